import { prefixRange } from './dictionary.ts'
import { countsOf, setPostingBits } from './postings.ts'
import { LANGUAGE_NUMBERS, type Segment } from './segment.ts'

/** The documents with a term that begins so, as a bit set, and their number by language. */
export type DocumentSet = { readonly bits: Uint32Array; readonly df: readonly number[] }

/** Sets of common prefixes are kept while the segments live: at most that many for each segment. */
const KEPT_SETS = 512
/** Sets of fewer postings are made faster than they are worth keeping. */
const WORTH_KEEPING = 4000

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

function languageFrequencies({ language }: Segment, bits: Uint32Array): number[] {
  const df = Array<number>(LANGUAGE_NUMBERS).fill(0)
  for (let w = 0; w < bits.length; w++) {
    for (let word = bits[w] as number; word !== 0; word &= word - 1) {
      const number = language[(w << 5) | (31 - Math.clz32(word & -word))] as number
      df[number] = (df[number] as number) + 1
    }
  }
  return df
}

/** The set with these documents too; the same set when it holds them all. */
export function withDocuments(
  set: DocumentSet,
  { language }: Segment,
  { docs, n }: { docs: Uint32Array; n: number },
): DocumentSet {
  let added: { bits: Uint32Array; df: number[] } | undefined
  for (let k = 0; k < n; k++) {
    const document = docs[k] as number
    const bit = 1 << (document & 31)
    const { bits, df } = added ?? set
    if (((bits[document >>> 5] as number) & bit) !== 0) continue
    added ??= { bits: bits.slice(), df: df.slice() }
    added.bits[document >>> 5] = (added.bits[document >>> 5] as number) | bit
    const number = language[document] as number
    added.df[number] = (added.df[number] as number) + 1
  }
  return added ?? set
}
