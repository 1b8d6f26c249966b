import { prefixRange } from './dictionary.ts'
import { bitsToDocuments } from './posting-lists.ts'
import { countsOf, setPostingBits } from './postings.ts'
import { LANGUAGE_NUMBERS, type Segment } from './segment.ts'

/** The documents with a term that begins so, as a bit set, and their number by language. */
export type DocumentSet = { readonly bits: Uint32Array; readonly df: Float64Array }

/** Sets of common prefixes are kept while the segments live: at most that many for each segment. */
const KEPT_SETS = 256
/** Sets of fewer postings are made faster than they are worth keeping. */
const WORTH_KEEPING = 20_000

export type PrefixSets = { setOf(segment: Segment, prefix: string): DocumentSet }

export function createPrefixSets(): PrefixSets {
  const kept = new WeakMap<Segment, Map<string, DocumentSet>>()
  return {
    setOf(segment, prefix) {
      let ofSegment = kept.get(segment)
      if (ofSegment === undefined) kept.set(segment, (ofSegment = new Map<string, DocumentSet>()))
      const known = ofSegment.get(prefix)
      if (known !== undefined) return known
      const { set, postings } = makeSet(segment, prefix)
      if (postings >= WORTH_KEEPING) {
        const [oldest] = ofSegment.keys()
        if (ofSegment.size >= KEPT_SETS && oldest !== undefined) ofSegment.delete(oldest)
        ofSegment.set(prefix, set)
      }
      return set
    },
  }
}

function makeSet(segment: Segment, prefix: string): { set: DocumentSet; postings: number } {
  const bits = new Uint32Array((segment.size + 31) >>> 5)
  const [from, to] = prefixRange(segment, prefix)
  let postings = 0
  for (let t = from; t < to; t++) postings += setPostingBits(segment, t, countsOf(segment, t) < 0, bits)
  return { set: { bits, df: languageFrequencies(segment, bits) }, postings }
}

export function languageFrequencies({ size, language }: Segment, bits: Uint32Array): Float64Array {
  const docs = new Uint32Array(size)
  const found = bitsToDocuments(bits, docs)
  const df = new Float64Array(LANGUAGE_NUMBERS)
  for (let k = 0; k < found; k++) {
    const number = language[docs[k] as number] as number
    df[number] = (df[number] as number) + 1
  }
  return df
}
