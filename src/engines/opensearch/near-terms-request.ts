import type { QueryPlan } from '../../domain/query.ts'
import { withPoint, type Asked } from './asked.ts'
import { clauseQuery, NOTHING_VERIFIED } from './clause-to-query.ts'
import { paragraphFilters, plainFilters, visibleAt } from './filters-to-query.ts'
import { oneEditPatterns } from './one-edit-patterns.ts'
import { acceptedQuotes } from './one-quote.ts'
import { inZone, someQuote, WITHOUT_SPEECH, type Place } from './place.ts'
import { anyOf, filtered, type ServerQuery } from './query-dsl.ts'
import { storedTerm } from './stored-terms.ts'
import type { Misspelt } from './widen.ts'

/** The server takes 1,024 terms a query. */
const MOST_NEAR_TERMS = 1000

/**
 * How many visible, filtered paragraphs hold each of these words in the zone, and which near terms there are. The terms
 * are counted among paragraphs that hold one only, which are few; the server's own fuzzy query does not tell which terms
 * it found.
 */
export function nearTermsBody({ plan }: Asked, words: readonly Misspelt[], pointInTime: string) {
  const aggs: Record<string, object> = {}
  words.forEach((word, i) => {
    aggs[`word_${i}`] = { filter: holding(plan, place => wordAt(word, place)) }
    oneEditPatterns(word.typed).forEach((include, k) => {
      for (const [place, agg] of nearTerms(plan, word, include)) aggs[`near_${i}_${place}_${k}`] = agg
    })
  })
  const relevant = holding(plan, place =>
    anyOf(words.flatMap(word => [wordAt(word, place), nearAt(word, place)])),
  )
  const filters = plan.zone === 'quotes' ? plainFilters(plan.filters) : paragraphFilters(plan.filters)
  return {
    ...withPoint(pointInTime),
    size: 0,
    query: filtered([relevant, ...visibleAt(plan.now), ...[...filters.values()].flat()]),
    aggs,
  }
}

const wordAt = ({ clause }: Misspelt, place: Place): ServerQuery =>
  clauseQuery(clause, { place, verified: NOTHING_VERIFIED, isCompact: true })

const nearAt = ({ typed }: Misspelt, place: Place): ServerQuery => ({
  fuzzy: { [`${place}terms`]: { value: storedTerm(typed), fuzziness: 1, rewrite: 'constant_score' } },
})

/** Paragraphs that hold something in the zone. */
const holding = (plan: QueryPlan, query: (place: Place) => ServerQuery): ServerQuery =>
  plan.zone === 'quotes' ? someQuote(accepted(plan, query('quotes.'))) : inZone(plan.zone, query)

const accepted = ({ filters }: QueryPlan, query: ServerQuery): ServerQuery =>
  acceptedQuotes(filters, [query], { ofSpeakers: true })

/** The near terms of the zone, by where they stand; no paragraph is in two of these places. */
function nearTerms(plan: QueryPlan, word: Misspelt, include: string): readonly (readonly [string, object])[] {
  const terms = (place: Place) => ({
    terms: { field: `${place}vocabulary`, include, size: MOST_NEAR_TERMS, shard_size: MOST_NEAR_TERMS },
  })
  switch (plan.zone) {
    case 'any':
      return [['all', { filter: nearAt(word, ''), aggs: { found: terms('') } }]]
    case 'text':
      return [
        ['outside', { filter: nearAt(word, 'outside.'), aggs: { found: terms('outside.') } }],
        [
          'silent',
          { filter: { bool: { filter: [nearAt(word, ''), WITHOUT_SPEECH] } }, aggs: { found: terms('') } },
        ],
      ]
    case 'quotes': {
      const found = { ...terms('quotes.'), aggs: { paragraphs: { reverse_nested: {} } } }
      const filter = accepted(plan, nearAt(word, 'quotes.'))
      return [['quotes', { nested: { path: 'quotes' }, aggs: { counted: { filter, aggs: { found } } } }]]
    }
  }
}
