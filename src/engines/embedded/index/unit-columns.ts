import { QUOTE_KINDS, type QuoteKind } from '../../../domain/paragraph.ts'
import { languageStatistics } from './columns.ts'
import { NumberList } from './number-list.ts'
import { REST, type UnitColumns } from './segment.ts'

/** What a segment keeps of a unit besides its words. */
export type UnitFields = {
  readonly paragraph: number
  readonly languageNumber: number
  /** In tokens. */
  readonly length: number
  /** Absent for the rest. */
  readonly kind?: QuoteKind
  /** Number of the name. */
  readonly speaker?: number | undefined
}

/** Collects units by ascending paragraphs. `paragraphs`: how many of these there are, with units or without. */
export function createUnitFields(): {
  add(fields: UnitFields): void
  columns(paragraphs: number): UnitColumns
} {
  const paragraph = new NumberList()
  const language = new NumberList()
  const length = new NumberList()
  const quoteKind = new NumberList()
  const speaker = new NumberList()
  return {
    add(unit) {
      paragraph.push(unit.paragraph)
      language.push(unit.languageNumber)
      length.push(unit.length)
      quoteKind.push(unit.kind === undefined ? REST : QUOTE_KINDS.indexOf(unit.kind))
      speaker.push(unit.speaker === undefined ? 0 : unit.speaker + 1)
    },
    columns(paragraphs) {
      const paragraphOf = paragraph.finish()
      const ofLanguage = Uint8Array.from(language.finish())
      const tokens = length.finish()
      return {
        unitStart: unitStarts(paragraphOf, paragraphs),
        paragraph: paragraphOf,
        quoteKind: Uint8Array.from(quoteKind.finish()),
        speaker: speaker.finish(),
        language: ofLanguage,
        length: tokens,
        ...languageStatistics(ofLanguage, tokens),
      }
    },
  }
}

/** Where the units of each paragraph begin, and one entry for the end. */
export function unitStarts(paragraph: Uint32Array, paragraphs: number): Uint32Array {
  const starts = new Uint32Array(paragraphs + 1)
  for (const document of paragraph) starts[document + 1] = (starts[document + 1] as number) + 1
  for (let document = 0; document < paragraphs; document++)
    starts[document + 1] = (starts[document + 1] as number) + (starts[document] as number)
  return starts
}
