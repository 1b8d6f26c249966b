import type { Clause, QueryPlan } from '../../../domain/query.ts'
import { weigh, type WeightedClause } from './bm25.ts'
import type { FilterTables } from './filter.ts'
import { prepare } from './prepare.ts'
import type { PreparedClause } from './prepared-clause.ts'
import type { QueryParts } from '../../common/query-parts.ts'
import { languagesInScope, type CheckDeadline, type SearchContext } from './search-context.ts'

export type WeightedPart = { readonly clause: Clause; readonly weighted: WeightedClause }

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
  readonly check: CheckDeadline
}

export function readyQuery(
  plan: QueryPlan,
  { positive, negative }: QueryParts,
  { tables, check, context }: { tables: FilterTables; check: CheckDeadline; context: SearchContext },
): ReadyQuery {
  const inScope = languagesInScope(context, tables)
  const prepareAll = (clauses: readonly Clause[]): PreparedClause[] =>
    clauses.map(clause => {
      check()
      return prepare(clause, context)
    })
  const weighted = weigh(prepareAll(positive), inScope, context.statistics)
  return {
    plan,
    tables,
    inScope,
    positive: positive.map((clause, k) => ({ clause, weighted: weighted[k] as WeightedClause })),
    negative: prepareAll(negative),
    check,
  }
}
