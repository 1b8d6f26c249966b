import type { SegmentCache } from './segment-cache.ts'
import type { SegmentMaker } from './segment-maker.ts'
import type { WrittenSegment } from './segment-store.ts'
import type { SegmentTable } from './segment-table.ts'

export type SegmentPlaces = {
  readonly maker: SegmentMaker
  readonly cache: SegmentCache
  readonly table: SegmentTable
}

/** The articles of a segment, by their sequences. */
export type SequenceRange = { readonly firstSequence: number; readonly lastSequence: number }

/** Lists a written segment; it counts once the transaction around this commits. */
export function listSegment(
  written: WrittenSegment,
  { firstSequence, lastSequence }: SequenceRange,
  { table }: Pick<SegmentPlaces, 'table'>,
): void {
  table.insert({ ...written, firstSequence, lastSequence })
}
