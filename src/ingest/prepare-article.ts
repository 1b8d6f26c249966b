import type { AnalyzedArticle } from '../domain/analyzed.ts'
import type { Article } from '../domain/article.ts'
import { AppError } from '../errors.ts'
import { tagArticle } from '../language/tag-article.ts'
import { extractQuotes } from '../quotes/extract-quotes.ts'
import { analyzeParagraph, createAnalyzer } from '../text/analyze.ts'
import type { Analyzer } from '../text/analyze.ts'
import { paragraphIds } from './ids.ts'
import { splitArticle } from './split-article.ts'

/**
 * Splits an article, finds each paragraph's language and who says what in it, and analyses it in that language: all that
 * has to happen before an engine can hold it. The same article always gives the same result.
 *
 * Throws `invalid_article` when the article has no text besides its title.
 */
export type PrepareArticle = (article: Article) => AnalyzedArticle

/** What is prepared with one preparer shares its memory of analysed words; so one for a run, not one for an article. */
export function createPreparer(): PrepareArticle {
  const analyze = createAnalyzer()
  return article => prepareArticle(article, analyze)
}

function prepareArticle(article: Article, analyze: Analyzer): AnalyzedArticle {
  const { title, paragraphs: drafts } = splitArticle(article)
  if (drafts.length === 0) {
    throw new AppError('invalid_article', `Article ${article.id} has no text`, {
      hint: 'Give it text or paragraphs; a title alone is no article.',
    })
  }
  const texts = drafts.map(draft => draft.text)
  const ids = paragraphIds(article.id, texts)
  const tags = tagArticle(texts, article.languages === undefined ? {} : { declared: article.languages })

  const tagged = drafts.map(({ kind, text }, position) => {
    const { language = tags.language, confidence = 0 } = tags.paragraphs[position] ?? {}
    return { kind, text, language, confidence }
  })
  const quotes = extractQuotes(tagged)

  const paragraphs = tagged.map(({ kind, text, language, confidence }, position) => {
    const paragraph = {
      id: ids[position] ?? '',
      articleId: article.id,
      position,
      kind,
      text,
      language,
      languageConfidence: confidence,
      articleLanguage: tags.language,
      source: article.source,
      author: article.author,
      ...(title === undefined ? {} : { title }),
      ...(article.url === undefined ? {} : { url: article.url }),
      ...(article.publishedAt === undefined ? {} : { publishedAt: article.publishedAt }),
      ...(article.visibleFrom === undefined ? {} : { visibleFrom: article.visibleFrom }),
      ...(article.visibleUntil === undefined ? {} : { visibleUntil: article.visibleUntil }),
      quotes: quotes[position] ?? [],
    }
    return analyzeParagraph(paragraph, analyze)
  })
  return { id: article.id, language: tags.language, paragraphs }
}
