import type { Zone } from '../../../domain/query.ts'
import { canFail, failuresOf, keepPassing, type FilterTables, type SegmentView } from './filter.ts'
import type { AllWanted } from './match-all.ts'
import { matchInZone } from './match-in-zone.ts'
import type { PreparedClause } from './prepared-clause.ts'
import type { SearchContext, SpaceContext } from './search-context.ts'

/** How many visible, filtered documents a clause matches anywhere. */
export function countDocuments(clause: PreparedClause, tables: FilterTables, context: SearchContext): number {
  if (clause.total === 0) return 0
  const { views, matcher, pool } = context
  const list = pool.take()
  let total = 0
  views.forEach((view, i) => {
    const n = matcher.collect(clause, i, list)
    total += passing(view, tables, list.docs, n)
  })
  pool.give(list)
  return total
}

export type ZoneCount = {
  readonly tables: FilterTables
  readonly zone: Zone
  readonly context: SearchContext
}

/** How many visible, filtered documents a clause, by itself, matches in a zone. */
export function countInZone(
  lookUp: (space: SpaceContext) => PreparedClause,
  { tables, zone, context }: ZoneCount,
): number {
  const clause = lookUp(context)
  if (zone === 'any' || clause.total === 0) return countDocuments(clause, tables, context)
  const wanted = {
    tables,
    paragraphs: onlyWanted(clause),
    units: onlyWanted(lookUp(context.units())),
  }
  const out = context.pool.take()
  let total = 0
  context.views.forEach((view, i) => {
    const n = matchInZone(wanted, i, context, { out })
    total += passing(view, tables, out.docs, n)
  })
  context.pool.give(out)
  return total
}

const onlyWanted = (clause: PreparedClause): AllWanted => ({
  clauses: [{ clause, idf: 0, bound: 0 }],
  negative: [],
  isScored: false,
  check: () => undefined,
})

/** Moves the documents that pass to the front; gives their number. */
export function passing(view: SegmentView, tables: FilterTables, docs: Uint32Array, n: number): number {
  if (!canFail(view, tables)) return n
  const fails = new Uint8Array(n)
  failuresOf(view, tables, { docs, n }, fails)
  return keepPassing({ docs, n }, fails, 0, docs)
}
