/** A seeded source of numbers, so that a corpus is the same on every machine: mulberry32. */
export type Random = () => number

export function seeded(seed: number): Random {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** A whole number in `[from, to]`. */
export const between = (random: Random, from: number, to: number): number =>
  from + Math.floor(random() * (to - from + 1))

/** `values` must not be empty. */
export const pick = <T>(random: Random, values: readonly T[]): T =>
  values[Math.floor(random() * values.length)] as T

/**
 * Ranks from 0 by the law of Zipf and Mandelbrot: the frequency of rank r is that of 1 / (r + shift)^exponent, which is
 * how words of natural texts are distributed (Mandelbrot 1953). With the defaults the 60 most frequent of 80,000 words
 * are 45 % of a text, as function words are in news.
 */
export function zipfMandelbrot(
  size: number,
  { shift = 2.7, exponent = 1.15 } = {},
): (random: Random) => number {
  const cumulative = new Float64Array(size)
  let total = 0
  for (let rank = 0; rank < size; rank++) {
    total += 1 / (rank + 1 + shift) ** exponent
    cumulative[rank] = total
  }
  return random => {
    const wanted = random() * total
    let low = 0
    let high = size - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if ((cumulative[middle] as number) < wanted) low = middle + 1
      else high = middle
    }
    return low
  }
}
