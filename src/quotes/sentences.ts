import type { FoundQuote } from './found-quote.ts'
import { cueAt, isMark, tokenAt } from './token.ts'
import type { Range, Tokens } from './token.ts'

const STOPS = '.!?…。！？।؟։'
const NEVER_FIRST = ',;)]،'
const ENDS_FULLY = '.…。।'

/** The sentences of the narrator: ranges of tokens that follow each other without a gap. */
export function splitSentences(tokens: Tokens, quotes: readonly FoundQuote[]): Range[] {
  const sentences: Range[] = []
  let from = 0
  for (let at = 0; at < tokens.length; at++) {
    if (at === tokens.length - 1 || endsSentence(tokens, at, quotes)) {
      sentences.push({ from, to: at + 1 })
      from = at + 1
    }
  }
  return sentences
}

const LONGEST_NAME = 3
/** `“Great result.” Anna Berg said`: a name and a verb of saying belong to the quote before them. */
function reportsInSpiteOfStop(tokens: Tokens, from: number): boolean {
  let at = from
  while (at - from < LONGEST_NAME && tokenAt(tokens, at).isCapital) at++
  return cueAt(tokens, at) !== undefined
}

function endsSentence(tokens: Tokens, at: number, quotes: readonly FoundQuote[]): boolean {
  const token = tokenAt(tokens, at)
  const next = tokenAt(tokens, at + 1)
  if (isMark(tokens, at, STOPS)) {
    if (isMark(tokens, at + 1, NEVER_FIRST)) return false
    return next.isCapital || next.kind !== 'word' || next.isCaseless || !/^\p{L}/u.test(next.text)
  }
  if (token.kind !== 'quote') return false
  // A quote that ends with a full stop is a sentence of its own, unless the narrator goes on in small letters.
  const last = quotes[token.quote]?.lastMark ?? ''
  if (last === '' || isMark(tokens, at + 1, NEVER_FIRST)) return false
  if (ENDS_FULLY.includes(last)) {
    return next.kind === 'quote' || (next.isCapital && !reportsInSpiteOfStop(tokens, at + 1))
  }
  if (!'!?！？؟'.includes(last)) return false
  // Behind a colon the words were reported already: `Er fragte: „Wer war das?“ Berg schwieg.`
  return next.kind === 'quote' || (next.isCapital && isMark(tokens, at - 1, ':'))
}
