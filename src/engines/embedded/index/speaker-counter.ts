import type { Counted, FacetCounter } from './facet-counter.ts'
import { mostFrequent, namedCounts } from './most-frequent.ts'
import type { Names } from './names.ts'
import { WANTED } from './quote-tables.ts'
import { unitsOf, type Segment, type Units } from './segment.ts'

/** Counts speakers: by the quotes of paragraphs, or, in the zone `quotes`, by those that hold the query. */
export type SpeakerCounter = FacetCounter & {
  /** `found`: units, ascending, those that pass every filter but the one on speakers. */
  addUnits(segment: Segment, found: Uint32Array, n: number): void
}

/** A speaker counts once a paragraph or article. */
export function createSpeakerCounter({ speakers }: Names, { group, kinds }: Counted): SpeakerCounter {
  // by the numbers that units hold, of which 0 is nobody
  const counts = new Uint32Array(speakers.length + 1)
  let isIncomplete = false
  const countIn = (segment: Segment, units: Units): ((unit: number) => void) => {
    const { article } = segment
    const { speaker, paragraph } = units
    const last = new Uint32Array(counts.length)
    return unit => {
      const number = speaker[unit] as number
      const document = paragraph[unit] as number
      const owner = 1 + (group === 'article' ? (article[document] as number) : document)
      if (last[number] === owner) return
      last[number] = owner
      counts[number] = (counts[number] as number) + 1
    }
  }
  return {
    name: 'speaker',
    add(segment, docs, n) {
      const { units } = segment
      if (!units) {
        isIncomplete = true
        return
      }
      const { unitStart, quoteKind } = units
      const count = countIn(segment, units)
      for (let k = 0; k < n; k++) {
        const document = docs[k] as number
        const end = unitStart[document + 1] as number
        for (let unit = unitStart[document] as number; unit < end; unit++) {
          if (((kinds[quoteKind[unit] as number] as number) & WANTED) !== 0) count(unit)
        }
      }
    },
    addUnits(segment, found, n) {
      const count = countIn(segment, unitsOf(segment))
      for (let k = 0; k < n; k++) count(found[k] as number)
    },
    values: limit => mostFrequent(namedCounts(counts.subarray(1), speakers), limit),
    isIncomplete: () => isIncomplete,
  }
}
