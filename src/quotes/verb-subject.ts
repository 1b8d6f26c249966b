import { caseSubject } from './case-subject.ts'
import type { FoundCue } from './cue.ts'
import { firstSubject, markedSubject } from './first-subject.ts'
import { phraseBefore, phraseLeft } from './phrase-left.ts'
import { phraseRight } from './phrase-right.ts'
import type { LeftPhrase } from './phrase-left.ts'
import { isNamed } from './read-phrase.ts'
import { has, isMark, isPronoun, isQuote, isWord, tokenAt } from './token.ts'
import type { Range, Tokens } from './token.ts'
import { WORD_CLASS } from './word-class.ts'
import type { Vocabulary } from './vocabulary.ts'

const {
  adverb,
  article,
  auxiliary,
  break: breakWord,
  participle,
  relative,
  role,
  he,
  she,
  heOrShe,
} = WORD_CLASS

/** How far before a participle its auxiliary stands. */
const AUXILIARY_REACH = 16

export type Clause = {
  readonly tokens: Tokens
  /** The words of the clause around the verb; none beyond belongs to it. */
  readonly from: number
  readonly to: number
  /** Where its sentence begins. */
  readonly sentence: number
  readonly vocabulary: Vocabulary
}

export type VerbSubject = {
  readonly phrase: Range
  /** Before or after the verb, or somewhere further to the left. */
  readonly side: 'left' | 'right' | 'far'
  /** No word tells that the phrase means somebody. */
  readonly isGuess?: boolean
}

/** The subject of a verb of saying that leads to a quote, or reports without one. */
export function verbSubject(clause: Clause, cue: FoundCue): VerbSubject | undefined {
  const { tokens, from, vocabulary } = clause
  if (vocabulary.grammar.wordOrder === 'verb-last') return verbLastSubject(clause, cue)
  const finite = finiteVerb(clause, cue)
  if (vocabulary.grammar.capitalNouns === true) return caseSubject(clause, cue, finite)
  const isParticiple = has(tokenAt(tokens, cue.at), participle)
  const left = isParticiple ? undefined : subjectLeft(clause, finite)
  const right = subjectRight(clause, finite === cue.at ? cue.at + cue.length : finite + 1)
  if (right && isRightSubject(clause, left, right)) return { phrase: right, side: 'right' }
  if (left) return { phrase: left, side: left.isFar ? 'far' : 'left', isGuess: left.isGuess === true }
  const far =
    firstSubject(tokens, from, cue.at, vocabulary) ??
    (isParticiple ? firstSubject(tokens, clause.sentence, cue.at, vocabulary) : undefined)
  return far && { phrase: far, side: 'far', isGuess: vocabulary.grammar.unspaced === true }
}

/** `Berg hat am Montag gesagt: „…“`: the verb that the subject stands at is the auxiliary. */
function finiteVerb({ tokens, from, to, vocabulary }: Clause, cue: FoundCue): number {
  if (vocabulary.grammar.auxiliaries === undefined) return cue.at
  const closesClause = cue.at + 1 >= to || !isWord(tokens, cue.at + 1)
  if (!closesClause) return cue.at
  for (let k = cue.at - 1; k >= from && cue.at - k < AUXILIARY_REACH; k--) {
    if (!isWord(tokens, k) && !isQuote(tokens, k)) return cue.at
    if (has(tokenAt(tokens, k), auxiliary)) return k
  }
  return cue.at
}

function subjectLeft({ tokens, from, vocabulary }: Clause, verb: number): LeftPhrase | undefined {
  if (verb > from && has(tokenAt(tokens, verb - 1), relative)) {
    const antecedent = phraseBefore(tokens, verb - 1, from)
    if (antecedent) return { ...antecedent, hasLead: false }
  }
  return phraseLeft(tokens, verb, from, vocabulary)
}

function subjectRight({ tokens, to, vocabulary }: Clause, start: number): Range | undefined {
  if (vocabulary.grammar.wordOrder === 'subject-first') return undefined
  let next = start
  while (next < to && has(tokenAt(tokens, next), adverb) && !isPronoun(tokenAt(tokens, next))) next++
  return phraseRight(tokens, next, to, vocabulary)
}

/** With a phrase on both sides of the verb, which one is its subject. */
function isRightSubject(clause: Clause, left: LeftPhrase | undefined, right: Range): boolean {
  const { tokens, vocabulary } = clause
  if (!left) return true
  if (isPronoun(tokenAt(tokens, left.from))) return false
  if (vocabulary.grammar.wordOrder === 'verb-first') return true
  const head = tokenAt(tokens, right.from)
  if (has(head, he | she | heOrShe)) return true
  const isNaming =
    head.isCapital ||
    has(head, role) ||
    (has(head, article) && isWord(tokens, right.from + 1)) ||
    isPronoun(head)
  if (isOneWord(clause, left) && capitals(tokens, right) >= 2) return true
  return (left.hasLead || isAdverbial(clause, left)) && isNaming
}

/** `Siis ütles Marko Mölder: “…”`: the first word of a sentence has a capital, whatever it is. */
const isOneWord = ({ sentence }: Clause, left: Range): boolean =>
  left.from === sentence && left.to === sentence + 1

function capitals(tokens: Tokens, { from, to }: Range): number {
  let count = 0
  for (let at = from; at < to; at++) if (tokenAt(tokens, at).isCapital) count++
  return count
}

/** `Redan i oktober skrev lotsen …`: a preposition within words that name nobody. */
function isAdverbial({ tokens, sentence, vocabulary }: Clause, left: Range): boolean {
  if (isNamed(tokens, left, { sentence, vocabulary })) return false
  for (let at = left.from; at < left.to; at++) if (has(tokenAt(tokens, at), breakWord)) return true
  return false
}

/** Objects stand between the subject and its verb: the phrase that a marker or a comma tells, else the nearest name. */
function verbLastSubject(clause: Clause, cue: FoundCue): VerbSubject | undefined {
  const { tokens, from, sentence, vocabulary } = clause
  const marked = markedSubject(tokens, from, cue.at, { vocabulary })
  if (marked) return { phrase: marked, side: 'left' }
  const near = phraseLeft(tokens, cue.at, from, vocabulary)
  if (near && isNamed(tokens, near, { sentence, vocabulary })) return { phrase: near, side: 'left' }
  for (let at = cue.at - 1; at > from; at--) {
    if (!isMark(tokens, at, ',،')) continue
    const parted = phraseLeft(tokens, at, from, vocabulary)
    if (parted && isNamed(tokens, parted, { sentence, vocabulary })) return { phrase: parted, side: 'far' }
  }
  const first = firstSubject(tokens, from, cue.at, vocabulary)
  // One word with a capital at the beginning of a sentence is any word, unless a comma parts it.
  const isAny = first?.from === sentence && first.to === sentence + 1 && !isMark(tokens, first.to, ',')
  return first && !isAny && isNamed(tokens, first, { sentence, vocabulary })
    ? { phrase: first, side: 'far' }
    : undefined
}
