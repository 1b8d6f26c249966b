import { hanNameEnd, surnamedEnd } from './han-name.ts'
import { JOINS_WORDS } from './noun-phrase.ts'
import { has, isMark, isPronoun, isQuote, isWord, tokenAt } from './token.ts'
import type { Range, Tokens } from './token.ts'
import type { Vocabulary } from './vocabulary.ts'
import { CUE_VERB, PRONOUN, WORD_CLASS } from './word-class.ts'

const { adverb, auxiliary, conjunction, genitive, institution, role, source } = WORD_CLASS
const { break: breakWord, verbEnding } = WORD_CLASS

/** What may stand before the subject of a clause. */
export const LEAD = conjunction | adverb | source
/** What no noun phrase goes beyond. */
export const NO_PHRASE = breakWord | adverb | auxiliary | verbEnding | conjunction | PRONOUN | CUE_VERB

type Subject = Range & {
  /**
   * `naming`: a name, an office, an institution, a pronoun. `noun`: words that may as well be a manner (无可奈何).
   * `actor`: the first word of a clause with a verb, which may be that verb.
   */
  readonly sureness: 'naming' | 'noun' | 'actor'
}

type Within = {
  readonly vocabulary: Vocabulary
  /** The clause is that of the verb itself. */
  readonly isOwn: boolean
}

/** The noun phrase that a clause begins with, behind its adverbs and phrases of place and time. */
export function subjectIn(tokens: Tokens, clause: Range, { vocabulary, isOwn }: Within): Subject | undefined {
  const at = skipLead(tokens, clause, vocabulary)
  if (at >= clause.to || isQuote(tokens, at)) return undefined
  const isPronounFirst = isPronoun(tokenAt(tokens, at))
  if (isPronounFirst && !ownsNext(tokens, at, clause.to)) return { from: at, to: at + 1, sureness: 'naming' }

  const start = at + (isPronounFirst ? 1 : 0)
  let end = start
  while (end < clause.to) {
    const name = surnamedEnd(tokens, end, clause.to, vocabulary)
    if (name === undefined && (has(tokenAt(tokens, end), NO_PHRASE) || isVerbal(tokens, end, vocabulary)))
      break
    end = name ?? end + 1
  }
  // 领队的顾明岚, 他旁边的渔民: what stands before the last 的 belongs to the noun behind it.
  const head = behindGenitive(tokens, start, end)
  const named = namedPhrase(tokens, { from: head, to: end }, vocabulary)
  // 顾明岚的母亲: whose mother tells who she is.
  const isOwned = named && head > start && hanNameEnd(tokens, start, head - 1, vocabulary) === head - 1
  const naming = isOwned && has(tokenAt(tokens, head), role) ? { ...named, from: start } : named
  // 会议结束后: a clause of time may have a subject of its own.
  if (naming)
    return {
      ...naming,
      sureness: !isOwn && closesPlace(tokens, clause.to - 1, vocabulary) ? 'noun' : 'naming',
    }
  const qualified = isOwn
    ? qualifiedSubject(tokens, { from: start, to: clause.to }, { end, vocabulary })
    : undefined
  if (qualified) return { ...qualified, sureness: 'naming' }
  if (end === head || closesPlace(tokens, clause.to - 1, vocabulary)) return undefined
  const isVerbPhrase = end < clause.to && isVerbal(tokens, end, vocabulary)
  return isVerbPhrase ? { from: at, to: at + 1, sureness: 'actor' } : { from: at, to: end, sureness: 'noun' }
}

