import { idColumns, languageStatistics } from './columns.ts'
import { GONE, mergePostings } from './merge-postings.ts'
import {
  paragraphIdOf,
  unitsOf,
  type Columns,
  type DocumentSpace,
  type Segment,
  type UnitColumns,
  type Units,
} from './segment.ts'
import { SegmentWriter } from './segment-writer.ts'
import { unitStarts } from './unit-columns.ts'

/** `deleted`: one bit a document, the lowest bit of a byte first. */
export type MergePart = { readonly segment: Segment; readonly deleted?: Uint8Array | undefined }

/** One segment of several, in the order given (that of their articles), without the deleted documents. Analyses nothing. */
export function mergeSegments(parts: readonly MergePart[]): Segment {
  const segments = parts.map(part => part.segment)
  const units = segments.map(unitsOf)
  const { maps, kept } = number(segments, (part, document) => !isDeleted(parts[part]?.deleted, document))
  /** The new number of the paragraph of a unit. */
  const paragraphOf = (part: number, unit: number): number =>
    (maps[part] as Int32Array)[(units[part] as Units).paragraph[unit] as number] as number
  const ofUnits = number(units, (part, unit) => paragraphOf(part, unit) !== GONE)
  const writer = new SegmentWriter(
    mergeColumns(segments, kept),
    mergeUnitColumns(units, ofUnits.kept, { paragraphOf, paragraphs: kept.part.length }),
  )
  mergePostings(
    segments.map((segment, part) => ({
      paragraphs: { space: segment, map: maps[part] as Int32Array },
      units: { space: units[part] as Units, map: ofUnits.maps[part] as Int32Array },
    })),
    writer,
  )
  return writer.finish()
}

/** A document that was kept: part, and number there. */
type Kept = { readonly part: Uint32Array; readonly document: Uint32Array }

/** Numbers the documents that are kept, part after part. */
function number(
  spaces: readonly DocumentSpace[],
  isKept: (part: number, document: number) => boolean,
): { maps: Int32Array[]; kept: Kept } {
  const part: number[] = []
  const document: number[] = []
  const maps = spaces.map(({ size }, p) =>
    Int32Array.from({ length: size }, (_, d) => {
      if (!isKept(p, d)) return GONE
      part.push(p)
      return document.push(d) - 1
    }),
  )
  return { maps, kept: { part: new Uint32Array(part), document: new Uint32Array(document) } }
}

const isDeleted = (deleted: Uint8Array | undefined, document: number): boolean =>
  deleted !== undefined && (((deleted[document >>> 3] as number) >>> (document & 7)) & 1) === 1

type Column = Uint8Array | Uint32Array | Float64Array

/** Fills a column of the documents that are kept with what their segments hold. */
const filler =
  <S>(spaces: readonly S[], kept: Kept) =>
  <T extends Column>(column: T, valueOf: (space: S, document: number) => number): T => {
    for (let d = 0; d < column.length; d++) {
      column[d] = valueOf(spaces[kept.part[d] as number] as S, kept.document[d] as number)
    }
    return column
  }

function mergeColumns(segments: readonly Segment[], kept: Kept): Columns {
  const fill = filler(segments, kept)
  const size = kept.part.length
  const language = fill(new Uint8Array(size), (segment, d) => segment.language[d] as number)
  const length = fill(new Uint32Array(size), (segment, d) => segment.length[d] as number)
  const limit = (name: 'visibleFrom' | 'visibleUntil'): Float64Array =>
    segments.some(segment => segment[name].length > 0)
      ? fill(new Float64Array(size), (segment, d) => segment[name][d] ?? Number.NaN)
      : new Float64Array(0)
  return {
    length,
    language,
    source: fill(new Uint32Array(size), (segment, d) => segment.source[d] as number),
    ...mergeAuthors(segments, kept),
    kind: fill(new Uint8Array(size), (segment, d) => segment.kind[d] as number),
    publishedAt: fill(new Float64Array(size), (segment, d) => segment.publishedAt[d] as number),
    ...mergeMonths(segments, kept),
    visibleFrom: limit('visibleFrom'),
    visibleUntil: limit('visibleUntil'),
    article: fill(new Uint32Array(size), (segment, d) => segment.article[d] as number),
    row: fill(new Uint32Array(size), (segment, d) => segment.row[d] as number),
    ...mergeIds(segments, kept),
    ...languageStatistics(language, length),
  }
}

function mergeAuthors(segments: readonly Segment[], kept: Kept): Pick<Columns, 'authorStart' | 'author'> {
  const authorStart = new Uint32Array(kept.part.length + 1)
  const author: number[] = []
  kept.part.forEach((part, d) => {
    const segment = segments[part] as Segment
    const from = kept.document[d] as number
    author.push(...segment.author.subarray(segment.authorStart[from], segment.authorStart[from + 1]))
    authorStart[d + 1] = author.length
  })
  return { authorStart, author: new Uint32Array(author) }
}

function mergeMonths(segments: readonly Segment[], kept: Kept): Pick<Columns, 'month' | 'monthValue'> {
  const numbers = new Map<number, number>()
  const month = kept.part.map((part, d) => {
    const segment = segments[part] as Segment
    const value = segment.monthValue[segment.month[kept.document[d] as number] as number] as number
    const known = numbers.get(value)
    if (known !== undefined) return known
    numbers.set(value, numbers.size)
    return numbers.size - 1
  })
  return { month, monthValue: Int32Array.from(numbers.keys()) }
}

function mergeIds(segments: readonly Segment[], kept: Kept): Pick<Columns, 'id' | 'idStart' | 'idRank'> {
  const ids = Array.from(kept.part, (part, d) =>
    paragraphIdOf(segments[part] as Segment, kept.document[d] as number),
  )
  return idColumns(ids)
}

type UnitMerge = {
  readonly paragraphOf: (part: number, unit: number) => number
  readonly paragraphs: number
}

function mergeUnitColumns(
  units: readonly Units[],
  kept: Kept,
  { paragraphOf, paragraphs }: UnitMerge,
): UnitColumns {
  const fill = filler(units, kept)
  const size = kept.part.length
  const language = fill(new Uint8Array(size), (of, unit) => of.language[unit] as number)
  const length = fill(new Uint32Array(size), (of, unit) => of.length[unit] as number)
  const paragraph = kept.part.map((part, d) => paragraphOf(part, kept.document[d] as number))
  return {
    unitStart: unitStarts(paragraph, paragraphs),
    paragraph,
    quoteKind: fill(new Uint8Array(size), (of, unit) => of.quoteKind[unit] as number),
    speaker: fill(new Uint32Array(size), (of, unit) => of.speaker[unit] as number),
    language,
    length,
    ...languageStatistics(language, length),
  }
}
