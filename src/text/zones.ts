import type { Quote, QuoteKind } from '../domain/paragraph.ts'
import type { Filters, QueryPlan, ValueFilter } from '../domain/query.ts'
import { nameKey } from './normal-form.ts'
import { speakerKeys, typedSpeakerKeys } from './speaker-keys.ts'

/**
 * Zones of a paragraph: where the words of a query have to stand, and which quotes its filters accept.
 *
 * - `any`: anywhere. With a filter on speakers or kinds, some quote must pass it.
 * - `quotes`: all of them within one and the same quote, which passes the filters.
 * - `text`: outside of quoted speech, where the positions of tokens stay what they are, so that no phrase runs across a
 *   quote as if it were not there. The filters are those of `any`.
 */

/** What somebody said. A scare quote, a title, a nickname is the narrator's own word. */
export const SPEECH_KINDS: readonly QuoteKind[] = ['direct', 'dash', 'nested']

export const isSpeech = ({ kind }: Pick<Quote, 'kind'>): boolean => SPEECH_KINDS.includes(kind)

type QuoteFilters = Pick<Filters, 'speaker' | 'speakerNamed' | 'quoteKind'>

/** What a plan asks of quotes. A test of one quote is made once for a search: names are compared by their keys. */
export type QuoteTests = {
  /** Whether the words may stand in this quote, in the zone `quotes`. */
  readonly isUnit: (quote: Quote) => boolean
  /** Whether a paragraph with these quotes passes, in the zones `any` and `text`. */
  readonly passes: (quotes: readonly Quote[]) => boolean
}

export function quoteTests({ filters, zone }: Pick<QueryPlan, 'filters' | 'zone'>): QuoteTests {
  const kinds = filters.quoteKind
  const isKindWanted = (quote: Quote): boolean => kinds?.any?.includes(quote.kind) ?? true
  const isKindRefused = (quote: Quote): boolean => kinds?.none?.includes(quote.kind) ?? false
  const { isWanted: isSpeakerWanted, isRefused: isSpeakerRefused } = speakerTests(filters)
  if (zone === 'quotes') {
    return {
      isUnit: quote =>
        (kinds?.any ? isKindWanted(quote) : isSpeech(quote)) &&
        !isKindRefused(quote) &&
        isSpeakerWanted(quote) &&
        !isSpeakerRefused(quote),
      passes: () => true,
    }
  }
  const isOneAskedFor = [kinds, filters.speaker, filters.speakerNamed].some(filter => filter?.any)
  return {
    isUnit: () => false,
    passes: quotes =>
      (!isOneAskedFor || quotes.some(quote => isKindWanted(quote) && isSpeakerWanted(quote))) &&
      !quotes.some(quote => isKindRefused(quote) || isSpeakerRefused(quote)),
  }
}

function speakerTests({ speaker, speakerNamed }: QuoteFilters): {
  isWanted: (quote: Quote) => boolean
  isRefused: (quote: Quote) => boolean
} {
  const exact = keySets(speaker, name => [nameKey(name)])
  const named = keySets(speakerNamed, typedSpeakerKeys)
  const isIn = (keys: ReadonlySet<string>, of: readonly string[]): boolean => of.some(key => keys.has(key))
  return {
    isWanted: quote =>
      (!exact.any || (quote.speaker !== undefined && exact.any.has(nameKey(quote.speaker)))) &&
      (!named.any || (quote.speaker !== undefined && isIn(named.any, speakerKeys(quote.speaker)))),
    isRefused: quote =>
      quote.speaker !== undefined &&
      ((exact.none?.has(nameKey(quote.speaker)) ?? false) ||
        (named.none !== undefined && isIn(named.none, speakerKeys(quote.speaker)))),
  }
}

function keySets(
  filter: ValueFilter<string> | undefined,
  keysOf: (value: string) => readonly string[],
): { any?: ReadonlySet<string>; none?: ReadonlySet<string> } {
  return {
    ...(filter?.any && { any: new Set(filter.any.flatMap(keysOf)) }),
    ...(filter?.none && { none: new Set(filter.none.flatMap(keysOf)) }),
  }
}
