import type { Filters, Group, QueryPlan, ValueFilter, Zone } from '../../domain/query.ts'
import { QUOTE_KINDS } from '../../domain/paragraph.ts'
import { nameKey } from '../../text/normal-form.ts'
import { SPEECH_KINDS } from '../../text/zones.ts'
import type { Role } from './document.ts'
import { and, compare, EVERYTHING, has, is, not, or, type Filter } from './filter.ts'
import { boundedKey } from './keys.ts'
import { quoteFilter } from './quote-keys.ts'

export const ofRole = (...roles: readonly Role[]): Filter => is('role', ...roles)

export const visibleAt = (now: number): Filter =>
  and(
    or(not(has('visibleFrom')), compare('visibleFrom', '<=', now)),
    or(not(has('visibleUntil')), compare('visibleUntil', '>', now)),
  )

/** The documents that a zone searches. */
const ROLE_OF_ZONE = { any: 'live', quotes: 'quote', text: 'text' } as const satisfies Record<Zone, Role>

/** What is searched: visible paragraphs that are part of their articles, or their quotes, and pass the filters. */
export const scopeFilter = (filters: Filters, now: number, zone: Zone = 'any'): Filter =>
  and(
    ofRole(ROLE_OF_ZONE[zone]),
    visibleAt(now),
    valueFilter(filters.language, 'language', language => language),
    valueFilter(filters.source, 'sourceKey', keyOfName),
    valueFilter(filters.author, 'authorKeys', keyOfName),
    dateFilter(filters.publishedAt),
    quoteFilter(filters, zone),
  )

const keyOfName = (name: string): string => boundedKey(nameKey(name))

function valueFilter<T extends string>(
  filter: ValueFilter<T> | undefined,
  field: string,
  keyOf: (value: T) => string,
): Filter {
  if (filter === undefined) return EVERYTHING
  return and(
    filter.any === undefined ? EVERYTHING : is(field, ...filter.any.map(keyOf)),
    filter.none === undefined ? EVERYTHING : not(is(field, ...filter.none.map(keyOf))),
  )
}

/** Comparisons find nothing without a date. */
const dateFilter = (range: Filters['publishedAt']): Filter =>
  and(
    range?.from === undefined ? EVERYTHING : compare('publishedAt', '>=', range.from),
    range?.to === undefined ? EVERYTHING : compare('publishedAt', '<', range.to),
  )

/** By which field documents that are of one paragraph are told from others; absent: each is another paragraph. */
export const distinctParagraphs = (zone: Zone): string | undefined =>
  zone === 'quotes' ? 'order' : undefined

/** The same of hits. */
export const distinctHits = ({ group, zone }: { readonly group: Group; readonly zone: Zone }) =>
  group === 'article' ? 'articleKey' : distinctParagraphs(zone)

/**
 * Paragraphs with a quote that passes, whatever is said there, are found and counted without looking at each of their
 * quotes. Not where a speaker is refused: such a paragraph may have another quote.
 */
export function withoutWords(plan: QueryPlan): QueryPlan {
  const { filters, zone } = plan
  if (zone !== 'quotes' || filters.speaker?.none || filters.speakerNamed?.none) return plan
  const { any = SPEECH_KINDS, none = [] } = filters.quoteKind ?? {}
  const kinds = QUOTE_KINDS.filter(kind => any.includes(kind) && !none.includes(kind))
  return { ...plan, zone: 'any', filters: { ...filters, quoteKind: { any: kinds } } }
}
