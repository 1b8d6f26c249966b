import type { Note } from './notes.ts'
import { shown, uniqueNotes } from './notes.ts'
import { arePlainMarks, readMark } from './typed-phrases.ts'

export const QUERY_FIELDS = ['source', 'language', 'author', 'speaker', 'in', 'before', 'after'] as const
export type QueryField = (typeof QUERY_FIELDS)[number]

/** Offsets are UTF-16 code units into what was typed, half-open, marks and minus included. */
type Span = { readonly start: number; readonly end: number }

/** `text` is one word as typed (which may turn out to be several), or what stood between the quotation marks. */
export type QueryTerm = Span & { readonly kind: 'word' | 'phrase'; readonly text: string }
export type QueryFilter = Span & {
  readonly field: QueryField
  readonly value: string
  readonly isExcluded: boolean
}

/**
 * The syntax of a query: every group of `required` must match, by at least one of its terms (`OR` binds tighter than
 * the space); nothing of `excluded` may.
 */
export type ParsedQuery = {
  readonly required: readonly (readonly QueryTerm[])[]
  readonly excluded: readonly QueryTerm[]
  readonly filters: readonly QueryFilter[]
  readonly notes: readonly Note[]
  /** Nothing stands behind the last required word, not even a space: it may still be typed. */
  readonly endsInWord: boolean
}

type Item =
  | { readonly kind: 'term'; readonly term: QueryTerm; readonly isExcluded: boolean }
  | { readonly kind: 'filter'; readonly filter: QueryFilter }
  | { readonly kind: 'or'; readonly word: QueryTerm }

const FIELD_NAMES: ReadonlyMap<string, QueryField> = new Map<string, QueryField>([
  ...QUERY_FIELDS.map(field => [field, field] as const),
  ['lang', 'language'],
])
const FIELD_BEFORE_VALUE = /([a-z]+)[:：]/iy
/** Direction marks and their like come along with pasted text and must not hide a minus or a quotation mark. */
const INVISIBLE = /[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/u

/** Reads what somebody typed. Never fails: what cannot be meant is an ordinary word or is left out with a note. */
export function parseQuery(typed: string): ParsedQuery {
  const notes: Note[] = []
  const text = readable(typed, notes)
  const items = readItems(text, notes)
  const { required, excluded, filters } = combine(items, notes)
  const last = required.at(-1)?.at(-1)
  const endsInWord = last?.kind === 'word' && last.end === text.length
  return { required, excluded, filters, notes: uniqueNotes(notes), endsInWord }
}

/** The typed text with a space for what no text may hold; offsets stay as they are. */
function readable(typed: string, notes: Note[]): string {
  const text = typed.replaceAll(/[\p{Cs}\ufffd]|(?!\s)\p{Cc}/gu, ' ')
  if (text !== typed) {
    notes.push({
      code: 'characters_ignored',
      message: 'Control characters and broken characters were read as spaces.',
    })
  }
  return text
}

function readItems(text: string, notes: Note[]): Item[] {
  const items: Item[] = []
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

type ReadItem = { readonly item?: Item; readonly after: number }

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
  // `in:berlin` is no filter and not meant as one.
  if (field === undefined || (field === 'in' && !/^["']?(?:quotes|text)\b/iu.test(text.slice(valueStart)))) {
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
    notes.push({ code: 'empty_filter', message })
    return { after }
  }
  return { item: { kind: 'filter', filter: { field, value, isExcluded, start, end: after } }, after }
}

type UnknownField = { readonly name: string; readonly valueStart: number; readonly notes: Note[] }

function noteUnknownField(text: string, { name, valueStart, notes }: UnknownField): void {
  // `https://…` and the colon of a sentence are not meant as filters.
  if (/^(?:\s|\/|$)/u.test(text.slice(valueStart, valueStart + 1))) return
  const message = `“${shown(name)}:” is no filter here; it was searched as a word.`
  notes.push({ code: 'unknown_field', message })
}

type TermPlace = ItemPlace & { readonly isExcluded: boolean }

function readTerm(text: string, { start, body, isExcluded, notes }: TermPlace): ReadItem {
  const mark = readMark(text, body)
  if (mark.kind === 'stray') {
    const message = `The mark ${text[body] ?? ''} opens no phrase here and was ignored.`
    notes.push({ code: 'stray_quote_mark', message })
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

type TermItem = Extract<Item, { kind: 'term' }>

/** `1 000 000` is one number, as it is in a text. */
function joinDigitGroups(text: string, items: readonly Item[]): Item[] {
  const joined: Item[] = []
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

function combine(
  items: readonly Item[],
  notes: Note[],
): Pick<ParsedQuery, 'required' | 'excluded' | 'filters'> {
  const required: QueryTerm[][] = []
  const excluded: QueryTerm[] = []
  const filters: QueryFilter[] = []
  const isLonely = items.length === 1
  for (const [index, item] of items.entries()) {
    if (item.kind === 'filter') filters.push(item.filter)
    else if (item.kind === 'or') {
      // The whole query `OR` is the word, or the state of Oregon.
      if (isLonely) required.push([item.word])
      else if (!joinsTwo(items, index)) {
        const message = 'OR was ignored: it stands between two words or phrases that are searched for.'
        notes.push({ code: 'or_ignored', message })
      }
    } else if (item.isExcluded) excluded.push(item.term)
    else {
      const group =
        items[index - 1]?.kind === 'or' && joinsTwo(items, index - 1) ? required.at(-1) : undefined
      if (group === undefined) required.push([item.term])
      else group.push(item.term)
      if (item.term.text === 'AND') {
        const message = 'AND was searched as a word: all words must match anyway.'
        notes.push({ code: 'and_is_a_word', message })
      }
    }
  }
  return { required, excluded, filters }
}

function joinsTwo(items: readonly Item[], index: number): boolean {
  const isAlternative = (item: Item | undefined): boolean => item?.kind === 'term' && !item.isExcluded
  return isAlternative(items[index - 1]) && isAlternative(items[index + 1])
}
