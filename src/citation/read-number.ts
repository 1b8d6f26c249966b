import type { Token } from '../text/tokenize.ts'
import type { ReadUnits, Unit } from './unit.ts'

export const isNumber = (term: string): boolean => /^\d+$/.test(term)

/** What stands between the digits of one number, time or score, and what it counts as. */
const DIGIT_JOINERS: Readonly<Record<string, string>> = {
  '.': '.',
  ',': '.',
  '٫': '.',
  '·': '.',
  ':': '.',
  '/': '/',
  '-': '-',
  '‐': '-',
  '‑': '-',
  '–': '-',
  '—': '-',
  '−': '-',
}

/** A number with all its digits, from the token at which it begins. */
export function readNumber(text: string, tokens: readonly Token[], at: number): ReadUnits {
  const first = tokens[at] as Token
  let key = first.term
  let end = first.end
  let used = 1
  for (let next = tokens[at + used]; next && isNumber(next.term); next = tokens[at + used]) {
    const joiner = DIGIT_JOINERS[text.slice(end, next.start)]
    if (joiner === undefined) break
    key += joiner + next.term
    end = next.end
    used++
  }
  const raw = text.slice(first.start, end)
  const unit: Unit = { kind: 'number', key, raw, start: first.start, end }
  switch (signBefore(text, first.start)) {
    case 'minus':
      return [[{ ...unit, key: `-${key}` }], used]
    case 'dash':
      return [[{ ...unit, also: [`-${key}`] }], used]
    case undefined:
      return [[unit], used]
  }
}

/** A hyphen right before a number is a minus; a dash is as often none. */
function signBefore(text: string, start: number): 'minus' | 'dash' | undefined {
  const mark = text.charAt(start - 1)
  if (start > 1 && !/[\s([{"“«]/u.test(text.charAt(start - 2))) return undefined
  if (mark === '-' || mark === '−') return 'minus'
  return mark === '–' || mark === '—' ? 'dash' : undefined
}
