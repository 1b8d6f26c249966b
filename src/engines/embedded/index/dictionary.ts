import type { Segment } from './segment.ts'

/** The sorted keys of a segment. Order is that of UTF-16 code units. */

/** Below 0, 0 or above 0 as key number `t` sorts before, at or after `key`. */
export function compareKey({ text, textStart }: Segment, t: number, key: string): number {
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
function comparePrefix({ text, textStart }: Segment, t: number, prefix: string): number {
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
export function lowerBound(segment: Segment, key: string, from = 0, to = segment.keys): number {
  let low = from
  let high = to
  while (low < high) {
    const middle = (low + high) >> 1
    if (compareKey(segment, middle, key) < 0) low = middle + 1
    else high = middle
  }
  return low
}

/** The number of a key, or -1. */
export function findKey(segment: Segment, key: string, from = 0, to = segment.keys): number {
  const t = lowerBound(segment, key, from, to)
  return t < to && compareKey(segment, t, key) === 0 ? t : -1
}

/** The key numbers `[from, to)` that begin with `prefix`. */
export function prefixRange(
  segment: Segment,
  prefix: string,
  from = 0,
  to = segment.keys,
): readonly [from: number, to: number] {
  const first = lowerBound(segment, prefix, from, to)
  let low = first
  let high = to
  while (low < high) {
    const middle = (low + high) >> 1
    if (comparePrefix(segment, middle, prefix) <= 0) low = middle + 1
    else high = middle
  }
  return [first, low]
}

export function keyAt({ text, textStart }: Segment, t: number): string {
  return String.fromCharCode(...text.subarray(textStart[t], textStart[t + 1]))
}

/** Compares keys of two segments, for a merge. */
export function compareKeys(a: Segment, s: number, b: Segment, t: number): number {
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
