import { labelOf } from '../common/query-parts.ts'
import type { Asked } from './asked.ts'
import { clauseQuery, exclusionQuery, isCompact, type Translation } from './clause-to-query.ts'
import { visibleAt } from './filters-to-query.ts'
import type { ServerQuery } from './query-dsl.ts'
import { named, rankQueries } from './rank-queries.ts'

/** What matches the whole query and is visible. Without scores it costs less. */
export function matchingQuery(
  asked: Asked,
  filters: readonly ServerQuery[],
  { isScored, explain = false }: { readonly isScored: boolean; readonly explain?: boolean },
): ServerQuery {
  const { plan, positive, negative } = asked
  const translation = { ...translationOf(asked), ...(isScored ? {} : { isCompact: true }) }
  const queries = positive.map((clause, i) =>
    named(clauseQuery(clause, translation), explain && `${i} ${labelOf(clause)}`),
  )
  const filter = [...visibleAt(plan.now), ...filters]
  return {
    bool: {
      ...(isScored ? { must: queries, should: rankQueries(asked, explain) } : {}),
      filter: isScored ? filter : [...queries, ...filter],
      must_not: negative.map(clause => exclusionQuery(clause, translation)),
    },
  }
}

export const translationOf = ({ positive, negative, verified }: Asked): Translation => ({
  verified,
  isCompact: isCompact([...positive, ...negative]),
})
