import type { Filters } from '../../domain/query.ts'
import { SPEECH_KINDS } from '../../text/zones.ts'
import { translationOf, type Asked } from './asked.ts'
import { clauseQuery, exclusionQuery } from './clause-to-query.ts'
import type { ServerQuery } from './query-dsl.ts'
import { kindTests, speakerTests, type QuoteTests } from './quote-tests.ts'
import { tokenRankings } from './rank-queries.ts'

export type OneQuoteOptions = {
  /** Whether it has to pass the filters on speakers. */
  readonly ofSpeakers: boolean
  readonly isScored?: boolean
}

/** The quotes, nested documents, that hold the whole query, exclusions included, and that the filters accept. */
export function oneQuote(asked: Asked, { ofSpeakers, isScored = false }: OneQuoteOptions): ServerQuery {
  const { plan, positive, negative } = asked
  const translation = translationOf(asked, { place: 'quotes.', isScored })
  const clauses = positive.map(clause => clauseQuery(clause, translation))
  const { wanted, refused } = acceptance(plan.filters, ofSpeakers)
  return {
    bool: {
      ...(isScored ? { must: clauses, should: tokenRankings(asked).map(({ at }) => at('quotes.')) } : {}),
      filter: isScored ? wanted : [...clauses, ...wanted],
      must_not: [...refused, ...negative.map(clause => exclusionQuery(clause, translation))],
    },
  }
}

/** The quotes that the filters accept and that pass all these queries. */
export function acceptedQuotes(
  filters: Filters,
  queries: readonly ServerQuery[],
  { ofSpeakers }: { readonly ofSpeakers: boolean },
): ServerQuery {
  const { wanted, refused } = acceptance(filters, ofSpeakers)
  return { bool: { filter: [...queries, ...wanted], must_not: refused } }
}

function acceptance(filters: Filters, ofSpeakers: boolean): QuoteTests {
  const kinds = kindTests(filters)
  const speakers = ofSpeakers ? speakerTests(filters) : { wanted: [], refused: [] }
  return {
    wanted: [...(kinds.wanted.length > 0 ? kinds.wanted : [SPEECH]), ...speakers.wanted],
    refused: [...kinds.refused, ...speakers.refused],
  }
}

const SPEECH: ServerQuery = { terms: { 'quotes.kind': SPEECH_KINDS } }
