import { z } from 'zod'
import type { Position } from './to-request.ts'

/** Where a page begins: in which state of the index, and behind which hit. */
export type CursorState = { readonly point: string; readonly position?: Position }

const Point = z.object({
  point: z.string(),
  position: z.union([
    z.strictObject({ sort: z.array(z.union([z.string(), z.number()])) }),
    z.strictObject({ offset: z.int().nonnegative() }),
  ]),
})

export function parseCursorState(state: unknown): CursorState | undefined {
  const parsed = Point.safeParse(state)
  return parsed.success ? parsed.data : undefined
}
