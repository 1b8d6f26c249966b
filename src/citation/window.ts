import type { AlignedPair } from './align.ts'

/** How much longer than the claim a window is: words may have been left out. */
const STRETCH = 3

/** The part of a long source that holds most of the weight of a claim's words: half-open units. */
export function bestWindow({ claim, source }: Pick<AlignedPair, 'claim' | 'source'>): [number, number] {
  const weightOf = new Map<string, number>()
  claim.units.forEach(({ key }, i) => weightOf.set(key, claim.weights[i] ?? 0))
  const size = Math.min(source.length, claim.units.length * STRETCH + 40)
  const inside = new Map<string, number>()
  let weight = 0
  let best = { weight: -1, from: 0 }
  source.forEach(({ key }, at) => {
    const worth = weightOf.get(key)
    if (worth !== undefined) {
      const count = inside.get(key) ?? 0
      if (count === 0) weight += worth
      inside.set(key, count + 1)
    }
    const leaving = source[at - size]?.key
    const count = leaving === undefined ? undefined : inside.get(leaving)
    if (leaving !== undefined && count !== undefined) {
      inside.set(leaving, count - 1)
      if (count === 1) weight -= weightOf.get(leaving) ?? 0
    }
    if (weight > best.weight) best = { weight, from: Math.max(0, at - size + 1) }
  })
  // it ends where it reached its weight, with the last word that counts: a few more may be meant
  return [best.from, Math.min(source.length, best.from + size + Math.floor(size / 4))]
}
