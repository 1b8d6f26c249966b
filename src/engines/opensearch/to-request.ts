import type { Clause, FacetName, FacetRequest, Filters, QueryPlan } from '../../domain/query.ts'
import {
  clauseQuery,
  exclusionQuery,
  isCompact,
  widerQuery,
  type Translation,
  type Verified,
} from './clause-to-query.ts'
import {
  allFilterQueries,
  filterQueries,
  FILTER_OF_FACET,
  queriesBut,
  visibleAt,
} from './filters-to-query.ts'
import { oneEditPatterns } from './one-edit-patterns.ts'
import { plainPhrase } from './phrase-to-query.ts'
import { allOf, anyOf, filtered, type ServerQuery } from './query-dsl.ts'
import { storedTerm } from './stored-terms.ts'

/** What a search asks for, taken apart: all of `positive` must match, none of `negative` may. */
export type Asked = {
  readonly plan: QueryPlan
  readonly positive: readonly Clause[]
  readonly negative: readonly Clause[]
  /** Of the clauses that the server can't decide by itself. */
  readonly verified: ReadonlyMap<Clause, Verified>
}

/** Where a page begins; absent: at the first hit. `sort`: values of the hit before it. `offset`: of groups. */
export type Position = { readonly sort: readonly (string | number)[] } | { readonly offset: number }

export type PageOptions = {
  /** A point in time. */
  readonly pointInTime: string
  readonly after?: Position
  readonly explain?: boolean
}

/** How long the server keeps a point in time after each use of it. Longer than a cursor lives. */
export const KEEP_ALIVE = '6m'

/** Articles are counted exactly up to this number; the server allows 65,535 buckets in all. */
export const MOST_COUNTED_ARTICLES = 30_000
/** Facets that count articles are exact while that many paragraphs match. */
export const MOST_GROUPED_PARAGRAPHS = 15_000
export const MOST_FACET_VALUES = 10_000
/** Up to that many the server's estimate of a number of values is close; beyond, it errs by some percent. */
const PRECISION = 40_000

/** Shares of a clause's own score, as in every engine here: what raises the rank and never decides what matches. */
const NEARBY_BOOST = 0.2
const TYPED_BOOST = 0.2
const ACCENTED_BOOST = 0.2
const TITLE_BOOST = 0.15

export const withPoint = (pointInTime: string) => ({ pit: { id: pointInTime, keep_alive: KEEP_ALIVE } })

/** One hit more than the page holds, so that its end is known. */
export function searchBody(asked: Asked, { pointInTime, after, explain = false }: PageOptions) {
  const { plan } = asked
  const filters = filterQueries(plan.filters)
  const facetFilters = new Set(plan.facets.map(({ name }) => FILTER_OF_FACET[name]))
  const entries = [...filters]
  const before = entries.flatMap(([name, queries]) => (facetFilters.has(name) ? [] : queries))
  const behind = entries.flatMap(([name, queries]) => (facetFilters.has(name) ? queries : []))
  return {
    ...withPoint(pointInTime),
    track_total_hits: true,
    size: plan.limit + 1,
    _source: ['paragraph'],
    query: matchingQuery(asked, before, { isScored: plan.sort === 'relevance', explain }),
    ...(behind.length > 0 ? { post_filter: filtered(behind) } : {}),
    sort: sortOf(plan),
    ...(after && 'sort' in after ? { search_after: after.sort } : {}),
    ...(after && 'offset' in after ? { from: after.offset } : {}),
    ...(plan.group === 'article' ? { collapse: { field: 'articleId' } } : {}),
    aggs: {
      all: { filter: filtered(behind), aggs: articleCount(MOST_COUNTED_ARTICLES) },
      ...Object.fromEntries(plan.facets.map(facet => [`facet_${facet.name}`, facetOf(facet, plan, filters)])),
    },
  }
}

/** With `group: 'article'` only how many paragraphs a facet is counted over; its values are a request of their own. */
function facetOf(
  { name, limit }: FacetRequest,
  { group }: QueryPlan,
  filters: ReturnType<typeof filterQueries>,
) {
  const filter = filtered(queriesBut(name, filters))
  if (group === 'article') return { filter }
  return { filter, aggs: { values: { terms: valueTerms(name, limit + 1) } } }
}

const valueTerms = (name: FacetName, size: number) => ({
  field: name,
  size,
  shard_size: size,
  order: [{ _count: 'desc' }, { _key: 'asc' }],
})

