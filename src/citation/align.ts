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
  const stride = (columns + 1) * STATES
  // of each cell and state, the state before; scores are only needed of two rows
  const from = new Uint8Array((rows + 1) * stride)
  const agreements: (Agreement | undefined)[] = []
  let above = new Float64Array(stride).fill(NEVER)
  let row = new Float64Array(stride).fill(NEVER)
  if (!frame.isFreeBefore) fillStart()

  for (let i = 1; i <= rows; i++) {
    ;[above, row] = [row, above]
    row.fill(NEVER)
    fillRow(i)
  }
  return traceBack()

  /** The source before the claim begins, where it is not free: a gap as any other. */
  function fillStart(): void {
    for (let j = 1; j <= columns; j++) {
      const gap = gapCost(pair.source[sourceFrom + j - 1], false)
      const here = j * STATES
      const opened = j === 1 ? 0 : NEVER
      row[here + DROP] = Math.max(opened - gap.open, row[here - STATES + DROP] as number) - gap.each
      row[here + LEAP] = Math.max(opened - gap.jump, row[here - STATES + LEAP] as number)
      from[here + DROP] = DROP
      from[here + LEAP] = LEAP
    }
  }

  function fillRow(i: number): void {
    const claimed = claimFrom + i - 1
    const unit = pair.claim.units[claimed] as Unit
    const weight = pair.claim.weights[claimed] ?? 1
    const isGapFree = i < rows && (pair.claim.isBehindEllipsis[claimed + 1] ?? false)
    const mayDrop = i < rows || !frame.isFreeAfter
    for (let j = 0; j <= columns; j++) {
      const here = j * STATES
      const cell = i * stride + here
      if (j > 0) {
        const source = pair.source[sourceFrom + j - 1] as SourceUnit
        const agreement = pair.compare(unit, source)
        agreements.push(agreement)
        const other = unit.kind === source.kind ? OTHER_WORD : OTHER_KIND
        const gain = agreement === undefined ? other : weight * WORTH[agreement]
        const state = bestState(above, here - STATES, startAt(i, j - 1))
        row[here + PAIR] =
          scoreOf(above, here - STATES, state) + gain + (source.quote === undefined ? 0 : IN_QUOTE)
        from[cell + PAIR] = state
        if (mayDrop) fillGaps(here, cell, gapCost(source, isGapFree))
      }
      const state = bestState(above, here, startAt(i, j))
      const opened = scoreOf(above, here, state) - INSERTED_OPEN
      const gone = above[here + INSERT] as number
      row[here + INSERT] = Math.max(opened, gone) - INSERTED * weight
      from[cell + INSERT] = opened > gone ? state : INSERT
    }
  }

  /** Gaps in the source open behind a pair or an inserted word, and go on. */
  function fillGaps(here: number, cell: number, gap: GapCost): void {
    const before = here - STATES
    const state = (row[before + PAIR] as number) >= (row[before + INSERT] as number) ? PAIR : INSERT
    const opened = row[before + state] as number
    const dropped = row[before + DROP] as number
    const leapt = row[before + LEAP] as number
    row[here + DROP] = Math.max(opened - gap.open, dropped) - gap.each
    from[cell + DROP] = opened - gap.open >= dropped ? state : DROP
    row[here + LEAP] = Math.max(opened - gap.jump, leapt)
    from[cell + LEAP] = opened - gap.jump >= leapt ? state : LEAP
  }

  function startAt(i: number, j: number): boolean {
    return i === 1 && (j === 0 || frame.isFreeBefore)
  }

  function traceBack(): Alignment {
    let j = columns
    let state = bestState(row, columns * STATES, rows === 0 && startAt(1, columns))
    let score = scoreOf(row, columns * STATES, state)
    for (let at = columns - 1; at >= 0 && frame.isFreeAfter; at--) {
      const other = bestState(row, at * STATES, rows === 0 && startAt(1, at))
      const reached = scoreOf(row, at * STATES, other)
      if (reached >= score) [score, state, j] = [reached, other, at]
    }
    const steps: Step[] = []
    for (let i = rows; state !== START && (i > 0 || j > 0);) {
      const before = from[i * stride + j * STATES + state] as number
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

/** The state with the best score of a cell; where nothing is claimed yet, START unless another is better. */
function bestState(scores: Float64Array, cell: number, isStart: boolean): number {
  let best = isStart ? START : PAIR
  let score = isStart ? 0 : (scores[cell] as number)
  for (let state = isStart ? PAIR : INSERT; state < STATES; state++) {
    if ((scores[cell + state] as number) > score) {
      best = state
      score = scores[cell + state] as number
    }
  }
  return best
}

const scoreOf = (scores: Float64Array, cell: number, state: number): number =>
  state === START ? 0 : (scores[cell + state] as number)

type GapCost = { readonly open: number; readonly each: number; readonly jump: number }

const FREE_GAP: GapCost = { open: AT_ELLIPSIS, each: 0, jump: AT_ELLIPSIS }
const NARRATION_GAP: GapCost = { open: 0, each: 0, jump: JUMP }
const GAP: GapCost = { open: DROPPED_OPEN, each: DROPPED, jump: JUMP }

/** What a gap over this unit of the source costs, as a short one and as a jump. */
function gapCost(unit: SourceUnit | undefined, isAtEllipsis: boolean): GapCost {
  if (unit?.isBetween) return NARRATION_GAP
  return isAtEllipsis ? FREE_GAP : GAP
}
