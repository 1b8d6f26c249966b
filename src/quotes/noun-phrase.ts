import { cueAt, has, isMark, isPronoun, isQuote, isWord, tokenAt } from './token.ts'
import type { Range, Token, Tokens } from './token.ts'
import { PRONOUN, WORD_CLASS } from './vocabulary.ts'
import type { Vocabulary } from './vocabulary.ts'

/**
 * The words that name somebody, found from a verb or a quote outwards. No parser: a phrase ends at a verb of saying, a
 * clause word, a preposition, a pronoun or punctuation, and at what follows a name in small letters.
 */

const LONGEST = 14
const JOINS_NAMES = "&-’'·・‧"
const CLAUSE_ENDS = '.,:;!?…–—―(،。，、：'
const { article, adverb, auxiliary, break: breakWord, conjunction, particle, relative } = WORD_CLASS

const endsName = (token: Token): boolean => has(token, breakWord | conjunction) && !has(token, particle)

/** The phrase that begins at `at`, adverbs before it skipped; not beyond `to`. */
export function phraseRight(
  tokens: Tokens,
  start: number,
  to: number,
  vocabulary: Vocabulary,
): Range | undefined {
  let at = start
  while (at < to && isWord(tokens, at) && has(tokenAt(tokens, at), adverb) && !tokenAt(tokens, at).isCapital)
    at++
  const first = tokenAt(tokens, at)
  if (at >= to || first.kind !== 'word') return undefined
  const isArticle = has(first, article)
  if (!first.isCapital && !isArticle && has(first, conjunction | relative | breakWord) && !isPronoun(first))
    return undefined
  if (isPronoun(first) && !(isArticle && at + 1 < to && isWord(tokens, at + 1)))
    return { from: at, to: at + 1 }
  return wholeClause(tokens, at, to, vocabulary) ?? growRight(tokens, at, to, vocabulary)
}

/** `havnesjef i Marnvik Tora Lindvik`: words up to the next punctuation that close with a capital are one phrase. */
function wholeClause(tokens: Tokens, at: number, to: number, { grammar }: Vocabulary): Range | undefined {
  // Where every noun has a capital, the last one is no sign that the words belong together.
  if (grammar.wordOrder === 'subject-first' || grammar.capitalNouns === true) return undefined
  let end = at
  let lastCapital = -1
  for (; end < to && isWord(tokens, end); end++) {
    if (end - at > 10) return undefined
    const token = tokenAt(tokens, end)
    if (end > at) {
      if (endsName(token) || has(token, adverb)) return undefined
      if (isPronoun(token) && !has(token, article)) return undefined
    }
    if ((cueAt(tokens, end) || has(token, auxiliary)) && !token.isCapital) return undefined
    if (token.isCapital) lastCapital = end
  }
  const closes = end >= to || isQuote(tokens, end) || isMark(tokens, end, CLAUSE_ENDS)
  return closes && end - at >= 2 && lastCapital >= end - 2 ? { from: at, to: end } : undefined
}

const LONGEST_ATTRIBUTE = 10
/** `die für den Küstenschutz zuständige Ministerin`: an adjective with words of its own before the noun. */
function behindAttribute(tokens: Tokens, at: number, to: number): number {
  if (!has(tokenAt(tokens, at + 1), breakWord) || tokenAt(tokens, at + 1).isCapital) return at
  for (let next = at + 3; next < Math.min(to, at + LONGEST_ATTRIBUTE); next++) {
    const before = tokenAt(tokens, next - 1)
    if (before.kind !== 'word') return at
    const isAdjective = !before.isCapital && !has(before, breakWord | article | adverb | conjunction)
    if (isAdjective && tokenAt(tokens, next).isCapital) return next
  }
  return at
}

