import type { Clause, QueryPlan } from '../../domain/query.ts'
import type { QueryParts } from '../common/query-parts.ts'
import type { Verified } from './clause-to-query.ts'

/** What a search asks for. */
export type Asked = QueryParts & {
  readonly plan: QueryPlan
  /** Of the clauses that the server can't decide by itself. */
  readonly verified: ReadonlyMap<Clause, Verified>
}

/** How long the server keeps a point in time after each use of it. Longer than a cursor lives. */
export const KEEP_ALIVE = '6m'

export const withPoint = (pointInTime: string) => ({ pit: { id: pointInTime, keep_alive: KEEP_ALIVE } })
