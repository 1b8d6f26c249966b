import type { Paragraph, Quote } from '../domain/paragraph.ts'
import type { WordStemmer } from '../text/stem.ts'
import { alignClaim } from './align-claim.ts'
import type { Step } from './align.ts'
import type { Claim } from './claim.ts'
import { createUnitComparer } from './compare-units.ts'
import type { CompareUnits } from './compare-units.ts'
import { diff } from './diff.ts'
import type { Operation, SourceRange } from './operation.ts'
import { isOneSpeaker } from './source.ts'
import type { Source } from './source.ts'
import type { Unit } from './unit.ts'
import { similarityOf, verdictOf } from './verdict.ts'
import type { Verdict } from './verdict.ts'

/** A claim as it stands in one source. */
export type Match = {
  /** Where the words stand, first the one that holds most of them; several where a speech goes on or two places were joined. */
  readonly paragraphs: readonly Paragraph[]
  /** What was quoted of each of them. */
  readonly spans: readonly SourceRange[]
  readonly operations: readonly Operation[]
  readonly verdict: Exclude<Verdict, 'notFound'>
  /** 0 to 1, see `similarityOf`. */
  readonly similarity: number
  /** 0 to 1: the share of the claim's words that stand here, in any form and order. */
  readonly coverage: number
  /** Every word of the claim stands here, in any form and order, and enough of them are not common ones. */
  readonly hasAllWords: boolean
  /** The same speech, or outside of speech the same sentence, goes on before or behind what was quoted. */
  readonly isPartOfLonger: boolean
  /** The quote that holds what was claimed, or most of it. */
  readonly quote?: Quote
  /** How near it is, 0 to 1, for the order of matches only: rare words count more than common ones. */
  readonly nearness: number
}

/** A claim aligned with one source: what a match is made of. */
export type AlignedSource = {
  readonly source: Source
  readonly steps: readonly Step[]
  readonly score: number
  readonly compare: CompareUnits
}

export function alignSource(claim: Claim, source: Source, stemmer: WordStemmer): AlignedSource {
  const compare = createUnitComparer({
    language: claim.language,
    sourceLanguage: source.language,
    stemmer,
    knownWords: claim.knownWords,
  })
  return { source, compare, ...alignClaim({ claim, source: source.units, compare }) }
}

/** Undefined when no word of the claim stands there. */
export function matchOf(claim: Claim, { source, steps, score, compare }: AlignedSource): Match | undefined {
  const { operations, quoted } = diff(steps, claim, source)
  if (!quoted) return undefined
  const { first, last } = quoted
  const quote = quoteOf(steps, source)
  return {
    paragraphs: source.paragraphs,
    spans: spansOf(first, last, source),
    operations,
    verdict: verdictOf(operations, isWhole(first, last, source)),
    similarity: similarityOf(operations),
    isPartOfLonger:
      goesOn(first, last, source) || operations.some(({ kind, isOpen }) => isOpen && kind === 'dropped'),
    ...(quote && { quote }),
    ...nearnessOf(claim, source, { score, compare, steps }),
  }
}

/** The quote in which most of the words that agree stand, unless the narrator says more of them. */
function quoteOf(steps: readonly Step[], { units, paragraphs }: Source): Quote | undefined {
  const paired = steps.flatMap(step =>
    step.kind === 'pair' && step.agreement !== undefined ? [step.source] : [],
  )
  const counts = new Map<Quote, number>()
  for (const at of paired) {
    const unit = units[at]
    const quote = unit?.quote === undefined ? undefined : paragraphs[unit.place]?.quotes[unit.quote]
    if (quote) counts.set(quote, (counts.get(quote) ?? 0) + 1)
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1])
  const spoken = [...counts.values()].reduce((sum, count) => sum + count, 0)
  return most && spoken * 2 >= paired.length ? most[0] : undefined
}

function spansOf(first: number, last: number, { units }: Source): SourceRange[] {
  const spans: SourceRange[] = []
  for (let at = first; at <= last; at++) {
    const unit = units[at]
    if (!unit) continue
    const open = spans.at(-1)
    if (open?.place === unit.place) spans[spans.length - 1] = { ...open, end: unit.end }
    else spans.push({ place: unit.place, start: unit.start, end: unit.end })
  }
  return spans
}

function isWhole(first: number, last: number, { units }: Source): boolean {
  return units[first]?.startsSentence === true && (units[last + 1]?.startsSentence ?? true)
}

function goesOn(first: number, last: number, { units, paragraphs }: Source): boolean {
  const quoteAt = (at: number): Quote | undefined => {
    const unit = units[at]
    return unit?.quote === undefined ? undefined : paragraphs[unit.place]?.quotes[unit.quote]
  }
  const isLonger = (inside: number, outside: number): boolean => {
    const unit = units[outside]
    if (!unit) return false
    if (quoteAt(inside) === undefined) {
      return outside < inside ? units[inside]?.startsSentence !== true : !unit.startsSentence
    }
    return (
      unit.isBetween ||
      quoteAt(inside) === quoteAt(outside) ||
      isOneSpeaker(quoteAt(inside), quoteAt(outside))
    )
  }
  return isLonger(first, first - 1) || isLonger(last, last + 1)
}

const IN_ORDER = 0.65
/** From this weight on a word tells texts apart; so many of them together are no chance. */
const TELLING = 0.55
const FEWEST_TELLING = 4

type Found = {
  readonly score: number
  readonly compare: CompareUnits
  readonly steps: readonly Step[]
}

/**
 * How near the source comes, for the order of matches: the score of the alignment and, since who remembers mixes up the
 * order, the weight of the words wherever they stand. Coverage counts words alike.
 */
function nearnessOf(
  claim: Claim,
  source: Source,
  found: Found,
): Pick<Match, 'nearness' | 'coverage' | 'hasAllWords'> {
  const agreed = new Set(
    found.steps.flatMap(step => (step.kind === 'pair' && step.agreement !== undefined ? [step.claim] : [])),
  )
  const keys = new Set(source.units.map(unit => unit.key))
  const isHere = (unit: Unit, i: number): boolean =>
    agreed.has(i) ||
    keys.has(unit.key) ||
    (unit.kind === 'word' && source.units.some(other => found.compare(unit, other) !== undefined))
  let [all, covered, asked, here, telling] = [0, 0, 0, 0, 0]
  claim.units.forEach((unit, i) => {
    const weight = claim.weights[i] ?? 0
    const isCovered = isHere(unit, i)
    all += weight
    if (isCovered) covered += weight
    // what is put in openly is not claimed to have been said
    if (claim.isBracketed[i]) return
    asked++
    if (isCovered) here++
    if (isCovered && weight >= TELLING) telling++
  })
  if (all === 0 || asked === 0) return { nearness: 0, coverage: 0, hasAllWords: false }
  const inOrder = Math.max(0, Math.min(1, found.score / all))
  return {
    nearness: IN_ORDER * inOrder + (1 - IN_ORDER) * (covered / all),
    coverage: here / asked,
    hasAllWords: here === asked && telling >= FEWEST_TELLING,
  }
}
