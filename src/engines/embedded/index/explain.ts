import type { ScorePart } from '../../../domain/result.ts'
import { labelOf } from '../../common/query-parts.ts'
import type { WeightedClause } from './bm25.ts'
import type { RankedHit } from './ranked-hits.ts'
import type { WeightedPart } from './ready-query.ts'
import { clauseScores, hitsBySegment, signalScores } from './rerank.ts'
import type { SearchContext } from './search-context.ts'
import type { Signal } from './signals.ts'

/** The parts of a hit's score: BM25 of each clause, then what raised it. They add up to the score, but for rounding. */
export function explain(
  hit: RankedHit,
  positive: readonly WeightedPart[],
  signals: readonly Signal[],
  context: SearchContext,
): ScorePart[] {
  const { unit, document } = hit
  const space = unit === undefined ? context : context.units()
  const scoreOf = (weighted: Pick<WeightedClause, 'clause' | 'idf'>): number =>
    clauseScores(weighted, hit.segment, Uint32Array.of(unit ?? document), space)[0] ?? 0
  const parts = positive.flatMap(({ clause, weighted: ofParagraphs, inUnits }): ScorePart[] => {
    const label = labelOf(clause)
    const weighted = unit === undefined || !inUnits ? ofParagraphs : inUnits
    if (!weighted.word) return [{ label, score: scoreOf(weighted) }]
    return [
      { label: `${label}…`, score: scoreOf(weighted) },
      { label, score: scoreOf(weighted.word) },
    ]
  })
  const raised = hitsBySegment([hit], context).flatMap(group =>
    signals.map(signal => ({ label: signal.label, score: signalScores(signal, group, context)[0] ?? 0 })),
  )
  return [...parts, ...raised].filter(({ score }) => score !== 0)
}
