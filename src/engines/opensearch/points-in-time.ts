import { z } from 'zod'
import type { Server } from './client.ts'
import { read } from './answer.ts'
import { isRefusal } from './server-error.ts'
import { KEEP_ALIVE } from './asked.ts'

/**
 * The states of the index that searches read: one point in time a generation, shared by all searches of this process, so
 * that a reader who types does not open one with every letter (a node holds 300 by default). A superseded one is closed
 * unless a cursor stands on it; then it ends by itself, minutes after its last use.
 */
export type PointsInTime = {
  /** The point of this generation, or of a newer one that is being written just now. */
  of(generation: number): Promise<string>
  /** A cursor was given for it. `until`: seconds UTC. */
  pin(point: string, until: number): void
  /** It is gone from the server. */
  forget(point: string): void
  /** Closes those that no cursor needs any more. */
  close(now: number): Promise<void>
}

/** Seconds that a search may still stand on a superseded one. */
const GRACE = 10
/** Of this process, cursors included; beyond it the oldest cursors expire early. */
const MOST_POINTS = 100

type Point = { readonly id: string; readonly generation: number; usedAt: number; pinnedUntil: number }

export function createPointsInTime(
  server: Server,
  { index, clock }: { readonly index: string; readonly clock: () => number },
): PointsInTime {
  let points: Point[] = []
  let opening: { readonly generation: number; readonly point: Promise<Point> } | undefined

  async function open(generation: number): Promise<Point> {
    const id = await openPoint(server, index)
    const now = clock()
    const point = { id, generation, usedAt: now, pinnedUntil: 0 }
    const kept = points
      .filter(({ pinnedUntil, usedAt }) => pinnedUntil > now || usedAt > now - GRACE)
      .slice(-MOST_POINTS)
    const superseded = points.filter(old => !kept.includes(old))
    points = [...kept, point]
    void closePoints(
      server,
      superseded.map(({ id }) => id),
    ).catch(() => undefined)
    return point
  }

  return {
    async of(generation) {
      const known = points.findLast(point => point.generation === generation)
      if (known) {
        known.usedAt = clock()
        return known.id
      }
      if (opening?.generation !== generation) {
        const point = open(generation)
        opening = { generation, point }
        const isOver = (): void => {
          if (opening?.point === point) opening = undefined
        }
        point.then(isOver, isOver)
      }
      return (await opening.point).id
    },
    pin(id, until) {
      const point = points.find(one => one.id === id)
      if (point) point.pinnedUntil = Math.max(point.pinnedUntil, until)
    },
    forget(id) {
      points = points.filter(point => point.id !== id)
    },
    async close(now) {
      const unpinned = points.filter(({ pinnedUntil }) => pinnedUntil <= now)
      points = []
      await closePoints(
        server,
        unpinned.map(({ id }) => id),
      )
    },
  }
}

/** Of a point that has ended, or whose index was replaced by a rebuild. */
export const isGone = (error: unknown): boolean =>
  isRefusal(
    error,
    'search_context_missing_exception',
    'index_not_found_exception',
    'shard_not_found_exception',
  )

const Opened = z.object({ pit_id: z.string() })

export async function openPoint(server: Server, index: string): Promise<string> {
  const answer = await server.send({
    method: 'POST',
    path: `/${index}/_search/point_in_time`,
    query: { keep_alive: KEEP_ALIVE },
  })
  return read(Opened, answer).pit_id
}

export async function closePoints(server: Server, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await server.send({ method: 'DELETE', path: '/_search/point_in_time', body: { pit_id: ids } })
}