function growRight(tokens: Tokens, start: number, to: number, { grammar }: Vocabulary): Range | undefined {
  let at = start
  const first = tokenAt(tokens, at)
  if (grammar.capitalNouns === true && has(first, article)) at = behindAttribute(tokens, at, to)
  let end = at
  let sawCapital = false
  const caselessEnd = first.isCaseless ? closedEnd(tokens, at, to) : undefined
  if (caselessEnd !== undefined) return { from: at, to: caselessEnd }
  for (let next = at; next < to && next - at < LONGEST; next++) {
    const token = tokenAt(tokens, next)
    if (token.kind === 'quote') break
    if (token.kind === 'mark') {
      if (JOINS_NAMES.includes(token.text) && next + 1 < to && isWord(tokens, next + 1)) continue
      break
    }
    const after = tokenAt(tokens, next + 1)
    if (next > at) {
      if (has(token, breakWord | conjunction | relative) && !token.isCapital) {
        const capitalFollows = after.isCapital || (has(after, article) && tokenAt(tokens, next + 2).isCapital)
        if (has(token, particle) && !has(token, conjunction) && after.kind === 'word' && capitalFollows)
          continue
        break
      }
      if ((cueAt(tokens, next) || has(token, auxiliary)) && !token.isCapital) break
      if (isPronoun(token) && !has(token, article)) break
      if (has(token, adverb) && !token.isCapital) break
      if (sawCapital && !token.isCapital && !has(token, particle) && !first.isCaseless) {
        // Small letters after a name: only `Berg mayor Anna Lind` goes on.
        const goesOn = after.isCapital && !has(token, adverb) && grammar.capitalNouns !== true
        if (!goesOn) break
      }
    }
    if (token.isCapital && !has(token, article)) sawCapital = true
    end = next + 1
    if (first.isCaseless && next - at >= CASELESS_LENGTH) break
  }
  while (end > at) {
    const last = tokenAt(tokens, end - 1)
    if (last.kind === 'word' && (last.isCapital || !has(last, particle) || end - 1 === at)) break
    end--
  }
  return end > at ? { from: at, to: end } : undefined
}

/** Without capitals a phrase is believed so long, or up to punctuation when that is near. */
const CASELESS_LENGTH = 3
const CASELESS_CLAUSE = 8

/** Where punctuation or a quote soon closes words none of which ends a phrase. */
function closedEnd(tokens: Tokens, at: number, to: number): number | undefined {
  for (let end = at; end <= to && end - at <= CASELESS_CLAUSE; end++) {
    if (end > at && (end === to || isQuote(tokens, end) || isMark(tokens, end, CLAUSE_ENDS))) return end
    const token = tokenAt(tokens, end)
    const isJoin = token.kind === 'mark' && JOINS_NAMES.includes(token.text)
    if (
      !isJoin &&
      (token.kind !== 'word' || endsName(token) || has(token, adverb | auxiliary) || cueAt(tokens, end))
    )
      return undefined
    if (end > at && isPronoun(token)) return undefined
  }
  return undefined
}

export type LeftPhrase = Range & {
  /** Something stood before the phrase in its clause: an adverb, a preposition. */
  readonly hasLead: boolean
}

/** The phrase that ends before the verb at `verb`: its subject, past adverbs, brackets and what stands between commas. */
export function phraseLeft(
  tokens: Tokens,
  verb: number,
  from: number,
  vocabulary: Vocabulary,
): LeftPhrase | undefined {
  if (vocabulary.grammar.unspaced) return unspacedSubject(tokens, verb, from)
  let at = skipAdverbsLeft(tokens, verb - 1, from)
  if (at < from || isQuote(tokens, at)) return undefined
  for (let guard = 0; guard < 3 && at >= from && !isWord(tokens, at); guard++) {
    const before = isMark(tokens, at, ')')
      ? beforeBracket(tokens, at, from)
      : beforeInsertion(tokens, at, from)
    if (before === undefined) return undefined
    at = before
  }
  at = skipAdverbsLeft(tokens, at, from)
  const last = tokenAt(tokens, at)
  if (at < from || last.kind !== 'word') return undefined
  if (isPronoun(last) && !has(last, article)) return { from: at, to: at + 1, hasLead: false }
  // `… and said`: the subject is left out; `that says`: it is further left.
  if (has(last, conjunction | relative) && !last.isCapital) return undefined

  const begin = growLeft(tokens, at, from)
  return trimLead(tokens, { from: begin, to: at + 1 }, from, vocabulary)
}

/** How many clauses back a subject may stand (某某到场，称…). */
const CLAUSES = 2

/** Without spaces: the words of the clause up to its first preposition, adverb or other function word. */
function unspacedSubject(tokens: Tokens, verb: number, from: number): LeftPhrase | undefined {
  let end = verb
  for (let clause = 0; clause < CLAUSES; clause++) {
    let begin = end
    while (begin > from && (isWord(tokens, begin - 1) || isMark(tokens, begin - 1, JOINS_NAMES))) begin--
    while (begin < end && has(tokenAt(tokens, begin), conjunction | adverb | WORD_CLASS.source)) begin++
    let last = begin
    if (isPronoun(tokenAt(tokens, begin))) last++
    else while (last < end && !has(tokenAt(tokens, last), breakWord | adverb | auxiliary | PRONOUN)) last++
    if (last > begin && !isQuote(tokens, begin)) return { from: begin, to: last, hasLead: false }
    if (!isMark(tokens, begin - 1, ',，、')) return undefined
    end = begin - 1
  }
  return undefined
}

