import { documentsOfArticle, type Segment } from './index/segment.ts'
import type { SegmentPlaces } from './list-segment.ts'
import type { SegmentRow, SegmentTable } from './segment-table.ts'

/** Marks the paragraphs of these versions of articles as deleted; within a transaction. */
export function deleteSequences(
  sequences: readonly number[],
  { table, cache }: Pick<SegmentPlaces, 'table' | 'cache'>,
): void {
  if (sequences.length === 0) return
  for (const row of table.all()) {
    const here = sequences.filter(sequence => sequence >= row.firstSequence && sequence <= row.lastSequence)
    if (here.length > 0) markDeleted(row, here, { table, segment: cache.get(row.name) })
  }
}

function markDeleted(
  row: SegmentRow,
  sequences: readonly number[],
  { table, segment }: { readonly table: SegmentTable; readonly segment: Segment },
): void {
  const deleted = row.deleted ?? new Uint8Array((segment.size + 7) >> 3)
  let count = row.deletedCount
  for (const sequence of sequences) {
    const [from, to] = documentsOfArticle(segment, sequence)
    for (let document = from; document < to; document++) {
      const byte = document >> 3
      const bit = 1 << (document & 7)
      const before = deleted[byte] ?? 0
      if ((before & bit) !== 0) continue
      deleted[byte] = before | bit
      count++
    }
  }
  table.markDeleted(row.name, deleted, count)
}
