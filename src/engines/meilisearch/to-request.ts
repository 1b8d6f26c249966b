import type { Clause, FacetName, Filters, Group, Sort, ValueFilter, WordClause } from '../../domain/query.ts'
import { nameKey } from '../../text/normal-form.ts'
import {
  and,
  beginsWith,
  compare,
  EVERYTHING,
  filterExpression,
  type FilterExpression,
  has,
  is,
  not,
  or,
  type Filter,
} from './filter.ts'
import { boundedKey, prefixKey, stemKey, termKey } from './keys.ts'
import type { Role } from './document.ts'

/** The body of a search, as far as the adapter uses it. `hitsPerPage` makes totals of distinct values exact. */
export type SearchRequest = {
  readonly q: ''
  readonly filter: FilterExpression
  readonly sort?: readonly string[]
  readonly limit?: number
  readonly offset?: number
  readonly hitsPerPage?: number
  readonly page?: number
  readonly facets?: readonly string[]
  readonly distinct?: string
  readonly attributesToRetrieve: readonly string[]
}

/** What a hit needs: the paragraph, and the tokens by which it is ranked. */
export const CONTENT = ['content', 'language', 'tokens', 'title'] as const

/** A request for hits: its total is exact as long as nothing is distinct. */
export function hitsRequest(
  filter: Filter,
  {
    sort,
    limit,
    offset = 0,
    group = 'paragraph',
    fields = CONTENT,
    facets = [],
  }: {
    readonly sort?: readonly string[]
    readonly limit: number
    readonly offset?: number
    readonly group?: Group
    readonly fields?: readonly string[]
    readonly facets?: readonly string[]
  },
): SearchRequest {
  return {
    q: '',
    filter: filterExpression(filter),
    ...(sort ? { sort } : {}),
    limit,
    ...(offset > 0 ? { offset } : {}),
    ...(group === 'article' ? { distinct: 'articleKey' } : {}),
    ...(facets.length > 0 ? { facets } : {}),
    attributesToRetrieve: fields,
  }
}

/** A request for an exact total, of values of `distinct` where that is given, and for facets. */
export const countRequest = (
  filter: Filter,
  { distinct, facets = [] }: { readonly distinct?: string; readonly facets?: readonly string[] } = {},
): SearchRequest => ({
  q: '',
  filter: filterExpression(filter),
  page: 1,
  hitsPerPage: 0,
  ...(distinct === undefined ? {} : { distinct }),
  ...(facets.length > 0 ? { facets } : {}),
  attributesToRetrieve: [],
})

export const ofRole = (...roles: readonly Role[]): Filter => is('role', ...roles)

export const visibleAt = (now: number): Filter =>
  and(
    or(not(has('visibleFrom')), compare('visibleFrom', '<=', now)),
    or(not(has('visibleUntil')), compare('visibleUntil', '>', now)),
  )

/** What is searched: visible paragraphs that are part of their articles and pass the filters. */
export const scopeFilter = (filters: Filters, now: number): Filter =>
  and(
    ofRole('live'),
    visibleAt(now),
    valueFilter(filters.language, 'language', language => language),
    valueFilter(filters.source, 'sourceKey', keyOfName),
    valueFilter(filters.author, 'authorKeys', keyOfName),
    dateFilter(filters.publishedAt),
  )

const keyOfName = (name: string): string => boundedKey(nameKey(name))

function valueFilter<T extends string>(
  filter: ValueFilter<T> | undefined,
  field: string,
  keyOf: (value: T) => string,
): Filter {
  if (filter === undefined) return EVERYTHING
  return and(
    filter.any === undefined ? EVERYTHING : is(field, ...filter.any.map(keyOf)),
    filter.none === undefined ? EVERYTHING : not(is(field, ...filter.none.map(keyOf))),
  )
}

/** Comparisons find nothing without a date. */
const dateFilter = (range: Filters['publishedAt']): Filter =>
  and(
    range?.from === undefined ? EVERYTHING : compare('publishedAt', '>=', range.from),
    range?.to === undefined ? EVERYTHING : compare('publishedAt', '<', range.to),
  )

export type CountedFacet = Exclude<FacetName, 'speaker'>

export const FIELD_OF_FACET = {
  language: 'language',
  source: 'sourceName',
  author: 'authorNames',
  month: 'month',
} as const satisfies Record<CountedFacet, string>

const FILTER_OF_FACET = {
  language: 'language',
  source: 'source',
  author: 'author',
  month: 'publishedAt',
} as const satisfies Record<CountedFacet, keyof Filters>

/** The filters under which a facet is counted: choosing a value keeps the counts of the others. */
export function filtersOfFacet(filters: Filters, facet: CountedFacet): Filters {
  const { [FILTER_OF_FACET[facet]]: _, ...others } = filters
  return others
}

export const isFilteredByFacet = (filters: Filters, facet: CountedFacet): boolean =>
  filters[FILTER_OF_FACET[facet]] !== undefined

/** Where a page by date begins: behind this date and key, of the paragraph or of the article. */
export type DatePlace = { readonly date: number | null; readonly key: string }

const keyField = (group: Group): 'order' | 'articleKey' => (group === 'article' ? 'articleKey' : 'order')

/** Undated documents come last, whichever the direction. All paragraphs of an article have one date. */
export const sortByDate = (sort: Exclude<Sort, 'relevance'>, group: Group): readonly string[] => [
  `publishedAt:${sort === 'newest' ? 'desc' : 'asc'}`,
  ...(group === 'article' ? ['articleKey:asc'] : []),
  'order:asc',
]

export function behind({ date, key }: DatePlace, sort: Exclude<Sort, 'relevance'>, group: Group): Filter {
  const field = keyField(group)
  const undated = not(has('publishedAt'))
  if (date === null) return and(undated, compare(field, '>', key))
  return or(
    undated,
    compare('publishedAt', sort === 'newest' ? '<' : '>', date),
    and(is('publishedAt', date), compare(field, '>', key)),
  )
}

/** Short paragraphs first: of those that hold a word once, BM25 prefers them. */
export const BY_LENGTH = ['length:asc', 'order:asc'] as const

/** Paragraphs in which the word stands more than once. Absent for what is no word with a term. */
export function repeatedFilter(clause: Clause): Filter | undefined {
  if (clause.kind !== 'word') return undefined
  const { terms, stems }: WordClause = clause
  const keys = [...terms.map(termKey), ...stems.map(({ language, stem }) => stemKey(language, stem))]
  return keys.length === 0 ? undefined : is('repeated', ...keys)
}

/** The form that was typed, and not only an inflection of it. */
export function typedFilter(clause: Clause): Filter | undefined {
  if (clause.kind !== 'word' || clause.terms.length === 0 || clause.stems.length === 0) return undefined
  return is('terms', ...clause.terms.map(termKey))
}

/** Paragraphs with a source or author whose key begins so: more than are wanted where a name has several keys. */
export function facetPrefixFilter(facet: CountedFacet, prefix: string): Filter {
  if (facet !== 'source' && facet !== 'author') return EVERYTHING
  const { key } = prefixKey(nameKey(prefix))
  return key === '' ? EVERYTHING : beginsWith(facet === 'source' ? 'sourceKey' : 'authorKeys', key)
}
