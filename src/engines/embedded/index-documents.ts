import type { AnalyzedParagraph, TokenRange } from '../../domain/analyzed.ts'
import type { Quote } from '../../domain/paragraph.ts'
import { createSegmentBuilder, type DocumentQuote, type SegmentContent } from './index/segment-builder.ts'
import type { SequenceRange } from './list-segment.ts'
import type { NameNumbers } from './names.ts'

type GivenNumbers = Pick<NameNumbers, 'numberOf'>

/** Paragraphs of articles, in order of their sequences, on their way into one segment. */
export type SegmentDraft = {
  add(analyzed: AnalyzedParagraph, place: { readonly sequence: number; readonly row: number }): void
  readonly size: number
  /** Absent when nothing was added. The draft is used up afterwards. */
  finish(): (SequenceRange & { readonly content: SegmentContent }) | undefined
}

export function createSegmentDraft(names: GivenNumbers): SegmentDraft {
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
      const { id, language, kind, source, author, publishedAt, visibleFrom, visibleUntil } = paragraph
      builder.add({
        tokens,
        quotes: quotesOf(paragraph.quotes, quoteTokens, names),
        language,
        languageNumber: names.numberOf('languages', language),
        source: names.numberOf('sources', source),
        authors: author.map(name => names.numberOf('authors', name)),
        kind,
        publishedAt,
        visibleFrom,
        visibleUntil,
        article: sequence,
        row,
        id,
      })
    },
    finish: () =>
      firstSequence === undefined ? undefined : { content: builder.content(), firstSequence, lastSequence },
  }
}

const NO_QUOTES: readonly DocumentQuote[] = []
const NO_TOKENS: TokenRange = { first: 0, after: 0 }

function quotesOf(
  quotes: readonly Quote[],
  quoteTokens: readonly TokenRange[],
  names: GivenNumbers,
): readonly DocumentQuote[] {
  if (quotes.length === 0) return NO_QUOTES
  return quotes.map(({ kind, speaker: name }, i) => {
    const { first, after } = quoteTokens[i] ?? NO_TOKENS
    if (name === undefined) return { first, after, kind }
    return { first, after, kind, speaker: { name, number: names.numberOf('speakers', name) } }
  })
}
