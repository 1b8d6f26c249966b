import type { Group, Sort } from '../../../domain/query.ts'
import type { BestOfSegment } from './ranked-hits.ts'
import type { Segment } from './segment.ts'

/** What each of `n` documents is sorted by, higher first, into `keys`. Undated ones are last in either direction. */
export function sortKeys(
  sort: Sort,
  { publishedAt }: Segment,
  { docs, values, n }: { docs: Uint32Array; values: Float32Array; n: number },
  keys: Float64Array,
): void {
  if (sort === 'relevance') {
    for (let k = 0; k < n; k++) keys[k] = values[k] as number
    return
  }
  for (let k = 0; k < n; k++) {
    const date = publishedAt[docs[k] as number] as number
    // not -date: a key of -0 would not come back from JSON
    const key = sort === 'newest' ? date : 0 - date
    keys[k] = Number.isNaN(key) ? Number.NEGATIVE_INFINITY : key
  }
}

export type Offered = {
  readonly docs: Uint32Array
  readonly n: number
  readonly keys: Float64Array
  /** 0 for the documents that pass all filters; absent: all do. */
  readonly fails: Uint8Array | undefined
}

/** Offers documents, or the best one of each article, to the best of their segment. */
export function offerAll(
  best: BestOfSegment,
  offered: Offered,
  segment: Segment,
  { sort, group }: { sort: Sort; group: Group },
): void {
  // segments grow with time: from the end the newest come first, and few others come in after them
  const isBackwards = sort === 'newest'
  if (group === 'article') offerArticles(best, offered, segment, isBackwards)
  else offerParagraphs(best, offered, isBackwards)
}

function offerParagraphs(best: BestOfSegment, { docs, n, keys, fails }: Offered, isBackwards: boolean): void {
  for (let step = 0; step < n; step++) {
    const k = isBackwards ? n - 1 - step : step
    const key = keys[k] as number
    if (key < best.floor || (fails !== undefined && fails[k] !== 0)) continue
    best.offer(docs[k] as number, key, 0)
  }
}

function offerArticles(
  best: BestOfSegment,
  { docs, n, keys, fails }: Offered,
  segment: Segment,
  isBackwards: boolean,
): void {
  const { article, idRank } = segment
  let current = -1
  let bestKey = 0
  let bestDocument = -1
  let size = 0
  for (let step = 0; step < n; step++) {
    const k = isBackwards ? n - 1 - step : step
    if (fails !== undefined && fails[k] !== 0) continue
    const document = docs[k] as number
    const key = keys[k] as number
    if (article[document] !== current) {
      if (size > 0) best.offer(bestDocument, bestKey, size - 1)
      current = article[document] as number
      bestKey = key
      bestDocument = document
      size = 1
      continue
    }
    size++
    const isBetter =
      key === bestKey ? (idRank[document] as number) < (idRank[bestDocument] as number) : key > bestKey
    if (!isBetter) continue
    bestKey = key
    bestDocument = document
  }
  if (size > 0) best.offer(bestDocument, bestKey, size - 1)
}
