import type { Candidate } from './candidate.ts'
import { readCue } from './cue.ts'
import { firstSubject, hasCapital, phraseLeft, phraseRight } from './noun-phrase.ts'
import { isPronoun, lengthOf, tokenAt } from './token.ts'
import type { Range, Tokens } from './token.ts'
import { WORD_CLASS } from './vocabulary.ts'
import type { Vocabulary } from './vocabulary.ts'

const found = (subject: Range): Candidate => ({ rule: 'inherited-indirect', subject, confidence: 0.65 })

/** How far before its verb a subject is looked for. */
const REACH = 60

/** Whose words a sentence without a quote reports. */
export function reportedBy(
  tokens: Tokens,
  { from, to }: Range,
  vocabulary: Vocabulary,
): Candidate | undefined {
  for (let at = from; at < to; at++) {
    const cue = readCue(tokens, at, from, vocabulary)
    if (!cue || cue.isWeak) continue
    const left = phraseLeft(tokens, at, Math.max(from, at - REACH), vocabulary)
    if (left) return found(left)
    if (vocabulary.grammar.wordOrder !== 'subject-first') {
      const right = phraseRight(tokens, at + cue.length, to, vocabulary)
      if (right && (hasCapital(tokens, right) || isPronoun(tokenAt(tokens, right.from)))) return found(right)
    }
    const first = firstSubject(tokens, from, at, vocabulary)
    if (first) return found(first)
  }
  for (let at = from; at < to; at++) {
    const length = lengthOf(tokens, at, WORD_CLASS.source)
    const subject = length > 0 ? phraseRight(tokens, at + length, to, vocabulary) : undefined
    if (subject) return found(subject)
  }
  return undefined
}