function skipAdverbsLeft(tokens: Tokens, start: number, from: number): number {
  let at = start
  while (at >= from && isWord(tokens, at)) {
    const token = tokenAt(tokens, at)
    if (isPronoun(token) || token.isCapital || !has(token, adverb)) break
    at--
  }
  return at
}

const LONGEST_BRACKET = 14
function beforeBracket(tokens: Tokens, close: number, from: number): number | undefined {
  for (let at = close - 1; at >= from && close - at <= LONGEST_BRACKET; at--) {
    if (isMark(tokens, at, '(')) return at > from ? at - 1 : undefined
  }
  return undefined
}

/** `Berg, mayor of Marnvik, said`: from the second comma or dash to before the first one of the sentence. */
function beforeInsertion(tokens: Tokens, close: number, from: number): number | undefined {
  if (!isMark(tokens, close, ',–—،，、')) return undefined
  const mark = tokenAt(tokens, close).text
  let best = -1
  let depth = 0
  for (let at = close - 1; at >= from; at--) {
    if (isMark(tokens, at, ')')) depth++
    if (isMark(tokens, at, '(')) depth--
    if (isQuote(tokens, at) || (depth === 0 && isMark(tokens, at, ';:.!?'))) break
    if (depth === 0 && isMark(tokens, at, mark)) best = at
  }
  return best > from ? best - 1 : undefined
}

function growLeft(tokens: Tokens, last: number, from: number): number {
  let begin = last
  for (let at = last; at >= from && last - at < LONGEST; at--) {
    const token = tokenAt(tokens, at)
    if (token.kind === 'quote') break
    if (token.kind === 'mark') {
      if (JOINS_NAMES.includes(token.text)) continue
      const before = token.text === ')' ? beforeBracket(tokens, at, from) : undefined
      if (before === undefined) break
      at = before + 1
      continue
    }
    if (at < last) {
      if (token.isCaseless && has(token, breakWord)) break
      if (has(token, conjunction | relative) && !token.isCapital) {
        const joinsNames = at > from && tokenAt(tokens, at - 1).isCapital && tokenAt(tokens, at + 1).isCapital
        if (joinsNames && has(token, particle)) continue
        break
      }
      if (cueAt(tokens, at) && !token.isCapital && !has(token, WORD_CLASS.nounLike)) break
      if (isPronoun(token) && !has(token, article | particle)) break
    }
    begin = at
  }
  return begin
}

/** Cuts what stands before the phrase in its clause: `On Monday`, `In Marnvik`, `Then`. */
function trimLead(
  tokens: Tokens,
  phrase: Range,
  sentence: number,
  { grammar }: Vocabulary,
): LeftPhrase | undefined {
  const last = phrase.to - 1
  let begin = phrase.from
  const skipAdverbs = (): void => {
    while (begin < last) {
      const token = tokenAt(tokens, begin)
      if (!has(token, adverb) || has(token, article) || (token.isCapital && begin !== sentence)) break
      begin++
    }
  }
  const first = tokenAt(tokens, begin)
  const hasLead = has(first, breakWord | adverb) && !has(first, article)
  skipAdverbs()
  const lead = tokenAt(tokens, begin)
  if (begin < last && has(lead, breakWord) && !has(lead, article)) {
    let name = last
    while (name > begin && isNamePart(tokenAt(tokens, name))) name--
    if (name < last && grammar.capitalNouns !== true) begin = name + 1
    else {
      const determined = lastIndex(tokens, last, begin, token => has(token, article))
      if (determined > begin) begin = determined
      else if (name < last) begin = name + 1
    }
    while (begin < last && has(tokenAt(tokens, begin), particle) && !has(tokenAt(tokens, begin), article))
      begin++
    skipAdverbs()
  }
  return begin <= last ? { from: begin, to: phrase.to, hasLead } : undefined
}

const isNamePart = (token: Token): boolean => token.isCapital || has(token, particle) || token.kind !== 'word'

function lastIndex(tokens: Tokens, last: number, after: number, test: (token: Token) => boolean): number {
  for (let at = last; at > after; at--) if (test(tokenAt(tokens, at))) return at
  return -1
}

