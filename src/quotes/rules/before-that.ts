import type { Candidate, Site } from '../candidate.ts'
import { firstNominal } from '../first-nominal.ts'
import { firstSubject } from '../first-subject.ts'
import { phraseLeft } from '../phrase-left.ts'
import { has, isMark, isWord, tokenAt } from '../token.ts'
import { WORD_CLASS } from '../word-class.ts'

const { adverb, auxiliary, conjunction, that } = WORD_CLASS

/** `Anguita considera que “…”`: the word that begins reported speech tells that a verb of saying stands before it. */
export function beforeThat(site: Site, from: number): Candidate | undefined {
  const { tokens, at, vocabulary } = site
  if (vocabulary.grammar.wordOrder === 'verb-last') return undefined
  for (let k = at - 1; k > from; k--) {
    if (!has(tokenAt(tokens, k), that)) continue
    let verb = k - 1
    while (verb > from && (isMark(tokens, verb, ',') || has(tokenAt(tokens, verb), adverb))) verb--
    const token = tokenAt(tokens, verb)
    if (verb <= from || !isWord(tokens, verb) || token.isCapital || has(token, conjunction)) return undefined
    let start = verb
    while (start - 1 > from && has(tokenAt(tokens, start - 1), auxiliary | adverb)) start--
    const subject =
      vocabulary.grammar.capitalNouns === true
        ? firstNominal(tokens, from, start, { vocabulary })
        : (phraseLeft(tokens, start, from, vocabulary) ?? firstSubject(tokens, from, start, vocabulary))
    const confidence = k === at - 1 ? 0.75 : 0.55
    return subject && { rule: 'before-that', subject, cue: { from: verb, to: verb + 1 }, confidence }
  }
  return undefined
}
