import type { Candidate, Site } from '../candidate.ts'
import { phraseLeft } from '../phrase-left.ts'
import { has, isMark, lengthOf, tokenAt } from '../token.ts'
import type { Tokens } from '../token.ts'
import { sourceSubject } from './source-subject.ts'
import { pronounKind, WORD_CLASS } from '../word-class.ts'

const { adverb, article, conjunction, source, sourceAfter, speechNoun, he, she } = WORD_CLASS
/** How far before the quote a noun of speech may stand. */
const NOUN_REACH = 12
const LONGEST_OWNER = 5

/** `according to X “…”`, `X mukaan ”…”`. */
export function beforeSource({ tokens, at, vocabulary }: Site, from: number): Candidate | undefined {
  for (let k = at - 1; k >= from; k--) {
    const length = isSetOff(tokens, k, from) ? lengthOf(tokens, k, source) : 0
    if (length > 0) {
      const cue = { from: k, to: k + length }
      // по её словам: the pronoun is part of the phrase
      const implied = pronounKind(tokenAt(tokens, k).phraseClasses)
      if (implied) return { rule: 'before-source', implied, cue, confidence: 0.7 }
      const subject = sourceSubject(tokens, k + length, at, vocabulary)
      if (subject) return { rule: 'before-source', subject, cue, confidence: 0.7 }
    }
    const after = k > from ? lengthOf(tokens, k, sourceAfter) : 0
    const subject = after > 0 ? phraseLeft(tokens, k, from, vocabulary) : undefined
    if (subject) return { rule: 'before-source', subject, cue: { from: k, to: k + after }, confidence: 0.75 }
  }
  return undefined
}

/** `so X` names a source between commas; elsewhere the word is an adverb. Of `wie X sagt` the verb tells, see `beforeAs`. */
function isSetOff(tokens: Tokens, at: number, from: number): boolean {
  const token = tokenAt(tokens, at)
  if (has(token, conjunction)) return false
  return !has(token, adverb) || (at > from && isMark(tokens, at - 1, ',–—-('))
}

/** `Berg’s claim that “…”`, `the museum’s own answer was short: “…”`, `her claim that “…”`. */
export function beforeSpeechNoun({ tokens, at }: Site, from: number): Candidate | undefined {
  for (let k = Math.max(from + 1, at - NOUN_REACH); k < at; k++) {
    if (!has(tokenAt(tokens, k), speechNoun)) continue
    for (let last = k - 1; last >= from && k - last <= 2; last--) {
      const owner = tokenAt(tokens, last)
      const cue = { from: k, to: k + 1 }
      if (has(owner, he | she)) {
        return { rule: 'before-speech-noun', subject: { from: last, to: last + 1 }, cue, confidence: 0.58 }
      }
      if (!/'s?$/.test(owner.lower)) continue
      let begin = last
      const isName = owner.isCapital
      while (begin > from && last - begin < LONGEST_OWNER) {
        const before = tokenAt(tokens, begin - 1)
        if (isName ? !before.isCapital : before.kind !== 'word') break
        begin--
        if (has(before, article)) break
      }
      return { rule: 'before-speech-noun', subject: { from: begin, to: last + 1 }, cue, confidence: 0.62 }
    }
  }
  return undefined
}
