import type { Clause, Filters, QueryPlan } from '../../domain/query.ts'
import { labelOf } from '../common/query-parts.ts'
import { translationOf, withPoint, type Asked } from './asked.ts'
import { clauseQuery, exclusionQuery, widerQuery, type Translation } from './clause-to-query.ts'
import { articleCount, facetOf } from './facet-requests.ts'
import { allFilterQueries, FILTER_OF_FACET, visibleAt } from './filters-to-query.ts'
import { matchingQuery, rankQueries, searchFilters } from './matching-query.ts'
import { acceptedQuotes } from './one-quote.ts'
import { inZone, someQuote, type Place } from './place.ts'
import { allOf, anyOf, filtered, type ServerQuery } from './query-dsl.ts'
import { named } from './rank-queries.ts'

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
  const facetFilters = new Set<keyof Filters>(plan.facets.map(({ name }) => FILTER_OF_FACET[name]))
  const filters = [...searchFilters(asked)]
  const before = filters.flatMap(([name, queries]) => (facetFilters.has(name) ? [] : queries))
  const ofFacets = new Map(filters.filter(([name]) => facetFilters.has(name)))
  const behind = [...ofFacets.values()].flat()
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
      ...Object.fromEntries(
        plan.facets.map(facet => [`facet_${facet.name}`, facetOf(facet, asked, ofFacets)]),
      ),
    },
  }
}

/**
 * The best of what matches some of the clauses but not all, without the articles or paragraphs of the page. Only in the zone
 * `any`.
 */
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
  const scored = translationOf(asked, { place: '', isScored: true })
  // the same terms a second time, which count against what the server takes
  const unscored = translationOf(asked, { place: '', isScored: false })
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
                named(clauseQuery(clause, scored), explain && `${i} ${labelOf(clause)}`),
              ),
              minimum_should_match: 1,
            },
          },
        ],
        should: rankQueries(asked, explain),
        must_not: [
          { bool: { filter: positive.map(clause => exclusionQuery(clause, unscored)) } },
          ...negative.map(clause => exclusionQuery(clause, unscored)),
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
  return {
    ...withPoint(pointInTime),
    track_total_hits: size + 1,
    size,
    _source: ['paragraph'],
    query: { bool: { filter: [...visibleAt(asked.plan.now), ...candidateQueries(asked, clause)] } },
    sort: [{ id: 'asc' }],
  }
}

/** What may hold this clause, and the others with it. */
function candidateQueries(asked: Asked, clause: Clause): ServerQuery[] {
  const at = (place: Place): ServerQuery[] => {
    const translation = translationOf(asked, { place, isScored: false })
    const others = asked.positive.filter(one => one !== clause)
    return [...others.map(one => widestQuery(one, translation)), widerQuery(clause, translation)]
  }
  const { zone, filters } = asked.plan
  return zone === 'quotes'
    ? [someQuote(acceptedQuotes(filters, at('quotes.'), { ofSpeakers: false }))]
    : [inZone(zone, place => allOf(at(place)))]
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
