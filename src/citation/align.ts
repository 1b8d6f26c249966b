import { WORTH } from './compare-units.ts'
import type { Agreement, CompareUnits } from './compare-units.ts'
import type { Claim } from './claim.ts'
import type { SourceUnit } from './source.ts'
import type { Unit } from './unit.ts'

/**
 * Where the words of a claim stand in a source, in order: a fitting alignment (the whole claim, any part of the source;
 * Sellers 1980, “The theory and computation of evolutionary distances”) with affine gaps (Gotoh 1982, “An improved
 * algorithm for matching biological sequences”). A gap in the source costs the least of two lines, a short one or a jump
 * (Gotoh 1990, “Optimal sequence alignment allowing for long gaps”), so that a claim put together from two places stays
 * one. Where the claim has an ellipsis, and over the narrator's words between two parts of a speech, a gap is free.
 */
export type Step =
  /** Unit `claim` stands for unit `source`; without an agreement it is another word in its place. */
  | { readonly kind: 'pair'; readonly claim: number; readonly source: number; readonly agreement?: Agreement }
  | { readonly kind: 'inserted'; readonly claim: number }
  | { readonly kind: 'dropped'; readonly source: number }

export type Alignment = {
  /** In order. Covers every unit of the claim, and every unit of the source from its first to its last pair. */
  readonly steps: readonly Step[]
  readonly score: number
}

/** Half-open ranges of units that are compared, and whether the source may go on beyond its ends without a cost. */
export type Frame = {
  readonly claim: readonly [from: number, to: number]
  readonly source: readonly [from: number, to: number]
  readonly isFreeBefore: boolean
  readonly isFreeAfter: boolean
}

export type AlignedPair = {
  readonly claim: Claim
  readonly source: readonly SourceUnit[]
  readonly compare: CompareUnits
}

// In weights of a claimed word: a rare word that agrees gains 1.
const OTHER_WORD = -0.35
const OTHER_KIND = -0.8
const INSERTED_OPEN = 0.2
const INSERTED = 0.35
const DROPPED_OPEN = 0.35
const DROPPED = 0.12
const JUMP = 2
const AT_ELLIPSIS = 0.05
/** Of two places that are otherwise alike, the one where somebody speaks. */
const IN_QUOTE = 0.002

/** States of the alignment: a pair, an inserted word, a short gap in the source, a jump. START: nothing is claimed yet. */
const [PAIR, INSERT, DROP, LEAP, START] = [0, 1, 2, 3, 4]
const STATES = 4
const NEVER = -1e9

