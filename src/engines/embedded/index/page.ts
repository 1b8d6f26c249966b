import type { QueryPlan } from '../../../domain/query.ts'
import type { HitWindow } from './find-all.ts'
import { orderKeyOf, positionAfter, RERANKED, type Position } from './position.ts'
import type { RankedHit } from './ranked-hits.ts'
import type { ScoredHit } from './rerank.ts'
import type { Segment } from './segment.ts'

/**
 * Which hits a page needs. In order of relevance the best `RERANKED` are ordered by all signals, and a page that begins
 * among them is cut out by its offset. Every other page is found by the key of the hit before it.
 */
export type Paging = {
  /** Hits of the window before the page. */
  readonly offset: number
  /** So many of the window, from its start, are reranked. */
  readonly reranked: number
  readonly window: HitWindow
}

export type Page = {
  readonly hits: readonly ScoredHit[]
  /** Where the next page begins; absent after the last hit. */
  readonly next?: Position
}

export function pagingOf({ sort, limit }: QueryPlan, after: Position | undefined): Paging {
  // one hit more than is shown tells whether there is a next page
  if (after !== undefined && 'key' in after) {
    return { offset: 0, reranked: 0, window: { size: limit + 1, after: orderKeyOf(after) } }
  }
  if (sort !== 'relevance') return { offset: 0, reranked: 0, window: { size: limit + 1, after: undefined } }
  const offset = after?.offset ?? 0
  const size = Math.max(RERANKED, offset + limit) + 1
  return { offset, reranked: RERANKED, window: { size, after: undefined } }
}

/** `rank` orders the best hits by all signals. */
export function cutPage(
  { offset, reranked }: Paging,
  best: readonly RankedHit[],
  limit: number,
  { segments, rank }: { segments: readonly Segment[]; rank: (hits: readonly RankedHit[]) => ScoredHit[] },
): Page {
  const others = best.slice(reranked).map(hit => ({ ...hit, score: hit.key, isReranked: false }))
  const hits = [...rank(best.slice(0, reranked)), ...others]
  const end = offset + limit
  const page = hits.slice(offset, end)
  const last = page.at(-1)
  if (last === undefined || hits.length <= end) return { hits: page }
  return { hits: page, next: end <= reranked ? { offset: end } : positionAfter(last, segments) }
}
