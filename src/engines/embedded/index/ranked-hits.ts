import { paragraphIdOf, type Segment } from './segment.ts'

/** A document of one segment with the number it is sorted by. */
export type RankedHit = {
  /** Index of the segment. */
  readonly segment: number
  readonly document: number
  /** In which unit of it the query holds; absent when it holds in the document as a whole. */
  readonly unit?: number
  /** Higher comes first; ties are broken by paragraph id, ascending. */
  readonly key: number
  /** Other matching paragraphs of the same article; 0 unless grouped. */
  readonly more: number
}

/** The place behind a hit. */
export type OrderKey = { readonly key: number; readonly id: string }

/**
 * The best hits of one segment. The worst of them stands at the root of a binary heap, so that a document that comes in
 * costs log(size) even when documents arrive in ascending order, as dates do.
 */
export class BestOfSegment {
  readonly #segment: Segment
  readonly #size: number
  /** Only documents behind this place are taken: a lower key, or the same key and at least this rank. */
  readonly #afterKey: number
  readonly #afterRank: number
  readonly #keys: number[] = []
  readonly #documents: number[] = []
  readonly #more: number[] = []
  #count = 0
  /** No document with a key below this can come in. */
  #floor: number

  constructor(
    segment: Segment,
    size: number,
    { after, floor }: { after?: OrderKey | undefined; floor: number },
  ) {
    this.#segment = segment
    this.#size = size
    this.#afterKey = after ? after.key : Number.POSITIVE_INFINITY
    this.#afterRank = after ? ranksUpTo(segment, after.id) : 0
    this.#floor = floor
  }

  /** A key that at least `size` documents of this and earlier segments reach; -Infinity as long as there are fewer. */
  get floor(): number {
    return this.#floor
  }

  offer(document: number, key: number, more: number): void {
    if (key < this.#floor || key > this.#afterKey) return
    const { idRank } = this.#segment
    if (key === this.#afterKey && (idRank[document] as number) < this.#afterRank) return
    if (this.#count < this.#size) {
      this.#set(this.#count++, key, document, more)
      this.#riseFrom(this.#count - 1)
    } else {
      if (!this.#isWorse(this.#keys[0] as number, this.#documents[0] as number, key, document)) return
      this.#set(0, key, document, more)
      this.#sinkFrom(0)
    }
    if (this.#count === this.#size) this.#floor = Math.max(this.#floor, this.#keys[0] as number)
  }

  /** In no order. */
  hits(segment: number): RankedHit[] {
    return Array.from({ length: this.#count }, (_, k) => ({
      segment,
      document: this.#documents[k] as number,
      key: this.#keys[k] as number,
      more: this.#more[k] as number,
    }))
  }

  #isWorse(key: number, document: number, otherKey: number, otherDocument: number): boolean {
    if (key !== otherKey) return key < otherKey
    const { idRank } = this.#segment
    return (idRank[document] as number) > (idRank[otherDocument] as number)
  }

  #set(at: number, key: number, document: number, more: number): void {
    this.#keys[at] = key
    this.#documents[at] = document
    this.#more[at] = more
  }

  #isWorseAt(a: number, b: number): boolean {
    return this.#isWorse(
      this.#keys[a] as number,
      this.#documents[a] as number,
      this.#keys[b] as number,
      this.#documents[b] as number,
    )
  }

  #swap(a: number, b: number): void {
    const key = this.#keys[a] as number
    const document = this.#documents[a] as number
    const more = this.#more[a] as number
    this.#set(a, this.#keys[b] as number, this.#documents[b] as number, this.#more[b] as number)
    this.#set(b, key, document, more)
  }

  #riseFrom(start: number): void {
    for (let at = start; at > 0;) {
      const parent = (at - 1) >> 1
      if (!this.#isWorseAt(at, parent)) return
      this.#swap(at, parent)
      at = parent
    }
  }

  #sinkFrom(start: number): void {
    for (let at = start; ;) {
      const left = 2 * at + 1
      const right = left + 1
      let worst = at
      if (left < this.#count && this.#isWorseAt(left, worst)) worst = left
      if (right < this.#count && this.#isWorseAt(right, worst)) worst = right
      if (worst === at) return
      this.#swap(at, worst)
      at = worst
    }
  }
}

/** How many ids of the segment sort before or at `id`. */
function ranksUpTo(segment: Segment, id: string): number {
  const byRank = new Uint32Array(segment.size)
  for (let document = 0; document < segment.size; document++)
    byRank[segment.idRank[document] as number] = document
  let low = 0
  let high = segment.size
  while (low < high) {
    const middle = (low + high) >> 1
    if (paragraphIdOf(segment, byRank[middle] as number) <= id) low = middle + 1
    else high = middle
  }
  return low
}

/** The best `size` of several segments, in order. */
export function bestHits(hits: RankedHit[], size: number, segments: readonly Segment[]): RankedHit[] {
  return hits.sort((a, b) => b.key - a.key || compareIds(a, b, segments)).slice(0, size)
}

/** By paragraph id, ascending. */
export function compareIds(a: RankedHit, b: RankedHit, segments: readonly Segment[]): number {
  const first = segments[a.segment] as Segment
  if (a.segment === b.segment)
    return (first.idRank[a.document] as number) - (first.idRank[b.document] as number)
  return comparePlacedIds(first, a.document, segments[b.segment] as Segment, b.document)
}

function comparePlacedIds(a: Segment, d: number, b: Segment, e: number): number {
  const aEnd = a.idStart[d + 1] as number
  const bEnd = b.idStart[e + 1] as number
  let x = a.idStart[d] as number
  let y = b.idStart[e] as number
  for (; x < aEnd && y < bEnd; x++, y++) {
    const difference = (a.id[x] as number) - (b.id[y] as number)
    if (difference !== 0) return difference
  }
  return aEnd - x - (bEnd - y)
}
