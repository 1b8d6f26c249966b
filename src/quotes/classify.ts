import type { QuoteKind } from '../domain/paragraph.ts'
import { isCaselessAt, isLowerAt } from './characters.ts'
import type { SpeakerRule } from './candidate.ts'
import { isTitle } from './is-title.ts'
import type { Reading } from './reading.ts'
import { has, isWord, tokenAt } from './token.ts'
import type { Tokens } from './token.ts'
import { PRONOUN, WORD_CLASS } from './word-class.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Rules by which the narrator clearly says that somebody spoke. */
const CERTAIN: ReadonlySet<SpeakerRule | undefined> = new Set<SpeakerRule>([
  'after-verb-name',
  'after-name-verb',
  'after-unlisted-verb',
  'after-source',
  'after-signature',
  'after-verb-alone',
  'transcript',
])
const LEAST_CONFIDENCE = 0.45
/** More words than a name or a title has. */
const LONGEST_EXPRESSION = 6
const SURE = 0.9

/** Speech, or words that nobody said: a title, a name, an expression that the writer keeps at a distance. */
export function classify(reading: Reading, tokens: Tokens, vocabulary: Vocabulary): QuoteKind {
  const { quote, rule, confidence } = reading
  if (quote.shape === 'dash') return 'dash'
  if (CERTAIN.has(rule)) return confidence >= LEAST_CONFIDENCE ? 'direct' : 'scare'
  if (isPartOfPhrase(reading, tokens)) return 'scare'
  if (isNamed(tokens, reading.at) && quote.words <= LONGEST_EXPRESSION) return 'scare'
  const isCertainLead = rule !== undefined && rule.startsWith('before-') && confidence >= SURE
  if (!isCertainLead && rule !== 'before-colon' && isTitle(quote.text, vocabulary)) return 'scare'
  if (!isCertainLead && isGermanName(reading, tokens, vocabulary)) return 'scare'
  if (rule === undefined || rule.startsWith('inherited-')) {
    return reading.isSpeechLike && (quote.words >= 2 || quote.lastMark !== '') ? 'direct' : 'scare'
  }
  if (rule === 'after-inside') return confidence >= 0.5 && quote.words >= 2 ? 'direct' : 'scare'
  if (rule === 'before-colon-far') return quote.words >= 3 ? 'direct' : 'scare'
  if (rule === 'reported-form') return quote.words >= 2 ? 'direct' : 'scare'
  return confidence >= LEAST_CONFIDENCE ? 'direct' : 'scare'
}

/**
 * Whether speech is a piece of the narrator's own sentence: it goes on from his words, without a colon, and neither
 * begins like a sentence nor ends like one.
 */
export function isPartial({ quote, at, kind }: Reading, tokens: Tokens): boolean {
  if (kind !== 'direct' || quote.shape !== 'marks' || quote.isUnclosed || !isWord(tokens, at - 1))
    return false
  const first = quote.text.search(/[\p{L}\p{N}]/u)
  if (isLowerAt(quote.text, first)) return true
  if ('.!?…。！？।؟'.includes(quote.lastMark || ' ')) return false
  return isCaselessAt(quote.text, first) || quote.words <= LONGEST_PART
}

const LONGEST_PART = 3
const { article, indefinite } = WORD_CLASS
const NO_NOUN =
  WORD_CLASS.break |
  WORD_CLASS.adverb |
  WORD_CLASS.auxiliary |
  WORD_CLASS.conjunction |
  WORD_CLASS.relative |
  WORD_CLASS.verb |
  WORD_CLASS.weakVerb |
  article |
  PRONOUN

/** A word or two of the narrator's own phrase: `the “express” parcel`, `speaks of a “solution”`. */
function isPartOfPhrase({ quote, at, rule, isWeakCue, speaker }: Reading, tokens: Tokens): boolean {
  if (quote.words > LONGEST_PART || quote.lastMark !== '') return false
  const isWord = quote.words === 1
  if (isWord && rule === 'before-that') return true
  // What a firm calls a thing is its name for it; what a person calls it was said.
  if (isWord && isWeakCue && speaker?.person === undefined) return true
  const before = tokenAt(tokens, at - 1)
  if (has(before, indefinite) && quote.words < LONGEST_PART && !isWeakCue) return true
  const next = tokenAt(tokens, at + 1)
  const nounFollows = next.kind === 'word' && !next.isCapital && !next.isCaseless && !has(next, NO_NOUN)
  return nounFollows && (isWord || has(before, article))
}

const LONGEST_NAMING = 4
/** `so-called “back channels”`, `the film “…”`. */
function isNamed(tokens: Tokens, at: number): boolean {
  for (let length = 1; length <= LONGEST_NAMING && at - length >= 0; length++) {
    const token = tokenAt(tokens, at - length)
    if (length === 1 && has(token, WORD_CLASS.naming)) return true
    if (token.phraseLength === length && (token.phraseClasses & WORD_CLASS.naming) !== 0) return true
  }
  return false
}

const WORDS = /[\p{L}\p{N}]+(?:[’'-][\p{L}\p{N}]+)*/gu
const CAPITAL = /^[\p{Lu}\p{N}]/u
const LONGEST_NAME = 4
/** Where nouns have capitals: a name behind a noun, `Das Schiff „Morning Star“`. */
function isGermanName({ quote, at }: Reading, tokens: Tokens, { grammar }: Vocabulary): boolean {
  if (grammar.capitalNouns !== true || quote.words > LONGEST_NAME || at === 0) return false
  const words = quote.text.match(WORDS) ?? []
  return (
    words.every(word => CAPITAL.test(word)) && isWord(tokens, at - 1) && tokenAt(tokens, at - 1).isCapital
  )
}
