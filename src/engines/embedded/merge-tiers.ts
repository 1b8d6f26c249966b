import { segmentsToMerge } from './index/merge-policy.ts'
import { listSegment, type SegmentPlaces } from './list-segment.ts'
import type { SegmentRow } from './segment-table.ts'

/** Segments that a merge has replaced; their files go once it is committed. */
export type MergeResult = { readonly replaced: readonly string[] }

/**
 * One merge, if one is due: neighbours of one tier, or a segment that is mostly deleted; within a transaction. Absent when
 * none is due.
 */
export async function mergeOnce({ maker, table }: SegmentPlaces): Promise<MergeResult | undefined> {
  const due = rowsToMerge(table.all())
  const [first] = due
  const last = due.at(-1)
  if (!first || !last) return undefined
  const parts = due.map(({ name, deleted }) => (deleted ? { name, deleted } : { name }))
  const documents = due.reduce((sum, row) => sum + row.documents, 0)
  const merged = await maker.make({ kind: 'merge', parts }, documents)
  for (const { name } of due) table.remove(name)
  const { firstSequence } = first
  const { lastSequence } = last
  if (merged) listSegment(merged, { firstSequence, lastSequence }, { table })
  return { replaced: due.map(({ name }) => name) }
}

function rowsToMerge(rows: readonly SegmentRow[]): SegmentRow[] {
  const wasteful = rows.find(row => row.deletedCount * 2 > row.documents)
  if (wasteful) return [wasteful]
  return segmentsToMerge(rows.map(row => row.documents - row.deletedCount)).flatMap(i => rows[i] ?? [])
}
