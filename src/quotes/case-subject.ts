import type { FoundCue } from './cue.ts'
import { firstNominal } from './first-nominal.ts'
import { leadingSubject, partsBefore } from './leading-subject.ts'
import { phraseBefore } from './phrase-left.ts'
import { isNamed, readPhrase } from './read-phrase.ts'
import { has, isPronoun, isWord, tokenAt } from './token.ts'
import type { Range, Token, Tokens } from './token.ts'
import type { Clause, VerbSubject } from './verb-subject.ts'
import { WORD_CLASS } from './word-class.ts'

/**
 * The subject where articles show their case and every noun has a capital (German). One constituent stands before the
 * finite verb: either it is the subject, or it begins with a preposition, an adverb or an article that no subject has
 * (an article that is also listed as a break: `dem`, `des`), and then the subject is the first phrase behind the verb
 * that neither stands in such a case nor belongs to a preposition.
 */

const { article, break: breakWord, conjunction, he, she, heOrShe } = WORD_CLASS
const { particle, relative, role, that } = WORD_CLASS

/** The subject of a verb of saying that leads to a quote; `finite` is where its finite form stands. */
export function caseSubject(clause: Clause, cue: FoundCue, finite: number): VerbSubject | undefined {
  const { tokens, from, vocabulary } = clause
  const behind = finite === cue.at ? cue.at + cue.length : finite + 1
  const parts = partsBefore(tokens, from, finite)
  const last = parts.at(-1)
  // Sagt Berg: „…“ · Hat Berg gesagt: „…“? Behind a quote such a verb reports that one.
  if (!last) return from === clause.sentence ? found(subjectBehind(clause, behind), 'right') : undefined
  if (isJoined(tokens, last, finite)) {
    const own = firstNominal(tokens, last.from, finite, { vocabulary })
    return found(own ?? firstNominal(tokens, from, finite, { vocabulary }), 'far')
  }

  const opening = tokenAt(tokens, last.from)
  if (last.to === finite && closesClause(clause, cue) && opensClause(opening, last.from > from)) {
    const own = firstNominal(tokens, last.from + 1, finite, { vocabulary })
    if (own && !(has(opening, relative) && has(opening, article) && !isPerson(clause, own)))
      return found(own, 'left')
    return found(phraseBefore(tokens, last.from, from) ?? own, 'left')
  }
  const left = leadingSubject(clause, parts, finite)
  const right = subjectBehind(clause, behind)
  if (left && (!right || !isRightSubject(clause, left, right))) return found(left, 'left')
  return found(right, 'right') ?? found(firstNominal(tokens, from, finite, { vocabulary }), 'far')
}

const subjectBehind = ({ tokens, to, vocabulary }: Clause, verb: number): Range | undefined =>
  firstNominal(tokens, verb, to, { vocabulary, withinClause: true })

const closesClause = ({ tokens, to }: Clause, { at, length }: FoundCue): boolean =>
  at + length >= to || !isWord(tokens, at + length)

/** `wie`, `dass`; behind a comma a relative pronoun. */
const opensClause = (token: Token, isParted: boolean): boolean =>
  (has(token, conjunction) && !has(token, particle)) || (isParted && has(token, relative))

const found = (phrase: Range | undefined, side: VerbSubject['side']): VerbSubject | undefined =>
  phrase && { phrase, side }

/** `…, und nannte`: the verb shares the subject of the clause before. */
function isJoined(tokens: Tokens, part: Range, verb: number): boolean {
  const only = tokenAt(tokens, verb - 1)
  return part.to === verb && has(only, conjunction) && !has(only, that) && !only.isCapital
}

/** A person by name, trade or pronoun, or words that name somebody. */
function isPerson({ tokens, sentence, vocabulary }: Clause, phrase: Range): boolean {
  return isNamed(tokens, phrase, { sentence, vocabulary })
}

/** `Passend zu den Gefahren`: a word at the beginning of the sentence, and a preposition behind it. */
const isPredicate = (tokens: Tokens, { from }: Range): boolean => {
  const next = tokenAt(tokens, from + 1)
  if (has(tokenAt(tokens, from), role | article) || !has(next, breakWord)) return false
  return !has(next, particle) || has(tokenAt(tokens, from + 2), article)
}

/** With a phrase on both sides, the one that names somebody; the first one where both do. */
function isRightSubject(clause: Clause, left: Range, right: Range): boolean {
  const { tokens, sentence, vocabulary } = clause
  const head = tokenAt(tokens, right.from)
  const isSubjectPronoun = has(head, he | she | heOrShe) && right.to - right.from === 1
  if (isPronoun(tokenAt(tokens, left.from)) && left.to - left.from === 1) return false
  if (isSubjectPronoun) return has(head, he) && !isPerson(clause, left)
  if (isPronoun(head) && !has(head, article)) return false
  if (isPerson(clause, left) && !isPredicate(tokens, left)) return false
  const { hasRole, name } = readPhrase(tokens, right, { sentence, vocabulary })
  return hasRole || (name !== undefined && name.from === right.from)
}
