import type { Candidate } from './candidate.ts'
import { readCue } from './cue.ts'
import { phraseLeft } from './phrase-left.ts'
import { sourceSubject } from './rules/source-subject.ts'
import { has, lengthOf, tokenAt } from './token.ts'
import type { Range, Tokens } from './token.ts'
import { verbSubject } from './verb-subject.ts'
import { WORD_CLASS } from './word-class.ts'
import type { Vocabulary } from './vocabulary.ts'

/** How far from its verb a subject is looked for. */
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
    const clause = { from: Math.max(from, at - REACH), to: Math.min(to, at + REACH) }
    const subject = verbSubject({ tokens, ...clause, sentence: from, vocabulary }, cue)
    if (subject) return found(subject.phrase)
  }
  for (let at = from; at < to; at++) {
    const isAs = has(tokenAt(tokens, at), WORD_CLASS.conjunction)
    const before = isAs ? 0 : lengthOf(tokens, at, WORD_CLASS.source)
    const after = at > from ? lengthOf(tokens, at, WORD_CLASS.sourceAfter) : 0
    const subject =
      before > 0
        ? sourceSubject(tokens, at + before, Math.min(to, at + REACH), vocabulary)
        : after > 0
          ? phraseLeft(tokens, at, Math.max(from, at - REACH), vocabulary)
          : undefined
    if (subject) return found(subject)
  }
  return undefined
}

const found = (subject: Range): Candidate => ({ rule: 'inherited-indirect', subject, confidence: 0.65 })
