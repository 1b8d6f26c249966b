import { hanNameEnd, surnamedEnd } from './han-name.ts'
import { JOINS_WORDS } from './noun-phrase.ts'
import { has, isMark, tokenAt } from './token.ts'
import type { Range, Tokens } from './token.ts'
import type { Vocabulary } from './vocabulary.ts'
import { WORD_CLASS } from './word-class.ts'

const { adverb, article, conjunction, role, break: breakWord } = WORD_CLASS

/**
 * Without capitals: what stands behind the last office (رئيس الإقليم X) or belongs to what stands before it (…的X), and
 * before the titles that close it (X教授). Where spaces part phrases only, a name may also stand before its office.
 */
export function caselessName(tokens: Tokens, { from, to }: Range, vocabulary: Vocabulary): Range | undefined {
  let begin = from
  let end = vocabulary.grammar.unspaced ? beforeOfficeApart(tokens, from, to) : to
  while (end > from && has(tokenAt(tokens, end - 1), role | WORD_CLASS.subjectMarker)) end--
  for (let at = end - 1; at >= from; at--) {
    const token = tokenAt(tokens, at)
    if (has(token, role)) {
      // โฆษกกระทรวงมหาดไทย: the office is one of an institution.
      if (at + 1 < end && has(tokenAt(tokens, at + 1), WORD_CLASS.institution)) return undefined
      begin = has(token, article) ? at + 1 : behindOffice(tokens, at + 1, end)
      break
    }
    const isBreak =
      has(token, breakWord | adverb | conjunction | WORD_CLASS.genitive) &&
      surnamedEnd(tokens, at, end, vocabulary) === undefined
    if (!isBreak && (token.kind === 'word' || isMark(tokens, at, JOINS_WORDS))) continue
    begin = at + 1
    break
  }
  if (begin >= end || isTooLong(tokens, begin, end)) return undefined
  return end < to && begin === from && !mayBeHanName(tokens, begin, end, vocabulary)
    ? undefined
    : { from: begin, to: end }
}

/** 警方发言人, 当地居民: what stands before an office is often no name; with a table of family names that can be told. */
export function mayBeHanName(tokens: Tokens, from: number, to: number, vocabulary: Vocabulary): boolean {
  if (vocabulary.surnames.size === 0) return true
  if (vocabulary.surnames.has(tokenAt(tokens, from).text)) {
    return to === from + 1 || hanNameEnd(tokens, from, to, vocabulary) === to
  }
  for (let at = from; at < to; at++) if (isMark(tokens, at, JOINS_WORDS)) return true
  return false
}

const LONGEST_HAN = 7
/** A name in Han characters is short, unless it is a foreign one with dots. */
export function isTooLong(tokens: Tokens, from: number, to: number): boolean {
  const first = tokenAt(tokens, from)
  if (!/^\p{Script=Han}/u.test(first.text)) return false
  if (tokenAt(tokens, to - 1).end - first.start <= LONGEST_HAN) return false
  for (let at = from; at < to; at++) if (isMark(tokens, at, JOINS_WORDS)) return false
  return true
}

/** Thai: a space and an office behind the name (อันวิตา รังเกศ หัวหน้าคณะ). */
function beforeOfficeApart(tokens: Tokens, from: number, to: number): number {
  for (let at = from + 1; at < to; at++) {
    const token = tokenAt(tokens, at)
    if (has(token, role) && token.start > tokenAt(tokens, at - 1).end) return at
  }
  return to
}

const LONGEST_OFFICE = 4
/** `رئيسة فريق التنقيب`: an office goes on up to the noun with an article. */
function behindOffice(tokens: Tokens, from: number, to: number): number {
  for (let at = from; at < Math.min(to, from + LONGEST_OFFICE); at++) {
    if (!has(tokenAt(tokens, at), article)) continue
    let next = at + 1
    while (next < to - 1 && has(tokenAt(tokens, next), article)) next++
    return next
  }
  return from
}
