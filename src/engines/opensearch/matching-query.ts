import type { Zone } from '../../domain/query.ts'
import type { QueryParts } from '../common/query-parts.ts'
import { labelOf } from '../common/query-parts.ts'
import { translationOf, type Asked } from './asked.ts'
import { clauseQuery, exclusionQuery } from './clause-to-query.ts'
import { paragraphFilters, plainFilters, visibleAt, type FilterQueries } from './filters-to-query.ts'
import { oneQuote } from './one-quote.ts'
import { inZone, someQuote } from './place.ts'
import type { ServerQuery } from './query-dsl.ts'
import { isSpeakerAsked } from './quote-tests.ts'
import { named, titleRankings, tokenRankings } from './rank-queries.ts'

export type MatchingOptions = {
  /** Without scores it costs less. */
  readonly isScored: boolean
  readonly explain?: boolean
}

/**
 * What matches the whole query in its zone and is visible. `filters`: those of the search that are to hold; in the zone
 * `quotes` the words alone accept quotes of any speaker, since the facet of speakers is counted without their filter.
 */
export function matchingQuery(
  asked: Asked,
  filters: readonly ServerQuery[],
  options: MatchingOptions,
): ServerQuery {
  const filter = [...visibleAt(asked.plan.now), ...filters]
  return asked.plan.zone === 'quotes'
    ? quoteMatch(asked, filter, options)
    : paragraphMatch(asked, filter, options)
}

/** The filters of a search that are set. */
export function searchFilters(asked: Asked): FilterQueries {
  const { zone, filters } = asked.plan
  if (zone !== 'quotes') return paragraphFilters(filters)
  const queries = new Map(plainFilters(filters))
  if (isSpeakerAsked(filters)) queries.set('speaker', [someQuote(oneQuote(asked, { ofSpeakers: true }))])
  return queries
}

function paragraphMatch(
  asked: Asked,
  filter: readonly ServerQuery[],
  { isScored, explain = false }: MatchingOptions,
): ServerQuery {
  const { plan, positive, negative } = asked
  const queries = positive.map((clause, i) =>
    named(
      inZone(plan.zone, place => clauseQuery(clause, translationOf(asked, { place, isScored }))),
      explain && `${i} ${labelOf(clause)}`,
    ),
  )
  return {
    bool: {
      ...(isScored ? { must: queries, should: rankQueries(asked, explain) } : {}),
      filter: isScored ? filter : [...queries, ...filter],
      must_not: negative.map(clause =>
        inZone(plan.zone, place => exclusionQuery(clause, translationOf(asked, { place, isScored }))),
      ),
    },
  }
}

/** In the zone `text` each asks for its terms in two places, and the server takes 1,024 of them in all. */
const MOST_RANKINGS: Readonly<Record<Zone, number>> = { any: Infinity, quotes: Infinity, text: 100 }

/** What raises the rank in the zones `any` and `text`. */
export function rankQueries(asked: Asked, explain: boolean): ServerQuery[] {
  const { zone } = asked.plan
  const rankings = tokenRankings(asked).slice(0, MOST_RANKINGS[zone])
  return [
    ...rankings.map(({ label, at }, i) => named(inZone(zone, at), explain && `${100 + i} ${label}`)),
    ...titleQueries(asked, explain),
  ]
}

const titleQueries = (asked: Asked, explain: boolean): ServerQuery[] =>
  titleRankings(asked).map(({ label, at }, i) => named(at(''), explain && `${1000 + i} ${label}`))

/** The score is that of the best quote that passes all filters; its parts are not told apart. */
function quoteMatch(
  asked: Asked,
  filter: readonly ServerQuery[],
  { isScored, explain = false }: MatchingOptions,
): ServerQuery {
  const ofAnySpeaker = someQuote(oneQuote(asked, { ofSpeakers: false }))
  if (!isScored) return { bool: { filter: [ofAnySpeaker, ...filter] } }
  const best = named(
    someQuote(oneQuote(asked, { ofSpeakers: true, isScored }), { best: true }),
    explain && `0 ${wordsOf(asked)} in one quote`,
  )
  const should = titleQueries(asked, explain)
  return isSpeakerAsked(asked.plan.filters)
    ? { bool: { should: [best, ...should], filter: [ofAnySpeaker, ...filter] } }
    : { bool: { must: [best], should, filter } }
}

const wordsOf = ({ positive }: QueryParts): string => positive.map(labelOf).join(' ')
