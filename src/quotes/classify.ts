import type { QuoteKind } from '../domain/paragraph.ts'
import { isCaselessAt, isLowerAt } from './characters.ts'
import type { SpeakerRule } from './candidate.ts'
import { isNameInMarks } from './is-name.ts'
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
const SURE = 0.9

/** Speech, or words that nobody said: a title, a name, an expression that the writer keeps at a distance. */
export function classify(reading: Reading, tokens: Tokens, vocabulary: Vocabulary): QuoteKind {
  const { quote, rule, confidence } = reading
  if (quote.shape === 'dash') return 'dash'
  if (reading.isName || isNameInMarks(reading, tokens, vocabulary)) return 'scare'
  if (CERTAIN.has(rule)) return confidence >= LEAST_CONFIDENCE ? 'direct' : 'scare'
  if (isPartOfPhrase(reading, tokens, vocabulary)) return 'scare'
  const isCertainLead = rule !== undefined && rule.startsWith('before-') && confidence >= SURE
  if (!isCertainLead && rule !== 'before-colon' && isTitle(quote.text, vocabulary)) return 'scare'
  if (rule === undefined || rule.startsWith('inherited-')) {
    return reading.isSpeechLike && (quote.words >= 2 || quote.lastMark !== '') ? 'direct' : 'scare'
  }
  if (rule === 'after-inside') return confidence >= 0.5 && quote.words >= 2 ? 'direct' : 'scare'
  if (rule === 'before-colon-far') return quote.words >= 3 ? 'direct' : 'scare'
  if (rule === 'reported-form') {
    // Der Plan sei „kaputt“
    const isPredicate = has(tokenAt(tokens, reading.at - 1), WORD_CLASS.reportedForm)
    return quote.words >= 2 || isPredicate ? 'direct' : 'scare'
  }
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
function isPartOfPhrase(
  { quote, at, rule, isWeakCue, speaker }: Reading,
  tokens: Tokens,
  { grammar }: Vocabulary,
): boolean {
  if (quote.words > LONGEST_PART || quote.lastMark !== '') return false
  const isWord = quote.words === 1
  if (isWord && rule === 'before-that') return true
  // What a firm calls a thing is its name for it; what a person calls it was said.
  const before = tokenAt(tokens, at - 1)
  if (isWord && speaker?.person === undefined && (isWeakCue || has(before, indefinite))) return true
  const next = tokenAt(tokens, at + 1)
  const looksLikeNoun = grammar.capitalNouns === true ? next.isCapital : !next.isCapital && !next.isCaseless
  const nounFollows = next.kind === 'word' && looksLikeNoun && !has(next, NO_NOUN)
  return nounFollows && (isWord || has(before, article))
}
