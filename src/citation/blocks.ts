import type { Step } from './align.ts'
import type { Claim } from './claim.ts'
import type { Agreement } from './compare-units.ts'
import type { SourceUnit } from './source.ts'
import { areOneContraction } from './unit.ts'
import type { Unit } from './unit.ts'

/** Half-open range of units. */
export type UnitRange = { readonly from: number; readonly to: number }

/** A stretch of an alignment: words that agree, or words of either side that do not. */
export type Block =
  | {
      readonly kind: 'agreed'
      readonly agreement: Agreement
      readonly claim: UnitRange
      readonly source: UnitRange
    }
  | { readonly kind: 'different'; readonly claim: UnitRange; readonly source: UnitRange }

export type Texts = { readonly claim: Claim; readonly source: readonly SourceUnit[] }

/**
 * The steps of an alignment in words instead of units: contractions are whole, what differs stands together, and what
 * differs in marks and spaces alone (`harbour-master`, `harbourmaster`) agrees after all.
 */
export function blocksOf(steps: readonly Step[], texts: Texts): Block[] {
  const blocks: Block[] = []
  let [claimAt, sourceAt] = firstUnits(steps)
  let open: Block | undefined
  const flush = (): void => {
    if (open) blocks.push(...peel(open, texts))
    open = undefined
  }
  for (const group of groupsOf(steps, texts)) {
    const claim = { from: claimAt, to: claimAt + group.filter(hasClaim).length }
    const source = { from: sourceAt, to: sourceAt + group.filter(hasSource).length }
    claimAt = claim.to
    sourceAt = source.to
    const agreement = agreementOf(group, texts, { claim, source })
    if (agreement !== undefined) {
      flush()
      blocks.push({ kind: 'agreed', agreement, claim, source })
    } else {
      open = {
        kind: 'different',
        claim: { from: open?.claim.from ?? claim.from, to: claim.to },
        source: { from: open?.source.from ?? source.from, to: source.to },
      }
    }
  }
  flush()
  return blocks
}

const hasClaim = (step: Step): boolean => step.kind !== 'dropped'
const hasSource = (step: Step): boolean => step.kind !== 'inserted'

function firstUnits(steps: readonly Step[]): [claim: number, source: number] {
  const claimed = steps.flatMap(step => (step.kind === 'dropped' ? [] : [step.claim]))
  const sourced = steps.flatMap(step => (step.kind === 'inserted' ? [] : [step.source]))
  return [claimed[0] ?? 0, sourced[0] ?? 0]
}

/** Steps over units of one contraction belong together. */
function groupsOf(steps: readonly Step[], { claim, source }: Texts): Step[][] {
  const groups: Step[][] = []
  let claimEnd = -1
  let sourceEnd = [-1, -1]
  for (const step of steps) {
    const claimed = step.kind === 'dropped' ? undefined : claim.units[step.claim]
    const sourced = step.kind === 'inserted' ? undefined : source[step.source]
    const goesOn =
      (claimed?.isContracted && claimed.start < claimEnd) ||
      (sourced?.isContracted && sourced.place === sourceEnd[0] && sourced.start < (sourceEnd[1] ?? -1))
    const last = groups.at(-1)
    if (goesOn && last) last.push(step)
    else groups.push([step])
    if (claimed) claimEnd = claimed.end
    if (sourced) sourceEnd = [sourced.place, sourced.end]
  }
  return groups
}

function agreementOf(
  group: readonly Step[],
  { claim, source }: Texts,
  at: { readonly claim: UnitRange; readonly source: UnitRange },
): Agreement | undefined {
  const [first] = group
  if (group.length === 1) return first?.kind === 'pair' ? first.agreement : undefined
  const claimed = claim.units.slice(at.claim.from, at.claim.to)
  const sourced = source.slice(at.source.from, at.source.to)
  if (claimed.length === 0 || sourced.length === 0) return undefined
  const left = group.filter(step => step.kind !== 'pair' || step.agreement === undefined)
  if (left.length === 0) {
    const isWholeOnBothSides = claimed.every(isContracted) && sourced.every(isContracted)
    if (!isWholeOnBothSides) return 'contraction'
    return claimed[0]?.raw === sourced[0]?.raw ? 'same' : 'mark'
  }
  // Tora's of Tora
  const [only] = left
  if (left.length > 1 || only === undefined || only.kind === 'pair') return undefined
  const lone = only.kind === 'inserted' ? claim.units[only.claim] : source[only.source]
  return lone?.key === 's' ? 'inflection' : undefined
}

const isContracted = (unit: Unit): boolean => unit.isContracted === true

/** Words written together on one side and apart on the other, at the beginning and at the end of what differs. */
function peel(block: Block, texts: Texts): Block[] {
  const before: Block[] = []
  const after: Block[] = []
  let { claim, source } = block
  const cut = (isAtEnd: boolean): boolean => {
    for (let k = 1; k <= MOST_JOINED; k++) {
      for (let other = 1; other <= MOST_JOINED; other++) {
        if (k + other < 3 || k > claim.to - claim.from || other > source.to - source.from) continue
        const a = isAtEnd ? { from: claim.to - k, to: claim.to } : { from: claim.from, to: claim.from + k }
        const b = isAtEnd
          ? { from: source.to - other, to: source.to }
          : { from: source.from, to: source.from + other }
        if (isWithinContraction(a, texts.claim.units) || isWithinContraction(b, texts.source)) continue
        if (!isWrittenAlike(a, b, texts)) continue
        const agreed: Block = { kind: 'agreed', agreement: 'mark', claim: a, source: b }
        if (isAtEnd) {
          after.unshift(agreed)
          claim = { from: claim.from, to: a.from }
          source = { from: source.from, to: b.from }
        } else {
          before.push(agreed)
          claim = { from: a.to, to: claim.to }
          source = { from: b.to, to: source.to }
        }
        return true
      }
    }
    return false
  }
  while (cut(false) || cut(true)) continue
  const isEmpty = claim.from === claim.to && source.from === source.to
  return [...before, ...(isEmpty ? [] : [{ kind: 'different' as const, claim, source }]), ...after]
}

const MOST_JOINED = 3

/** Whether a range begins or ends within words that are written as one. */
const isWithinContraction = ({ from, to }: UnitRange, units: readonly Unit[]): boolean =>
  areOneContraction(units[from - 1], units[from]) || areOneContraction(units[to - 1], units[to])

function isWrittenAlike(a: UnitRange, b: UnitRange, { claim, source }: Texts): boolean {
  const claimed = lettersOf(claim.units.slice(a.from, a.to))
  return claimed !== undefined && claimed === lettersOf(source.slice(b.from, b.to))
}

/** The letters of words joined. Digits never join: 3 5 is not 35, but `429, 479` without its comma is the group `429 479`. */
function lettersOf(units: readonly Unit[]): string | undefined {
  if (units.some(unit => unit.kind === 'symbol')) return undefined
  // the units of one contraction are written once
  const words = units.filter((unit, i) => !(unit.isContracted && unit.start === units[i - 1]?.start))
  const isNumber = words.some(unit => unit.kind === 'number')
  return words
    .map(unit => unit.raw.replaceAll(/[^\p{L}\p{M}\p{N}]/gu, isNumber ? ' ' : ''))
    .join(isNumber ? ' ' : '')
    .toLowerCase()
}
