import type { Candidate, Site } from '../candidate.ts'
import { readCue } from '../cue.ts'
import { has, isMark, isQuote, tokenAt } from '../token.ts'
import { verbSubject } from '../verb-subject.ts'
import { WORD_CLASS } from '../word-class.ts'

const { conjunction, source } = WORD_CLASS

/**
 * `Wie X erklärte, sei der Deich „…“`: a clause that begins with a conjunction which is a source, too, tells whose words
 * its sentence reports. It stands at the beginning or behind a comma, and ends before the quote.
 */
export function beforeAs(
  { tokens, at, from: sentence, vocabulary }: Site,
  from: number,
): Candidate | undefined {
  for (let k = at - 1; k >= from; k--) {
    const token = tokenAt(tokens, k)
    if (!has(token, source) || !has(token, conjunction)) continue
    if (k > from && !isMark(tokens, k - 1, ',–—')) continue
    let end = k + 1
    while (end < at && !isMark(tokens, end, ',–—') && !isQuote(tokens, end)) end++
    for (let verb = end - 1; verb > k; verb--) {
      const cue = readCue(tokens, verb, sentence, vocabulary)
      if (!cue || cue.isWeak) continue
      const subject = verbSubject({ tokens, from: k, to: end, sentence, vocabulary }, cue)
      return (
        subject && {
          rule: 'before-source',
          subject: subject.phrase,
          cue: { from: verb, to: verb + cue.length },
          confidence: 0.85,
        }
      )
    }
  }
  return undefined
}