export function align(pair: AlignedPair, frame: Frame): Alignment {
  const [claimFrom, claimTo] = frame.claim
  const [sourceFrom, sourceTo] = frame.source
  const rows = claimTo - claimFrom
  const columns = sourceTo - sourceFrom
  const width = columns + 1
  const from = new Uint8Array((rows + 1) * width * STATES)
  const agreements: (Agreement | undefined)[] = Array<Agreement | undefined>(rows * columns)
  let above = new Float32Array(width * STATES).fill(NEVER)
  let row = new Float32Array(width * STATES).fill(NEVER)
  fillStart()

  for (let i = 1; i <= rows; i++) {
    ;[above, row] = [row, above]
    row.fill(NEVER)
    const claimed = claimFrom + i - 1
    const weight = pair.claim.weights[claimed] ?? 1
    const isGapFree = i < rows && (pair.claim.isBehindEllipsis[claimed + 1] ?? false)
    for (let j = 0; j <= columns; j++) fillCell(i, j, { claimed, weight, isGapFree })
  }
  return traceBack()

  /** The source before the claim begins: free, or a gap as any other. */
  function fillStart(): void {
    for (let j = 1; !frame.isFreeBefore && j <= columns; j++) {
      const unit = pair.source[sourceFrom + j - 1]
      const [drop, leap] = gapCosts(unit, false)
      const before = (j - 1) * STATES
      const here = j * STATES
      const opened = j === 1 ? 0 : NEVER
      put(0, j, DROP, Math.max(opened - drop.open, row[before + DROP] ?? NEVER) - drop.each, DROP)
      row[here + LEAP] = Math.max(opened - leap, row[before + LEAP] ?? NEVER)
      from[here + LEAP] = LEAP
    }
  }

  function startAt(j: number): number {
    return j === 0 || frame.isFreeBefore ? 0 : NEVER
  }

  function fillCell(
    i: number,
    j: number,
    { claimed, weight, isGapFree }: { claimed: number; weight: number; isGapFree: boolean },
  ): void {
    if (j > 0) {
      const source = pair.source[sourceFrom + j - 1] as SourceUnit
      const unit = pair.claim.units[claimed] as Unit
      const agreement = pair.compare(unit, source)
      agreements[(i - 1) * columns + j - 1] = agreement
      const other = unit.kind === source.kind ? OTHER_WORD : OTHER_KIND
      const gain = agreement === undefined ? other : weight * WORTH[agreement]
      const [best, state] = bestOf(above, j - 1, i === 1 ? startAt(j - 1) : NEVER)
      put(i, j, PAIR, best + gain + (source.quote === undefined ? 0 : IN_QUOTE), state)
      const [drop, leap] = gapCosts(source, isGapFree)
      if (i < rows || !frame.isFreeAfter) {
        const before = (j - 1) * STATES
        const pairedBefore = Math.max(row[before + PAIR] ?? NEVER, row[before + INSERT] ?? NEVER)
        const pairState = (row[before + PAIR] ?? NEVER) >= (row[before + INSERT] ?? NEVER) ? PAIR : INSERT
        const opened = pairedBefore - drop.open
        const went = row[before + DROP] ?? NEVER
        put(i, j, DROP, Math.max(opened, went) - drop.each, opened >= went ? pairState : DROP)
        const leapt = row[before + LEAP] ?? NEVER
        put(i, j, LEAP, Math.max(pairedBefore - leap, leapt), pairedBefore - leap >= leapt ? pairState : LEAP)
      }
    }
    const cost = INSERTED * weight
    const [best, state] = bestOf(above, j, i === 1 ? startAt(j) : NEVER)
    const went = above[j * STATES + INSERT] ?? NEVER
    const opened = best - INSERTED_OPEN
    put(i, j, INSERT, Math.max(opened, went) - cost, opened > went ? state : INSERT)
  }

  function put(i: number, j: number, state: number, score: number, before: number): void {
    row[j * STATES + state] = score
    from[(i * width + j) * STATES + state] = before
  }

  function bestOf(scores: Float32Array, j: number, start: number): readonly [score: number, state: number] {
    let score = start
    let state = START
    for (let k = 0; k < STATES; k++) {
      const other = scores[j * STATES + k] ?? NEVER
      if (other > score || (state === START && other === score && other > NEVER)) {
        score = other
        state = k
      }
    }
    return [score, state]
  }

  function traceBack(): Alignment {
    let j = columns
    let score = NEVER
    let state = START
    const last = (at: number): void => {
      const [best, of] = bestOf(row, at, rows === 0 ? startAt(at) : NEVER)
      if (best > score) [score, state, j] = [best, of, at]
    }
    if (frame.isFreeAfter) for (let at = 0; at <= columns; at++) last(at)
    else last(columns)
    const steps: Step[] = []
    for (let i = rows; state !== START && (i > 0 || j > 0);) {
      const before = from[(i * width + j) * STATES + state] as number
      const claim = claimFrom + i - 1
      const source = sourceFrom + j - 1
      if (state === PAIR) {
        const agreement = agreements[(i - 1) * columns + j - 1]
        steps.push({ kind: 'pair', claim, source, ...(agreement !== undefined && { agreement }) })
        i--
        j--
      } else if (state === INSERT) {
        steps.push({ kind: 'inserted', claim })
        i--
      } else {
        steps.push({ kind: 'dropped', source })
        j--
      }
      state = i === 0 && j === 0 ? START : before
    }
    return { steps: steps.reverse(), score }
  }
}

/** What a gap over this unit of the source costs, as a short one and as a jump. */
function gapCosts(
  unit: SourceUnit | undefined,
  isAtEllipsis: boolean,
): [drop: { open: number; each: number }, leap: number] {
  if (unit?.isBetween) return [{ open: 0, each: 0 }, JUMP]
  if (isAtEllipsis) return [{ open: AT_ELLIPSIS, each: 0 }, AT_ELLIPSIS]
  return [{ open: DROPPED_OPEN, each: DROPPED }, JUMP]
}
