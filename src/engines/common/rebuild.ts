import type { AnalyzedArticle } from '../../domain/analyzed.ts'
import { AppError } from '../../errors.ts'

/** A new index with less than this share of the old one's paragraphs is a mistake until somebody says otherwise. */
const LEAST_SHARE = 0.5

export type IndexSizes = { readonly before: number; readonly after: number; readonly force: boolean }

/** Throws `rebuild_refused` for a new index that is empty or much smaller than the old one, unless forced. */
export function refuseSmallIndex({ before, after, force }: IndexSizes): void {
  if (force || (after > 0 && after >= before * LEAST_SHARE)) return
  throw new AppError(
    'rebuild_refused',
    `The new index would hold ${after} paragraphs, the present one holds ${before}`,
    { hint: 'The old index still serves. Give all articles, or use --force when so few are meant.' },
  )
}

/** Whole articles together, as soon as they have that many paragraphs. */
export async function* inBatches(
  articles: AsyncIterable<AnalyzedArticle>,
  paragraphsAtOnce: number,
): AsyncGenerator<AnalyzedArticle[]> {
  let batch: AnalyzedArticle[] = []
  let paragraphs = 0
  for await (const article of articles) {
    batch.push(article)
    paragraphs += article.paragraphs.length
    if (paragraphs < paragraphsAtOnce) continue
    yield batch
    batch = []
    paragraphs = 0
  }
  if (batch.length > 0) yield batch
}
