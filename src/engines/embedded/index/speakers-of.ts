import { findPostings } from './held-keys.ts'
import { speakerKey } from './keys.ts'
import { readPostings } from './postings.ts'
import { unitsOf, type Segment } from './segment.ts'

/** The speakers, as units hold them, of all segments that have this key. Those of deleted paragraphs are among them. */
export function speakersOf(key: string, segments: readonly Segment[]): number[] {
  const speakers = new Set<number>()
  for (const segment of segments) {
    const units = unitsOf(segment)
    const t = findPostings(units, speakerKey(key))
    if (t < 0) continue
    const size = units.df[t] as number
    const list = { docs: new Uint32Array(size), values: new Float32Array(size) }
    readPostings(units, t, list)
    for (const unit of list.docs) speakers.add(units.speaker[unit] as number)
  }
  return [...speakers]
}
