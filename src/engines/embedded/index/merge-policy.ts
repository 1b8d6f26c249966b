/** Documents of the lowest tier; a segment of tier t has up to SMALLEST · FAN^(t+1). */
const SMALLEST = 2000
/** So many neighbours of one tier are merged into one of the next. */
const FAN = 8
/** Beyond this merges cost more than they save. */
const LARGEST = 250_000

/**
 * Which segments to merge next, given their sizes in order: the first run of neighbours of one tier that is long
 * enough; empty when nothing needs merging. Neighbours, since articles must stay in order.
 */
export function segmentsToMerge(sizes: readonly number[]): readonly number[] {
  let run: number[] = []
  let tier = -1
  for (const [i, size] of sizes.entries()) {
    const ownTier = tierOf(size)
    if (ownTier !== tier) run = []
    tier = ownTier
    run.push(i)
    const total = run.reduce((sum, member) => sum + (sizes[member] ?? 0), 0)
    if (total > LARGEST) run = [i]
    if (run.length === FAN) return run
  }
  return []
}

const tierOf = (size: number): number =>
  Math.max(0, Math.floor(Math.log(Math.max(1, size / SMALLEST)) / Math.log(FAN) + 0.01))
