import { createHash } from 'node:crypto'
import type { AnalyzedArticle } from '../../domain/analyzed.ts'

/** Everything of an article that is stored or searched. */
export function contentHash(article: AnalyzedArticle): string {
  const hash = createHash('sha256')
  hash.update(article.language)
  for (const { paragraph } of article.paragraphs) hash.update(JSON.stringify(paragraph))
  return hash.digest('base64url')
}
