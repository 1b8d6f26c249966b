import type { OrderKey, RankedHit } from './ranked-hits.ts'
import { paragraphIdOf, type Segment } from './segment.ts'

/** That many of the best by BM25 are ordered again, by what is too dear to ask of all. */
export const RERANKED = 50

/**
 * Where a page of results begins, within one generation; plain JSON. `offset`: within the reranked best, whose order has
 * no key. Beyond them the key and id of the last hit before it (`null`: undated), so that late pages cost no more than
 * early ones.
 */
export type Position = { readonly offset: number } | { readonly key: number | null; readonly id: string }

/** A position that came back from a reader; undefined when it is none. */
export function parsePosition(value: unknown): Position | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  if ('offset' in value) {
    const { offset } = value
    return typeof offset === 'number' && Number.isInteger(offset) && offset > 0 && offset <= RERANKED
      ? { offset }
      : undefined
  }
  if (!('key' in value) || !('id' in value)) return undefined
  const { key, id } = value
  if (typeof id !== 'string' || (key !== null && typeof key !== 'number')) return undefined
  return { key, id }
}

export function positionAfter(hit: RankedHit, segments: readonly Segment[]): Position {
  const id = paragraphIdOf(segments[hit.segment] as Segment, hit.document)
  // JSON has no infinity, the key of undated paragraphs
  return { key: Number.isFinite(hit.key) ? hit.key : null, id }
}

export const orderKeyOf = ({ key, id }: { key: number | null; id: string }): OrderKey => ({
  key: key ?? Number.NEGATIVE_INFINITY,
  id,
})
