import type { AnalyzedArticle } from '../src/domain/analyzed.ts'
import { paragraphIds } from '../src/ingest/ids.ts'
import { analyzeParagraph, type Analyzer } from '../src/text/analyze.ts'
import type { GeneratedArticle } from './corpus.ts'

/** As ingest would make it, without tagging: the generator knows the language and who speaks. */
export function analyzedArticle(article: GeneratedArticle, analyze: Analyzer): AnalyzedArticle {
  const { id, source, author, title, url, publishedAt, language, quotes } = article
  const texts = [title, ...article.body.paragraphs]
  const ids = paragraphIds(id, texts)
  const paragraphs = texts.map((text, position) =>
    analyzeParagraph(
      {
        id: ids[position] ?? '',
        articleId: id,
        position,
        kind: position === 0 ? ('title' as const) : ('text' as const),
        text,
        language,
        languageConfidence: 1,
        articleLanguage: language,
        source,
        author,
        title,
        quotes: quotes[position - 1] ?? [],
        ...(url !== undefined && { url }),
        ...(publishedAt !== undefined && { publishedAt }),
      },
      analyze,
    ),
  )
  return { id, language, paragraphs }
}
