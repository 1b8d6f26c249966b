import type { Segment } from './index/segment.ts'
import type { SegmentCache } from './segment-cache.ts'
import type { SegmentStore } from './segment-store.ts'
import type { SegmentTable } from './segment-table.ts'

export type SegmentPlaces = {
  readonly store: SegmentStore
  readonly cache: SegmentCache
  readonly table: SegmentTable
}

/** The articles of a segment, by their sequences. */
export type SequenceRange = { readonly firstSequence: number; readonly lastSequence: number }

/** Writes a segment and lists it; it counts once the transaction around this commits. */
export function listSegment(
  segment: Segment,
  { firstSequence, lastSequence }: SequenceRange,
  { store, cache, table }: SegmentPlaces,
): void {
  const { name, bytes } = store.write(segment)
  cache.add(name, segment)
  table.insert({ name, firstSequence, lastSequence, documents: segment.size, bytes })
}
