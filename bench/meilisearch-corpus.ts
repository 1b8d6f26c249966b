import type { AnalyzedArticle } from '../src/domain/analyzed.ts'
import { paragraphIds } from '../src/ingest/ids.ts'
import { createAnalyzer } from '../src/text/analyze.ts'
import { generateArticles, type GeneratedArticle } from './corpus.ts'

export const SEED = 20_180_418

/** The generated articles, analysed, in batches of at least `size` paragraphs; titles are paragraphs too. */
export function* analyzedBatches(paragraphs: number, size: number): Generator<AnalyzedArticle[]> {
  const analyze = createAnalyzer()
  const articles = generateArticles(SEED)
  for (let left = paragraphs; left > 0;) {
    const batch: AnalyzedArticle[] = []
    let length = 0
    while (length < Math.min(size, left)) {
      const article = analyzed(articles.next().value, analyze)
      length += article.paragraphs.length
      batch.push(article)
    }
    left -= length
    yield batch
  }
}

function analyzed(article: GeneratedArticle, analyze: ReturnType<typeof createAnalyzer>): AnalyzedArticle {
  const { id, source, author, title, publishedAt, language } = article
  const texts = [title, ...article.body.paragraphs]
  const ids = paragraphIds(id, texts)
  const paragraphs = texts.map((text, position) => ({
    paragraph: {
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
      quotes: [],
      ...(publishedAt === undefined ? {} : { publishedAt }),
    },
    tokens: analyze(text, language),
  }))
  return { id, language, paragraphs }
}
