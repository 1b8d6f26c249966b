import type { AnalyzedParagraph } from '../../domain/analyzed.ts'
import type { Paragraph } from '../../domain/paragraph.ts'
import { createSegmentBuilder, type SegmentContent, type SegmentDocument } from './index/segment-builder.ts'
import type { SequenceRange } from './list-segment.ts'
import type { NameNumbers } from './names.ts'

/** Paragraphs of articles, in order of their sequences, on their way into one segment. */
export type SegmentDraft = {
  add(analyzed: AnalyzedParagraph, place: { readonly sequence: number; readonly row: number }): void
  readonly size: number
  /** Absent when nothing was added. The draft is used up afterwards. */
  finish(): (SequenceRange & { readonly content: SegmentContent }) | undefined
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
      firstSequence === undefined ? undefined : { content: builder.content(), firstSequence, lastSequence },
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
