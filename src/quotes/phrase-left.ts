import { JOINS_NAMES, LONGEST_PHRASE } from './noun-phrase.ts'
import { cueAt, has, isMark, isPronoun, isQuote, isWord, tokenAt } from './token.ts'
import type { Range, Token, Tokens } from './token.ts'
import { unspacedSubject } from './unspaced-subject.ts'
import { WORD_CLASS } from './word-class.ts'
import type { Vocabulary } from './vocabulary.ts'

const { article, adverb, break: breakWord, conjunction, particle, relative } = WORD_CLASS

export type LeftPhrase = Range & {
  /** Something stood before the phrase in its clause: an adverb, a preposition. */
  readonly hasLead: boolean
  /** It stands in a clause before that of the verb. */
  readonly isFar?: boolean
  /** Nothing in its words tells that they are a name or an office. */
  readonly isGuess?: boolean
}

/** The phrase that ends before the verb at `verb`: its subject, past adverbs, brackets and what stands between commas. */
export function phraseLeft(
  tokens: Tokens,
  verb: number,
  from: number,
  vocabulary: Vocabulary,
): LeftPhrase | undefined {
  if (vocabulary.grammar.unspaced) return unspacedSubject(tokens, verb, from, vocabulary)
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
  for (let at = last; at >= from && last - at < LONGEST_PHRASE; at--) {
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
  // Πάντως ο Πρόεδρος: the first word of a sentence has a capital, whatever it is.
  const next = tokenAt(tokens, begin + 1)
  const isSubjectArticle = has(next, article) && has(next, WORD_CLASS.hisForm | WORD_CLASS.herForm)
  if (
    begin === sentence &&
    begin + 1 < last &&
    isSubjectArticle &&
    !has(tokenAt(tokens, begin), article | WORD_CLASS.role)
  )
    begin++
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
