import type { FacetRequest, QueryPlan } from '../../domain/query.ts'
import type { Facet, FacetValue, TotalRelation } from '../../domain/result.ts'
import type { Paragraph } from '../../domain/paragraph.ts'
import { AppError } from '../../errors.ts'
import { monthOf } from './document.ts'
import { and, is, type Filter } from './filter.ts'
import type { SearchAnswer } from './from-response.ts'
import { paragraphOf } from './from-response.ts'
import { boundedKey, isHashed, valueOfKey } from './keys.ts'
import type { SearchContext } from './search-context.ts'
import { FACET_VALUES } from './settings.ts'
import {
  countRequest,
  FIELD_OF_FACET,
  filtersOfFacet,
  hitsRequest,
  isFilteredByFacet,
  ofRole,
  scopeFilter,
  type CountedFacet,
} from './to-request.ts'

/** What can be counted. */
export function countedFacet(name: FacetRequest['name']): CountedFacet {
  if (name !== 'speaker') return name
  throw new AppError('not_supported', 'The facet speaker is not supported by this index', {
    hint: 'Leave it out of the request.',
  })
}

/** Facets that are counted under the filters of the search itself. */
export const openFacets = ({ facets, filters }: QueryPlan): CountedFacet[] =>
  facets.map(({ name }) => countedFacet(name)).filter(name => !isFilteredByFacet(filters, name))

export const fieldsOf = (names: readonly CountedFacet[]): string[] => names.map(name => FIELD_OF_FACET[name])

/**
 * The answer in which each facet of the plan stands. Paragraphs: one request for all open facets (`ofOpen`, when it is
 * known already) and one for each that is filtered. Articles: languages differ within an article, so they are counted
 * over different pairs of article and language.
 */
export async function askFacets(
  plan: QueryPlan,
  upper: Filter,
  ofOpen: Promise<SearchAnswer> | undefined,
  context: SearchContext,
): Promise<readonly Facet[]> {
  const { filters, now, group } = plan
  const ask = (names: readonly CountedFacet[], scope: QueryPlan['filters']): Promise<SearchAnswer> => {
    const distinct =
      group === 'paragraph' ? {} : { distinct: names[0] === 'language' ? 'articleLanguageKey' : 'articleKey' }
    return context.ask(
      countRequest(and(scopeFilter(scope, now), upper), { facets: fieldsOf(names), ...distinct }),
    )
  }
  const open = openFacets(plan)
  const isApart = (name: CountedFacet): boolean => group === 'article' && name === 'language'
  const together = open.filter(name => !isApart(name))
  const shared = ofOpen ?? (together.length > 0 ? ask(together, filters) : undefined)
  return Promise.all(
    plan.facets.map(async request => {
      const name = countedFacet(request.name)
      const answer =
        isFilteredByFacet(filters, name) || isApart(name) || shared === undefined
          ? ask([name], filtersOfFacet(filters, name))
          : shared
      return facetOf(request, await answer, context)
    }),
  )
}

/** The most frequent first, then by value. */
export const byCount = (a: FacetValue, b: FacetValue): number =>
  b.count - a.count || (a.value < b.value ? -1 : a.value > b.value ? 1 : 0)

async function facetOf(
  request: FacetRequest,
  answer: SearchAnswer,
  context: Pick<SearchContext, 'ask'>,
): Promise<Facet> {
  const field = FIELD_OF_FACET[countedFacet(request.name)]
  const counts = Object.entries(answer.facets[field] ?? {})
  const values = await valuesOf(field, counts, context)
  return cut(request, values, { relation: 'exact', isCut: counts.length >= FACET_VALUES })
}

/** Names by their keys; the few that are too long for a key are looked up in a document that has them. */
export async function valuesOf(
  field: string,
  counts: readonly (readonly [string, number])[],
  { ask }: Pick<SearchContext, 'ask'>,
): Promise<FacetValue[]> {
  return Promise.all(
    counts.map(async ([key, count]) => {
      if (!isHashed(key)) return { value: valueOfKey(key), count }
      const { hits } = await ask(hitsRequest(and(ofRole('live'), is(field, key)), { limit: 1 }))
      const [hit] = hits
      const paragraph = hit && paragraphOf(hit)
      const names = paragraph ? [paragraph.source, ...paragraph.author] : []
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

/** A facet counted here, over paragraphs that were verified. */
export function countFacet(
  request: FacetRequest,
  paragraphs: readonly Paragraph[],
  { group, relation }: { readonly group: QueryPlan['group']; readonly relation: TotalRelation },
): Facet {
  const members = new Map<string, Set<string>>()
  for (const paragraph of paragraphs) {
    for (const value of valuesOfParagraph(countedFacet(request.name), paragraph)) {
      const counted = members.get(value) ?? new Set()
      members.set(value, counted.add(group === 'article' ? paragraph.articleId : paragraph.id))
    }
  }
  const values = [...members].map(([value, counted]) => ({ value, count: counted.size }))
  return cut(request, values, { relation, isCut: false })
}

function valuesOfParagraph(name: CountedFacet, paragraph: Paragraph): readonly string[] {
  switch (name) {
    case 'language':
      return [paragraph.language]
    case 'source':
      return [paragraph.source]
    case 'author':
      return paragraph.author
    case 'month': {
      const month = paragraph.publishedAt === undefined ? undefined : monthOf(paragraph.publishedAt)
      return month === undefined ? [] : [month]
    }
  }
}
