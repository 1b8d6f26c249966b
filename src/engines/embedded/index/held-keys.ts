import { findKey, hashKey, prefixRange } from './dictionary.ts'
import type { DocumentSpace, HeldKeys } from './segment.ts'

/** Where the postings of keys stand in a space of documents, which may hold only some of the keys of its segment. */

/** The number of the postings of a key, or -1. `hash`: that of the key, for those who ask several segments. */
export function findPostings(space: DocumentSpace, key: string, hash = hashKey(key)): number {
  const t = findKey(space.dictionary, key, hash)
  return t < 0 ? t : postingsOf(space, t)
}

/** The number of the postings of key number `t`, or -1. */
export function postingsOf({ held }: DocumentSpace, t: number): number {
  if (!held) return t
  return isHeld(held, t) ? heldBefore(held, t) : -1
}

/** The numbers `[from, to)` of the postings of all keys that begin with `prefix`. */
export function postingRange(space: DocumentSpace, prefix: string): readonly [from: number, to: number] {
  const range = prefixRange(space.dictionary, prefix)
  return space.held ? [heldBefore(space.held, range[0]), heldBefore(space.held, range[1])] : range
}

/** `keys`: numbers of keys, ascending, out of `size`. */
export function holdKeys(keys: readonly number[], size: number): HeldKeys {
  const heldBits = new Uint32Array((size >>> 5) + 1)
  for (const t of keys) heldBits[t >>> 5] = (heldBits[t >>> 5] as number) | (1 << (t & 31))
  let before = 0
  const counts = heldBits.map(word => {
    before += bitCount(word)
    return before - bitCount(word)
  })
  return { heldBits, heldBefore: counts }
}

const isHeld = ({ heldBits }: HeldKeys, t: number): boolean =>
  (((heldBits[t >>> 5] as number) >>> (t & 31)) & 1) === 1

/** How many held keys come before key number `t`, which may be the end. */
function heldBefore({ heldBits, heldBefore: before }: HeldKeys, t: number): number {
  const earlier = (1 << (t & 31)) - 1
  return (before[t >>> 5] as number) + bitCount((heldBits[t >>> 5] as number) & earlier)
}

/** Hacker's Delight, Warren 2002, 5–1. */
function bitCount(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
