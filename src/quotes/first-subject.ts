import { firstNominal } from './first-nominal.ts'
import { phraseRight } from './phrase-right.ts'
import { has, isMark, isPronoun, isWord, tokenAt } from './token.ts'
import type { Range, Tokens } from './token.ts'
import { firstNamed } from './unspaced-subject.ts'
import { WORD_CLASS } from './word-class.ts'
import type { Vocabulary } from './vocabulary.ts'

const { article, adverb, auxiliary, break: breakWord, conjunction } = WORD_CLASS

const LONGEST_MARKED = 10
/** No part of a marked phrase. */
const NO_PART = conjunction | breakWord | adverb | auxiliary | WORD_CLASS.subjectMarker | WORD_CLASS.verb

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
    // 논의를 주도하고 있는: the ending of a verb before its noun looks like a marker
    if (has(token, auxiliary)) continue
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
    if (has(token, NO_PART)) break
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
  if (vocabulary.grammar.capitalNouns === true) return firstNominal(tokens, from, to, { vocabulary })
  const named = vocabulary.surnames.size > 0 ? firstNamed(tokens, from, to, vocabulary) : undefined
  if (named) return named
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
