import { isUpperAt } from './characters.ts'
import { hasInitial, wordsOf } from './is-title.ts'
import type { Reading } from './reading.ts'
import { has, isMark, isPronoun, isWord, lengthOf, tokenAt } from './token.ts'
import type { Tokens } from './token.ts'
import { WORD_CLASS } from './word-class.ts'
import type { Vocabulary } from './vocabulary.ts'

const { adverb, article, indefinite, naming, source, break: breakWord } = WORD_CLASS
/** More words than an expression, a name of one word or several has. */
const LONGEST_EXPRESSION = 6
const LONGEST_NAME = 4
const SURE = 0.9

/** Whether a quote names something that nobody says: an outlet, a ship, a group, a film, an expression kept at a distance. */
export function isNameInMarks(reading: Reading, tokens: Tokens, vocabulary: Vocabulary): boolean {
  const { quote, at, rule, confidence } = reading
  if (quote.words <= LONGEST_EXPRESSION && (isIntroduced(tokens, at) || joinsNext(tokens, at))) return true
  if (standsAsNoun(reading, tokens, vocabulary) || isUnreported(reading, tokens, vocabulary)) return true
  const isCertainLead = rule !== undefined && rule.startsWith('before-') && confidence >= SURE
  return !isCertainLead && isBehindNoun(reading, tokens, vocabulary)
}

const LONGEST_NAMING = 4
/** `so-called “back channels”`, `the film “…”`. */
function isIntroduced(tokens: Tokens, at: number): boolean {
  for (let length = 1; length <= LONGEST_NAMING && at - length >= 0; length++) {
    const token = tokenAt(tokens, at - length)
    if (length === 1 && has(token, naming)) return true
    if (token.phraseLength === length && (token.phraseClasses & naming) !== 0) return true
  }
  return false
}

/** `„Fennblatt“-Leser`: part of a longer word. */
const joinsNext = (tokens: Tokens, at: number): boolean =>
  isMark(tokens, at + 1, '-') &&
  tokenAt(tokens, at + 1).start === tokenAt(tokens, at).end &&
  tokenAt(tokens, at + 2).start === tokenAt(tokens, at + 1).end &&
  isWord(tokens, at + 2)

/** `the “Guardian”`, `laut „Fennpost“`: capitals right behind a definite article, or behind the word before a source. */
function standsAsNoun({ quote, at }: Reading, tokens: Tokens, vocabulary: Vocabulary): boolean {
  if (quote.lastMark !== '' || quote.words > LONGEST_NAME || !isUpperAt(quote.text, 0)) return false
  if (!isWord(tokens, at - 1) || !hasCapitals(quote.text, vocabulary)) return false
  const before = tokenAt(tokens, at - 1)
  const isDefinite = has(before, article) && !has(before, indefinite) && !isPronoun(before)
  return isDefinite || (lengthOf(tokens, at - 1, source) > 0 && !has(before, adverb))
}

/**
 * `the band “Grey Heron”, whose …`, `("dual core")`: a few words that go on from the narrator’s, or a gloss in brackets, of
 * which no listed verb reports that they were said.
 */
function isUnreported(
  { quote, at, rule, speaker }: Reading,
  tokens: Tokens,
  vocabulary: Vocabulary,
): boolean {
  if (quote.words > LONGEST_NAME || quote.lastMark !== '' || quote.shape !== 'marks') return false
  if (isMark(tokens, at - 1, '(') && isMark(tokens, at + 1, '),;')) return true
  if (!isWord(tokens, at - 1)) return false
  if (rule === 'after-unlisted-verb' || rule === 'after-signature') return true
  const isLoose = rule === 'same-sentence' || (rule === 'before-source' && speaker?.person === undefined)
  return (
    isLoose &&
    vocabulary.grammar.capitalNouns !== true &&
    isUpperAt(quote.text, 0) &&
    hasCapitals(quote.text, vocabulary)
  )
}

/** Every word, but for small ones such as prepositions; all of them where any noun has a capital. */
function hasCapitals(text: string, { classesOf, grammar }: Vocabulary): boolean {
  const small = grammar.capitalNouns === true ? 0 : breakWord | article
  return wordsOf(text).every(word => hasInitial(word) || (classesOf(word.toLowerCase()) & small) !== 0)
}

/** Where nouns have capitals: a name behind a noun, `Das Schiff „Morning Star“`. */
function isBehindNoun({ quote, at }: Reading, tokens: Tokens, vocabulary: Vocabulary): boolean {
  if (vocabulary.grammar.capitalNouns !== true || quote.words > LONGEST_NAME || !isWord(tokens, at - 1))
    return false
  return tokenAt(tokens, at - 1).isCapital && hasCapitals(quote.text, vocabulary)
}
