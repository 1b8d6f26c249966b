import { QUOTE_KINDS, type Quote, type QuoteKind } from '../../domain/paragraph.ts'
import type { Filters, ValueFilter, Zone } from '../../domain/query.ts'
import { nameKey } from '../../text/normal-form.ts'
import { speakerKeys, typedSpeakerKeys } from '../../text/speaker-keys.ts'
import { SPEECH_KINDS } from '../../text/zones.ts'
import { and, beginsWith, EVERYTHING, is, not, or, type Filter } from './filter.ts'
import { boundedKey, prefixKey } from './keys.ts'

/**
 * What quotes are filtered by: `direct`, `direct:tora lindvik` for the whole name, `direct~lindvik` for what a reader may
 * type of it. The kind stands in each, so that kind and speaker are those of one and the same quote.
 */
const wholeKey = (kind: QuoteKind, name: string): string => `${kind}:${boundedKey(nameKey(name))}`
const typedKey = (kind: QuoteKind, key: string): string => `${kind}~${boundedKey(key)}`

/** Of all these quotes, each once. */
export const quoteKeys = (quotes: readonly Quote[]): string[] => [
  ...new Set(
    quotes.flatMap(({ kind, speaker }) =>
      speaker === undefined
        ? [kind]
        : [kind, wholeKey(kind, speaker), ...speakerKeys(speaker).map(key => typedKey(kind, key))],
    ),
  ),
]

const ofEveryKind = (keyOf: (kind: QuoteKind) => readonly string[]): string[] => QUOTE_KINDS.flatMap(keyOf)

/** Documents with a quote that passes, and with none that is refused; in the zone `quotes` documents are quotes. */
export function quoteFilter({ speaker, speakerNamed, quoteKind }: Filters, zone: Zone): Filter {
  const isOneAskedFor = zone === 'quotes' || [speaker, speakerNamed, quoteKind].some(filter => filter?.any)
  const kinds = quoteKind?.any ?? (zone === 'quotes' ? SPEECH_KINDS : QUOTE_KINDS)
  return and(
    isOneAskedFor ? is('quoteKeys', ...kinds.flatMap(wantedKeys(speaker, speakerNamed))) : EVERYTHING,
    not(is('quoteKeys', ...(quoteKind?.none ?? []))),
    not(is('quoteKeys', ...ofEveryKind(kind => (speaker?.none ?? []).map(name => wholeKey(kind, name))))),
    not(is('quoteKeys', ...ofEveryKind(kind => typedKeys(kind, speakerNamed?.none ?? [])))),
  )
}

const typedKeys = (kind: QuoteKind, typed: readonly string[]): string[] =>
  typed.flatMap(typedSpeakerKeys).map(key => typedKey(kind, key))

/** Whole names that are asked for besides typed ones are those of them that what was typed finds. */
function wantedKeys(
  speaker: ValueFilter<string> | undefined,
  speakerNamed: ValueFilter<string> | undefined,
): (kind: QuoteKind) => string[] {
  const typed = speakerNamed?.any
  if (!speaker?.any) return kind => (typed ? typedKeys(kind, typed) : [kind])
  const wanted = typed && new Set(typed.flatMap(typedSpeakerKeys))
  const names = speaker.any.filter(name => !wanted || speakerKeys(name).some(key => wanted.has(key)))
  return kind => names.map(name => wholeKey(kind, name))
}

/** Documents with a speaker whose key begins so. */
export function speakerPrefixFilter(prefix: string): Filter {
  const { key } = prefixKey(nameKey(prefix))
  return or(...QUOTE_KINDS.map(kind => beginsWith('quoteKeys', `${kind}:${key}`)))
}
