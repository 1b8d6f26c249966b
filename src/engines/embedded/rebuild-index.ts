import type { AnalyzedArticle } from '../../domain/analyzed.ts'
import { AppError } from '../../errors.ts'
import { inBatches, refuseSmallIndex } from '../common/rebuild.ts'
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
  for await (const batch of inBatches(articles, PARAGRAPHS_AT_ONCE)) {
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
  refuseSmallIndex({ before, after, force })
  return { before, after, rejected, replaced }
}

const countOf = (rows: readonly SegmentRow[]): number =>
  rows.reduce((sum, { documents, deletedCount }) => sum + documents - deletedCount, 0)
