import type { AnalyzedParagraph, TokenRange } from '../../domain/analyzed.ts'
import type { Paragraph, Quote } from '../../domain/paragraph.ts'
import {
  createSegmentBuilder,
  type DocumentQuote,
  type SegmentContent,
  type SegmentDocument,
} from './index/segment-builder.ts'
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
    add({ paragraph, tokens, quoteTokens }, { sequence, row }) {
      firstSequence ??= sequence
      lastSequence = sequence
      const quotes = paragraph.quotes.map((quote, i): DocumentQuote => ({
        ...(quoteTokens[i] ?? NO_TOKENS),
        ...quoteFieldsOf(quote, names),
      }))
      builder.add({ ...fieldsOf(paragraph, names), tokens, quotes, article: sequence, row })
    },
    finish: () =>
      firstSequence === undefined ? undefined : { content: builder.content(), firstSequence, lastSequence },
  }
}

const NO_TOKENS: TokenRange = { first: 0, after: 0 }

function quoteFieldsOf({ kind, speaker }: Quote, names: NameNumbers): Omit<DocumentQuote, keyof TokenRange> {
  if (speaker === undefined) return { kind }
  return { kind, speaker: { name: speaker, number: names.numberOf('speakers', speaker) } }
}

type Fields = Omit<SegmentDocument, 'tokens' | 'quotes' | 'article' | 'row'>

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
