import type { Language } from '../domain/language.ts'
import { fold } from '../text/normal-form.ts'
import type { Token } from '../text/tokenize.ts'
import { createExpander, isApostrophe } from './contractions.ts'
import type { Expand } from './contractions.ts'

/**
 * What is aligned: a word, a whole number, one character of a script without spaces, or a symbol that says something
 * (`$`, `%`). Marks, dashes and spaces are no units, and so can never make a difference of words.
 */
export type Unit = {
  readonly kind: 'word' | 'number' | 'character' | 'symbol'
  /** The folded form; numbers with one mark for all that part digits: `3.5` of `3,5` and of `3.5`. */
  readonly key: string
  /** Other keys it may stand for: the `s` of `it's` is `is` or `has`, and the dash of `–5` is none or a minus. */
  readonly also?: readonly string[] | undefined
  /** As written; of a contraction the whole of it, for each of its units. */
  readonly raw: string
  /** UTF-16 code units into the text, half-open; units of one contraction share them. */
  readonly start: number
  readonly end: number
  /** One of several words written as one: `do` and `not` of `don't`. */
  readonly isContracted?: true | undefined
}

/** Whether two neighbouring units are written as one word. */
export const areOneContraction = (a: Unit | undefined, b: Unit | undefined): boolean =>
  a?.isContracted === true && a.start === b?.start

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
      const [unit, used] = readUnit(text, tokens, at, expand)
      units.push(...unit)
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

/** Currency, percent and mathematics; not `<`, `>`, `|`, `~`, which markup and tables leave behind. */
const SPACE = 0x20
const SYMBOL = /[\p{Sc}%٪‰&§°+=±×÷]/gu

function addSymbols(text: string, { from, to }: { from: number; to: number }, units: Unit[]): void {
  if (to <= from || (to - from === 1 && text.charCodeAt(from) === SPACE)) return
  for (const { 0: raw, index } of text.slice(from, to).matchAll(SYMBOL)) {
    const start = from + index
    units.push({ kind: 'symbol', key: raw.normalize('NFKC'), raw, start, end: start + raw.length })
  }
}

function readUnit(
  text: string,
  tokens: readonly Token[],
  at: number,
  expand: Expand,
): [units: readonly Unit[], used: number] {
  const token = tokens[at] as Token
  if (token.gram > 0) {
    const raw = text.slice(token.start, token.firstEnd)
    return [[{ kind: 'character', key: fold(raw) || raw, raw, start: token.start, end: token.firstEnd }], 1]
  }
  if (isNumber(token.term)) return readNumber(text, tokens, at)
  const bracketed = readBracketedLetters(text, tokens, at)
  if (bracketed) return bracketed
  return readContraction(text, tokens, at, expand) ?? [[wordUnit(text, token)], 1]
}

const wordUnit = (text: string, { term, start, end }: Token): Unit => ({
  kind: 'word',
  key: term,
  raw: text.slice(start, end),
  start,
  end,
})

/** `[W]e` and `want[ed]` are one word: brackets within it say which letters an editor put in. */
function readBracketedLetters(
  text: string,
  tokens: readonly Token[],
  at: number,
): [readonly Unit[], number] | undefined {
  const first = tokens[at] as Token
  let key = first.term
  let last = first
  for (let next = tokens[at + 1]; next; next = tokens[at + 1 + (next.position - first.position)]) {
    const between = text.slice(last.end, next.start)
    if ((between !== '[' && between !== ']') || next.gram > 0) break
    key += next.term
    last = next
  }
  if (last === first) return undefined
  const start = text.charAt(first.start - 1) === '[' ? first.start - 1 : first.start
  const end = text.charAt(last.end) === ']' ? last.end + 1 : last.end
  const unit: Unit = { kind: 'word', key, raw: text.slice(start, end), start, end }
  return [[unit], last.position - first.position + 1]
}

const isNumber = (term: string): boolean => /^\d+$/.test(term)

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

function readNumber(text: string, tokens: readonly Token[], at: number): [readonly Unit[], number] {
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

function readContraction(
  text: string,
  tokens: readonly Token[],
  at: number,
  expand: Expand,
): [readonly Unit[], number] | undefined {
  const token = tokens[at] as Token
  const next = tokens[at + 1]
  const joined =
    next && next.gram === 0 && isApostrophe(text.slice(token.end, next.start))
      ? expand.joined(token.term, next.term)
      : undefined
  if (joined && next) return [contracted(text, joined, { start: token.start, end: next.end }), 2]
  const isClipped = isApostrophe(text.slice(token.start - 1, token.start))
  const alone = expand.alone(token.term, isClipped)
  return alone && [contracted(text, alone, { start: token.start, end: token.end }), 1]
}

function contracted(
  text: string,
  words: readonly (readonly string[])[],
  { start, end }: { start: number; end: number },
): Unit[] {
  const raw = text.slice(start, end)
  return words.map(([key = '', ...also]) => ({
    kind: 'word',
    key,
    ...(also.length > 0 && { also }),
    raw,
    start,
    end,
    isContracted: true,
  }))
}
