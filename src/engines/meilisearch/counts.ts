import type { QueryPlan } from '../../domain/query.ts'
import { openFields } from './facet-fields.ts'
import type { Filter } from './filter.ts'
import type { SearchAnswer } from './from-response.ts'
import type { SearchContext } from './search-context.ts'
import { countRequest } from './to-request.ts'

/** Totals and facets of everything that a search finds: one request for all that are counted alike. */
export type Counts = ReturnType<typeof createCounts>

export function createCounts(plan: QueryPlan, filter: Filter, { ask }: Pick<SearchContext, 'ask'>) {
  const answers = new Map<string | undefined, Promise<SearchAnswer>>()
  return {
    /** The request for these hits also asks for all documents' `openFields`, so that none has to be made for them. */
    comeWith(hits: Promise<SearchAnswer>): void {
      answers.set(undefined, hits)
    },
    /** Of what counts once, `distinct` tells it from others; undefined: each document counts. */
    of(distinct: string | undefined): Promise<SearchAnswer> {
      const facets = openFields(plan, distinct)
      const answer = answers.get(distinct) ?? ask(countRequest(filter, { distinct, facets }))
      answers.set(distinct, answer)
      return answer
    },
  }
}
