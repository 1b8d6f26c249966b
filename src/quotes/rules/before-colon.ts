import type { Candidate, Site } from '../candidate.ts'
import { firstNominal } from '../first-nominal.ts'
import { firstSubject } from '../first-subject.ts'
import { phraseLeft } from '../phrase-left.ts'
import { phraseRight } from '../phrase-right.ts'
import { isNamed } from '../read-phrase.ts'
import { has, isMark, isPronoun, tokenAt } from '../token.ts'
import type { Range } from '../token.ts'
import { WORD_CLASS } from '../word-class.ts'

const { article, conjunction, he, she, heOrShe, role } = WORD_CLASS
const LONGEST_NAME = 8

/** Words without a verb of saying before a colon: `Anna Berg: “…”`, `the ferryman shrugs: “…”`. */
export function beforeColon(site: Site, from: number, last: number): Candidate | undefined {
  const { tokens, vocabulary } = site
  const within = { sentence: site.from, vocabulary }
  const whole = phraseLeft(tokens, last + 1, from, vocabulary)
  const fillsClause = whole && whole.to - whole.from <= LONGEST_NAME && whole.from <= from + 1
  if (fillsClause && isNamed(tokens, whole, within))
    return { rule: 'before-colon', subject: whole, confidence: 0.8 }
  if (vocabulary.grammar.capitalNouns === true) {
    const first = firstNominal(tokens, from, last + 1, { vocabulary })
    return (
      first && {
        rule: 'before-colon-far',
        subject: first,
        confidence: isNamed(tokens, first, within) ? 0.6 : 0.5,
      }
    )
  }
  const actor = actorIn(site, lastClause(site, from, last), last) ?? actorIn(site, from, last)
  if (actor) return { rule: 'before-colon-far', subject: actor, confidence: 0.55 }
  const first = firstSubject(tokens, from, last, vocabulary)
  return first && { rule: 'before-colon-far', subject: first, confidence: 0.5 }
}

/** Behind the last comma or conjunction. */
function lastClause({ tokens }: Site, from: number, last: number): number {
  for (let at = last - 1; at > from; at--) {
    if (isMark(tokens, at, ',،，、') || has(tokenAt(tokens, at), conjunction)) return at + 1
  }
  return from
}

/** The first words that can mean a person: a pronoun, a name, a trade with its article. */
function actorIn(
  { tokens, from: sentence, vocabulary }: Site,
  from: number,
  last: number,
): Range | undefined {
  for (let at = from; at <= last; at++) {
    const token = tokenAt(tokens, at)
    if (has(token, he | she | heOrShe)) return { from: at, to: at + 1 }
    if (has(token, role) && !token.isCapital) {
      const begin = at > from && has(tokenAt(tokens, at - 1), article) ? at - 1 : at
      return { from: begin, to: at + 1 }
    }
    if (!token.isCapital || isPronoun(token)) continue
    const phrase = phraseRight(tokens, at, last + 1, vocabulary)
    if (phrase && isNamed(tokens, phrase, { sentence, vocabulary })) return phrase
  }
  return undefined
}
