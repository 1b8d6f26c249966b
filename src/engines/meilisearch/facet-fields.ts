import type { FacetName, Filters, QueryPlan } from '../../domain/query.ts'
import { nameKey } from '../../text/normal-form.ts'
import { beginsWith, EVERYTHING, type Filter } from './filter.ts'
import { prefixKey } from './keys.ts'
import { speakerPrefixFilter } from './quote-keys.ts'
import { distinctHits } from './scope.ts'

const FILTERS_OF_FACET = {
  language: ['language'],
  source: ['source'],
  author: ['author'],
  speaker: ['speaker', 'speakerNamed'],
  month: ['publishedAt'],
} as const satisfies Record<FacetName, readonly (keyof Filters)[]>

/** The filters under which a facet is counted: choosing a value keeps the counts of the others. */
export function filtersOfFacet(filters: Filters, facet: FacetName): Filters {
  const others = { ...filters }
  for (const name of FILTERS_OF_FACET[facet]) delete others[name]
  return others
}

export const isFilteredByFacet = (filters: Filters, facet: FacetName): boolean =>
  FILTERS_OF_FACET[facet].some(name => filters[name] !== undefined)

const FIELD_OF_FACET = {
  language: 'language',
  source: 'sourceName',
  author: 'authorNames',
  speaker: 'speakerNames',
  month: 'month',
} as const satisfies Record<FacetName, string>

export type FacetField = {
  readonly field: (typeof FIELD_OF_FACET)[FacetName] | 'kindSpeakers' | 'articleSpeakers'
  /** Of what counts once, the field that tells it from others; absent: each document counts. */
  readonly distinct: string | undefined
}

/** How a facet is counted. Languages and speakers differ within an article, speakers within a paragraph. */
export function facetField(
  name: FacetName,
  { group, zone, filters }: Pick<QueryPlan, 'group' | 'zone' | 'filters'>,
): FacetField {
  const field = FIELD_OF_FACET[name]
  if (name === 'language' && group === 'article') return { field, distinct: 'articleLanguageKey' }
  if (name !== 'speaker') return { field, distinct: distinctHits({ group, zone }) }
  if (zone === 'quotes') {
    return { field, distinct: group === 'article' ? 'speakerOfArticle' : 'speakerOfParagraph' }
  }
  if (group === 'article') return { field: 'articleSpeakers', distinct: undefined }
  return { field: filters.quoteKind?.any ? 'kindSpeakers' : field, distinct: undefined }
}

/** Fields of the facets that are counted under the filters of the search itself, over what `distinct` tells apart. */
export const openFields = (plan: QueryPlan, distinct: string | undefined): string[] =>
  plan.facets
    .filter(({ name }) => !isFilteredByFacet(plan.filters, name))
    .map(({ name }) => facetField(name, plan))
    .filter(field => field.distinct === distinct)
    .map(({ field }) => field)

/** Paragraphs with a value whose key begins so: more than are wanted where a name has several keys. */
export function facetPrefixFilter(facet: FacetName, prefix: string): Filter {
  const { key } = prefixKey(nameKey(prefix))
  if (key === '') return EVERYTHING
  switch (facet) {
    case 'source':
      return beginsWith('sourceKey', key)
    case 'author':
      return beginsWith('authorKeys', key)
    case 'speaker':
      return speakerPrefixFilter(prefix)
    case 'language':
    case 'month':
      return EVERYTHING
  }
}
