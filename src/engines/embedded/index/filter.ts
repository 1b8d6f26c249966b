import type { Filters, ValueFilter, Zone } from '../../../domain/query.ts'
import { nameKey } from '../../../text/normal-form.ts'
import type { NumbersByKey } from './names.ts'
import {
  addQuoteFailures,
  asksOfQuotes,
  quoteTables,
  type QuoteTables,
  type SpeakerIndex,
} from './quote-tables.ts'
import { LANGUAGE_NUMBERS, unitsOf, type Segment } from './segment.ts'

/** One bit for each filter that a document fails. 0: it passes all of them. */
export const FAILS = {
  language: 1,
  source: 2,
  author: 4,
  month: 8,
  speaker: 16,
  quoteKind: 32,
  hidden: 128,
} as const

/** Filters as tables by number, made once a query. Absent: no such filter. */
export type FilterTables = {
  readonly now: number
  /** By language and by source number: the bit of the filter, or 0. */
  readonly language?: Uint8Array
  readonly source?: Uint8Array
  readonly author?: { readonly any?: Uint8Array; readonly none?: Uint8Array }
  readonly date?: { readonly from: number; readonly to: number }
  /** Of the quotes of a paragraph; in the zone `quotes` it is its units that are filtered. */
  readonly quotes?: QuoteTables
  /** Of the units in which the zone `quotes` looks; absent in the others. */
  readonly units?: QuoteTables
}

/** A segment as one generation sees it. `deleted`: one bit a document. */
export type SegmentView = { readonly segment: Segment; readonly deleted?: Uint8Array | undefined }

export type NameIndex = SpeakerIndex & {
  readonly sourceNumbers: () => NumbersByKey
  readonly authorNumbers: () => NumbersByKey
}

export function filterTables(
  { filters, now, zone }: { filters: Filters; now: number; zone: Zone },
  index: NameIndex,
): FilterTables {
  const { language, source, author, publishedAt } = filters
  const { names } = index
  const byKey = (numbers: NumbersByKey) => (name: string) => numbers.get(nameKey(name)) ?? []
  return {
    now,
    ...(language && {
      language: failures(language, LANGUAGE_NUMBERS, FAILS.language, tag =>
        names.languages.flatMap((known, number) => (known === tag ? [number] : [])),
      ),
    }),
    ...(source && {
      source: failures(source, names.sources.length, FAILS.source, byKey(index.sourceNumbers())),
    }),
    ...(author && { author: authorTables(author, names.authors.length, byKey(index.authorNumbers())) }),
    ...((publishedAt?.from !== undefined || publishedAt?.to !== undefined) && {
      date: {
        from: publishedAt?.from ?? Number.NEGATIVE_INFINITY,
        to: publishedAt?.to ?? Number.POSITIVE_INFINITY,
      },
    }),
    ...(zone !== 'quotes' && asksOfQuotes(filters) && { quotes: quoteTables(filters, zone, index) }),
    ...(zone === 'quotes' && { units: quoteTables(filters, zone, index) }),
  }
}

function marked<T>(
  values: readonly T[],
  size: number,
  numbersOf: (value: T) => readonly number[],
): Uint8Array {
  const table = new Uint8Array(size)
  for (const value of values) for (const number of numbersOf(value)) table[number] = 1
  return table
}

function failures<T>(
  { any, none }: ValueFilter<T>,
  size: number,
  bit: number,
  numbersOf: (value: T) => readonly number[],
): Uint8Array {
  const wanted = any && marked(any, size, numbersOf)
  const unwanted = none && marked(none, size, numbersOf)
  return Uint8Array.from({ length: size }, (_, number) =>
    wanted?.[number] === 0 || unwanted?.[number] === 1 ? bit : 0,
  )
}

function authorTables(
  { any, none }: ValueFilter<string>,
  size: number,
  numbersOf: (value: string) => readonly number[],
) {
  return {
    ...(any && { any: marked(any, size, numbersOf) }),
    ...(none && { none: marked(none, size, numbersOf) }),
  }
}

