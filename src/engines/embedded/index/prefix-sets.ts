import { postingRange } from './held-keys.ts'
import { countsOf, setPostingBits } from './postings.ts'
import { LANGUAGE_NUMBERS, type DocumentSpace } from './segment.ts'

/** The documents with a term that begins so, as a bit set, and their number by language. */
export type DocumentSet = { readonly bits: Uint32Array; readonly df: readonly number[] }

/** Sets of common prefixes are kept while the segments live: at most that many for each segment. */
const KEPT_SETS = 512
/** Sets of fewer postings are made faster than they are worth keeping. */
const WORTH_KEEPING = 4000

export type PrefixSets = { setOf(space: DocumentSpace, prefix: string): DocumentSet }

export function createPrefixSets(): PrefixSets {
  const kept = new WeakMap<DocumentSpace, Map<string, DocumentSet>>()
  return {
    setOf(space, prefix) {
      let ofSpace = kept.get(space)
      if (ofSpace === undefined) kept.set(space, (ofSpace = new Map<string, DocumentSet>()))
      const known = ofSpace.get(prefix)
      if (known !== undefined) return known
      const { set, postings } = makeSet(space, prefix)
      if (postings >= WORTH_KEEPING) {
        const [oldest] = ofSpace.keys()
        if (ofSpace.size >= KEPT_SETS && oldest !== undefined) ofSpace.delete(oldest)
        ofSpace.set(prefix, set)
      }
      return set
    },
  }
}

function makeSet(space: DocumentSpace, prefix: string): { set: DocumentSet; postings: number } {
  const bits = new Uint32Array((space.size + 31) >>> 5)
  const [from, to] = postingRange(space, prefix)
  let postings = 0
  for (let t = from; t < to; t++) postings += setPostingBits(space, t, countsOf(space, t) < 0, bits)
  return { set: { bits, df: languageFrequencies(space, bits) }, postings }
}

function languageFrequencies({ language }: DocumentSpace, bits: Uint32Array): number[] {
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
  { language }: DocumentSpace,
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
