import type { Block, Texts, UnitRange } from './blocks.ts'

/** Words of the claim that stand at another place of the source. */
export type Move = { readonly claim: UnitRange; readonly source: UnitRange }

/** Further away than that it is no move within a sentence, but something taken from elsewhere. */
const REACH = 60
/** A single common word is everywhere, and so is a single character. */
const LEAST_WEIGHT = 0.4
const FEWEST_CHARACTERS = 2

/**
 * Runs of words that are too many in the claim and missing in the source, or stand right before or behind what was
 * quoted of it. The longest run first, then the nearest.
 */
export function findMoves(blocks: readonly Block[], texts: Texts): Move[] {
  const missing = missingUnits(blocks, texts)
  const used = new Set<number>()
  const moves: Move[] = []
  for (const block of blocks) {
    if (block.kind !== 'different') continue
    for (let from = block.claim.from; from < block.claim.to;) {
      const move = longestMove({ from, to: block.claim.to }, block, { missing, used, texts })
      if (!move) {
        from++
        continue
      }
      moves.push(move)
      for (let at = move.source.from; at < move.source.to; at++) used.add(at)
      from = move.claim.to
    }
  }
  return moves
}

/** Units of the source that no word of the claim stands for, within reach. */
function missingUnits(blocks: readonly Block[], { source }: Texts): Map<string, number[]> {
  const [first, last] = [blocks[0]?.source.from ?? 0, blocks.at(-1)?.source.to ?? 0]
  const missing = new Map<string, number[]>()
  const add = (at: number): void => {
    const unit = source[at]
    // a part of a contraction goes nowhere alone
    if (!unit || unit.isBetween || unit.isContracted) return
    const places = missing.get(unit.key)
    if (places) places.push(at)
    else missing.set(unit.key, [at])
  }
  // what was not quoted is looked at as far as the sentence goes
  for (let at = first; at > Math.max(0, first - REACH) && !source[at]?.startsSentence; at--) add(at - 1)
  for (const block of blocks) {
    if (block.kind === 'different') for (let at = block.source.from; at < block.source.to; at++) add(at)
  }
  for (let at = last; at < Math.min(source.length, last + REACH) && !source[at]?.startsSentence; at++) add(at)
  return missing
}

type Search = {
  readonly missing: ReadonlyMap<string, readonly number[]>
  readonly used: ReadonlySet<number>
  readonly texts: Texts
}

function longestMove(
  { from, to }: UnitRange,
  block: Block,
  { missing, used, texts }: Search,
): Move | undefined {
  const { claim, source } = texts
  const isFree = (at: number): boolean =>
    !used.has(at) && (missing.get(source[at]?.key ?? '')?.includes(at) ?? false)
  let best: Move | undefined
  let bestDistance = 0
  for (const start of missing.get(claim.units[from]?.key ?? '') ?? []) {
    let length = 0
    while (
      from + length < to &&
      !claim.units[from + length]?.isContracted &&
      claim.units[from + length]?.key === source[start + length]?.key &&
      isFree(start + length)
    )
      length++
    const distance = Math.abs(start - block.source.from)
    const isInPlace = start >= block.source.from && start < block.source.to
    if (length === 0 || isInPlace || distance > REACH) continue
    const longest = best === undefined ? 0 : best.claim.to - best.claim.from
    if (length < longest || (length === longest && distance >= bestDistance)) continue
    best = { claim: { from, to: from + length }, source: { from: start, to: start + length } }
    bestDistance = distance
  }
  if (!best) return undefined
  const isCharacter = claim.units[from]?.kind === 'character'
  if (isCharacter && best.claim.to - from < FEWEST_CHARACTERS) return undefined
  let weight = 0
  for (let at = best.claim.from; at < best.claim.to; at++) weight += claim.weights[at] ?? 0
  return weight >= LEAST_WEIGHT ? best : undefined
}
