import type { FacetName, FacetRequest, Filters } from '../../domain/query.ts'
import { withPoint, type Asked } from './asked.ts'
import { paragraphFilters, queriesBut, visibleAt, type FilterQueries } from './filters-to-query.ts'
import { matchingQuery, searchFilters } from './matching-query.ts'
import { oneQuote } from './one-quote.ts'
import { someQuote } from './place.ts'
import { filtered, type ServerQuery } from './query-dsl.ts'
import { kindTests } from './quote-tests.ts'

/** Requests for the values of facets, and for numbers of articles. */

/** Articles are counted exactly up to this number; the server allows 65,535 buckets in all. */
const MOST_COUNTED_ARTICLES = 30_000
/**
 * Facets that count articles do so one by one while that many paragraphs match; they take as many buckets as there are
 * articles, and an article with several authors one for each.
 */
export const MOST_GROUPED_PARAGRAPHS = 50_000
const MOST_FACET_VALUES = 10_000
/** Up to that many the server's estimate of a number of values is close; beyond, it errs by some percent. */
const PRECISION = 40_000

type ValuesOptions = {
  readonly size: number
  /** Which quotes count for the facet of speakers. */
  readonly quotes: ServerQuery
  /** What is counted of each value besides its paragraphs. */
  readonly counts?: object
}

/** The values with most paragraphs; a paragraph that quotes a speaker twice is one. */
function valuesOf(name: FacetName, { size, quotes, counts }: ValuesOptions) {
  const values = (field: string, order: string, aggs: object | undefined) => ({
    terms: { field, size, shard_size: size, order: [{ [order]: 'desc' }, { _key: 'asc' }] },
    ...(aggs ? { aggs } : {}),
  })
  if (name !== 'speaker') return { values: values(name, '_count', counts) }
  const paragraphs = { reverse_nested: {}, ...(counts ? { aggs: counts } : {}) }
  return {
    quotes: {
      nested: { path: 'quotes' },
      aggs: {
        counted: {
          filter: quotes,
          aggs: { values: values('quotes.speaker', 'paragraphs', { paragraphs }) },
        },
      },
    },
  }
}

/** Quotes whose speakers the facet lists: where words stand in quotes, those that hold them. */
const quotesOf = (asked: Asked): ServerQuery =>
  asked.plan.zone === 'quotes' ? oneQuote(asked, { ofSpeakers: false }) : ofKinds(asked.plan.filters)

const ofKinds = (filters: Filters): ServerQuery => filtered(kindTests(filters).wanted)

/** The number of different articles, by listing them up to a bound. */
const listArticles = (most: number) => ({
  articles: { terms: { field: 'articleId', size: most, shard_size: most } },
  counted: { stats_bucket: { buckets_path: 'articles>_count' } },
})

/** The server's estimate of that number. */
const estimateArticles = () => ({
  estimated: { cardinality: { field: 'articleId', precision_threshold: PRECISION } },
})

/** The number of different articles of a search, unless there are too many. */
export const articleCount = () => listArticles(MOST_COUNTED_ARTICLES)

/** How many there are about, where they are too many: it costs as much as all facets together. */
export function articleEstimateBody(asked: Asked, pointInTime: string) {
  const filters = [...searchFilters(asked).values()].flat()
  return {
    ...withPoint(pointInTime),
    size: 0,
    query: matchingQuery(asked, filters, { isScored: false }),
    aggs: estimateArticles(),
  }
}

/** The list itself is not wanted in the answer. */
export const WITHOUT_LISTS = { filter_path: '-**.articles.buckets' } as const

/**
 * `filters`: those that the query leaves to the facets. With `group: 'article'` only how many paragraphs a facet is counted
 * over; its values are a request of their own.
 */
export function facetOf({ name, limit }: FacetRequest, asked: Asked, filters: FilterQueries) {
  const filter = filtered(queriesBut(name, filters))
  if (asked.plan.group === 'article') return { filter }
  return { filter, aggs: valuesOf(name, { size: limit + 1, quotes: quotesOf(asked) }) }
}

/** Values of a facet with the number of their articles; `isListed`: few enough to be counted one by one. */
export function articleFacetBody(
  asked: Asked,
  name: FacetName,
  { pointInTime, isListed }: { readonly pointInTime: string; readonly isListed: boolean },
) {
  const counts = isListed ? listArticles(MOST_GROUPED_PARAGRAPHS) : estimateArticles()
  return {
    ...withPoint(pointInTime),
    size: 0,
    query: matchingQuery(asked, queriesBut(name, searchFilters(asked)), { isScored: false }),
    aggs: valuesOf(name, { size: MOST_FACET_VALUES, quotes: quotesOf(asked), counts }),
  }
}

/** `key`: how the names begin, in the form in which they are compared; only narrows what is counted. */
export function facetValuesBody(
  name: FacetName,
  { key, filters, now }: { readonly key: string; readonly filters: Filters; readonly now: number },
) {
  const keyField = KEY_FIELD[name]
  const beginning: ServerQuery[] =
    keyField !== undefined && key !== '' ? [{ prefix: { [keyField]: { value: key } } }] : []
  const quotes = filtered([...kindTests(filters).wanted, ...(name === 'speaker' ? beginning : [])])
  return {
    size: 0,
    query: filtered([
      ...visibleAt(now),
      ...queriesBut(name, paragraphFilters(filters)),
      ...(name === 'speaker' ? [someQuote(quotes)] : beginning),
    ]),
    aggs: valuesOf(name, { size: MOST_FACET_VALUES, quotes }),
  }
}
const KEY_FIELD: { readonly [name in FacetName]?: string } = {
  source: 'sourceKey',
  author: 'authorKey',
  speaker: 'quotes.speakerKey',
}
