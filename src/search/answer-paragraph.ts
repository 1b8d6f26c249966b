import type { Paragraph, Quote, StoredParagraph } from '../domain/paragraph.ts'
import type { AnswerParagraph, AnswerStoredParagraph } from './answer.ts'
import { isoInstant } from './parse-date.ts'
import { highlightParts } from '../text/highlight.ts'
import type { HighlightPart } from '../text/highlight.ts'

export function answerParagraph(paragraph: Paragraph): AnswerParagraph {
  const { id, articleId, position, kind, language, articleLanguage, source, author, text, quotes } = paragraph
  return {
    id,
    articleId,
    position,
    kind,
    language,
    articleLanguage,
    source,
    title: paragraph.title ?? null,
    author,
    publishedAt: instantOrNull(paragraph.publishedAt),
    url: paragraph.url ?? null,
    // ids hold nothing that a path would have to escape
    permalink: `/p/${id}`,
    text,
    quotes,
  }
}

export function answerStoredParagraph(paragraph: StoredParagraph): AnswerStoredParagraph {
  return {
    ...answerParagraph(paragraph),
    retiredAt: instantOrNull(paragraph.retiredAt),
    supersededBy: paragraph.supersededBy ?? null,
  }
}

const instantOrNull = (seconds: number | undefined): string | null =>
  seconds === undefined ? null : isoInstant(seconds)

/** A text that was not searched, in parts that say which of them are quoted. */
export const quotedParts = (text: string, quotes: readonly Quote[]): HighlightPart[] =>
  highlightParts(text, [], quotes)
