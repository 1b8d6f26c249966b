import type { Candidate, Site } from '../candidate.ts'
import { readCue } from '../cue.ts'
import { has, isMark, isPronoun, isQuote, isWord, tokenAt } from '../token.ts'
import type { Range, Tokens } from '../token.ts'
import { WORD_CLASS } from '../vocabulary.ts'
import type { Vocabulary } from '../vocabulary.ts'

const { adverb, conjunction, subjectMarker, break: breakWord } = WORD_CLASS
/** How far behind the quote the verb may stand: particles and adverbs come between (と笑いながら述べた). */
const REACH = 8
/** How far before the quote the subject may stand. */
const SUBJECT_REACH = 40
const LONGEST_NAME = 10

/** Where the verb goes last: `田中氏は「…」と述べた`, `Ayşe Yılmaz, “…” dedi`. */
export function aroundQuote(site: Site): Candidate[] {
  const { tokens, at, from, vocabulary } = site
  if (vocabulary.grammar.wordOrder !== 'verb-last') return []
  const verb = verbBehind(site)
  if (verb === undefined) return []
  let start = from
  for (let k = at - 1; k >= Math.max(from, at - SUBJECT_REACH); k--) {
    start = k
    if (isQuote(tokens, k)) {
      start = k + 1
      break
    }
  }
  const subject = markedSubject(tokens, start, at, vocabulary) ?? phraseBeforeQuote(tokens, start, at)
  if (!subject) return []
  return [{ rule: 'around-quote', subject, cue: verb, confidence: 0.9 }]
}

function verbBehind({ tokens, at, from, to, vocabulary }: Site): Range | undefined {
  for (let k = at + 1; k < Math.min(to, at + 1 + REACH); k++) {
    if (isQuote(tokens, k)) return undefined
    const cue = readCue(tokens, k, from, vocabulary)
    if (cue) return { from: k, to: k + cue.length }
  }
  return undefined
}

/** The words up to a marker of the subject, back to the clause before. */
function markedSubject(
  tokens: Tokens,
  from: number,
  to: number,
  { grammar, markerLength }: Vocabulary,
): Range | undefined {
  if (grammar.subjectMarkers === undefined) return undefined
  for (let at = to - 1; at >= from; at--) {
    const token = tokenAt(tokens, at)
    if (token.kind !== 'word') continue
    const isMarker = has(token, subjectMarker) && at > from
    if (!isMarker && markerLength(token.text) === 0) continue
    const end = isMarker ? at : at + 1
    const begin = phraseStart(tokens, end - 1, from)
    return begin < end ? { from: begin, to: end } : undefined
  }
  return undefined
}

function phraseBeforeQuote(tokens: Tokens, from: number, to: number): Range | undefined {
  let end = to
  while (end > from && isMark(tokens, end - 1, ',،、:')) end--
  while (end > from && has(tokenAt(tokens, end - 1), adverb)) end--
  if (end === from || !isWord(tokens, end - 1)) return undefined
  const last = tokenAt(tokens, end - 1)
  if (has(last, conjunction | breakWord)) return undefined
  if (isPronoun(last)) return { from: end - 1, to: end }
  const begin = phraseStart(tokens, end - 1, from)
  return last.isCapital || last.isCaseless ? { from: begin, to: end } : undefined
}

function phraseStart(tokens: Tokens, last: number, from: number): number {
  let begin = last
  while (begin > from && last - begin < LONGEST_NAME) {
    const token = tokenAt(tokens, begin - 1)
    if (token.kind === 'quote' || (token.kind === 'mark' && !'·・‧-='.includes(token.text))) break
    if (has(token, conjunction | breakWord | adverb | subjectMarker)) break
    begin--
  }
  return begin
}
