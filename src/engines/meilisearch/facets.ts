import type { FacetRequest, QueryPlan } from '../../domain/query.ts'
import type { Facet } from '../../domain/result.ts'
import { facetField, filtersOfFacet, isFilteredByFacet, type FacetField } from './facet-fields.ts'
import { facetOfValues, facetValuesOf } from './facet-values.ts'
import { and, type Filter } from './filter.ts'
import type { SearchAnswer } from './from-response.ts'
import { countManySpeakers } from './many-speakers.ts'
import { scopeFilter } from './scope.ts'
import type { SearchContext } from './search-context.ts'
import { FACET_VALUES } from './settings.ts'
import { countRequest } from './to-request.ts'

type Counted = Pick<QueryPlan, 'facets' | 'filters' | 'now' | 'group' | 'zone'>

/** How the facets are counted that are counted under the filters of the search itself. */
const openFacets = (plan: Counted): FacetField[] =>
  plan.facets
    .filter(({ name }) => !isFilteredByFacet(plan.filters, name))
    .map(({ name }) => facetField(name, plan))

/** Fields of those facets for which each document counts. */
export const openFields = (plan: Counted): string[] =>
  openFacets(plan)
    .filter(({ distinct }) => distinct === undefined)
    .map(({ field }) => field)

/**
 * Every facet of the plan: one request for all that count the same under the filters of the search itself (`ofOpen`, when
 * the answer with all `openFields` is on its way already) and one for each that is filtered.
 */
export async function askFacets(
  plan: Counted,
  upper: Filter,
  ofOpen: Promise<SearchAnswer> | undefined,
  context: SearchContext,
): Promise<readonly Facet[]> {
  const { filters, now, zone } = plan
  const open = openFacets(plan)
  const ask = (filter: Filter, fields: readonly FacetField[]): Promise<SearchAnswer> =>
    context.ask(
      countRequest(filter, { facets: fields.map(({ field }) => field), distinct: fields[0]?.distinct }),
    )
  const shared = new Map(ofOpen ? [[undefined as string | undefined, ofOpen]] : [])
  const askShared = (filter: Filter, { distinct }: FacetField): Promise<SearchAnswer> => {
    const alike = open.filter(other => other.distinct === distinct)
    const answer = shared.get(distinct) ?? ask(filter, alike)
    shared.set(distinct, answer)
    return answer
  }
  return Promise.all(
    plan.facets.map(async request => {
      const field = facetField(request.name, plan)
      const isOpen = !isFilteredByFacet(filters, request.name)
      const own = isOpen ? filters : filtersOfFacet(filters, request.name)
      const filter = and(scopeFilter(own, now, zone), upper)
      const answer = await (isOpen ? askShared(filter, field) : ask(filter, [field]))
      return facetOf(request, answer, { field, filter, plan, context })
    }),
  )
}

type FacetContext = {
  readonly field: FacetField
  readonly filter: Filter
  readonly plan: Counted
  readonly context: SearchContext
}

async function facetOf(
  request: FacetRequest,
  answer: SearchAnswer,
  { field, filter, plan, context }: FacetContext,
): Promise<Facet> {
  const isCut = Object.keys(answer.facets[field.field] ?? {}).length >= FACET_VALUES
  if (isCut && (field.field === 'kindSpeakers' || field.field === 'articleSpeakers')) {
    const distinct = plan.group === 'article' ? 'articleKey' : undefined
    return countManySpeakers(request, { filter, kinds: plan.filters.quoteKind?.any, distinct }, context)
  }
  const values = await facetValuesOf(answer, field, { filters: plan.filters, ask: context.ask })
  return facetOfValues(request, values, { relation: 'exact', isCut })
}
