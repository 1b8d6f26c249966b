import type { Dictionary } from './segment.ts'

/** The sorted keys of a segment. Order is that of UTF-16 code units. */

/** Below 0, 0 or above 0 as key number `t` sorts before, at or after `key`. */
export function compareKey({ text, textStart }: Dictionary, t: number, key: string): number {
  const end = textStart[t + 1] as number
  let at = textStart[t] as number
  let k = 0
  for (; k < key.length && at < end; k++, at++) {
    const difference = (text[at] as number) - key.charCodeAt(k)
    if (difference !== 0) return difference
  }
  return end - at - (key.length - k)
}

/** Like `compareKey`, but 0 for every key that begins with `prefix`. */
function comparePrefix({ text, textStart }: Dictionary, t: number, prefix: string): number {
  const end = textStart[t + 1] as number
  let at = textStart[t] as number
  for (let k = 0; k < prefix.length; k++, at++) {
    if (at === end) return -1
    const difference = (text[at] as number) - prefix.charCodeAt(k)
    if (difference !== 0) return difference
  }
  return 0
}

/** The first key number in `[from, to)` that does not sort before `key`. */
export function lowerBound(dictionary: Dictionary, key: string, from = 0, to = dictionary.size): number {
  let low = from
  let high = to
  while (low < high) {
    const middle = (low + high) >> 1
    if (compareKey(dictionary, middle, key) < 0) low = middle + 1
    else high = middle
  }
  return low
}

/** The number of a key, or -1. `hash`: that of the key, for those who ask several segments. */
export function findKey(dictionary: Dictionary, key: string, hash = hashKey(key)): number {
  const { keyTable } = dictionary
  const mask = keyTable.length - 1
  for (let place = hash & mask; ; place = (place + 1) & mask) {
    const t = (keyTable[place] as number) - 1
    if (t < 0 || compareKey(dictionary, t, key) === 0) return t
  }
}

/** `findKey` for a key given as the first `length` of some units: for those who try many and build no string of each. */
export function findUnits(dictionary: Dictionary, units: Uint16Array, length: number): number {
  const { keyTable, text, textStart } = dictionary
  const mask = keyTable.length - 1
  for (let place = hashUnits(units, 0, length) & mask; ; place = (place + 1) & mask) {
    const t = (keyTable[place] as number) - 1
    if (t < 0) return t
    const start = textStart[t] as number
    if ((textStart[t + 1] as number) - start !== length) continue
    let k = 0
    while (k < length && text[start + k] === units[k]) k++
    if (k === length) return t
  }
}

/** FNV-1a over UTF-16 code units. Part of the index format. */
export function hashKey(key: string): number {
  let hash = FNV_OFFSET
  for (let k = 0; k < key.length; k++) hash = Math.imul(hash ^ key.charCodeAt(k), FNV_PRIME)
  return mixed(hash)
}

/** `hashKey` of the key whose units stand from `from` to `to`. */
export function hashUnits(text: Uint16Array, from: number, to: number): number {
  let hash = FNV_OFFSET
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ (text[at] as number), FNV_PRIME)
  return mixed(hash)
}

const FNV_OFFSET = 0x811c9dc5
const FNV_PRIME = 0x01000193

/** The upper bits of FNV are the better ones, and tables use the lower. */
const mixed = (hash: number): number => (hash ^ (hash >>> 15)) >>> 0

/** The key numbers `[from, to)` that begin with `prefix`. */
export function prefixRange(
  dictionary: Dictionary,
  prefix: string,
  from = 0,
  to = dictionary.size,
): readonly [from: number, to: number] {
  const first = lowerBound(dictionary, prefix, from, to)
  let low = first
  let high = to
  while (low < high) {
    const middle = (low + high) >> 1
    if (comparePrefix(dictionary, middle, prefix) <= 0) low = middle + 1
    else high = middle
  }
  return [first, low]
}

export function keyAt({ text, textStart }: Dictionary, t: number): string {
  return String.fromCharCode(...text.subarray(textStart[t], textStart[t + 1]))
}

/** Compares keys of two segments, for a merge. */
export function compareKeys(a: Dictionary, s: number, b: Dictionary, t: number): number {
  let x = a.textStart[s] as number
  let y = b.textStart[t] as number
  const xEnd = a.textStart[s + 1] as number
  const yEnd = b.textStart[t + 1] as number
  for (; x < xEnd && y < yEnd; x++, y++) {
    const difference = (a.text[x] as number) - (b.text[y] as number)
    if (difference !== 0) return difference
  }
  return xEnd - x - (yEnd - y)
}
