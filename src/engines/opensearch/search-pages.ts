import type { QueryPlan } from '../../domain/query.ts'
import { CURSOR_LIFETIME, decodeCursor, encodeCursor, expiredCursor } from '../common/cursor.ts'
import type { EngineResult, SearchOptions } from '../search-engine.ts'
import type { Server } from './client.ts'
import { parseCursorState, type CursorState } from './cursor-state.ts'
import { readState } from './index-state.ts'
import { isGone, type PointsInTime } from './points-in-time.ts'
import type { IndexNames } from './schema.ts'
import { searchPoint } from './search.ts'

export type SearchPages = {
  /** The first page, or with `plan.after` the one behind that cursor, of the same state of the index. */
  search(plan: QueryPlan, options: SearchOptions): Promise<EngineResult>
}

export type SearchPagesContext = {
  readonly names: IndexNames
  readonly points: PointsInTime
  /** Signs cursors. */
  readonly secret: string
  /** Seconds UTC. */
  readonly clock: () => number
}

export function createSearchPages(
  server: Server,
  { names, points, secret, clock }: SearchPagesContext,
): SearchPages {
  async function firstPage(plan: QueryPlan, options: SearchOptions): Promise<EngineResult> {
    for (let attempt = 0; ; attempt++) {
      const { state } = await readState(server, names, options)
      const point = await points.of(state.generation)
      try {
        return await page(plan, { point }, options)
      } catch (error) {
        // the server was restarted, or a rebuild has just replaced the index
        if (!isGone(error) || attempt > 0) throw error
        points.forget(point)
      }
    }
  }

  async function nextPage(plan: QueryPlan, cursor: string, options: SearchOptions): Promise<EngineResult> {
    const { now, state } = decodeCursor(cursor, plan, { secret, parseState: parseCursorState })
    try {
      return await page({ ...plan, now }, state, options)
    } catch (error) {
      if (isGone(error)) throw expiredCursor()
      throw error
    }
  }

  async function page(
    plan: QueryPlan,
    { point, position }: CursorState,
    options: SearchOptions,
  ): Promise<EngineResult> {
    const { nextPosition, ...result } = await searchPoint(plan, server, {
      ...options,
      pointInTime: point,
      ...(position ? { after: position } : {}),
    })
    if (!nextPosition) return result
    const issuedAt = clock()
    points.pin(point, issuedAt + CURSOR_LIFETIME)
    const state: CursorState = { point, position: nextPosition }
    return { ...result, next: encodeCursor({ now: plan.now, issuedAt, state }, plan, secret) }
  }

  return {
    search: (plan, options) =>
      plan.after === undefined ? firstPage(plan, options) : nextPage(plan, plan.after, options),
  }
}
