import type { Clause, QueryPlan } from '../../domain/query.ts'
import type { QueryParts } from '../common/query-parts.ts'
import { isCompact, type Translation, type Verified } from './clause-to-query.ts'
import type { Place } from './place.ts'

/** What a search asks for. */
export type Asked = QueryParts & {
  readonly plan: QueryPlan
  /** Of the clauses that the server can't decide by itself. */
  readonly verified: ReadonlyMap<Clause, Verified>
}

/** `isScored`: with scores, unless that were too many for the server. */
export const translationOf = (
  { plan, positive, negative, verified }: Asked,
  { place, isScored }: { readonly place: Place; readonly isScored: boolean },
): Translation => ({
  place,
  verified,
  isCompact: !isScored || isCompact([...positive, ...negative], plan.zone),
})

/** How long the server keeps a point in time after each use of it. Longer than a cursor lives. */
export const KEEP_ALIVE = '6m'

export const withPoint = (pointInTime: string) => ({ pit: { id: pointInTime, keep_alive: KEEP_ALIVE } })
