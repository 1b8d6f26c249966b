import type { Language } from '../domain/language.ts'
import { fold } from '../text/normal-form.ts'
import type { Token } from '../text/tokenize.ts'
import { createExpander } from './contractions.ts'
import type { Expand } from './contractions.ts'
import { isNumber, readNumber } from './read-number.ts'
import { readBracketedLetters, readContraction } from './read-word.ts'
import { areOneContraction } from './unit.ts'
import type { ReadUnits, Unit } from './unit.ts'

export type UnitReader = (text: string, language: Language) => Unit[]

/** The units of a text in order. */
export function createUnitReader(tokenize: (text: string) => readonly Token[]): UnitReader {
  return (text, language) => {
    const expand = createExpander(language)
    const units: Unit[] = []
    let end = 0
    const tokens = tokenize(text)
    for (let at = 0; at < tokens.length;) {
      const token = tokens[at] as Token
      addSymbols(text, { from: end, to: token.start }, units)
      const [read, used] = unitsAt(text, tokens, at, expand)
      units.push(...read)
      end = units.at(-1)?.end ?? token.end
      at += used
    }
    addSymbols(text, { from: end, to: text.length }, units)
    return units.some((unit, i) => unit.start < (units[i - 1]?.end ?? 0)) ? sharing(units) : units
  }
}

/** One character may fold to several units (½, ㍝): they are written as one, as a contraction is. */
function sharing(units: readonly Unit[]): Unit[] {
  const shared = [...units]
  shared.forEach((unit, i) => {
    const before = shared[i - 1]
    if (!before || unit.start >= before.end || areOneContraction(before, unit)) return
    const raw = unit.raw.length > before.raw.length ? unit.raw : before.raw
    const whole = {
      raw,
      start: before.start,
      end: Math.max(unit.end, before.end),
      isContracted: true,
    } as const
    for (let k = i - 1; shared[k]?.start === before.start; k--)
      shared[k] = { ...(shared[k] as Unit), ...whole }
    shared[i] = { ...unit, ...whole }
  })
  return shared
}

const SPACE = 0x20
/** Currency, percent and mathematics; not `<`, `>`, `|`, `~`, which markup and tables leave behind. */
const SYMBOL = /[\p{Sc}%٪‰&§°+=±×÷]/gu

function addSymbols(text: string, { from, to }: { from: number; to: number }, units: Unit[]): void {
  if (to <= from || (to - from === 1 && text.charCodeAt(from) === SPACE)) return
  for (const { 0: raw, index } of text.slice(from, to).matchAll(SYMBOL)) {
    const start = from + index
    units.push({ kind: 'symbol', key: raw.normalize('NFKC'), raw, start, end: start + raw.length })
  }
}

function unitsAt(text: string, tokens: readonly Token[], at: number, expand: Expand): ReadUnits {
  const token = tokens[at] as Token
  const { term, start, end, firstEnd, gram } = token
  if (gram > 0) {
    const raw = text.slice(start, firstEnd)
    return [[{ kind: 'character', key: fold(raw) || raw, raw, start, end: firstEnd }], 1]
  }
  if (isNumber(term)) return readNumber(text, tokens, at)
  return (
    readBracketedLetters(text, tokens, at) ??
    readContraction(text, tokens, at, expand) ?? [
      [{ kind: 'word', key: term, raw: text.slice(start, end), start, end }],
      1,
    ]
  )
}
