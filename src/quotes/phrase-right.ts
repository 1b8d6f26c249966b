import { CLAUSE_ENDS, endsName, JOINS_NAMES, LONGEST_PHRASE } from './noun-phrase.ts'
import { cueAt, has, isMark, isPronoun, isQuote, isWord, tokenAt } from './token.ts'
import type { Range, Tokens } from './token.ts'
import { WORD_CLASS } from './word-class.ts'
import type { Vocabulary } from './vocabulary.ts'

const { article, adverb, auxiliary, break: breakWord, conjunction, particle, relative, role } = WORD_CLASS

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
  const phrase = wholeClause(tokens, at, to, vocabulary) ?? growRight(tokens, at, to, vocabulary)
  return phrase && fromArticle(tokens, phrase)
}

/** `γελώντας ο Φάνης`: small words that no list knows before the article belong to the verb. */
function fromArticle(tokens: Tokens, { from, to }: Range): Range {
  for (let at = from; at < to; at++) {
    const token = tokenAt(tokens, at)
    if (token.isCapital || has(token, role)) break
    if (!has(token, article)) continue
    // πρόεδρος της Βουλής: the article belongs to what a noun has beside it
    const isOwn = at > from && !has(tokenAt(tokens, at - 1), particle | breakWord)
    return isOwn ? { from: at, to } : { from, to }
  }
  return { from, to }
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
  const isNameLast =
    lastCapital === end - 1 || (lastCapital === end - 2 && has(tokenAt(tokens, end - 1), role))
  return closes && end - at >= 2 && isNameLast ? { from: at, to: end } : undefined
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
  for (let next = at; next < to && next - at < LONGEST_PHRASE; next++) {
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
      if (sawCapital && !token.isCapital && !has(token, particle | role) && !first.isCaseless) {
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
