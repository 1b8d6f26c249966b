import type { Clause, Filters, QueryPlan } from '../../domain/query.ts'
import { labelOf } from '../common/query-parts.ts'
import { withPoint, type Asked } from './asked.ts'
import { clauseQuery, exclusionQuery, widerQuery, type Translation } from './clause-to-query.ts'
import { articleCount, facetOf } from './count-requests.ts'
import { allFilterQueries, filterQueries, FILTER_OF_FACET, visibleAt } from './filters-to-query.ts'
import { matchingQuery, translationOf } from './matching-query.ts'
import { allOf, anyOf, filtered, type ServerQuery } from './query-dsl.ts'
import { named, rankQueries } from './rank-queries.ts'

/** Requests for paragraphs. */

/** Where a page begins; absent: at the first hit. `sort`: values of the hit before it. `offset`: of groups. */
export type Position = { readonly sort: readonly (string | number)[] } | { readonly offset: number }

export type PageOptions = {
  /** A point in time. */
  readonly pointInTime: string
  readonly after?: Position
  readonly explain?: boolean
}

/** One hit more than the page holds, so that its end is known. */
export function searchBody(asked: Asked, { pointInTime, after, explain = false }: PageOptions) {
  const { plan } = asked
  const filters = filterQueries(plan.filters)
  const facetFilters = new Set<keyof Filters>(plan.facets.map(({ name }) => FILTER_OF_FACET[name]))
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
      all: { filter: filtered(behind), aggs: articleCount() },
      ...Object.fromEntries(plan.facets.map(facet => [`facet_${facet.name}`, facetOf(facet, plan, filters)])),
    },
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
    sort: [{ articleId: 'asc' }, { position: 'asc' }, { id: 'asc' }],
    ...(after ? { search_after: after } : {}),
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
