import { segmentsToMerge } from './index/merge-policy.ts'
import { mergeSegments } from './index/merge-segments.ts'
import { listSegment, type SegmentPlaces } from './list-segment.ts'
import type { SegmentRow } from './segment-table.ts'

/** Segments that a merge has replaced; their files go once it is committed. */
export type MergeResult = { readonly replaced: readonly string[] }

/**
 * One merge, if one is due: neighbours of one tier, or a segment that is mostly deleted; within a transaction. Absent when
 * none is due.
 */
export function mergeOnce(places: SegmentPlaces): MergeResult | undefined {
  const { cache, table } = places
  const rows = table.all()
  const due = rowsToMerge(rows)
  const [first] = due
  const last = due.at(-1)
  if (!first || !last) return undefined
  const merged = mergeSegments(
    due.map(({ name, deleted }) =>
      deleted ? { segment: cache.get(name), deleted } : { segment: cache.get(name) },
    ),
  )
  for (const { name } of due) table.remove(name)
  if (merged.size > 0) {
    const { firstSequence } = first
    const { lastSequence } = last
    listSegment(merged, { firstSequence, lastSequence }, places)
  }
  return { replaced: due.map(({ name }) => name) }
}

function rowsToMerge(rows: readonly SegmentRow[]): SegmentRow[] {
  const wasteful = rows.find(row => row.deletedCount * 2 > row.documents)
  if (wasteful) return [wasteful]
  return segmentsToMerge(rows.map(row => row.documents - row.deletedCount)).flatMap(i => rows[i] ?? [])
}
