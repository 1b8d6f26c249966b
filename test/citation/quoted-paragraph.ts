import type { Language } from '../../src/domain/language.ts'
import type { Paragraph } from '../../src/domain/paragraph.ts'
import { extractQuotes } from '../../src/quotes/extract-quotes.ts'

/** Paragraphs of one article, with the quotes that are found in them. */
export function quotedParagraphs(texts: readonly string[], language: Language, articleId = 'a'): Paragraph[] {
  const quotes = extractQuotes(texts.map(text => ({ text, language, kind: 'text' })))
  return texts.map((text, position) => ({
    id: `${articleId}-${position}`,
    articleId,
    position,
    kind: 'text',
    text,
    language,
    languageConfidence: 1,
    articleLanguage: language,
    source: 'test',
    author: [],
    quotes: quotes[position] ?? [],
  }))
}

export function quotedParagraph(text: string, language: Language, articleId = 'a'): Paragraph {
  const [paragraph] = quotedParagraphs([text], language, articleId)
  if (!paragraph) throw new Error('one text is one paragraph')
  return paragraph
}
