import type { FacetName, FacetRequest, Filters, QueryPlan } from '../../domain/query.ts'
import type { Facet, FacetValue, TotalRelation } from '../../domain/result.ts'
import { monthOf } from './document.ts'
import { facetField, filtersOfFacet, isFilteredByFacet, type FacetField } from './facet-fields.ts'
import { and, is, type Filter } from './filter.ts'
import type { SearchAnswer } from './from-response.ts'
import { paragraphOf } from './from-response.ts'
import type { FoundParagraph } from './hits.ts'
import { boundedKey, isHashed, valueOfKey } from './keys.ts'
import { ofRole, scopeFilter } from './scope.ts'
import type { SearchContext } from './search-context.ts'
import { FACET_VALUES } from './settings.ts'
import { articlesBySpeaker, paragraphsBySpeaker } from './speaker-counts.ts'
import { countRequest, hitsRequest } from './to-request.ts'

type Counted = Pick<QueryPlan, 'facets' | 'filters' | 'now' | 'group' | 'zone'>

/** Fields of the facets that are counted under the filters of the search itself, over all its documents. */
export const openFields = (plan: Counted): string[] =>
  plan.facets
    .filter(({ name }) => !isFilteredByFacet(plan.filters, name))
    .map(({ name }) => facetField(name, plan))
    .filter(({ distinct }) => distinct === undefined)
    .map(({ field }) => field)

/**
 * Every facet of the plan: one request for all that count the same under the filters of the search itself (`ofOpen`, when
 * the answer with all `openFields` is on its way already) and one for each that is filtered.
 */
export async function askFacets(
  plan: Counted & Pick<QueryPlan, 'facets'>,
  upper: Filter,
  ofOpen: Promise<SearchAnswer> | undefined,
  context: SearchContext,
): Promise<readonly Facet[]> {
  const { now, zone } = plan
  const ask = (fields: readonly FacetField[], filters: Filters): Promise<SearchAnswer> =>
    context.ask(
      countRequest(and(scopeFilter(filters, now, zone), upper), {
        facets: fields.map(({ field }) => field),
        distinct: fields[0]?.distinct,
      }),
    )
  const open = plan.facets
    .filter(({ name }) => !isFilteredByFacet(plan.filters, name))
    .map(({ name }) => facetField(name, plan))
  const shared = new Map(ofOpen ? [[undefined as string | undefined, ofOpen]] : [])
  const answerOf = (name: FacetName, { distinct, field }: FacetField): Promise<SearchAnswer> => {
    if (isFilteredByFacet(plan.filters, name)) {
      return ask([{ distinct, field }], filtersOfFacet(plan.filters, name))
    }
    const answer =
      shared.get(distinct) ??
      ask(
        open.filter(other => other.distinct === distinct),
        plan.filters,
      )
    shared.set(distinct, answer)
    return answer
  }
  return Promise.all(
    plan.facets.map(async request => {
      const field = facetField(request.name, plan)
      return facetOf(request, { answer: await answerOf(request.name, field), field, plan, context })
    }),
  )
}

/** The most frequent first, then by value. */
export const byCount = (a: FacetValue, b: FacetValue): number =>
  b.count - a.count || (a.value < b.value ? -1 : a.value > b.value ? 1 : 0)

async function facetOf(
  request: FacetRequest,
  {
    answer,
    field,
    plan,
    context,
  }: {
    readonly answer: SearchAnswer
    readonly field: FacetField
    readonly plan: Counted
    readonly context: Pick<SearchContext, 'ask'>
  },
): Promise<Facet> {
  const values = await valuesIn(answer, field, { filters: plan.filters, ...context })
  const isCut = Object.keys(answer.facets[field.field] ?? {}).length >= FACET_VALUES
  // what was cut off may belong to a value that is there
  const isJoined = field.field === 'kindSpeakers' || field.field === 'articleSpeakers'
  return cut(request, values, { relation: isCut && isJoined ? 'atLeast' : 'exact', isCut })
}

/** Names by their keys; the few that are too long for a key are looked up in a document that has them. */
export async function valuesIn(
  answer: SearchAnswer,
  { field }: Pick<FacetField, 'field'>,
  { filters, ask }: Pick<SearchContext, 'ask'> & { readonly filters: Filters },
): Promise<FacetValue[]> {
  const counts = Object.entries(answer.facets[field] ?? {})
  const kinds = filters.quoteKind?.any
  if (field === 'kindSpeakers') return named('speakerNames', paragraphsBySpeaker(counts, kinds ?? []), ask)
  if (field === 'articleSpeakers') return named('speakerNames', articlesBySpeaker(counts, kinds), ask)
  return named(field, counts, ask)
}

async function named(
  field: string,
  counts: readonly (readonly [string, number])[],
  ask: SearchContext['ask'],
): Promise<FacetValue[]> {
  return Promise.all(
    counts.map(async ([key, count]) => {
      if (!isHashed(key)) return { value: valueOfKey(key), count }
      const { hits } = await ask(hitsRequest(and(ofRole('live'), is(field, key)), { limit: 1 }))
      const [hit] = hits
      const paragraph = hit && paragraphOf(hit)
      const names = paragraph
        ? [paragraph.source, ...paragraph.author, ...paragraph.quotes.flatMap(({ speaker }) => speaker ?? [])]
        : []
      return { value: names.find(name => boundedKey(name) === key) ?? key, count }
    }),
  )
}

const cut = (
  { name, limit }: FacetRequest,
  values: readonly FacetValue[],
  { relation, isCut }: { readonly relation: TotalRelation; readonly isCut: boolean },
): Facet => ({
  name,
  relation,
  values: values.toSorted(byCount).slice(0, limit),
  truncated: isCut || values.length > limit,
})

/** A facet counted here, over what was verified. */
export function countFacet(
  request: FacetRequest,
  found: readonly FoundParagraph[],
  { plan, relation }: { readonly plan: Counted; readonly relation: TotalRelation },
): Facet {
  const members = new Map<string, Set<string>>()
  for (const one of found) {
    const { articleId, id } = one.paragraph
    for (const value of valuesOf(request.name, one, plan)) {
      const counted = members.get(value) ?? new Set()
      members.set(value, counted.add(plan.group === 'article' ? articleId : id))
    }
  }
  const values = [...members].map(([value, counted]) => ({ value, count: counted.size }))
  return cut(request, values, { relation, isCut: false })
}

function valuesOf(
  name: FacetName,
  { paragraph, quote }: FoundParagraph,
  { filters }: Counted,
): readonly string[] {
  switch (name) {
    case 'language':
      return [paragraph.language]
    case 'source':
      return [paragraph.source]
    case 'author':
      return paragraph.author
    case 'speaker': {
      const kinds = filters.quoteKind?.any
      return paragraph.quotes
        .filter((one, number) =>
          quote === undefined ? (kinds?.includes(one.kind) ?? true) : number === quote,
        )
        .flatMap(({ speaker }) => speaker ?? [])
    }
    case 'month': {
      const month = paragraph.publishedAt === undefined ? undefined : monthOf(paragraph.publishedAt)
      return month === undefined ? [] : [month]
    }
  }
}
