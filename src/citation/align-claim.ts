import { align } from './align.ts'
import type { AlignedPair, Alignment, Frame, Step } from './align.ts'
import { findAnchors } from './anchors.ts'
import { areOneContraction } from './unit.ts'
import { bestWindow } from './window.ts'

/** Beyond that many cells a pair is cut where both sides agree for certain: a paragraph may have 50 kB. */
const MOST_CELLS = 100_000

/** The best place of a claim in a source, in time that grows with their lengths and not with the product of them. */
export function alignClaim(pair: AlignedPair): Alignment {
  const { steps, score } = alignSomehow(pair)
  return { steps: withWholeContractions(withinSentences(steps, pair.source), pair.source), score }
}

/**
 * What was claimed beyond the first and the last word that agree takes the place of other words of the same sentence, or
 * of none: `she said` is not what a last word was changed to.
 */
function withinSentences(steps: readonly Step[], source: AlignedPair['source']): Step[] {
  const first = steps.findIndex(isAgreed)
  const last = steps.findLastIndex(isAgreed)
  if (first < 0) return [...steps]
  const before = detached(
    steps.slice(0, first).reverse(),
    (step, isBegun) => isBegun || (source[step.source + 1]?.startsSentence ?? true),
  ).reverse()
  const after = detached(
    steps.slice(last + 1),
    (step, isBegun) => isBegun || (source[step.source]?.startsSentence ?? true),
  )
  return [...before, ...steps.slice(first, last + 1), ...after]
}

/** Of a contraction at either end not only a part. */
function withWholeContractions(steps: readonly Step[], source: AlignedPair['source']): Step[] {
  const sourced = steps.flatMap(step => (step.kind === 'inserted' ? [] : [step.source]))
  const [first, last] = [sourced[0], sourced.at(-1)]
  if (first === undefined || last === undefined) return [...steps]
  const before: Step[] = []
  for (let at = first; areOneContraction(source[at - 1], source[at]); at--)
    before.unshift({ kind: 'dropped', source: at - 1 })
  const after: Step[] = []
  for (let at = last; areOneContraction(source[at], source[at + 1]); at++)
    after.push({ kind: 'dropped', source: at + 1 })
  return [...before, ...steps, ...after]
}

const isAgreed = (step: Step): boolean => step.kind === 'pair' && step.agreement !== undefined

type SourceStep = Exclude<Step, { readonly kind: 'inserted' }>

/** Takes the source away from steps beyond the end of a sentence. */
function detached(steps: readonly Step[], isBeyond: (step: SourceStep, isBegun: boolean) => boolean): Step[] {
  let isOut = false
  return steps.flatMap((step): Step[] => {
    if (step.kind === 'inserted') return [step]
    isOut = isBeyond(step, isOut)
    if (!isOut) return [step]
    return step.kind === 'pair' ? [{ kind: 'inserted', claim: step.claim }] : []
  })
}

function alignSomehow(pair: AlignedPair): Alignment {
  const whole: Frame = {
    claim: [0, pair.claim.units.length],
    source: [0, pair.source.length],
    isFreeBefore: true,
    isFreeAfter: true,
  }
  if (cellsOf(whole) <= MOST_CELLS) return align(pair, whole)
  const anchors = findAnchors(pair.claim.units, pair.source)
  if (anchors.length === 0) return alignBounded(pair, { ...whole, source: bestWindow(pair) })
  return alignBetween(pair, anchors)
}

const cellsOf = ({ claim, source }: Frame): number => (claim[1] - claim[0]) * (source[1] - source[0])

/** Of the source before the first anchor and behind the last one, as much is looked at as the claim could stand in. */
const reach = (claimed: number): number => 2 * claimed + 50

function alignBetween(
  pair: AlignedPair,
  anchors: readonly { readonly claim: number; readonly source: number }[],
): Alignment {
  const steps: Step[] = []
  let score = 0
  let [claimAt, sourceAt] = [0, 0]
  const add = (frame: Frame): void => {
    const part = alignBounded(pair, frame)
    for (const step of part.steps) steps.push(step)
    score += part.score
  }
  anchors.forEach(({ claim, source }, i) => {
    add({
      claim: [claimAt, claim],
      source: [i === 0 ? Math.max(0, source - reach(claim)) : sourceAt, source],
      isFreeBefore: i === 0,
      isFreeAfter: false,
    })
    add({
      claim: [claim, claim + 1],
      source: [source, source + 1],
      isFreeBefore: false,
      isFreeAfter: false,
    })
    claimAt = claim + 1
    sourceAt = source + 1
  })
  const left = pair.claim.units.length - claimAt
  add({
    claim: [claimAt, pair.claim.units.length],
    source: [sourceAt, Math.min(pair.source.length, sourceAt + reach(left))],
    isFreeBefore: false,
    isFreeAfter: true,
  })
  return { steps, score }
}

/** What is still too large agrees nowhere for certain: it counts as other words. */
function alignBounded(pair: AlignedPair, frame: Frame): Alignment {
  if (cellsOf(frame) <= MOST_CELLS) return align(pair, frame)
  const steps: Step[] = []
  for (let claim = frame.claim[0]; claim < frame.claim[1]; claim++) steps.push({ kind: 'inserted', claim })
  if (frame.isFreeBefore || frame.isFreeAfter) return { steps, score: -steps.length }
  for (let source = frame.source[0]; source < frame.source[1]; source++)
    steps.push({ kind: 'dropped', source })
  return { steps, score: -steps.length }
}
