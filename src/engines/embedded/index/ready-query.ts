import type { Clause, QueryPlan } from '../../../domain/query.ts'
import type { QueryParts } from '../../common/query-parts.ts'
import { weigh, type WeightedClause } from './bm25.ts'
import type { FilterTables } from './filter.ts'
import type { AllWanted } from './match-all.ts'
import type { ZoneWanted } from './match-in-zone.ts'
import { prepare } from './prepare.ts'
import type { PreparedClause } from './prepared-clause.ts'
import {
  languagesInScope,
  type CheckDeadline,
  type SearchContext,
  type SpaceContext,
} from './search-context.ts'

export type WeightedPart = {
  readonly clause: Clause
  readonly weighted: WeightedClause
  /** The same looked up in units, with the same weight; absent in the zone `any`. */
  readonly inUnits?: WeightedClause
}

/** A query as far as it is the same for all segments. */
export type ReadyQuery = {
  readonly plan: QueryPlan
  readonly tables: FilterTables
  /** Language numbers that pass the filter. */
  readonly inScope: readonly number[]
  /** The clauses that must match, in the order of the query. */
  readonly positive: readonly WeightedPart[]
  /** The clauses that must not. */
  readonly negative: readonly PreparedClause[]
  /** What is looked for in each segment. */
  readonly wanted: ZoneWanted
  readonly check: CheckDeadline
}

export function readyQuery(
  plan: QueryPlan,
  parts: QueryParts,
  { tables, check, context }: { tables: FilterTables; check: CheckDeadline; context: SearchContext },
): ReadyQuery {
  const inScope = languagesInScope(context, tables)
  const prepareAll = (clauses: readonly Clause[], space: SpaceContext): PreparedClause[] =>
    clauses.map(clause => {
      check()
      return prepare(clause, space)
    })
  const weighted = weigh(prepareAll(parts.positive, context), inScope, context.statistics)
  const negative = prepareAll(parts.negative, context)
  const units = plan.zone === 'any' ? undefined : context.units()
  const inUnits =
    units &&
    prepareAll(parts.positive, units).map((clause, k) => reweighed(weighted[k] as WeightedClause, clause))
  const wanted = (clauses: readonly WeightedClause[], excluded: readonly PreparedClause[]): AllWanted => ({
    clauses: clauses.toSorted((a, b) => a.clause.total - b.clause.total),
    negative: excluded,
    isScored: plan.sort === 'relevance',
    check,
  })
  return {
    plan,
    tables,
    inScope,
    positive: parts.positive.map((clause, k) => ({
      clause,
      weighted: weighted[k] as WeightedClause,
      ...(inUnits && { inUnits: inUnits[k] as WeightedClause }),
    })),
    negative,
    wanted: {
      tables,
      paragraphs: wanted(weighted, negative),
      ...(units && inUnits && { units: wanted(inUnits, prepareAll(parts.negative, units)) }),
    },
    check,
  }
}

/** A clause with the weight that it has where it was looked up first. */
export function reweighed({ idf, word, bound }: WeightedClause, clause: PreparedClause): WeightedClause {
  if (clause.kind !== 'prefix' || !word) return { clause, idf, bound }
  return { clause, idf, bound, word: { clause: clause.word, idf: word.idf } }
}