/** The number of different articles: by listing them up to a bound, beyond it by an estimate. */
const articleCount = (most: number) => ({
  articles: { terms: { field: 'articleId', size: most, shard_size: most } },
  counted: { stats_bucket: { buckets_path: 'articles>_count' } },
  estimated: { cardinality: { field: 'articleId', precision_threshold: PRECISION } },
})

/** The list itself is not wanted in the answer. */
export const WITHOUT_LISTS = { filter_path: '-**.articles.buckets' } as const

/** Values of a facet with the number of their articles; `isListed`: few enough to be counted one by one. */
export function articleFacetBody(
  asked: Asked,
  name: FacetName,
  { pointInTime, isListed }: { readonly pointInTime: string; readonly isListed: boolean },
) {
  const counts = isListed
    ? articleCount(MOST_GROUPED_PARAGRAPHS)
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

/** The best of what matches some of the clauses but not all, without the articles or paragraphs of the page. */
export function partialBody(
  asked: Asked,
  {
    pointInTime,
    size,
    without,
    explain = false,
  }: PageOptions & { readonly size: number; readonly without: readonly string[] },
) {
  const { plan, positive, negative } = asked
  const translation = translationOf(asked)
  return {
    ...withPoint(pointInTime),
    track_total_hits: false,
    size,
    _source: ['paragraph'],
    query: {
      bool: {
        must: [
          {
            bool: {
              should: positive.map((clause, i) =>
                named(clauseQuery(clause, translation), explain && `${i} ${labelOf(clause)}`),
              ),
              minimum_should_match: 1,
            },
          },
        ],
        should: rankQueries(asked, explain),
        must_not: [
          { bool: { filter: positive.map(clause => exclusionQuery(clause, translation)) } },
          ...negative.map(clause => exclusionQuery(clause, translation)),
          ...(without.length > 0 ? [{ terms: { articleId: without } }] : []),
        ],
        filter: [...visibleAt(plan.now), ...allFilterQueries(plan.filters)],
      },
    },
    sort: sortOf(plan),
    ...(plan.group === 'article' ? { collapse: { field: 'articleId' } } : {}),
  }
}

/** Paragraphs that may hold a clause which has to be verified, in the order of their ids. */
export function candidatesBody(
  asked: Asked,
  {
    clause,
    pointInTime,
    size,
  }: { readonly clause: Clause; readonly pointInTime: string; readonly size: number },
) {
  const translation = { ...translationOf(asked), isCompact: true }
  const others = asked.positive.filter(one => one !== clause).map(one => widestQuery(one, translation))
  return {
    ...withPoint(pointInTime),
    track_total_hits: size + 1,
    size,
    _source: ['paragraph'],
    query: { bool: { filter: [...visibleAt(asked.plan.now), ...others, widerQuery(clause, translation)] } },
    sort: [{ id: 'asc' }],
  }
}

/** All that holds the clause or might, nothing of it verified yet. */
function widestQuery(clause: Clause, translation: Translation): ServerQuery {
  switch (clause.kind) {
    case 'and':
      return allOf(clause.of.map(one => widestQuery(one, translation)))
    case 'or':
      return anyOf(clause.of.map(one => widestQuery(one, translation)))
    case 'not':
      return { match_all: {} }
    case 'word':
    case 'phrase':
      return widerQuery(clause, translation)
  }
}

/** How many visible, filtered paragraphs hold each of these words, and which near terms there are. */
export function nearTermsBody(
  { plan }: Asked,
  words: readonly { readonly clause: Clause; readonly typed: string }[],
  pointInTime: string,
) {
  return {
    ...withPoint(pointInTime),
    size: 0,
    query: filtered([...visibleAt(plan.now), ...allFilterQueries(plan.filters)]),
    aggs: Object.fromEntries(
      words.flatMap(({ clause, typed }, i) => [
        [`word_${i}`, { filter: clauseQuery(clause, { verified: new Map(), isCompact: true }) }],
        ...oneEditPatterns(typed).map((include, k) => [
          `near_${i}_${k}`,
          { terms: { field: 'vocabulary', include, size: MOST_NEAR_TERMS, shard_size: MOST_NEAR_TERMS } },
        ]),
      ]),
    ),
  }
}
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

export function scanBody(
  filters: Filters,
  {
    now,
    pointInTime,
    after,
    size,
  }: {
    readonly now: number
    readonly pointInTime: string
    readonly after: readonly (string | number)[] | undefined
    readonly size: number
  },
) {
  return {
    ...withPoint(pointInTime),
    track_total_hits: false,
    size,
    _source: ['paragraph'],
    query: filtered([...visibleAt(now), ...allFilterQueries(filters)]),
    sort: [{ sequence: 'asc' }, { position: 'asc' }, { id: 'asc' }],
    ...(after ? { search_after: after } : {}),
  }
}

function matchingQuery(
  asked: Asked,
  filters: readonly ServerQuery[],
  { isScored, explain = false }: { readonly isScored: boolean; readonly explain?: boolean },
): ServerQuery {
  const { plan, positive, negative } = asked
  const translation = { ...translationOf(asked), ...(isScored ? {} : { isCompact: true }) }
  const queries = positive.map((clause, i) =>
    named(clauseQuery(clause, translation), explain && `${i} ${labelOf(clause)}`),
  )
  const filter = [...visibleAt(plan.now), ...filters]
  return {
    bool: {
      ...(isScored ? { must: queries, should: rankQueries(asked, explain) } : {}),
      filter: isScored ? filter : [...queries, ...filter],
      must_not: negative.map(clause => exclusionQuery(clause, translation)),
    },
  }
}

const translationOf = ({ positive, negative, verified }: Asked): Translation => ({
  verified,
  isCompact: isCompact([...positive, ...negative]),
})

/** What raises the rank: words as typed, their accents, neighbours as phrases, words of the article's title. */
function rankQueries({ plan, positive }: Asked, explain: boolean): ServerQuery[] {
  const words = positive.flatMap(clause => (clause.kind === 'word' ? [clause] : []))
  const inflected = words.filter(({ terms, stems }) => terms.length > 0 && stems.length > 0)
  const queries: (readonly [string, ServerQuery | undefined])[] = [
    ...inflected.map(({ terms }) => {
      const term = terms[0] ?? ''
      return [
        `as typed ${term}`,
        { term: { terms: { value: storedTerm(term), boost: TYPED_BOOST } } },
      ] as const
    }),
    ...words.flatMap(({ accented }) =>
      accented === undefined
        ? []
        : [
            [
              `accents of ${accented}`,
              { term: { accented: { value: storedTerm(accented), boost: ACCENTED_BOOST } } },
            ] as const,
          ],
    ),
    ...plan.nearby.map(
      phrase => [`nearby ${labelOf(phrase)}`, plainPhrase(phrase.steps, NEARBY_BOOST)] as const,
    ),
    ...words.flatMap(({ terms }) =>
      terms[0] === undefined
        ? []
        : [
            [
              `title ${terms[0]}`,
              { term: { title: { value: storedTerm(terms[0]), boost: TITLE_BOOST } } },
            ] as const,
          ],
    ),
  ]
  return queries.flatMap(([label, query], i): ServerQuery[] =>
    query ? [named(query, explain && `${100 + i} ${label}`)] : [],
  )
}

/** Named queries tell their scores; names must differ, so they begin with a number. */
const named = (query: ServerQuery, name: string | false): ServerQuery =>
  name === false ? query : { bool: { must: [query], _name: name } as object }

/** A clause as a reader would write it, for explanations. */
export function labelOf(clause: Clause): string {
  switch (clause.kind) {
    case 'word':
      return clause.terms[0] ?? `${clause.prefix ?? ''}…`
    case 'phrase':
      return `"${clause.steps.map(step => (step.maxGap > 0 ? `… ${step.term}` : step.term)).join(' ')}"`
    case 'and':
      return clause.of.map(labelOf).join(' ')
    case 'or':
      return clause.of.map(labelOf).join(' OR ')
    case 'not':
      return `-${labelOf(clause.of)}`
  }
}

/** The last tie-break of every order is the id. What has no date comes last. */
function sortOf({ sort }: QueryPlan): readonly object[] {
  switch (sort) {
    case 'relevance':
      return [{ _score: 'desc' }, { id: 'asc' }]
    case 'newest':
      return [{ publishedAt: { order: 'desc', missing: Number.MIN_SAFE_INTEGER } }, { id: 'asc' }]
    case 'oldest':
      return [{ publishedAt: { order: 'asc', missing: Number.MAX_SAFE_INTEGER } }, { id: 'asc' }]
  }
}
