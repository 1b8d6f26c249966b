import type { FacetRequest, QueryPlan } from '../../domain/query.ts'
import type { Facet } from '../../domain/result.ts'
import type { Counts } from './counts.ts'
import { facetField, filtersOfFacet, isFilteredByFacet, type FacetField } from './facet-fields.ts'
import { facetOfValues, facetValuesOf } from './facet-values.ts'
import { and, type Filter } from './filter.ts'
import type { SearchAnswer } from './from-response.ts'
import { countManySpeakers } from './many-speakers.ts'
import { scopeFilter } from './scope.ts'
import type { SearchContext } from './search-context.ts'
import { FACET_VALUES } from './settings.ts'
import { countRequest } from './to-request.ts'

/** Every facet of the plan; one that is filtered itself needs a request of its own. */
export async function askFacets(
  plan: QueryPlan,
  {
    upper,
    counts,
    context,
  }: { readonly upper: Filter; readonly counts: Counts; readonly context: SearchContext },
): Promise<readonly Facet[]> {
  const { filters, now, zone } = plan
  return Promise.all(
    plan.facets.map(async request => {
      const field = facetField(request.name, plan)
      const isOpen = !isFilteredByFacet(filters, request.name)
      const own = isOpen ? filters : filtersOfFacet(filters, request.name)
      const filter = and(scopeFilter(own, now, zone), upper)
      const { distinct } = field
      const answer = await (isOpen
        ? counts.of(distinct)
        : context.ask(countRequest(filter, { distinct, facets: [field.field] })))
      return facetOf(request, answer, { field, filter, plan, context })
    }),
  )
}

type FacetContext = {
  readonly field: FacetField
  readonly filter: Filter
  readonly plan: QueryPlan
  readonly context: SearchContext
}

async function facetOf(
  request: FacetRequest,
  answer: SearchAnswer,
  { field, filter, plan, context }: FacetContext,
): Promise<Facet> {
  const isCut = Object.keys(answer.facets[field.field] ?? {}).length >= FACET_VALUES
  const joined = field.field
  if (isCut && (joined === 'kindSpeakers' || joined === 'articleSpeakers')) {
    const kinds = plan.filters.quoteKind?.any
    return countManySpeakers(request, { field: joined, filter, kinds }, context)
  }
  const values = await facetValuesOf(answer, field, { filters: plan.filters, ask: context.ask })
  return facetOfValues(request, values, { relation: 'exact', isCut })
}