/** Whether some document of the segment can fail: else `failuresOf` need not be asked. */
export function canFail({ segment, deleted }: SegmentView, tables: FilterTables): boolean {
  const isLimited = segment.visibleFrom.length > 0 || segment.visibleUntil.length > 0
  const { language, source, author, date, quotes } = tables
  return Boolean(deleted || isLimited || language || source || author || date || quotes)
}

/** Which filters each of `n` documents fails, as bits of `FAILS`, into `fails`. A pass for each filter: no branch to guess. */
export function failuresOf(
  { segment, deleted }: SegmentView,
  tables: FilterTables,
  { docs, n }: { docs: Uint32Array; n: number },
  fails: Uint8Array,
): void {
  fails.fill(0, 0, n)
  if (deleted) addDeleted(deleted, docs, n, fails)
  addHidden(segment, tables.now, docs, n, fails)
  if (tables.language) addFailures(tables.language, segment.language, docs, n, fails)
  if (tables.source) addFailures(tables.source, segment.source, docs, n, fails)
  if (tables.author?.any) addAuthors(segment, tables.author.any, 0, { docs, n, fails })
  if (tables.author?.none) addAuthors(segment, tables.author.none, 1, { docs, n, fails })
  if (tables.date) addDates(segment.publishedAt, tables.date, { docs, n, fails })
  if (tables.quotes) addQuoteFailures(unitsOf(segment), tables.quotes, { docs, n, fails }, FAILS)
}

function addDeleted(deleted: Uint8Array, docs: Uint32Array, n: number, fails: Uint8Array): void {
  for (let k = 0; k < n; k++) {
    const document = docs[k] as number
    fails[k] = (fails[k] as number) | ((((deleted[document >>> 3] as number) >>> (document & 7)) & 1) << 7)
  }
}

function addHidden(
  { visibleFrom, visibleUntil }: Segment,
  now: number,
  docs: Uint32Array,
  n: number,
  fails: Uint8Array,
) {
  // comparisons with NaN, which stands for no limit, are false
  if (visibleFrom.length > 0) {
    for (let k = 0; k < n; k++) if ((visibleFrom[docs[k] as number] as number) > now) fails[k] = FAILS.hidden
  }
  if (visibleUntil.length > 0) {
    for (let k = 0; k < n; k++)
      if ((visibleUntil[docs[k] as number] as number) <= now) fails[k] = FAILS.hidden
  }
}

function addFailures(
  table: Uint8Array,
  column: Uint8Array | Uint32Array,
  docs: Uint32Array,
  n: number,
  fails: Uint8Array,
): void {
  for (let k = 0; k < n; k++)
    fails[k] = (fails[k] as number) | (table[column[docs[k] as number] as number] as number)
}

/** A document fails when whether it has one of the marked authors is `failing`. */
function addAuthors(
  { author, authorStart }: Segment,
  marks: Uint8Array,
  failing: 0 | 1,
  { docs, n, fails }: { docs: Uint32Array; n: number; fails: Uint8Array },
): void {
  for (let k = 0; k < n; k++) {
    const document = docs[k] as number
    const end = authorStart[document + 1] as number
    let found = 0
    for (let a = authorStart[document] as number; a < end; a++) found |= marks[author[a] as number] as number
    if (found === failing) fails[k] = (fails[k] as number) | FAILS.author
  }
}

function addDates(
  publishedAt: Float64Array,
  { from, to }: { from: number; to: number },
  { docs, n, fails }: { docs: Uint32Array; n: number; fails: Uint8Array },
): void {
  for (let k = 0; k < n; k++) {
    const date = publishedAt[docs[k] as number] as number
    // not `date < from`: NaN, an unknown date, is in no range
    if (!(date >= from && date < to)) fails[k] = (fails[k] as number) | FAILS.month
  }
}

/** The documents that fail nothing but what `forgiven` says, into `out`; gives their number. */
export function keepPassing(
  { docs, n }: { docs: Uint32Array; n: number },
  fails: Uint8Array,
  forgiven: number,
  out: Uint32Array,
): number {
  const mask = ~forgiven
  let kept = 0
  for (let k = 0; k < n; k++) {
    out[kept] = docs[k] as number
    kept += ((fails[k] as number) & mask) === 0 ? 1 : 0
  }
  return kept
}
