import type { FoundCue } from './cue.ts'
import { firstNominal, hasNoun, isOblique } from './first-nominal.ts'
import { LONGEST_PHRASE } from './noun-phrase.ts'
import { phraseBefore } from './phrase-left.ts'
import { phraseRight } from './phrase-right.ts'
import { isNamed, readPhrase } from './read-phrase.ts'
import { cueAt, has, isMark, isPronoun, isWord, tokenAt } from './token.ts'
import type { Range, Token, Tokens } from './token.ts'
import type { Clause, VerbSubject } from './verb-subject.ts'
import { WORD_CLASS } from './word-class.ts'

/**
 * The subject where articles show their case and every noun has a capital (German). One constituent stands before the
 * finite verb: either it is the subject, or it begins with a preposition, an adverb or an article that no subject has
 * (an article that is also listed as a break: `dem`, `des`), and then the subject is the first phrase behind the verb
 * that neither stands in such a case nor belongs to a preposition.
 */

const { adverb, article, auxiliary, break: breakWord, conjunction, he, she, heOrShe, relative } = WORD_CLASS
const { particle, role, that } = WORD_CLASS
/** Commas, dashes and stronger marks part the clauses of a sentence. */
const PARTS = ',–—;:'

/** The subject of a verb of saying that leads to a quote; `finite` is where its finite form stands. */
export function caseSubject(clause: Clause, cue: FoundCue, finite: number): VerbSubject | undefined {
  const { tokens, from, vocabulary } = clause
  const behind = finite === cue.at ? cue.at + cue.length : finite + 1
  const parts = partsBefore(tokens, from, finite)
  const last = parts.at(-1)
  if (!last) return undefined
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
  const right = firstNominal(tokens, behind, clause.to, { vocabulary, withinClause: true })
  if (left && (!right || !isRightSubject(clause, left, right))) return found(left, 'left')
  return found(right, 'right') ?? found(firstNominal(tokens, from, finite, { vocabulary }), 'far')
}

const closesClause = ({ tokens, to }: Clause, { at, length }: FoundCue): boolean =>
  at + length >= to || !isWord(tokens, at + length)

/** `wie`, `dass`; behind a comma a relative pronoun. */
const opensClause = (token: Token, isParted: boolean): boolean =>
  (has(token, conjunction) && !has(token, particle)) || (isParted && has(token, relative))

const found = (phrase: Range | undefined, side: VerbSubject['side']): VerbSubject | undefined =>
  phrase && { phrase, side }

/** What commas and dashes part before the verb, brackets left whole. */
function partsBefore(tokens: Tokens, from: number, to: number): Range[] {
  const parts: Range[] = []
  let begin = from
  let depth = 0
  for (let at = from; at <= to; at++) {
    if (isMark(tokens, at, '(')) depth++
    if (isMark(tokens, at, ')')) depth = Math.max(0, depth - 1)
    if (at < to && (depth > 0 || !isMark(tokens, at, PARTS))) continue
    if (at > begin) parts.push({ from: begin, to: at })
    begin = at + 1
  }
  return parts
}

/** `…, und nannte`: the verb shares the subject of the clause before. */
function isJoined(tokens: Tokens, part: Range, verb: number): boolean {
  const only = tokenAt(tokens, verb - 1)
  return part.to === verb && has(only, conjunction) && !has(only, that) && !only.isCapital
}

/** The constituent before the verb, where it can be the subject: not an adverb, a clause, or a phrase in another case. */
function leadingSubject(clause: Clause, parts: readonly Range[], verb: number): Range | undefined {
  const { tokens, from } = clause
  const last = parts.at(-1)
  if (!last) return undefined
  if (last.to === verb) return nominalPart(clause, last)
  // Berg, der die Stadt seit Jahren kennt, sagte · der Leiter der Behörde, Anna Berg (38), sagte
  for (let at = parts.length - 1; at >= 0; at--) {
    const part = parts[at]
    if (!part || isClause(tokens, part)) continue
    let first = part
    for (let k = at - 1; k >= 0; k--) {
      const before = parts[k]
      if (!before || isClause(tokens, before) || hasVerb(tokens, before)) break
      first = before
    }
    // A clause before it was the lead: `Wie Berg erklärt, sagte …`
    return first.from === from || !isClause(tokens, { from, to: first.from })
      ? nominalPart(clause, first)
      : undefined
  }
  return undefined
}

/** Begins like a subordinate clause or ends with its verb. */
function isClause(tokens: Tokens, { from, to }: Range): boolean {
  const last = tokenAt(tokens, to - 1)
  const isOpened = has(tokenAt(tokens, from), conjunction | relative) && !has(tokenAt(tokens, from), article)
  const opensRelative =
    has(tokenAt(tokens, from), relative) && last.kind === 'word' && !last.isCapital && !/^\d/u.test(last.text)
  return isOpened || opensRelative
}

function hasVerb(tokens: Tokens, { from, to }: Range): boolean {
  for (let at = from; at < to; at++) {
    const token = tokenAt(tokens, at)
    if (!token.isCapital && (cueAt(tokens, at) || has(token, auxiliary))) return true
  }
  return false
}

function nominalPart({ tokens, vocabulary }: Clause, part: Range): Range | undefined {
  let { from, to } = part
  // Und Berg sagte · Auch der Lotse sagte: with a phrase behind it an adverb is no constituent of its own
  if (has(tokenAt(tokens, from), conjunction) && has(tokenAt(tokens, from), particle)) from++
  while (from < to && has(tokenAt(tokens, from), adverb) && !has(tokenAt(tokens, from), article | breakWord))
    from++
  const head = tokenAt(tokens, from)
  if (from >= to || !canOpenSubject(head)) return undefined
  if (isPronoun(head) && !has(head, article))
    return has(head, he | she | heOrShe) ? { from, to: from + 1 } : undefined
  while (to - 1 > from && !tokenAt(tokens, to - 1).isCapital && has(tokenAt(tokens, to - 1), adverb)) to--
  for (let at = from + 1; at < to; at++) if (isMark(tokens, at, '(')) to = at
  if (to - from > LONGEST_PHRASE) return phraseRight(tokens, from, to, vocabulary)
  return to > from && hasNoun(tokens, { from, to }) ? { from, to } : undefined
}

function canOpenSubject(token: Token): boolean {
  if (token.kind !== 'word' || isOblique(token)) return false
  if (has(token, article | he | she | heOrShe)) return true
  return !has(token, breakWord | adverb | conjunction)
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
