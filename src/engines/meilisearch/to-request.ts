import type { Clause, Group, Sort, WordClause } from '../../domain/query.ts'
import {
  and,
  compare,
  filterExpression,
  type FilterExpression,
  has,
  is,
  not,
  or,
  type Filter,
} from './filter.ts'
import { stemKey, termKey } from './keys.ts'

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

/** What a hit needs: the paragraph (or its key), the tokens by which it is ranked, and which of its quotes they are of. */
export const CONTENT = ['content', 'order', 'language', 'tokens', 'title', 'quote'] as const

/** A request for hits, of each value of `distinct` the first: its total is exact as long as nothing is distinct. */
export function hitsRequest(
  filter: Filter,
  {
    sort,
    limit,
    offset = 0,
    distinct,
    fields = CONTENT,
    facets = [],
  }: {
    readonly sort?: readonly string[]
    readonly limit: number
    readonly offset?: number
    readonly distinct?: string | undefined
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
    ...(distinct === undefined ? {} : { distinct }),
    ...(facets.length > 0 ? { facets } : {}),
    attributesToRetrieve: fields,
  }
}

/** A request for an exact total, of values of `distinct` where that is given, and for facets. */
export const countRequest = (
  filter: Filter,
  {
    distinct,
    facets = [],
  }: { readonly distinct?: string | undefined; readonly facets?: readonly string[] } = {},
): SearchRequest => ({
  q: '',
  filter: filterExpression(filter),
  page: 1,
  hitsPerPage: 0,
  ...(distinct === undefined ? {} : { distinct }),
  ...(facets.length > 0 ? { facets } : {}),
  attributesToRetrieve: [],
})

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
