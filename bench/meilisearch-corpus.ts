import type { AnalyzedArticle } from '../src/domain/analyzed.ts'
import { createAnalyzer } from '../src/text/analyze.ts'
import { analyzedArticle } from './analyzed-article.ts'
import { generateArticles } from './corpus.ts'

export const SEED = 20_180_418

/** The generated articles, analysed, in batches of at least `size` paragraphs; titles are paragraphs too. */
export function* analyzedBatches(paragraphs: number, size: number): Generator<AnalyzedArticle[]> {
  const analyze = createAnalyzer()
  const articles = generateArticles(SEED)
  for (let left = paragraphs; left > 0;) {
    const batch: AnalyzedArticle[] = []
    let length = 0
    while (length < Math.min(size, left)) {
      const article = analyzedArticle(articles.next().value, analyze)
      length += article.paragraphs.length
      batch.push(article)
    }
    left -= length
    yield batch
  }
}
