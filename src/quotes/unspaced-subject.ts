import type { LeftPhrase } from './phrase-left.ts'
import { JOINS_NAMES } from './noun-phrase.ts'
import { has, isMark, isQuote, isWord, tokenAt } from './token.ts'
import type { Range, Tokens } from './token.ts'
import { LEAD, NO_PHRASE, subjectIn } from './unspaced-clause.ts'
import type { Vocabulary } from './vocabulary.ts'
import { WORD_CLASS } from './word-class.ts'

/** How many clauses back a subject may stand: 某某接过信，看了一遍，低声说. */
const CLAUSES = 5
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
  let actor: LeftPhrase | undefined
  let end = verb
  for (let clause = 0; clause < CLAUSES; clause++) {
    const begin = clauseStart(tokens, end, from, vocabulary)
    const subject = subjectIn(tokens, { from: begin, to: end }, { vocabulary, isOwn: clause === 0 })
    if (subject) {
      const { from: first, to, sureness } = subject
      const found = { from: first, to, hasLead: false, isFar: clause > 0, isGuess: sureness !== 'naming' }
      if (sureness === 'naming') return found
      if (sureness === 'noun') guess ??= found
      else actor = found
    }
    if (!isMark(tokens, begin - 1, ',，、')) break
    end = begin - 1
  }
  return guess ?? actor
}

/** The first words for somebody that a clause of a sentence begins with. */
export function firstNamed(
  tokens: Tokens,
  from: number,
  to: number,
  vocabulary: Vocabulary,
): Range | undefined {
  for (let at = from; at < to; at++) {
    let end = at
    while (end < to && (isWord(tokens, end) || isMark(tokens, end, JOINS_NAMES))) end++
    const subject =
      end > at ? subjectIn(tokens, { from: at, to: end }, { vocabulary, isOwn: true }) : undefined
    if (subject?.sureness === 'naming') return { from: subject.from, to: subject.to }
    at = end
  }
  return undefined
}

function clauseStart(tokens: Tokens, end: number, from: number, vocabulary: Vocabulary): number {
  let begin = end
  const isPart = (at: number): boolean =>
    isWord(tokens, at) ||
    isMark(tokens, at, JOINS_NAMES) ||
    // 在题为“桥”的文章中: words in marks within the clause
    (isQuote(tokens, at) && has(tokenAt(tokens, at + 1), WORD_CLASS.genitive))
  while (begin > from && isPart(begin - 1)) begin--
  return hasSpaces(vocabulary) ? lastPart(tokens, begin, end) : begin
}

const hasSpaces = ({ grammar }: Vocabulary): boolean =>
  grammar.surnames === undefined && grammar.subjectMarkers === undefined

/** Thai parts clauses by spaces, and first from last names: the last part, and those before it that are plain words. */
function lastPart(tokens: Tokens, from: number, to: number): number {
  const follows = (at: number): boolean => tokenAt(tokens, at).start > tokenAt(tokens, at - 1).end
  let begin = to
  while (begin > from) {
    let part = begin - 1
    while (part > from && !follows(part)) part--
    let isPlain = true
    for (let at = part; at < begin; at++) if (has(tokenAt(tokens, at), NO_PHRASE | LEAD)) isPlain = false
    if (!isPlain && begin < to) return begin
    begin = part
    if (!isPlain) return begin
  }
  return begin
}
