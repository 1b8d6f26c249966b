import type { Unit } from './unit.ts'

export type Anchor = { readonly claim: number; readonly source: number }

/** Words that stand together once in either text can only mean each other. */
const LENGTH = 3

/**
 * Pairs of units at which two texts certainly agree, ascending in both: runs of words that are unique on either side, of
 * which the longest ascending chain is kept (the idea of patience diff).
 */
export function findAnchors(claim: readonly Unit[], source: readonly Unit[]): Anchor[] {
  const inSource = uniqueRuns(source)
  const pairs: Anchor[] = []
  for (const [run, at] of uniqueRuns(claim)) {
    const other = inSource.get(run)
    if (other === undefined) continue
    for (let k = 0; k < LENGTH; k++) pairs.push({ claim: at + k, source: other + k })
  }
  pairs.sort((a, b) => a.claim - b.claim || a.source - b.source)
  return longestChain(pairs.filter((pair, i) => pair.claim !== pairs[i - 1]?.claim))
}

function uniqueRuns(units: readonly Unit[]): Map<string, number> {
  const places = new Map<string, number>()
  const repeated = new Set<string>()
  for (let at = 0; at + LENGTH <= units.length; at++) {
    let run = ''
    for (let k = 0; k < LENGTH; k++) run += `${units[at + k]?.key ?? ''}\n`
    if (places.has(run)) repeated.add(run)
    else places.set(run, at)
  }
  for (const run of repeated) places.delete(run)
  return places
}

/** The longest subsequence that ascends in the source, too (Schensted 1961). */
function longestChain(pairs: readonly Anchor[]): Anchor[] {
  const tails: number[] = []
  const before = Array<number>(pairs.length).fill(-1)
  pairs.forEach(({ source }, i) => {
    let [low, high] = [0, tails.length]
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((pairs[tails[middle] ?? 0]?.source ?? 0) < source) low = middle + 1
      else high = middle
    }
    before[i] = low > 0 ? (tails[low - 1] ?? -1) : -1
    tails[low] = i
  })
  const chain: Anchor[] = []
  for (let i = tails.at(-1) ?? -1; i >= 0; i = before[i] ?? -1) {
    const pair = pairs[i]
    if (pair) chain.push(pair)
  }
  return chain.reverse()
}
