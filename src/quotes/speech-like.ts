import { isLowerAt, isUpperAt, skipSpaces } from './characters.ts'
import type { Reading } from './reading.ts'
import { has, isMark, tokenAt } from './token.ts'
import type { Range, Tokens } from './token.ts'
import { WORD_CLASS } from './word-class.ts'

const SPEECH_WORDS = 4
const LONG_SPEECH = 9
const COLON_SPEECH = 3
/** A sentence of one quote has no more tokens. */
const LONGEST_ALONE = 8
/** How far around a quote verbs are looked at. */
const REACH = 40

/** Whether a quote reads like something said, though no word of its sentence reports it. */
export function isSpeechLike(text: string, { quote, at }: Reading, tokens: Tokens, sentence: Range): boolean {
  if (quote.shape === 'dash' || quote.isUnclosed || quote.words >= LONG_SPEECH) return true
  const isLedByColon = isMark(tokens, at - 1, ':：')
  if (isLedByColon && quote.words >= COLON_SPEECH) return true
  const isStopped = '.!?…。！？।؟'.includes(quote.lastMark || ' ')
  if (quote.words >= SPEECH_WORDS && (isStopped || (quote.lastMark === ',' && isUpperAt(text, quote.start))))
    return true
  const isAlone = standsAlone(tokens, at, sentence)
  const stopsBehind = /^[.!?…。！？]/u.test(text.slice(quote.outerEnd, quote.outerEnd + 1))
  if (isAlone && quote.lastMark !== '' && isStopped) return true
  return (
    isAlone &&
    quote.words >= 2 &&
    (isStopped || stopsBehind || !isLowerAt(text, skipSpaces(text, quote.start)))
  )
}

/** Nothing else in the sentence but punctuation. */
function standsAlone(tokens: Tokens, at: number, { from, to }: Range): boolean {
  const isMarkAt = (k: number): boolean => k === at || tokenAt(tokens, k).kind === 'mark'
  if (to - from > LONGEST_ALONE) return false
  for (let k = from; k < to; k++) if (!isMarkAt(k)) return false
  return true
}

/** Whether the words around the quote stand in the mood of reported speech. */
export function hasReportedForm(tokens: Tokens, { from, to }: Range, at: number): boolean {
  for (let k = Math.max(from, at - REACH); k < Math.min(to, at + REACH); k++) {
    if (has(tokenAt(tokens, k), WORD_CLASS.reportedForm)) return true
  }
  return false
}