/** `不愿透露姓名的渔民告诉…`: somebody behind a clause that tells more of him; no verb with 了 or 着, which has an object. */
function qualifiedSubject(
  tokens: Tokens,
  { from, to }: Range,
  { end, vocabulary }: { readonly end: number; readonly vocabulary: Vocabulary },
): Range | undefined {
  if (end > from && has(tokenAt(tokens, end), breakWord)) return undefined
  for (let at = end; at < to - 1; at++) {
    if (isVerbal(tokens, at, vocabulary)) return undefined
    if (!has(tokenAt(tokens, at), genitive)) continue
    let last = at + 1
    while (last < to && !has(tokenAt(tokens, last), NO_PHRASE) && !isVerbal(tokens, last, vocabulary)) last++
    const head = behindGenitive(tokens, at, last)
    return namedPhrase(tokens, { from: head, to: last }, vocabulary)
  }
  return undefined
}

/** `透露` in 透露姓名的渔民告诉: a verb that another one follows behind 的 in its clause does not report. */
export function isQualifying(tokens: Tokens, verb: number, to: number): boolean {
  let isBehindGenitive = false
  for (let at = verb + 1; at < to && isWord(tokens, at); at++) {
    if (has(tokenAt(tokens, at), genitive)) isBehindGenitive = true
    else if (isBehindGenitive && has(tokenAt(tokens, at), CUE_VERB)) return true
  }
  return false
}

/** Behind the last 的 of a phrase that something follows. */
function behindGenitive(tokens: Tokens, from: number, to: number): number {
  for (let at = to - 2; at >= from; at--) if (has(tokenAt(tokens, at), genitive)) return at + 1
  return from
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
  return (
    token.text.length > 1 && token.classes === 0 && verbEndings.some(ending => token.text.endsWith(ending))
  )
}

/** An office with the name beside it, a name, an institution; the words behind the name are cut. */
function namedPhrase(tokens: Tokens, { from, to }: Range, vocabulary: Vocabulary): Range | undefined {
  let behindOffice = -1
  let isForeign = false
  for (let at = from; at < to; at++) {
    if (isMark(tokens, at, JOINS_WORDS)) isForeign = true
    if (has(tokenAt(tokens, at), role)) behindOffice = at + 1
  }
  if (isForeign) return { from, to }
  const named = behindOffice > 0 ? hanNameEnd(tokens, behindOffice, to, vocabulary) : undefined
  if (named !== undefined) return { from, to: named }
  const end = withOffice(tokens, hanNameEnd(tokens, from, to, vocabulary), to)
  if (end !== undefined) return { from, to: end }
  return behindOffice > 0 || has(tokenAt(tokens, to - 1), institution) ? { from, to } : undefined
}

/** 顾明岚市长: the office behind a name belongs to it. */
function withOffice(tokens: Tokens, nameEnd: number | undefined, to: number): number | undefined {
  let end = nameEnd
  while (end !== undefined && end < to && has(tokenAt(tokens, end), role)) end++
  return end
}

const closesPlace = (tokens: Tokens, at: number, { localizers }: Vocabulary): boolean =>
  localizers.some(localizer => tokenAt(tokens, at).text.endsWith(localizer))

/** Behind adverbs, dates and `在…上`; the end of the clause where a preposition has all of it. */
function skipLead(tokens: Tokens, { from, to }: Range, vocabulary: Vocabulary): number {
  let at = from
  while (at < to) {
    const token = tokenAt(tokens, at)
    if (has(token, LEAD)) at++
    else if (isDate(tokens, at)) at += 2
    else if (has(token, breakWord) && surnamedEnd(tokens, at, to, vocabulary) === undefined) {
      // 对坐在椅子上的居民: behind 的 the phrase goes on.
      let close = at + 1
      while (
        close < to &&
        (!closesPlace(tokens, close, vocabulary) || has(tokenAt(tokens, close + 1), genitive))
      )
        close++
      if (close >= to) return to
      at = close + 1
    } else break
  }
  return at
}

const isDate = (tokens: Tokens, at: number): boolean =>
  /^[\d一二三四五六七八九十]+$/u.test(tokenAt(tokens, at).text) &&
  /^[年月日号]$/u.test(tokenAt(tokens, at + 1).text)
