import type { Zone } from '../../domain/query.ts'
import { anyOf, type ServerQuery } from './query-dsl.ts'

/**
 * Where tokens are searched, as the beginning of the names of their fields: in the whole paragraph, in what stands outside
 * of its quoted speech (only paragraphs with speech have these fields), or in one of its quotes, a nested document.
 */
export type Place = '' | 'outside.' | 'quotes.'

export const WITHOUT_SPEECH: ServerQuery = { term: { hasSpeech: false } }

/** What a zone asks of paragraphs. In the zone `quotes` everything stands together in one nested query: one-quote.ts. */
export function inZone(zone: Zone, query: (place: Place) => ServerQuery): ServerQuery {
  if (zone !== 'text') return query('')
  return anyOf([query('outside.'), { bool: { must: [query('')], filter: [WITHOUT_SPEECH] } }])
}

/** Paragraphs one of whose quotes passes; of `best`, the highest score of such a quote is the paragraph's. */
export const someQuote = (query: ServerQuery, { best = false } = {}): ServerQuery => ({
  nested: { path: 'quotes', score_mode: best ? 'max' : 'none', query },
})
