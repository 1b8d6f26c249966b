import { QUOTE_KINDS } from '../domain/paragraph.ts'
import type { Note } from './notes.ts'
import { shown } from './notes.ts'
import { QUERY_FIELDS } from './query-syntax.ts'
import type { QueryField, QueryFilter, QueryTerm } from './query-syntax.ts'
import { arePlainMarks, readMark } from './typed-phrases.ts'

/** One thing that was typed, in the order of typing. */
export type QueryItem =
  | { readonly kind: 'term'; readonly term: QueryTerm; readonly isExcluded: boolean }
  | { readonly kind: 'filter'; readonly filter: QueryFilter }
  | { readonly kind: 'or'; readonly word: QueryTerm }

const FIELD_NAMES: ReadonlyMap<string, QueryField> = new Map<string, QueryField>([
  ...QUERY_FIELDS.map(field => [field, field] as const),
  ['lang', 'language'],
])
/** Fields of few values: `in:berlin` and `kind:regards` are no filters and not meant as such. */
const VALUES_OF_FIELD: Readonly<Partial<Record<QueryField, RegExp>>> = {
  in: /^["']?(?:quotes|text)\b/iu,
  kind: new RegExp(`^["']?(?:${QUOTE_KINDS.join('|')})(?![\\p{L}\\p{N}])`, 'iu'),
}
const FIELD_BEFORE_VALUE = /([a-z]+)[:：]/iy
/** Direction marks and their like come along with pasted text and must not hide a minus or a quotation mark. */
const INVISIBLE = /[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/u

/** The terms, filters and operators of a text, and notes on what is left out. */
export function readItems(text: string, notes: Note[]): QueryItem[] {
  const items: QueryItem[] = []
  let at = 0
  while (at < text.length) {
    if (/\s/u.test(text[at] ?? '') || INVISIBLE.test(text[at] ?? '')) {
      at++
      continue
    }
    const { item, after } = readItem(text, at, notes)
    // `a OR OR b` means the same as `a OR b`.
    if (item !== undefined && !(item.kind === 'or' && items.at(-1)?.kind === 'or')) items.push(item)
    at = after
  }
  return joinDigitGroups(text, items)
}

type ReadItem = { readonly item?: QueryItem; readonly after: number }

function readItem(text: string, start: number, notes: Note[]): ReadItem {
  const isWordStart = start === 0 || /[\s\p{Cf}]/u.test(text[start - 1] ?? '')
  const body = isWordStart ? skipMinus(text, start) : start
  if (body === undefined) {
    notes.push({ code: 'lone_minus', message: 'A minus with nothing right behind it was ignored.' })
    return { after: start + 1 }
  }
  const isExcluded = body > start
  return (
    (isWordStart ? readFilter(text, { start, body, notes }) : undefined) ??
    readTerm(text, { start, body, isExcluded, notes })
  )
}

/** Where the text behind a leading minus begins; `start` itself without one, undefined when the minus stands alone. */
function skipMinus(text: string, start: number): number | undefined {
  if (!/[-−]/u.test(text[start] ?? '')) return start
  let at = start + 1
  while (INVISIBLE.test(text[at] ?? '')) at++
  if (at >= text.length || /\s/u.test(text[at] ?? '')) return undefined
  // `--` and `-–` are dashes of a pasted text.
  return /\p{Pd}|−/u.test(text[at] ?? '') ? start : at
}

type ItemPlace = { readonly start: number; readonly body: number; readonly notes: Note[] }

function readFilter(text: string, { start, body, notes }: ItemPlace): ReadItem | undefined {
  FIELD_BEFORE_VALUE.lastIndex = body
  const typedName = FIELD_BEFORE_VALUE.exec(text)?.[1]
  if (typedName === undefined) return undefined
  const valueStart = body + typedName.length + 1
  const field = FIELD_NAMES.get(typedName.toLowerCase())
  if (field === undefined || VALUES_OF_FIELD[field]?.test(text.slice(valueStart)) === false) {
    noteUnknownField(text, { name: typedName, valueStart, notes })
    return undefined
  }

  const mark = readMark(text, valueStart)
  const phrase = mark.kind === 'phrase' ? mark.phrase : undefined
  if (phrase?.isClosed === false) notes.push(unclosed(text.slice(phrase.start, phrase.end)))
  const value = text.slice(phrase?.start ?? valueStart, phrase?.end ?? endOfRun(text, valueStart)).trim()
  const after = phrase?.after ?? endOfRun(text, valueStart)
  const isExcluded = body > start
  if (value === '') {
    const message = `“${typedName}:” has no value right behind it and was ignored.`
    notes.push({ code: 'empty_filter', message, about: typedName })
    return { after }
  }
  return { item: { kind: 'filter', filter: { field, value, isExcluded, start, end: after } }, after }
}

type UnknownField = { readonly name: string; readonly valueStart: number; readonly notes: Note[] }

function noteUnknownField(text: string, { name, valueStart, notes }: UnknownField): void {
  // `https://…` and the colon of a sentence are not meant as filters.
  if (/^(?:\s|\/|$)/u.test(text.slice(valueStart, valueStart + 1))) return
  const message = `“${shown(name)}:” is no filter here; it was searched as a word.`
  notes.push({ code: 'unknown_field', message, about: shown(name) })
}

type TermPlace = ItemPlace & { readonly isExcluded: boolean }

function readTerm(text: string, { start, body, isExcluded, notes }: TermPlace): ReadItem {
  const mark = readMark(text, body)
  if (mark.kind === 'stray') {
    const message = `The mark ${text[body] ?? ''} opens no phrase here and was ignored.`
    notes.push({ code: 'stray_quote_mark', message, about: text[body] ?? '' })
    return { after: body + 1 }
  }
  if (mark.kind === 'character') {
    const end = endOfWord(text, body)
    const term: QueryTerm = { kind: 'word', text: text.slice(body, end), start, end }
    if (term.text === 'OR' && !isExcluded) return { item: { kind: 'or', word: term }, after: end }
    return { item: { kind: 'term', term, isExcluded }, after: end }
  }
  const { phrase } = mark
  const words = text.slice(phrase.start, phrase.end)
  if (words.trim() === '') {
    notes.push({ code: 'empty_quote', message: 'Quotation marks without words between them were ignored.' })
    return { after: phrase.after }
  }
  if (!phrase.isClosed) notes.push(unclosed(words))
  if (!arePlainMarks(phrase.marks)) {
    const message = `${Array.from(phrase.marks).join(' ')} mean the same as " ": the words between them are one phrase.`
    notes.push({ code: 'quote_marks_unified', message })
  }
  const term: QueryTerm = { kind: 'phrase', text: words, start, end: phrase.after }
  return { item: { kind: 'term', term, isExcluded }, after: phrase.after }
}

const unclosed = (words: string): Note => ({
  code: 'unclosed_quote',
  message: `The quotation mark before “${shown(words.trim())}” is not closed; the phrase runs to the end.`,
  about: shown(words.trim()),
})

function endOfRun(text: string, start: number): number {
  let end = start
  while (end < text.length && !/\s/u.test(text[end] ?? '')) end++
  return end
}

/** A word ends at white space and where a phrase begins. */
function endOfWord(text: string, start: number): number {
  const runEnd = endOfRun(text, start)
  for (let at = start + 1; at < runEnd; at++) {
    if (readMark(text, at).kind !== 'character') return at
  }
  return runEnd
}

type TermItem = Extract<QueryItem, { kind: 'term' }>

/** `1 000 000` is one number, as it is in a text. */
function joinDigitGroups(text: string, items: readonly QueryItem[]): QueryItem[] {
  const joined: QueryItem[] = []
  for (const item of items) {
    const previous = joined.at(-1)
    const number =
      previous?.kind === 'term' && item.kind === 'term' ? joinDigits(text, previous, item) : undefined
    if (number === undefined) joined.push(item)
    else joined[joined.length - 1] = number
  }
  return joined
}

function joinDigits(text: string, { term, isExcluded }: TermItem, next: TermItem): TermItem | undefined {
  const isNumber =
    /^\p{Nd}{1,3}(?:\s\p{Nd}{3})*$/u.test(term.text) && /^\p{Nd}{3}(?!\p{Nd})/u.test(next.term.text)
  if (!isNumber || next.isExcluded || next.term.kind !== 'word' || next.term.start !== term.end + 1)
    return undefined
  const { end } = next.term
  return {
    kind: 'term',
    term: { ...term, text: `${term.text}${text.slice(term.end, end)}`, end },
    isExcluded,
  }
}
