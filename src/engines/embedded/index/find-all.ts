import type { Facet } from '../../../domain/result.ts'
import { countDistinctArticles, createFacetCounter, facetOf, type FacetCounter } from './facet-counter.ts'
import { canFail, FAILS, failuresOf, keepPassing, type FilterTables, type SegmentView } from './filter.ts'
import { canMatch } from './match-all.ts'
import type { SeeUnits } from './match-in-quotes.ts'
import { matchInZone, unitOf } from './match-in-zone.ts'
import { kindTable } from './quote-tables.ts'
import { bestHits, BestOfSegment, type OrderKey, type RankedHit } from './ranked-hits.ts'
import type { ReadyQuery } from './ready-query.ts'
import type { SearchContext } from './search-context.ts'
import { unitsOf } from './segment.ts'
import { offerAll, sortKeys } from './sort-keys.ts'
import type { SpeakerCounter } from './speaker-counter.ts'

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
  const counters = createCounters(query, context)
  const hits: RankedHit[] = []
  let floor = Number.NEGATIVE_INFINITY
  let paragraphs = 0
  let articles = 0
  if (canMatch(query.wanted.paragraphs)) context.views.forEach(addSegment)
  const best = bestHits(hits, size, context.segments)
  return {
    best,
    paragraphs,
    articles,
    facets: counters.all.map((counter, k) => facetOf(counter, facetAt(k))),
  }

  function facetAt(k: number) {
    return plan.facets[k] ?? { name: 'language' as const, limit: 0 }
  }

  function addSegment(view: SegmentView, i: number): void {
    query.check()
    const { segment } = view
    const { pool } = context
    const list = pool.take()
    const { ofUnits } = counters
    const see = ofUnits && speakersOfUnits(ofUnits, view, tables)
    const n = matchInZone(query.wanted, i, context, { out: list, see })
    const found = { docs: list.docs, values: list.values, n }
    const fails = canFail(view, tables) ? context.bytes.subarray(0, n) : undefined
    if (fails) failuresOf(view, tables, found, fails)
    const counted = countSegment(segment, found, fails, {
      tables,
      counters: counters.ofParagraphs,
      context,
    })
    paragraphs += counted.paragraphs
    articles += counted.articles
    if (counted.paragraphs > 0) {
      const bestHere = new BestOfSegment(segment, size, { after, floor })
      sortKeys(plan.sort, segment, found, context.keys)
      offerAll(bestHere, { docs: list.docs, n, keys: context.keys, fails }, segment, plan)
      hits.push(...withUnits(bestHere.hits(i), i, found))
      floor = bestHere.floor
    }
    pool.give(list)
  }

  function withUnits(found: RankedHit[], i: number, list: { docs: Uint32Array; n: number }): RankedHit[] {
    const { zone } = plan
    if (zone === 'any') return found
    return found.map(hit => {
      const unit = unitOf(hit.document, { zone, i, found: list }, context)
      return unit === undefined ? hit : { ...hit, unit }
    })
  }
}

type Counters = {
  /** In the order of the plan. */
  readonly all: readonly FacetCounter[]
  readonly ofParagraphs: readonly FacetCounter[]
  /** In the zone `quotes` those count as speakers whose quotes hold the query, and not all of the paragraph. */
  readonly ofUnits?: SpeakerCounter
}

function createCounters({ plan }: ReadyQuery, { names }: SearchContext): Counters {
  const { group, zone, filters } = plan
  const kinds = kindTable(filters.quoteKind, zone)
  const all = plan.facets.map(({ name }) => createFacetCounter(name, names, { group, kinds }))
  const ofUnits = zone === 'quotes' ? all.find(countsUnits) : undefined
  return { all, ofParagraphs: all.filter(counter => counter !== ofUnits), ...(ofUnits && { ofUnits }) }
}

const countsUnits = (counter: FacetCounter): counter is SpeakerCounter => 'addUnits' in counter

function speakersOfUnits(counter: SpeakerCounter, view: SegmentView, tables: FilterTables): SeeUnits {
  const { segment } = view
  const { paragraph } = unitsOf(segment)
  return (units, n) => {
    const docs = units.slice(0, n).map(unit => paragraph[unit] as number)
    const fails = new Uint8Array(n)
    failuresOf(view, tables, { docs, n }, fails)
    const kept = keepPassing({ docs: units, n }, fails, 0, docs)
    counter.addUnits(segment, docs, kept)
  }
}

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

function hasOwnFilter({ name }: FacetCounter, tables: FilterTables): boolean {
  if (name === 'month') return tables.date !== undefined
  return (name === 'speaker' ? tables.quotes?.speakers : tables[name]) !== undefined
}
