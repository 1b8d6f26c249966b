import type { WordStemmer } from '../text/stem.ts'
import type { Claim } from './claim.ts'
import { partOfClaim } from './claim-part.ts'
import { alignSource, matchOf } from './match.ts'
import type { AlignedSource, Match } from './match.ts'
import type { Operation } from './operation.ts'
import type { Source } from './source.ts'
import { similarityOf } from './verdict.ts'

/** Fewer words than these are in many places by chance. */
const FEWEST = { units: 4, weight: 1.5 }
/** How much of the missing part must stand at the other place, by weight. */
const CERTAIN = 0.7
/** A part that stands here so far is not missing. */
const PRESENT = 0.4

type Cut = { readonly at: number; readonly isRestMissing: boolean }

/**
 * A claim whose beginning stands here and whose end elsewhere, or the other way round: the words of two places joined
 * as if they were one. Undefined when there is no such other place.
 */
export function joinPlaces(
  claim: Claim,
  here: AlignedSource,
  { others, stemmer }: { readonly others: readonly Source[]; readonly stemmer: WordStemmer },
): Match | undefined {
  const cut = findCut(claim, here)
  if (!cut) return undefined
  const [, missing] = partsOf(claim, cut)
  const there = bestPlace(missing, { others: [here.source, ...others], stemmer })
  return there && bestJoint(claim, cut, { here: here.source, there: there.source, stemmer })
}

type Places = { readonly here: Source; readonly there: Source; readonly stemmer: WordStemmer }

/** A word that stands at both places may belong to either: the cut where most agrees is right. */
function bestJoint(
  claim: Claim,
  { at, isRestMissing }: Cut,
  { here, there, stemmer }: Places,
): Match | undefined {
  let best: { score: number; cut: Cut; first: AlignedSource; second: AlignedSource } | undefined
  for (let k = Math.max(1, at - SHIFT); k <= Math.min(claim.units.length - 1, at + SHIFT); k++) {
    const cut: Cut = { at: k, isRestMissing }
    const [kept, missing] = partsOf(claim, cut)
    const first = alignSource(kept, here, stemmer)
    const second = alignSource(missing, there, stemmer)
    const score = first.score + second.score
    if (score > (best?.score ?? 0)) best = { score, cut, first, second }
  }
  if (!best) return undefined
  const [kept, missing] = partsOf(claim, best.cut)
  const first = matchOf(kept, best.first)
  const second = matchOf(missing, best.second)
  return first && second && joined(claim, best.cut, first, second)
}

const SHIFT = 4

function partsOf(claim: Claim, { at, isRestMissing }: Cut): readonly [kept: Claim, missing: Claim] {
  const before = partOfClaim(claim, 0, at)
  const after = partOfClaim(claim, at, claim.units.length)
  return isRestMissing ? [before, after] : [after, before]
}

/** Where the claim falls apart into a part that is here and one that is not. */
function findCut(claim: Claim, { steps }: AlignedSource): Cut | undefined {
  const { weights, units } = claim
  const isHere = Array<boolean>(units.length).fill(false)
  for (const step of steps) {
    if (step.kind === 'pair' && step.agreement !== undefined) isHere[step.claim] = true
  }
  const balance = (i: number): number => (isHere[i] ? 1 : -1) * (weights[i] ?? 0)
  // the part before the cut, with what is here counted for it and what is not against it
  let before = 0
  let best = { at: 0, worth: 0 }
  let worst = { at: 0, worth: 0 }
  for (let i = 0; i < units.length; i++) {
    before += balance(i)
    if (before > best.worth) best = { at: i + 1, worth: before }
    if (before < worst.worth) worst = { at: i + 1, worth: before }
  }
  const cuts: readonly Cut[] = [
    { at: best.at, isRestMissing: true },
    { at: worst.at, isRestMissing: false },
  ]
  return cuts
    .filter(cut => cut.at > 0 && cut.at < units.length && isMissing(cut))
    .sort((a, b) => weightOf(b) - weightOf(a))[0]

  function rangeOf({ at, isRestMissing }: Cut): [number, number] {
    return isRestMissing ? [at, units.length] : [0, at]
  }
  function weightOf(cut: Cut): number {
    return weights.slice(...rangeOf(cut)).reduce((sum, weight) => sum + weight, 0)
  }
  function isMissing(cut: Cut): boolean {
    const [from, to] = rangeOf(cut)
    const all = weightOf(cut)
    if (to - from < FEWEST.units || all < FEWEST.weight) return false
    const present = weights
      .slice(from, to)
      .reduce((sum, weight, i) => sum + (isHere[from + i] ? weight : 0), 0)
    return present < PRESENT * all
  }
}

function bestPlace(
  missing: Claim,
  { others, stemmer }: { readonly others: readonly Source[]; readonly stemmer: WordStemmer },
): AlignedSource | undefined {
  const all = missing.weights.reduce((sum, weight) => sum + weight, 0)
  let best: AlignedSource | undefined
  for (const source of others) {
    const aligned = alignSource(missing, source, stemmer)
    if (aligned.score > (best?.score ?? CERTAIN * all)) best = aligned
  }
  return best
}

function joined(claim: Claim, cut: Cut, first: Match, second: Match): Match {
  const isSamePlace = first.paragraphs[0] === second.paragraphs[0]
  const shift = isSamePlace ? 0 : first.paragraphs.length
  const moved = second.operations.map(operation => ({
    ...operation,
    source: { ...operation.source, place: operation.source.place + shift },
  }))
  const at = claim.units[cut.at - 1]?.end ?? 0
  const [before, after] = cut.isRestMissing ? [first.operations, moved] : [moved, first.operations]
  const next = after[0]?.source
  const isSameArticle = first.paragraphs[0]?.articleId === second.paragraphs[0]?.articleId
  const seam: Operation = {
    kind: 'joined',
    claim: { start: at, end: at },
    source: { place: next?.place ?? 0, start: next?.start ?? 0, end: next?.start ?? 0 },
    isOpen: isSameArticle && (claim.isBehindEllipsis[cut.at] ?? false),
    words: 0,
  }
  const operations = [...before, seam, ...after]
  const weightOf = (from: number, to: number): number =>
    claim.weights.slice(from, to).reduce((sum, weight) => sum + weight, 0)
  const early = weightOf(0, cut.at)
  const late = weightOf(cut.at, claim.units.length)
  const [firstWeight, secondWeight] = cut.isRestMissing ? [early, late] : [late, early]
  const mean = (a: number, b: number): number => (a * firstWeight + b * secondWeight) / (early + late)
  return {
    ...first,
    paragraphs: isSamePlace ? first.paragraphs : [...first.paragraphs, ...second.paragraphs],
    spans: [...first.spans, ...second.spans.map(span => ({ ...span, place: span.place + shift }))],
    operations,
    verdict:
      seam.isOpen && first.verdict !== 'altered' && second.verdict !== 'altered' ? 'trimmed' : 'altered',
    similarity: similarityOf(operations),
    coverage: mean(first.coverage, second.coverage),
    hasAllWords: first.hasAllWords && second.hasAllWords,
    isPartOfLonger: true,
    nearness: mean(first.nearness, second.nearness) * SEAM,
  }
}

/** A text that holds all of it in one place comes before one put together. */
const SEAM = 0.95
