import type { AnalyzedArticle } from '../../domain/analyzed.ts'
import { ARTICLE_ID } from '../../domain/article.ts'
import type { PutReport } from '../search-engine.ts'

type Rejected = PutReport['rejected'][number]

/** Splits off what can't be stored. Of an article that is given twice the last one counts. */
export function checkArticles(articles: readonly AnalyzedArticle[]): {
  readonly accepted: readonly AnalyzedArticle[]
  readonly rejected: readonly Rejected[]
} {
  const rejected: Rejected[] = []
  const accepted = new Map<string, AnalyzedArticle>()
  for (const article of articles) {
    const reason = refusal(article)
    if (reason !== undefined) {
      rejected.push({ id: article.id, reason })
      continue
    }
    if (accepted.delete(article.id)) {
      rejected.push({
        id: article.id,
        reason: 'The article was given twice at once; the later version was kept.',
      })
    }
    accepted.set(article.id, article)
  }
  return { accepted: [...accepted.values()], rejected }
}

function refusal({ id, paragraphs }: AnalyzedArticle): string | undefined {
  if (!ARTICLE_ID.test(id))
    return 'The id of an article is made of A–Z, a–z, 0–9, _ and -, at most 128 of them.'
  if (paragraphs.length === 0) return 'The article has no paragraph.'
  if (paragraphs.some(({ paragraph }) => paragraph.text.includes('\u0000'))) return 'The text holds U+0000.'
  return undefined
}
