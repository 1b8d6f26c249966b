import type { AnalyzedArticle } from '../../domain/analyzed.ts'
import { AppError } from '../../errors.ts'
import type { PutReport, RebuildReport } from '../search-engine.ts'
import type { DocumentWriter } from './document-store.ts'
import type { SegmentRow, SegmentTable } from './segment-table.ts'

export type RebuildContext = {
  readonly table: SegmentTable
  readonly documents: DocumentWriter
  /** Indexes articles whether or not they have changed, without touching what is listed. */
  readonly putAnew: (articles: readonly AnalyzedArticle[]) => Promise<PutReport>
  /** Sequences up to this one belong to the old index. */
  readonly lastOldSequence: number
  readonly force: boolean
}

const PARAGRAPHS_AT_ONCE = 2000
/** A new index with less than this share of the old one's paragraphs is a mistake until somebody says otherwise. */
const LEAST_SHARE = 0.5

/**
 * Fills a new set of segments and takes the old ones off the list; within one transaction, so that readers see the old
 * index until it commits, and for good if it does not.
 */
export async function rebuildIndex(
  articles: AsyncIterable<AnalyzedArticle>,
  { table, documents, putAnew, lastOldSequence, force }: RebuildContext,
): Promise<RebuildReport & { readonly replaced: readonly SegmentRow[] }> {
  const replaced = table.all()
  const before = countOf(replaced)
  const rejected: PutReport['rejected'][number][] = []
  for await (const batch of inBatches(articles)) {
    const report = await putAnew(batch)
    rejected.push(...report.rejected)
  }
  for (const id of documents.articleIdsUpTo(lastOldSequence)) documents.remove(id)
  for (const { name } of replaced) table.remove(name)
  const after = countOf(table.all())
  const stored = documents.liveCount()
  if (after !== stored) {
    throw new AppError('internal', `The new index holds ${after} paragraphs, its document store ${stored}`, {
      hint: 'The old index still serves. This is a mistake in Paragraf: please report it.',
    })
  }
  if (!force && (after === 0 || after < before * LEAST_SHARE)) {
    throw new AppError(
      'rebuild_refused',
      `The new index would hold ${after} paragraphs, the present one holds ${before}`,
      {
        hint: 'The old index still serves. Give all articles, or use --force when so few are meant.',
      },
    )
  }
  return { before, after, rejected, replaced }
}

const countOf = (rows: readonly SegmentRow[]): number =>
  rows.reduce((sum, { documents, deletedCount }) => sum + documents - deletedCount, 0)

async function* inBatches(articles: AsyncIterable<AnalyzedArticle>): AsyncGenerator<AnalyzedArticle[]> {
  let batch: AnalyzedArticle[] = []
  let paragraphs = 0
  for await (const article of articles) {
    batch.push(article)
    paragraphs += article.paragraphs.length
    if (paragraphs < PARAGRAPHS_AT_ONCE) continue
    yield batch
    batch = []
    paragraphs = 0
  }
  if (batch.length > 0) yield batch
}