/** The name before the relative clause whose first word stands at `at`. */
export function phraseBefore(tokens: Tokens, at: number, from: number): Range | undefined {
  let last = at - 1
  while (last >= from && !isWord(tokens, last)) last--
  if (last < from) return undefined
  let begin = last
  while (begin > from && last - begin < 5 && isWord(tokens, begin - 1)) {
    const token = tokenAt(tokens, begin - 1)
    if (has(token, breakWord | conjunction) || cueAt(tokens, begin - 1)) break
    begin--
  }
  return { from: begin, to: last + 1 }
}

const LONGEST_MARKED = 10

/** The words up to a marker of the subject (は, 는, ने), the last one before `to` or the first one. */
export function markedSubject(
  tokens: Tokens,
  from: number,
  to: number,
  { vocabulary, isFirst = false }: { vocabulary: Vocabulary; isFirst?: boolean },
): Range | undefined {
  if (vocabulary.grammar.subjectMarkers === undefined) return undefined
  const step = isFirst ? 1 : -1
  for (let at = isFirst ? from : to - 1; at >= from && at < to; at += step) {
    const token = tokenAt(tokens, at)
    if (token.kind === 'quote' && !isFirst) return undefined
    if (token.kind !== 'word') continue
    const isMarker = has(token, WORD_CLASS.subjectMarker)
    if (!isMarker && vocabulary.markerLength(token.text) === 0) continue
    const end = isMarker ? at : at + 1
    // 操舵できなかったのは: a clause, no name
    if (isMarker && has(tokenAt(tokens, at - 1), WORD_CLASS.genitive)) continue
    const begin = markedStart(tokens, end, from)
    if (begin < end) return { from: begin, to: end }
  }
  return undefined
}

/** Back from the end of a phrase to the particle, the punctuation or the quote before it. */
export function markedStart(tokens: Tokens, end: number, from: number): number {
  let begin = end
  while (begin > from && end - begin < LONGEST_MARKED) {
    const token = tokenAt(tokens, begin - 1)
    if (token.kind === 'quote' || (token.kind === 'mark' && !'·・‧-='.includes(token.text))) break
    if (has(token, conjunction | breakWord | adverb | WORD_CLASS.subjectMarker)) break
    begin--
  }
  return begin
}

const LONGEST_LEAD = 22
/** A subject stands among so many first words. */
const SUBJECT_REACH = 80
/** The first phrase of a clause that can be its subject, behind a leading `On Monday, …`. */
export function firstSubject(
  tokens: Tokens,
  from: number,
  limit: number,
  vocabulary: Vocabulary,
): Range | undefined {
  const to = Math.min(limit, from + SUBJECT_REACH)
  if (vocabulary.grammar.subjectMarkers !== undefined) {
    return markedSubject(tokens, from, to, { vocabulary, isFirst: true })
  }
  let start = from
  const lead = tokenAt(tokens, from)
  if (lead.kind === 'word' && has(lead, breakWord | conjunction) && !has(lead, article)) {
    for (let at = from + 1; at < to && at < from + LONGEST_LEAD; at++) {
      if (!isMark(tokens, at, ',،，、')) continue
      if (at + 1 < to && isWord(tokens, at + 1)) start = at + 1
      break
    }
  }
  for (let at = start; at < to; at++) {
    const token = tokenAt(tokens, at)
    if (token.kind !== 'word') continue
    if (isPronoun(token) && !has(token, WORD_CLASS.otherPronoun)) return { from: at, to: at + 1 }
    if (token.isCapital || token.isCaseless || has(token, article)) {
      if (has(token, breakWord | adverb | conjunction) && !has(token, article)) continue
      const phrase = phraseRight(tokens, at, to, vocabulary)
      if (phrase && isNaming(tokens, phrase)) return phrase
    } else if (isPronoun(token)) return { from: at, to: at + 1 }
  }
  return undefined
}

function isNaming(tokens: Tokens, { from, to }: Range): boolean {
  for (let at = from; at < to; at++) {
    const token = tokenAt(tokens, at)
    if (token.kind === 'word' && (token.isCapital || token.isCaseless || !has(token, article))) return true
  }
  return false
}

export function hasCapital(tokens: Tokens, { from, to }: Range): boolean {
  for (let at = from; at < to; at++) if (tokenAt(tokens, at).isCapital) return true
  return false
}
