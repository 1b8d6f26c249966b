import { QUOTE_KINDS } from '../../../domain/paragraph.ts'
import type { Filters, ValueFilter, Zone } from '../../../domain/query.ts'
import { nameKey } from '../../../text/normal-form.ts'
import { typedSpeakerKeys } from '../../../text/speaker-keys.ts'
import { isSpeech } from '../../../text/zones.ts'
import type { Names } from './names.ts'
import { REST, type Units } from './segment.ts'

/** What a plan asks of quotes (text/zones.ts), as tables made once a query. */
export type QuoteTables = {
  /** By `quoteKind` of a unit: `WANTED`, `REFUSED`, both or none of them. The rest is neither. */
  readonly kinds: Uint8Array
  /** By `speaker` of a unit, likewise. Absent: no filter asks for speakers. */
  readonly speakers?: Uint8Array
  /** Whether a paragraph needs a quote of a wanted kind, and whether it needs one that is wanted altogether. */
  readonly isKindAsked: boolean
  readonly isOneAsked: boolean
}

export const WANTED = 1
export const REFUSED = 2

export type SpeakerIndex = {
  readonly names: Names
  /** The speakers of a snapshot, as units hold them, that have this key (text/speaker-keys.ts). */
  readonly speakersOf: (key: string) => readonly number[]
}

type QuoteFilters = Pick<Filters, 'speaker' | 'speakerNamed' | 'quoteKind'>

export const asksOfQuotes = ({ speaker, speakerNamed, quoteKind }: QuoteFilters): boolean =>
  Boolean(speaker ?? speakerNamed ?? quoteKind)

export function quoteTables(filters: QuoteFilters, zone: Zone, index: SpeakerIndex): QuoteTables {
  const { speaker, speakerNamed, quoteKind } = filters
  const isKindAsked = quoteKind?.any !== undefined
  return {
    kinds: kindTable(quoteKind, zone),
    ...(Boolean(speaker ?? speakerNamed) && { speakers: speakerTable(filters, index) }),
    isKindAsked,
    isOneAsked: isKindAsked || Boolean(speaker?.any ?? speakerNamed?.any),
  }
}

export function kindTable(filter: QuoteFilters['quoteKind'], zone: Zone): Uint8Array {
  const table = new Uint8Array(REST + 1)
  QUOTE_KINDS.forEach((kind, number) => {
    const isWanted = filter?.any ? filter.any.includes(kind) : zone !== 'quotes' || isSpeech({ kind })
    table[number] = (isWanted ? WANTED : 0) | (filter?.none?.includes(kind) ? REFUSED : 0)
  })
  return table
}

function speakerTable({ speaker, speakerNamed }: QuoteFilters, index: SpeakerIndex): Uint8Array {
  const { speakers } = index.names
  const table = new Uint8Array(speakers.length + 1).fill(WANTED)
  narrow(table, speaker, name => {
    const key = nameKey(name)
    // the key of a whole name is also that of longer names
    return index.speakersOf(key).filter(number => nameKey(speakers[number - 1] ?? '') === key)
  })
  narrow(table, speakerNamed, typed => typedSpeakerKeys(typed).flatMap(index.speakersOf))
  return table
}

function narrow(
  table: Uint8Array,
  filter: ValueFilter<string> | undefined,
  numbersOf: (value: string) => readonly number[],
): void {
  if (filter?.any) {
    const any = new Set(filter.any.flatMap(numbersOf))
    for (let number = 0; number < table.length; number++) {
      if (!any.has(number)) table[number] = (table[number] as number) & ~WANTED
    }
  }
  for (const number of filter?.none?.flatMap(numbersOf) ?? [])
    table[number] = (table[number] as number) | REFUSED
}

/** The bits that `addQuoteFailures` sets. */
export type QuoteBits = {
  /** Whatever the speakers, the kinds of the quotes are not those that are asked for. */
  readonly quoteKind: number
  /** Kinds and speakers together are not. */
  readonly speaker: number
}

/** Marks the paragraphs whose quotes are not what the zones `any` and `text` ask for. */
export function addQuoteFailures(
  { unitStart, quoteKind, speaker }: Units,
  { kinds, speakers, isKindAsked, isOneAsked }: QuoteTables,
  { docs, n, fails }: { docs: Uint32Array; n: number; fails: Uint8Array },
  bits: QuoteBits,
): void {
  const isBad = (found: number, isAsked: boolean): boolean =>
    (found & REFUSED) !== 0 || (isAsked && (found & WANTED) === 0)
  for (let k = 0; k < n; k++) {
    const document = docs[k] as number
    const end = unitStart[document + 1] as number
    let byKind = 0
    let byBoth = 0
    for (let unit = unitStart[document] as number; unit < end; unit++) {
      const kind = kinds[quoteKind[unit] as number] as number
      byKind |= kind
      byBoth |= speakers ? both(kind, speakers[speaker[unit] as number] as number) : kind
    }
    const failing =
      (isBad(byKind, isKindAsked) ? bits.quoteKind : 0) | (isBad(byBoth, isOneAsked) ? bits.speaker : 0)
    fails[k] = (fails[k] as number) | failing
  }
}

/** Wanted by both, refused by either. */
const both = (a: number, b: number): number => (a & b & WANTED) | ((a | b) & REFUSED)
