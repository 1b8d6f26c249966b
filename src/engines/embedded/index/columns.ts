import type { AnalyzedToken } from '../../../domain/analyzed.ts'
import { PARAGRAPH_KINDS, type ParagraphKind } from '../../../domain/paragraph.ts'
import { LANGUAGE_NUMBERS, NO_MONTH, type Columns } from './segment.ts'

/** What a segment keeps of a document besides its words, of which it keeps the number. */
export type DocumentFields = {
  readonly tokens: readonly AnalyzedToken[]
  /** Numbers into the names of the index; a language number is below 256. */
  readonly languageNumber: number
  readonly source: number
  readonly authors: readonly number[]
  readonly kind: ParagraphKind
  /** Seconds UTC, signed. */
  readonly publishedAt?: number | undefined
  readonly visibleFrom?: number | undefined
  readonly visibleUntil?: number | undefined
  /** Ascending, unique per indexed version of an article. */
  readonly article: number
  /** Row of the paragraph in the document store. */
  readonly row: number
  /** Paragraph id, ASCII. */
  readonly id: string
}

export function columnsOf(documents: readonly DocumentFields[]): Columns {
  const length = Uint32Array.from(documents, document => document.tokens.length)
  const language = Uint8Array.from(documents, document => document.languageNumber)
  const months = monthColumn(documents.map(document => document.publishedAt))
  return {
    length,
    language,
    source: Uint32Array.from(documents, document => document.source),
    ...authorColumns(documents),
    kind: Uint8Array.from(documents, document => PARAGRAPH_KINDS.indexOf(document.kind)),
    publishedAt: Float64Array.from(documents, document => document.publishedAt ?? Number.NaN),
    ...months,
    visibleFrom: limitColumn(documents.map(document => document.visibleFrom)),
    visibleUntil: limitColumn(documents.map(document => document.visibleUntil)),
    article: Uint32Array.from(documents, document => document.article),
    row: Uint32Array.from(documents, document => document.row),
    ...idColumns(documents.map(document => document.id)),
    ...languageStatistics(language, length),
  }
}

/** `year · 12 + month from 0`, in UTC; `NO_MONTH` for no date or one beyond what a Date can hold. */
function monthOf(publishedAt: number | undefined): number {
  if (publishedAt === undefined) return NO_MONTH
  const date = new Date(publishedAt * 1000)
  const month = date.getUTCFullYear() * 12 + date.getUTCMonth()
  return Number.isNaN(month) ? NO_MONTH : month
}

function monthColumn(dates: readonly (number | undefined)[]): Pick<Columns, 'month' | 'monthValue'> {
  const numbers = new Map<number, number>()
  const month = Uint32Array.from(dates, date => {
    const value = monthOf(date)
    const known = numbers.get(value)
    if (known !== undefined) return known
    numbers.set(value, numbers.size)
    return numbers.size - 1
  })
  return { month, monthValue: Int32Array.from(numbers.keys()) }
}

function authorColumns(documents: readonly DocumentFields[]): Pick<Columns, 'authorStart' | 'author'> {
  const authorStart = new Uint32Array(documents.length + 1)
  const authors: number[] = []
  documents.forEach((document, d) => {
    // an author who is named twice still wrote one paragraph
    authors.push(...new Set(document.authors))
    authorStart[d + 1] = authors.length
  })
  return { authorStart, author: new Uint32Array(authors) }
}

function limitColumn(limits: readonly (number | undefined)[]): Float64Array {
  if (limits.every(limit => limit === undefined)) return new Float64Array(0)
  return Float64Array.from(limits, limit => limit ?? Number.NaN)
}

export function idColumns(ids: readonly string[]): Pick<Columns, 'id' | 'idStart' | 'idRank'> {
  const idStart = new Uint32Array(ids.length + 1)
  ids.forEach((id, d) => {
    idStart[d + 1] = (idStart[d] as number) + id.length
  })
  const id = new Uint8Array(idStart[ids.length] as number)
  ids.forEach((text, d) => {
    const start = idStart[d] as number
    for (let k = 0; k < text.length; k++) id[start + k] = text.charCodeAt(k)
  })
  const order = ids
    .map((text, d) => ({ text, d }))
    .sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0))
  const idRank = new Uint32Array(ids.length)
  order.forEach(({ d }, rank) => {
    idRank[d] = rank
  })
  return { id, idStart, idRank }
}

export function languageStatistics(
  language: Uint8Array,
  length: Uint32Array,
): Pick<Columns, 'languageDocuments' | 'languageTokens'> {
  const languageDocuments = new Float64Array(LANGUAGE_NUMBERS)
  const languageTokens = new Float64Array(LANGUAGE_NUMBERS)
  for (let d = 0; d < language.length; d++) {
    const number = language[d] as number
    languageDocuments[number] = (languageDocuments[number] as number) + 1
    languageTokens[number] = (languageTokens[number] as number) + (length[d] as number)
  }
  return { languageDocuments, languageTokens }
}
