import { hanNameEnd } from './han-name.ts'
import type { LeftPhrase } from './phrase-left.ts'
import { JOINS_NAMES, JOINS_WORDS } from './noun-phrase.ts'
import { has, isMark, isPronoun, isQuote, isWord, tokenAt } from './token.ts'
import type { Range, Tokens } from './token.ts'
import type { Vocabulary } from './vocabulary.ts'
import { CUE_VERB, PRONOUN, WORD_CLASS } from './word-class.ts'

const { adverb, auxiliary, conjunction, genitive, institution, role, source } = WORD_CLASS
const { break: breakWord, verbEnding } = WORD_CLASS

/** How many clauses back a subject may stand: 某某接过信，看了一遍，低声说. */
const CLAUSES = 5
/** What may stand before the subject of a clause. */
const LEAD = conjunction | adverb | source
/** What no noun phrase goes beyond. */
const NO_PHRASE = breakWord | adverb | auxiliary | verbEnding | conjunction | PRONOUN | CUE_VERB

type Subject = Range & {
  /** A name, an office, an institution or a pronoun: certainly no verb or manner (嘟囔, 无可奈何). */
  readonly isNaming: boolean
}

/**
 * Without spaces or capitals: the subject of the verb at `verb`. Clauses follow each other and only the first one has
 * the subject, so the nearest clause that begins with words for somebody tells. Where none does, the nearest one that
 * may begin with a noun phrase.
 */
export function unspacedSubject(
  tokens: Tokens,
  verb: number,
  from: number,
  vocabulary: Vocabulary,
): LeftPhrase | undefined {
  let guess: LeftPhrase | undefined
  let end = verb
  for (let clause = 0; clause < CLAUSES; clause++) {
    const begin = clauseStart(tokens, end, from)
    const subject = subjectIn(tokens, { from: begin, to: end }, vocabulary)
    if (subject) {
      const { from: first, to, isNaming } = subject
      const found = { from: first, to, hasLead: false, isFar: clause > 0 }
      if (isNaming) return found
      guess ??= { ...found, isGuess: true }
    }
    if (!isMark(tokens, begin - 1, ',，、')) break
    end = begin - 1
  }
  return guess
}

function clauseStart(tokens: Tokens, end: number, from: number): number {
  let begin = end
  while (begin > from && (isWord(tokens, begin - 1) || isMark(tokens, begin - 1, JOINS_NAMES))) begin--
  return begin
}

/** The noun phrase that a clause begins with, behind its adverbs and phrases of place and time. */
function subjectIn(tokens: Tokens, clause: Range, vocabulary: Vocabulary): Subject | undefined {
  const at = skipLead(tokens, clause, vocabulary)
  if (at >= clause.to || isQuote(tokens, at)) return undefined
  const isOwn = isPronoun(tokenAt(tokens, at))
  if (isOwn && !ownsNext(tokens, at, clause.to)) return { from: at, to: at + 1, isNaming: true }

  let end = at + (isOwn ? 1 : 0)
  while (end < clause.to && !has(tokenAt(tokens, end), NO_PHRASE) && !isVerbal(tokens, end, vocabulary)) end++
  if (end === at) return undefined
  const isVerbPhrase = end < clause.to && isVerbal(tokens, end, vocabulary)
  // 领队的顾明岚, 他旁边的渔民: what stands before the last 的 belongs to the noun behind it.
  let head = isOwn ? at + 1 : at
  for (let k = at; k < end - 1; k++) if (has(tokenAt(tokens, k), genitive)) head = k + 1
  const naming = namedPhrase(tokens, { from: head, to: end }, vocabulary)
  if (naming) return { ...naming, isNaming: true }
  return isVerbPhrase || end === head ? undefined : { from: at, to: end, isNaming: false }
}

const LONGEST_OWNER = 3
/** 他媳妇, 他旁边的渔民: the pronoun only says whose. */
function ownsNext(tokens: Tokens, pronoun: number, to: number): boolean {
  if (has(tokenAt(tokens, pronoun + 1), role)) return true
  for (let k = pronoun + 1; k <= Math.min(pronoun + LONGEST_OWNER, to - 2); k++) {
    if (has(tokenAt(tokens, k), genitive)) return true
    if (has(tokenAt(tokens, k), NO_PHRASE)) return false
  }
  return false
}

/** A particle of aspect or manner, or a word that closes with one (笑着). */
function isVerbal(tokens: Tokens, at: number, { verbEndings }: Vocabulary): boolean {
  const token = tokenAt(tokens, at)
  if (has(token, verbEnding)) return true
  return token.text.length > 1 && verbEndings.some(ending => token.text.endsWith(ending))
}

/** An office with the name beside it, a name, an institution; the words behind the name are cut. */
function namedPhrase(tokens: Tokens, { from, to }: Range, vocabulary: Vocabulary): Range | undefined {
  const named = withOffice(tokens, hanNameEnd(tokens, from, to, vocabulary), to)
  if (named !== undefined) return { from, to: named }
  let behindOffice = -1
  for (let at = from; at < to; at++) {
    if (isMark(tokens, at, JOINS_WORDS)) return { from, to }
    if (has(tokenAt(tokens, at), role)) behindOffice = at + 1
  }
  if (behindOffice > 0) return { from, to: hanNameEnd(tokens, behindOffice, to, vocabulary) ?? to }
  return has(tokenAt(tokens, to - 1), institution) ? { from, to } : undefined
}

/** 顾明岚市长: the office behind a name belongs to it. */
function withOffice(tokens: Tokens, nameEnd: number | undefined, to: number): number | undefined {
  let end = nameEnd
  while (end !== undefined && end < to && has(tokenAt(tokens, end), role)) end++
  return end
}

/** Behind adverbs, dates and `在…上`; the end of the clause where a phrase of place or time fills it. */
function skipLead(tokens: Tokens, { from, to }: Range, { localizers }: Vocabulary): number {
  const closesPlace = (at: number): boolean =>
    localizers.some(localizer => tokenAt(tokens, at).text.endsWith(localizer))
  let at = from
  while (at < to) {
    const token = tokenAt(tokens, at)
    if (has(token, LEAD)) at++
    else if (isDate(tokens, at)) at += 2
    else if (has(token, breakWord)) {
      let close = at + 1
      while (close < to && !closesPlace(close)) close++
      if (close >= to) return to
      at = close + 1
    } else break
  }
  return localizers.length > 0 && at < to && closesPlace(to - 1) ? to : at
}

const isDate = (tokens: Tokens, at: number): boolean =>
  /^[\d一二三四五六七八九十]+$/u.test(tokenAt(tokens, at).text) &&
  /^[年月日号]$/u.test(tokenAt(tokens, at + 1).text)
