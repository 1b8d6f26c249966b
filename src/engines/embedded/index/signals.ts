import type { PhraseClause, QueryPlan } from '../../../domain/query.ts'
import { labelOf } from '../../common/query-parts.ts'
import { weigh, type WeightedClause } from './bm25.ts'
import { accentKey } from './keys.ts'
import { prepare } from './prepare.ts'
import { prepareKeys, prepareWord } from './prepare-word.ts'
import type { PreparedClause } from './prepared-clause.ts'
import { reweighed, type WeightedPart } from './ready-query.ts'
import type { SearchContext, SpaceContext } from './search-context.ts'

/** Shares of a clause's BM25 score. Those of phrases and typed forms are measured (reference/engine2); the others follow them. */
const NEARBY_WEIGHT = 0.2
const TYPED_WEIGHT = 0.2
const ACCENTED_WEIGHT = 0.2
const TITLE_WEIGHT = 0.15

/** Something that moves a hit in the ranking without deciding what matches. */
export type Signal = {
  readonly label: string
  readonly weighted: WeightedClause
  /** For hits that are found in a unit; absent in the zone `any`. */
  readonly inUnits?: WeightedClause
  readonly weight: number
  /** Asked of the title of the hit's article instead of the hit. */
  readonly isOfTitle: boolean
}

/** Signals that can move a hit by no more than this share of what all words are worth are not asked: `the` in the title. */
const NEGLIGIBLE_SHARE = 0.01

/** The signals of a query that occur in the index and can move a hit. */
export function signalsOf(
  positive: readonly WeightedPart[],
  { nearby, zone }: Pick<QueryPlan, 'nearby' | 'zone'>,
  { context, inScope }: { context: SearchContext; inScope: readonly number[] },
): Signal[] {
  const occurring = [...nearbySignals(nearby), ...typedSignals(positive), ...accentSignals(positive)]
    .map(signal => ({ ...signal, clause: signal.lookUp(context) }))
    .filter(({ clause }) => clause.total > 0)
  const clauses = occurring.map(({ clause }) => clause)
  const weighted = weigh(clauses, inScope, context.statistics)
  const signals = [
    ...occurring.map(({ label, weight, lookUp }, k): Signal => {
      const ofParagraphs = weighted[k] as WeightedClause
      const inUnits = zone !== 'any' && { inUnits: reweighed(ofParagraphs, lookUp(context.units())) }
      return { label, weight, weighted: ofParagraphs, ...inUnits, isOfTitle: false }
    }),
    ...positive.map(({ clause, weighted }): Signal => ({
      label: `title ${labelOf(clause)}`,
      weighted,
      weight: TITLE_WEIGHT,
      isOfTitle: true,
    })),
  ]
  const worth = positive.reduce((sum, part) => sum + part.weighted.bound, 0)
  return signals.filter(
    ({ weighted, weight }) => Math.abs(weight) * weighted.bound > NEGLIGIBLE_SHARE * worth,
  )
}

type UnweightedSignal = {
  readonly label: string
  readonly lookUp: (space: SpaceContext) => PreparedClause
  readonly weight: number
}

/** Words that are neighbours in the query are neighbours in the text. */
const nearbySignals = (nearby: readonly PhraseClause[]): UnweightedSignal[] =>
  nearby.map(phrase => ({
    label: `nearby ${labelOf(phrase)}`,
    lookUp: space => prepare(phrase, space),
    weight: NEARBY_WEIGHT,
  }))

/** The text has the word as typed, not inflected. Says nothing of a word that has no other form in the index. */
function typedSignals(positive: readonly WeightedPart[]): UnweightedSignal[] {
  return positive.flatMap(({ clause, weighted }) => {
    const { clause: prepared } = weighted.word ?? weighted
    if (clause.kind !== 'word' || prepared.kind !== 'word' || prepared.alternatives.length < 2) return []
    const { terms } = clause
    const lookUp = (space: SpaceContext) => prepareWord({ kind: 'word', terms, stems: [] }, space)
    return [{ label: `as typed ${labelOf(clause)}`, lookUp, weight: TYPED_WEIGHT }]
  })
}

/** The text has the accents as typed, or has some where none were typed, which counts against it. */
function accentSignals(positive: readonly WeightedPart[]): UnweightedSignal[] {
  return positive.flatMap(({ clause }) => {
    if (clause.kind !== 'word') return []
    const { accented, terms } = clause
    if (accented !== undefined) {
      const asTyped = (space: SpaceContext) => prepareKeys([accentKey(accented)], space)
      return [{ label: `accents of ${accented}`, lookUp: asTyped, weight: ACCENTED_WEIGHT }]
    }
    const withAccents = (space: SpaceContext) => prepareKeys(terms.map(accentKey), space)
    return [{ label: `accents on ${labelOf(clause)}`, lookUp: withAccents, weight: -ACCENTED_WEIGHT }]
  })
}
