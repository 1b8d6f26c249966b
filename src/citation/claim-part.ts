import type { Claim } from './claim.ts'

/** Some units of a claim as a claim; offsets stay those of the whole text. */
export function partOfClaim(claim: Claim, from: number, to: number): Claim {
  return {
    ...claim,
    units: claim.units.slice(from, to),
    weights: claim.weights.slice(from, to),
    isBehindEllipsis: claim.isBehindEllipsis.slice(from, to).map((is, i) => i > 0 && is),
    isBracketed: claim.isBracketed.slice(from, to),
  }
}
