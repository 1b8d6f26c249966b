import { isLowerAt, isUpperAt, skipSpaces } from './characters.ts'
import type { Reading } from './reading.ts'
import { has, isMark, tokenAt } from './token.ts'
import type { Range, Token, Tokens } from './token.ts'
import { WORD_CLASS } from './vocabulary.ts'

const SPEECH_WORDS = 4
const LONG_SPEECH = 9
const COLON_SPEECH = 3
/** Whether a quote reads like something said, though no word of its sentence reports it. */
export function isSpeechLike(text: string, { quote, at }: Reading, tokens: Tokens, sentence: Range): boolean {
  if (quote.shape === 'dash' || quote.isUnclosed || quote.words >= LONG_SPEECH) return true
  const isLedByColon = isMark(tokens, at - 1, ':：')
  if (isLedByColon && quote.words >= COLON_SPEECH) return true
  const isStopped = '.!?…。！？।؟'.includes(quote.lastMark || ' ')
  if (quote.words >= SPEECH_WORDS && (isStopped || (quote.lastMark === ',' && isUpperAt(text, quote.start))))
    return true
  const isAlone = tokens
    .slice(sentence.from, sentence.to)
    .every((token: Token, k) => sentence.from + k === at || token.kind === 'mark')
  const stopsBehind = /^[.!?…。！？]/u.test(text.slice(quote.outerEnd, quote.outerEnd + 1))
  return (
    isAlone &&
    quote.words >= 2 &&
    (isStopped || stopsBehind || !isLowerAt(text, skipSpaces(text, quote.start)))
  )
}

/** Whether the sentence stands in the mood of reported speech. */
export function hasReportedForm(tokens: Tokens, sentence: Range | undefined): boolean {
  if (sentence === undefined) return false
  for (let at = sentence.from; at < sentence.to; at++) {
    if (has(tokenAt(tokens, at), WORD_CLASS.reportedForm)) return true
  }
  return false
}
