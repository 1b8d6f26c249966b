import type { Facet } from '../../../domain/result.ts'
import type { WeightedClause } from './bm25.ts'
import { countDistinctArticles, createFacetCounter, facetOf, type FacetCounter } from './facet-counter.ts'
import { canFail, FAILS, failuresOf, keepPassing, type FilterTables, type SegmentView } from './filter.ts'
import { matchAll } from './match-all.ts'
import { bestHits, BestOfSegment, type OrderKey, type RankedHit } from './ranked-hits.ts'
import type { ReadyQuery } from './ready-query.ts'
import type { SearchContext } from './search-context.ts'
import { offerAll, sortKeys } from './sort-keys.ts'

export type Found = {
  /** The best of the window, in order. */
  readonly best: readonly RankedHit[]
  readonly paragraphs: number
  readonly articles: number
  readonly facets: readonly Facet[]
}

/** Which hits are wanted: at most `size` behind the place `after`. */
export type HitWindow = { readonly size: number; readonly after: OrderKey | undefined }

/** Everything that matches: counted exactly, and the best of it. */
export function findAll(query: ReadyQuery, { size, after }: HitWindow, context: SearchContext): Found {
  const { plan, tables } = query
  const counters = plan.facets.map(({ name }) => createFacetCounter(name, plan.group, context.names))
  const clauses = query.positive.map(part => part.weighted).sort((a, b) => a.clause.total - b.clause.total)
  const hits: RankedHit[] = []
  let floor = Number.NEGATIVE_INFINITY
  let paragraphs = 0
  let articles = 0
  if (canMatch(clauses)) context.views.forEach(addSegment)
  const best = bestHits(hits, size, context.segments)
  return { best, paragraphs, articles, facets: counters.map((counter, k) => facetOf(counter, facetAt(k))) }

  function facetAt(k: number) {
    return plan.facets[k] ?? { name: 'language' as const, limit: 0 }
  }

  function addSegment(view: SegmentView, i: number): void {
    query.check()
    const { segment } = view
    const { pool } = context
    const list = pool.take()
    const isScored = plan.sort === 'relevance'
    const n = matchAll({ clauses, negative: query.negative, isScored, check: query.check }, i, context, list)
    const found = { docs: list.docs, values: list.values, n }
    const fails = canFail(view, tables) ? context.bytes.subarray(0, n) : undefined
    if (fails) failuresOf(view, tables, found, fails)
    const counted = countSegment(segment, found, fails, { tables, counters, context })
    paragraphs += counted.paragraphs
    articles += counted.articles
    if (counted.paragraphs > 0) {
      const bestHere = new BestOfSegment(segment, size, { after, floor })
      sortKeys(plan.sort, segment, found, context.keys)
      offerAll(bestHere, { docs: list.docs, n, keys: context.keys, fails }, segment, plan)
      hits.push(...bestHere.hits(i))
      floor = bestHere.floor
    }
    pool.give(list)
  }
}

const canMatch = (clauses: readonly WeightedClause[]): boolean =>
  clauses.every(({ clause }) => clause.total > 0)

type Counting = {
  readonly tables: FilterTables
  readonly counters: readonly FacetCounter[]
  readonly context: SearchContext
}

/** Facets are disjunctive: each is counted with every filter except its own. */
function countSegment(
  segment: SegmentView['segment'],
  found: { docs: Uint32Array; n: number },
  fails: Uint8Array | undefined,
  { tables, counters, context }: Counting,
): { paragraphs: number; articles: number } {
  const list = context.pool.take()
  const passing = fails === undefined ? found.docs : list.docs
  const paragraphs = fails === undefined ? found.n : keepPassing(found, fails, 0, list.docs)
  for (const counter of counters)
    if (!hasOwnFilter(counter, tables)) counter.add(segment, passing, paragraphs)
  const articles = countDistinctArticles(segment, passing, paragraphs)
  if (fails !== undefined) {
    for (const counter of counters) {
      if (!hasOwnFilter(counter, tables)) continue
      const forgiven = keepPassing(found, fails, FAILS[counter.name], list.docs)
      counter.add(segment, list.docs, forgiven)
    }
  }
  context.pool.give(list)
  return { paragraphs, articles }
}

const hasOwnFilter = ({ name }: FacetCounter, tables: FilterTables): boolean =>
  (name === 'month' ? tables.date : tables[name]) !== undefined
