import type { TokenRange } from '../../../domain/analyzed.ts'
import type { Language } from '../../../domain/language.ts'
import type { QuoteKind } from '../../../domain/paragraph.ts'
import { speakerKeys } from '../../../text/speaker-keys.ts'
import { isSpeech } from '../../../text/zones.ts'
import { columnsOf, type DocumentFields } from './columns.ts'
import { KeyEntries, type FieldEntries } from './key-entries.ts'
import { speakerKey } from './keys.ts'
import type { Columns, UnitColumns } from './segment.ts'
import { createPairEntries, createSpaceDraft, type SpaceContent } from './space-draft.ts'
import { createTokenNumbers, HOLE } from './token-numbers.ts'
import { createUnitFields } from './unit-columns.ts'

/** One analysed paragraph on its way into a segment. */
export type SegmentDocument = DocumentFields & {
  /** Of the stems. */
  readonly language: Language
  readonly quotes: readonly DocumentQuote[]
}

export type DocumentQuote = TokenRange & {
  readonly kind: QuoteKind
  /** `number`: among the names of the index. */
  readonly speaker?: { readonly number: number; readonly name: string }
}

/** Everything of a segment to be, as plain data, so that another thread can build it. */
export type SegmentContent = {
  readonly fields: readonly FieldEntries[]
  /** Number of entries of all fields. */
  readonly entryCount: number
  readonly paragraphs: SpaceContent & { readonly columns: Columns }
  readonly units: SpaceContent & { readonly columns: UnitColumns }
}

export type SegmentBuilder = {
  /** All paragraphs of an article are added one after the other, articles by ascending number. */
  add(document: SegmentDocument): void
  /** Documents added. */
  readonly size: number
  /** What was added, as plain data. The builder is used up afterwards. */
  content(): SegmentContent
}

/** Collects documents in memory, about 10 bytes a token, and holds on to what it is given until it is used up. */
export function createSegmentBuilder(): SegmentBuilder {
  const entries = new KeyEntries()
  const tokenNumbers = createTokenNumbers(entries)
  const pairOf = createPairEntries(entries, tokenNumbers)
  const paragraphs = createSpaceDraft(tokenNumbers, pairOf)
  const units = createSpaceDraft(tokenNumbers, pairOf)
  const speakerField = entries.field(speakerKey(''))
  const speakers = new Map<number, readonly number[]>()
  const documents: SegmentDocument[] = []
  const unitFields = createUnitFields()

  function speakerEntries({ speaker }: DocumentQuote): readonly number[] {
    if (!speaker) return []
    const known = speakers.get(speaker.number)
    if (known !== undefined) return known
    const created = speakerKeys(speaker.name).map(key => speakerField.add(key))
    speakers.set(speaker.number, created)
    return created
  }

  function addUnits(numbers: Uint32Array, { tokens, quotes, languageNumber }: SegmentDocument): void {
    const paragraph = documents.length
    const speech = quotes.filter(quote => isSpeech(quote) && quote.first < quote.after)
    if (speech.length > 0) {
      const { rest, length } = withoutSpeech(numbers.subarray(0, tokens.length), speech)
      units.add(rest, { from: 0, to: rest.length })
      unitFields.add({ paragraph, languageNumber, length })
    }
    for (const quote of quotes) {
      const { first, after, kind, speaker } = quote
      units.add(numbers, { from: first, to: after }, speakerEntries(quote))
      unitFields.add({ paragraph, languageNumber, length: after - first, kind, speaker: speaker?.number })
    }
  }

  return {
    get size() {
      return documents.length
    },
    add(document) {
      const { tokens, language, quotes } = document
      const numbers = tokenNumbers.numbersOf(tokens, language)
      paragraphs.add(numbers, { from: 0, to: tokens.length })
      if (quotes.length > 0) addUnits(numbers, document)
      documents.push(document)
    },
    content: () => ({
      fields: entries.fields,
      entryCount: entries.size,
      paragraphs: { ...paragraphs.content(), columns: columnsOf(documents) },
      units: { ...units.content(), columns: unitFields.columns(documents.length) },
    }),
  }
}

/** The tokens that lie in none of the quotes, at their places. */
function withoutSpeech(
  numbers: Uint32Array,
  speech: readonly TokenRange[],
): { rest: Uint32Array; length: number } {
  const rest = numbers.slice()
  for (const { first, after } of speech) rest.fill(HOLE, first, after)
  let length = 0
  for (const number of rest) if (number !== HOLE) length++
  return { rest, length }
}
