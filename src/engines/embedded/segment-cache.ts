import type { Segment } from './index/segment.ts'
import type { SegmentStore } from './segment-store.ts'

/** The segments in memory: all generations of a process share them. */
export type SegmentCache = {
  /** Reads the file the first time. Throws `index_damaged`, or a system error with code ENOENT. */
  get(name: string): Segment
  keepOnly(names: ReadonlySet<string>): void
  drop(names: readonly string[]): void
}

export function createSegmentCache(store: SegmentStore): SegmentCache {
  const segments = new Map<string, Segment>()
  return {
    get(name) {
      const known = segments.get(name)
      if (known) return known
      const segment = store.read(name)
      segments.set(name, segment)
      return segment
    },
    keepOnly(names) {
      for (const name of segments.keys()) if (!names.has(name)) segments.delete(name)
    },
    drop(names) {
      for (const name of names) segments.delete(name)
    },
  }
}
