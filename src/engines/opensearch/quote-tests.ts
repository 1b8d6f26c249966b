import type { Filters, ValueFilter } from '../../domain/query.ts'
import { nameKey } from '../../text/normal-form.ts'
import { typedSpeakerKeys } from '../../text/speaker-keys.ts'
import type { ServerQuery } from './query-dsl.ts'
import { storedKey } from './stored-terms.ts'

/** What filters ask of one quote: every query of `wanted` must find it, none of `refused` may. Fields are those of quotes. */
export type QuoteTests = {
  readonly wanted: readonly ServerQuery[]
  readonly refused: readonly ServerQuery[]
}

export const kindTests = ({ quoteKind }: Filters): QuoteTests =>
  valueTests('quotes.kind', quoteKind, kind => [kind])

export function speakerTests({ speaker, speakerNamed }: Filters): QuoteTests {
  const [exact, named] = [
    valueTests('quotes.speakerKey', speaker, name => [storedKey(nameKey(name))]),
    valueTests('quotes.speakerKeys', speakerNamed, typed => typedSpeakerKeys(typed).map(storedKey)),
  ]
  return {
    wanted: [...exact.wanted, ...named.wanted],
    refused: [...exact.refused, ...named.refused],
  }
}

export const isSpeakerAsked = ({ speaker, speakerNamed }: Filters): boolean =>
  speaker !== undefined || speakerNamed !== undefined

function valueTests<T extends string>(
  field: string,
  { any, none }: ValueFilter<T> = {},
  keysOf: (value: T) => readonly string[],
): QuoteTests {
  const isOneOf = (values: readonly T[]): ServerQuery => ({ terms: { [field]: values.flatMap(keysOf) } })
  return { wanted: any ? [isOneOf(any)] : [], refused: none ? [isOneOf(none)] : [] }
}
