import { hasNoun, isOblique } from './first-nominal.ts'
import { LONGEST_PHRASE } from './noun-phrase.ts'
import { phraseRight } from './phrase-right.ts'
import { cueAt, has, isMark, isPronoun, tokenAt } from './token.ts'
import type { Range, Token, Tokens } from './token.ts'
import type { Clause } from './verb-subject.ts'
import { WORD_CLASS } from './word-class.ts'

/** What stands before the finite verb where articles show their case, and whether it can be the subject. */

const { adverb, article, auxiliary, break: breakWord, conjunction, he, she, heOrShe } = WORD_CLASS
const { particle, relative } = WORD_CLASS
/** Commas, dashes and stronger marks part the clauses of a sentence. */
const PARTS = ',–—;:'

/** What commas and dashes part before the verb, brackets left whole. */
export function partsBefore(tokens: Tokens, from: number, to: number): Range[] {
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

/** The constituent before the verb, where it can be the subject: not an adverb, a clause, or a phrase in another case. */
export function leadingSubject(clause: Clause, parts: readonly Range[], verb: number): Range | undefined {
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
