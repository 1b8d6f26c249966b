import type { AnalyzedParagraph } from '../../domain/analyzed.ts'
import type { Paragraph } from '../../domain/paragraph.ts'
import { createSegmentBuilder, type SegmentDocument } from './index/segment-builder.ts'
import type { Segment } from './index/segment.ts'
import type { NameNumbers } from './names.ts'

/** Paragraphs of articles, in order of their sequences, on their way into one segment. */
export type SegmentDraft = {
  add(analyzed: AnalyzedParagraph, place: { readonly sequence: number; readonly row: number }): void
  readonly size: number
  /** Absent when nothing was added. */
  finish():
    | { readonly segment: Segment; readonly firstSequence: number; readonly lastSequence: number }
    | undefined
}

export function createSegmentDraft(names: NameNumbers): SegmentDraft {
  const builder = createSegmentBuilder()
  let firstSequence: number | undefined
  let lastSequence = 0
  return {
    get size() {
      return builder.size
    },
    add({ paragraph, tokens }, { sequence, row }) {
      firstSequence ??= sequence
      lastSequence = sequence
      builder.add({ ...fieldsOf(paragraph, names), tokens, article: sequence, row })
    },
    finish: () =>
      firstSequence === undefined ? undefined : { segment: builder.finish(), firstSequence, lastSequence },
  }
}

type Fields = Omit<SegmentDocument, 'tokens' | 'article' | 'row'>

function fieldsOf(paragraph: Paragraph, names: NameNumbers): Fields {
  const { id, language, kind, publishedAt, visibleFrom, visibleUntil } = paragraph
  return {
    id,
    language,
    kind,
    languageNumber: names.numberOf('languages', language),
    source: names.numberOf('sources', paragraph.source),
    authors: [...new Set(paragraph.author)].map(author => names.numberOf('authors', author)),
    ...(publishedAt === undefined ? {} : { publishedAt }),
    ...(visibleFrom === undefined ? {} : { visibleFrom }),
    ...(visibleUntil === undefined ? {} : { visibleUntil }),
  }
}
