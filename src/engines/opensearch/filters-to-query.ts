import type { FacetName, Filters, ValueFilter } from '../../domain/query.ts'
import { nameKey } from '../../text/normal-form.ts'
import type { ServerQuery } from './query-dsl.ts'
import { storedKey } from './stored-terms.ts'

/** The filter that a facet is not counted by: choosing a value keeps the counts of the others. */
export const FILTER_OF_FACET = {
  language: 'language',
  source: 'source',
  author: 'author',
  speaker: 'speaker',
  month: 'publishedAt',
} as const satisfies Record<FacetName, keyof Filters>

type FilterName = keyof Filters

/** What is visible at an instant, seconds UTC. */
export const visibleAt = (now: number): ServerQuery[] => [
  { range: { visibleFrom: { lte: now } } },
  { range: { visibleUntil: { gt: now } } },
]

/** The filters that are set, each as queries which must all hold. */
export function filterQueries(filters: Filters): ReadonlyMap<FilterName, readonly ServerQuery[]> {
  const { language, source, author, publishedAt } = filters
  const queries = new Map<FilterName, readonly ServerQuery[]>()
  if (language)
    queries.set(
      'language',
      valueQueries('language', language, tag => tag),
    )
  if (source) queries.set('source', valueQueries('sourceKey', source, keyOf))
  if (author) queries.set('author', valueQueries('authorKey', author, keyOf))
  const { from, to } = publishedAt ?? {}
  if (from !== undefined || to !== undefined) {
    queries.set('publishedAt', [
      {
        range: {
          publishedAt: {
            ...(from === undefined ? {} : { gte: from }),
            ...(to === undefined ? {} : { lt: to }),
          },
        },
      },
    ])
  }
  return queries
}

export const allFilterQueries = (filters: Filters): ServerQuery[] =>
  [...filterQueries(filters).values()].flat()

/** All filters but that of the facet. */
export function queriesBut(facet: FacetName, queries: ReturnType<typeof filterQueries>): ServerQuery[] {
  return [...queries].flatMap(([name, ofFilter]) => (name === FILTER_OF_FACET[facet] ? [] : ofFilter))
}

const keyOf = (name: string): string => storedKey(nameKey(name))

function valueQueries<T extends string>(
  field: string,
  { any, none }: ValueFilter<T>,
  keyed: (value: T) => string,
): ServerQuery[] {
  return [
    ...(any ? [{ terms: { [field]: any.map(keyed) } }] : []),
    ...(none && none.length > 0 ? [{ bool: { must_not: [{ terms: { [field]: none.map(keyed) } }] } }] : []),
  ]
}
