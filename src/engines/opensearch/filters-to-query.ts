import type { FacetName, Filters, ValueFilter } from '../../domain/query.ts'
import { nameKey } from '../../text/normal-form.ts'
import { someQuote } from './place.ts'
import { noneOf, type ServerQuery } from './query-dsl.ts'
import { isSpeakerAsked, kindTests, speakerTests } from './quote-tests.ts'
import { storedKey } from './stored-terms.ts'

/** The filter that a facet is not counted by: choosing a value keeps the counts of the others. */
export const FILTER_OF_FACET = {
  language: 'language',
  source: 'source',
  author: 'author',
  speaker: 'speaker',
  month: 'publishedAt',
} as const satisfies Record<FacetName, keyof Filters>

/** Each as queries which must all hold. Under `speaker` stands all that is asked of speakers, typed names too. */
export type FilterQueries = ReadonlyMap<keyof Filters, readonly ServerQuery[]>

/** What is visible at an instant, seconds UTC. */
export const visibleAt = (now: number): ServerQuery[] => [
  { range: { visibleFrom: { lte: now } } },
  { range: { visibleUntil: { gt: now } } },
]

/** The filters that are set, quotes left aside. */
export function plainFilters(filters: Filters): FilterQueries {
  const { language, source, author, publishedAt } = filters
  const queries = new Map<keyof Filters, readonly ServerQuery[]>()
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

/**
 * The filters that are set, outside of the zone `quotes`: what is asked for is asked of one and the same quote. That of
 * speakers holds the kinds as well, so that without it the one of kinds remains.
 */
export function paragraphFilters(filters: Filters): FilterQueries {
  const queries = new Map(plainFilters(filters))
  const [kinds, speakers] = [kindTests(filters), speakerTests(filters)]
  if (filters.quoteKind) {
    queries.set('quoteKind', [
      ...(kinds.wanted.length > 0 ? [someQuote({ bool: { filter: kinds.wanted } })] : []),
      ...noneOf(kinds.refused.map(refused => someQuote(refused))),
    ])
  }
  if (isSpeakerAsked(filters)) {
    queries.set('speaker', [
      ...(speakers.wanted.length > 0
        ? [someQuote({ bool: { filter: [...kinds.wanted, ...speakers.wanted] } })]
        : []),
      ...noneOf(speakers.refused.map(refused => someQuote(refused))),
    ])
  }
  return queries
}

export const allFilterQueries = (filters: Filters): ServerQuery[] =>
  [...paragraphFilters(filters).values()].flat()

/** All filters but that of the facet. */
export function queriesBut(facet: FacetName, queries: FilterQueries): ServerQuery[] {
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
    ...noneOf(none && none.length > 0 ? [{ terms: { [field]: none.map(keyed) } }] : []),
  ]
}
