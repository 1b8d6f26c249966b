import type { FacetName, FacetRequest, Filters, QueryPlan } from '../../domain/query.ts'
import { withPoint, type Asked } from './asked.ts'
import { clauseQuery } from './clause-to-query.ts'
import { allFilterQueries, filterQueries, queriesBut, visibleAt } from './filters-to-query.ts'
import { matchingQuery } from './matching-query.ts'
import { oneEditPatterns } from './one-edit-patterns.ts'
import { anyOf, filtered } from './query-dsl.ts'
import { storedTerm } from './stored-terms.ts'
import type { Misspelt } from './widen.ts'

/** Requests for numbers: of articles, of the values of facets, of words. */

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

const valueTerms = (name: FacetName, size: number) => ({
  field: name,
  size,
  shard_size: size,
  order: [{ _count: 'desc' }, { _key: 'asc' }],
})

/** The number of different articles: by listing them up to a bound, beyond it by an estimate. */
const countArticles = (most: number) => ({
  articles: { terms: { field: 'articleId', size: most, shard_size: most } },
  counted: { stats_bucket: { buckets_path: 'articles>_count' } },
  estimated: { cardinality: { field: 'articleId', precision_threshold: PRECISION } },
})

/** The number of different articles of a search. */
export const articleCount = () => countArticles(MOST_COUNTED_ARTICLES)

/** The list itself is not wanted in the answer. */
export const WITHOUT_LISTS = { filter_path: '-**.articles.buckets' } as const

/** With `group: 'article'` only how many paragraphs a facet is counted over; its values are a request of their own. */
export function facetOf(
  { name, limit }: FacetRequest,
  { group }: QueryPlan,
  filters: ReturnType<typeof filterQueries>,
) {
  const filter = filtered(queriesBut(name, filters))
  if (group === 'article') return { filter }
  return { filter, aggs: { values: { terms: valueTerms(name, limit + 1) } } }
}

/** Values of a facet with the number of their articles; `isListed`: few enough to be counted one by one. */
export function articleFacetBody(
  asked: Asked,
  name: FacetName,
  { pointInTime, isListed }: { readonly pointInTime: string; readonly isListed: boolean },
) {
  const counts = isListed
    ? countArticles(MOST_GROUPED_PARAGRAPHS)
    : { estimated: { cardinality: { field: 'articleId', precision_threshold: PRECISION } } }
  return {
    ...withPoint(pointInTime),
    size: 0,
    query: matchingQuery(asked, queriesBut(name, filterQueries(asked.plan.filters)), { isScored: false }),
    aggs: { values: { terms: valueTerms(name, MOST_FACET_VALUES), aggs: counts } },
  }
}

/** How many matching paragraphs each of these articles has. */
export function groupSizesBody(asked: Asked, articleIds: readonly string[], pointInTime: string) {
  const ofPage = { terms: { articleId: articleIds } }
  return {
    ...withPoint(pointInTime),
    size: 0,
    query: matchingQuery(asked, [...allFilterQueries(asked.plan.filters), ofPage], { isScored: false }),
    aggs: { articles: { terms: { field: 'articleId', size: Math.max(1, articleIds.length) } } },
  }
}

/**
 * How many visible, filtered paragraphs hold each of these words, and which near terms there are. The terms are counted
 * among paragraphs that hold one only, which are few; the server's own fuzzy query does not tell which terms it found.
 */
export function nearTermsBody({ plan }: Asked, words: readonly Misspelt[], pointInTime: string) {
  const aggs: Record<string, object> = {}
  const relevant = words.flatMap(({ clause, typed }, i) => {
    const word = clauseQuery(clause, { verified: new Map(), isCompact: true })
    const near = {
      fuzzy: { terms: { value: storedTerm(typed), fuzziness: 1, rewrite: 'constant_score' } },
    }
    aggs[`word_${i}`] = { filter: word }
    oneEditPatterns(typed).forEach((include, k) => {
      const terms = { field: 'vocabulary', include, size: MOST_NEAR_TERMS, shard_size: MOST_NEAR_TERMS }
      aggs[`near_${i}_${k}`] = { filter: near, aggs: { found: { terms } } }
    })
    return [word, near]
  })
  return {
    ...withPoint(pointInTime),
    size: 0,
    query: filtered([anyOf(relevant), ...visibleAt(plan.now), ...allFilterQueries(plan.filters)]),
    aggs,
  }
}
/** The server takes 1,024 terms a query. */
const MOST_NEAR_TERMS = 1000

export function termsBody(words: readonly string[], filters: Filters, now: number) {
  return {
    size: 0,
    query: filtered([...visibleAt(now), ...allFilterQueries(filters)]),
    aggs: {
      words: {
        filters: { filters: words.map(word => ({ term: { terms: { value: storedTerm(word) } } })) },
      },
    },
  }
}

/** `key`: how the names begin, in the form in which they are compared; only narrows what is counted. */
export function facetValuesBody(
  name: FacetName,
  { key, filters, now }: { readonly key: string; readonly filters: Filters; readonly now: number },
) {
  const keyField = KEY_FIELD[name]
  const narrowed = keyField !== undefined && key !== '' ? [{ prefix: { [keyField]: { value: key } } }] : []
  return {
    size: 0,
    query: filtered([...visibleAt(now), ...queriesBut(name, filterQueries(filters)), ...narrowed]),
    aggs: { values: { terms: valueTerms(name, MOST_FACET_VALUES) } },
  }
}
const KEY_FIELD: { readonly [name in FacetName]?: string } = { source: 'sourceKey', author: 'authorKey' }
