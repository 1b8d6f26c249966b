import { QUOTE_KINDS, type QuoteKind } from '../../../domain/paragraph.ts'
import { languageStatistics } from './columns.ts'
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
  readonly speaker?: number
}

/** `units`: by ascending paragraphs, of which there are `paragraphs`. */
export function unitColumnsOf(units: readonly UnitFields[], paragraphs: number): UnitColumns {
  const paragraph = Uint32Array.from(units, unit => unit.paragraph)
  const language = Uint8Array.from(units, unit => unit.languageNumber)
  const length = Uint32Array.from(units, unit => unit.length)
  return {
    unitStart: unitStarts(paragraph, paragraphs),
    paragraph,
    quoteKind: Uint8Array.from(units, ({ kind }) => (kind === undefined ? REST : QUOTE_KINDS.indexOf(kind))),
    speaker: Uint32Array.from(units, ({ speaker }) => (speaker === undefined ? 0 : speaker + 1)),
    language,
    length,
    ...languageStatistics(language, length),
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
