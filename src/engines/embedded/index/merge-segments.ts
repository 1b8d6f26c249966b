import { compareKeys } from './dictionary.ts'
import { idColumns, languageStatistics } from './columns.ts'
import { hasPositions } from './keys.ts'
import { readPostings, type PostingList } from './postings.ts'
import { paragraphIdOf, type Columns, type Segment } from './segment.ts'
import { SegmentWriter, type UnitsOfKey } from './segment-writer.ts'

/** `deleted`: one bit a document, the lowest bit of a byte first. */
export type MergePart = { readonly segment: Segment; readonly deleted?: Uint8Array | undefined }

const GONE = -1

/** One segment of several, in the order given (that of their articles), without the deleted documents. Analyses nothing. */
export function mergeSegments(parts: readonly MergePart[]): Segment {
  const { documentMaps, kept } = numberDocuments(parts)
  const segments = parts.map(part => part.segment)
  const writer = new SegmentWriter(mergeColumns(segments, kept))
  const largest = Math.max(0, ...segments.map(segment => segment.size))
  const list: PostingList = { docs: new Uint32Array(largest), values: new Float32Array(largest) }
  const walk = new KeyWalk(segments)
  for (let holders = walk.next(); holders.length > 0; holders = walk.next()) {
    const [first = 0] = holders
    const key = walk.unitsOf(first)
    const isPositioned = hasPositions(key.units[key.from] as number)
    writer.beginKey()
    for (const i of holders) {
      const source = { segment: segments[i] as Segment, t: walk.keyOf(i), isPositioned }
      copyPostings(source, documentMaps[i] as Int32Array, list, writer)
    }
    writer.endKey(key)
  }
  return writer.finish()
}

/** Walks the dictionaries of several segments side by side. */
class KeyWalk {
  readonly #segments: readonly Segment[]
  readonly #next: number[]
  /** The first three units of each next key as one number, which settles nearly every comparison; Infinity at the end. */
  readonly #heads: number[]
  #holders: number[] = []

  constructor(segments: readonly Segment[]) {
    this.#segments = segments
    this.#next = segments.map(() => 0)
    this.#heads = segments.map(segment => headOf(segment, 0))
  }

  /** The segments that hold the next key in order; none at the end. Valid until the next call. */
  next(): readonly number[] {
    for (const i of this.#holders) {
      const t = this.keyOf(i) + 1
      this.#next[i] = t
      this.#heads[i] = headOf(this.#segments[i] as Segment, t)
    }
    const holders: number[] = []
    for (let i = 0; i < this.#heads.length; i++) {
      if (this.#heads[i] === Number.POSITIVE_INFINITY) continue
      const [best] = holders
      const order = best === undefined ? -1 : this.#compare(i, best)
      if (order < 0) holders.length = 0
      if (order <= 0) holders.push(i)
    }
    this.#holders = holders
    return holders
  }

  /** The key number in segment `i`. */
  keyOf(i: number): number {
    return this.#next[i] as number
  }

  unitsOf(i: number): UnitsOfKey {
    const { text, textStart } = this.#segments[i] as Segment
    const t = this.keyOf(i)
    return { units: text, from: textStart[t] as number, to: textStart[t + 1] as number }
  }

  #compare(i: number, j: number): number {
    const difference = (this.#heads[i] as number) - (this.#heads[j] as number)
    if (difference !== 0) return difference
    return compareKeys(
      this.#segments[i] as Segment,
      this.keyOf(i),
      this.#segments[j] as Segment,
      this.keyOf(j),
    )
  }
}

function headOf({ keys, text, textStart }: Segment, t: number): number {
  if (t >= keys) return Number.POSITIVE_INFINITY
  const from = textStart[t] as number
  const length = (textStart[t + 1] as number) - from
  let head = text[from] as number
  head = head * 0x10000 + (length > 1 ? (text[from + 1] as number) : 0)
  return head * 0x10000 + (length > 2 ? (text[from + 2] as number) : 0)
}

/** A document that was kept: part, and number there. */
type Kept = { readonly part: Uint32Array; readonly document: Uint32Array }

function numberDocuments(parts: readonly MergePart[]): { documentMaps: Int32Array[]; kept: Kept } {
  const part: number[] = []
  const document: number[] = []
  const documentMaps = parts.map(({ segment, deleted }, p) =>
    Int32Array.from({ length: segment.size }, (_, d) => {
      if (deleted !== undefined && (((deleted[d >>> 3] as number) >>> (d & 7)) & 1) === 1) return GONE
      part.push(p)
      return document.push(d) - 1
    }),
  )
  return { documentMaps, kept: { part: new Uint32Array(part), document: new Uint32Array(document) } }
}

function copyPostings(
  { segment, t, isPositioned }: { segment: Segment; t: number; isPositioned: boolean },
  documentMap: Int32Array,
  list: PostingList,
  writer: SegmentWriter,
): void {
  const { position, positionStart } = segment
  const size = readPostings(segment, t, list)
  let at = positionStart[t] as number
  for (let k = 0; k < size; k++) {
    const tf = list.values[k] as number
    const from = at
    if (isPositioned) for (let j = tf; j > 0; j--) while ((position[at++] as number) > 127);
    const document = documentMap[list.docs[k] as number] as number
    if (document === GONE) continue
    writer.posting(document, tf)
    if (isPositioned) writer.positions.copy(position, from, at)
  }
}

function mergeColumns(segments: readonly Segment[], kept: Kept): Columns {
  const fill = <T extends Uint8Array | Uint32Array | Float64Array>(
    column: T,
    valueOf: (segment: Segment, document: number) => number,
  ): T => {
    for (let d = 0; d < column.length; d++) {
      column[d] = valueOf(segments[kept.part[d] as number] as Segment, kept.document[d] as number)
    }
    return column
  }
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
