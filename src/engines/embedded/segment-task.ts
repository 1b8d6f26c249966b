import { buildSegment } from './index/build-segment.ts'
import { mergeSegments } from './index/merge-segments.ts'
import type { SegmentContent } from './index/segment-builder.ts'
import { openSegmentStore, type WrittenSegment } from './segment-store.ts'

/** The heavy part of a commit, as plain data: it runs on this thread or on another. */
export type SegmentTask =
  | { readonly kind: 'build'; readonly content: SegmentContent }
  | {
      readonly kind: 'merge'
      readonly parts: readonly { readonly name: string; readonly deleted?: Uint8Array }[]
    }

/** Builds or merges, and writes the segment durably; absent when a merge leaves no document. */
export function runSegmentTask(task: SegmentTask, directory: string): WrittenSegment | undefined {
  const store = openSegmentStore(directory)
  if (task.kind === 'build') return store.write(buildSegment(task.content))
  const merged = mergeSegments(
    task.parts.map(({ name, deleted }) => ({ segment: store.read(name), ...(deleted && { deleted }) })),
  )
  return merged.size > 0 ? store.write(merged) : undefined
}
