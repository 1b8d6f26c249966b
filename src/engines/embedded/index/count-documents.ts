import { canFail, failuresOf, keepPassing, type FilterTables, type SegmentView } from './filter.ts'
import type { PreparedClause } from './prepared-clause.ts'
import type { SearchContext } from './search-context.ts'

/** How many visible, filtered documents a clause matches. */
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

/** Moves the documents that pass to the front; gives their number. */
export function passing(view: SegmentView, tables: FilterTables, docs: Uint32Array, n: number): number {
  if (!canFail(view, tables)) return n
  const fails = new Uint8Array(n)
  failuresOf(view, tables, { docs, n }, fails)
  return keepPassing({ docs, n }, fails, 0, docs)
}
