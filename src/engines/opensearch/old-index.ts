import type { Filters, QueryPlan } from '../../domain/query.ts'
import type { Facet } from '../../domain/result.ts'
import type { EngineResult } from '../search-engine.ts'
import type { Server } from './client.ts'
import { indexMeta, outdated } from './prepare-index.ts'
import type { IndexNames } from './schema.ts'

/** An index of an earlier version has no quotes until a rebuild: what asks for them is refused, all else is answered. */
export type QuotesGuard = {
  /** Rejects with `index_outdated` when the filters ask for quotes that the index does not have. */
  checkFilters(filters: Filters): Promise<void>
  /** Rejects with `index_outdated`. */
  checkQuotes(): Promise<void>
  /** A search; only the facet of speakers is empty where the index has no quotes, and says that there may be more. */
  search(plan: QueryPlan, search: (plan: QueryPlan) => Promise<EngineResult>): Promise<EngineResult>
}

export function createQuotesGuard(server: Server, names: IndexNames): QuotesGuard {
  let isKnown = false
  /** What has quotes keeps them, so that the server is asked no more. */
  const hasQuotes = async (): Promise<boolean> => (isKnown ||= (await indexMeta(server, names)).hasQuotes)

  async function checkQuotes(): Promise<void> {
    if (!(await hasQuotes())) throw outdated('The index was built by a version that knew no quotes')
  }

  return {
    checkQuotes,
    async checkFilters(filters) {
      if (asksForQuotes(filters)) await checkQuotes()
    },
    async search(plan, search) {
      if (plan.zone !== 'any' || asksForQuotes(plan.filters)) await checkQuotes()
      if (!plan.facets.some(({ name }) => name === 'speaker') || (await hasQuotes())) return search(plan)
      const result = await search({ ...plan, facets: plan.facets.filter(({ name }) => name !== 'speaker') })
      const facets = plan.facets.flatMap(
        ({ name }) => result.facets.find(facet => facet.name === name) ?? NO_SPEAKERS,
      )
      return { ...result, facets }
    },
  }
}

const asksForQuotes = ({ speaker, speakerNamed, quoteKind }: Filters): boolean =>
  [speaker, speakerNamed, quoteKind].some(filter => filter !== undefined)

const NO_SPEAKERS: Facet = { name: 'speaker', relation: 'atLeast', values: [], truncated: false }
