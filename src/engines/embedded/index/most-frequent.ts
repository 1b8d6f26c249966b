import type { FacetValue } from '../../../domain/result.ts'

/** `truncated`: there are more than these. */
export type CountedValues = { readonly values: readonly FacetValue[]; readonly truncated: boolean }

/** The counts that are not 0, by the names of their numbers. */
export function namedCounts(counts: Uint32Array, names: readonly string[]): FacetValue[] {
  const values: FacetValue[] = []
  for (let number = 0; number < counts.length; number++) {
    const count = counts[number] as number
    if (count > 0) values.push({ value: names[number] as string, count })
  }
  return values
}

/** At most `limit`, the most frequent first, then by value. Thousands of speakers are not sorted for the sake of twenty. */
export function mostFrequent(all: FacetValue[], limit = Number.POSITIVE_INFINITY): CountedValues {
  if (all.length <= limit) return { values: all.sort(byCount), truncated: false }
  if (limit <= 0) return { values: [], truncated: true }
  const best: FacetValue[] = []
  for (const value of all) {
    const worst = best[limit - 1]
    if (worst !== undefined && byCount(worst, value) < 0) continue
    let at = Math.min(best.length, limit - 1)
    for (; at > 0 && byCount(best[at - 1] as FacetValue, value) > 0; at--)
      best[at] = best[at - 1] as FacetValue
    best[at] = value
  }
  return { values: best, truncated: true }
}

const byCount = (a: FacetValue, b: FacetValue): number =>
  b.count - a.count || (a.value < b.value ? -1 : a.value > b.value ? 1 : 0)
