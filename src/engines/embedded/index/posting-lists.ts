import type { PostingList } from './postings.ts'

/** Room for lists of documents, used again and again: one query needs a dozen, and new arrays of that size cost more than the query. */
export class ListPool {
  readonly #capacity: number
  readonly #free: PostingList[] = []

  /** `capacity`: documents of the largest segment. */
  constructor(capacity: number) {
    this.#capacity = capacity
  }

  /** A list with any content. Give it back when it is done with; a list that is never given back is only garbage. */
  take(): PostingList {
    return (
      this.#free.pop() ?? { docs: new Uint32Array(this.#capacity), values: new Float32Array(this.#capacity) }
    )
  }

  give(...lists: PostingList[]): void {
    this.#free.push(...lists)
  }
}

/** Exchanges the contents of two lists without copying. */
export function swapLists(a: PostingList, b: PostingList): void {
  const { docs, values } = a
  a.docs = b.docs
  a.values = b.values
  b.docs = docs
  b.values = values
}

/** How much longer one list must be for a search in it to be faster than reading it. */
const MUCH_LONGER = 16

/** The documents of either list into `out`, values of both added up; gives their number. */
export function unite(a: PostingList, n: number, b: PostingList, m: number, out: PostingList): number {
  if (m * MUCH_LONGER < n) return uniteFew(b, m, a, n, out)
  if (n * MUCH_LONGER < m) return uniteFew(a, n, b, m, out)
  const { docs: left, values: leftValues } = a
  const { docs: right, values: rightValues } = b
  const { docs, values } = out
  let i = 0
  let j = 0
  let size = 0
  while (i < n && j < m) {
    const x = left[i] as number
    const y = right[j] as number
    if (x < y) {
      docs[size] = x
      values[size++] = leftValues[i++] as number
    } else if (y < x) {
      docs[size] = y
      values[size++] = rightValues[j++] as number
    } else {
      docs[size] = x
      values[size++] = (leftValues[i++] as number) + (rightValues[j++] as number)
    }
  }
  size = copyPart(a, i, n, out, size)
  return copyPart(b, j, m, out, size)
}

/** The long list is copied in pieces. */
function uniteFew(few: PostingList, m: number, many: PostingList, n: number, out: PostingList): number {
  let i = 0
  let size = 0
  for (let j = 0; j < m; j++) {
    const document = few.docs[j] as number
    const next = lowerBoundIn(many.docs, document, i, n)
    size = copyPart(many, i, next, out, size)
    i = next
    out.docs[size] = document
    const isInBoth = i < n && many.docs[i] === document
    out.values[size++] = (few.values[j] as number) + (isInBoth ? (many.values[i++] as number) : 0)
  }
  return copyPart(many, i, n, out, size)
}

function copyPart(from: PostingList, start: number, end: number, to: PostingList, at: number): number {
  if (start < end) {
    to.docs.set(from.docs.subarray(start, end), at)
    to.values.set(from.values.subarray(start, end), at)
  }
  return at + end - start
}

/** The first index in `[from, to)` whose document is not before `document`. */
export function lowerBoundIn(docs: Uint32Array, document: number, from: number, to: number): number {
  let low = from
  let high = to
  while (low < high) {
    const middle = (low + high) >> 1
    if ((docs[middle] as number) < document) low = middle + 1
    else high = middle
  }
  return low
}

/** Keeps the documents of the list that do (or with `wanted` 0: do not) have a value in `found`; gives their number. */
export function keepFound(
  { docs, values }: PostingList,
  n: number,
  found: Float32Array,
  wanted: 0 | 1,
): number {
  let kept = 0
  for (let k = 0; k < n; k++) {
    docs[kept] = docs[k] as number
    values[kept] = values[k] as number
    kept += (found[k] as number) > 0 === (wanted === 1) ? 1 : 0
  }
  return kept
}

/** Keeps the documents whose language has a 1 in `mask`; gives their number. */
export function keepLanguages(
  { docs, values }: PostingList,
  n: number,
  mask: Uint8Array,
  language: Uint8Array,
): number {
  let kept = 0
  for (let k = 0; k < n; k++) {
    const document = docs[k] as number
    docs[kept] = document
    values[kept] = values[k] as number
    kept += mask[language[document] as number] as number
  }
  return kept
}

/** The documents whose bits are set, ascending; gives their number. */
export function bitsToDocuments(bits: Uint32Array, docs: Uint32Array): number {
  let size = 0
  for (let w = 0; w < bits.length; w++) {
    let word = bits[w] as number
    while (word !== 0) {
      docs[size++] = (w << 5) | (31 - Math.clz32(word & -word))
      word &= word - 1
    }
  }
  return size
}
