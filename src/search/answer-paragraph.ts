import type { Paragraph, StoredParagraph } from '../domain/paragraph.ts'
import type { AnswerParagraph, AnswerStoredParagraph } from './answer.ts'
import { isoInstant } from './parse-date.ts'

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
