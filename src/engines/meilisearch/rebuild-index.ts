import type { AnalyzedArticle } from '../../domain/analyzed.ts'
import type { Paragraph } from '../../domain/paragraph.ts'
import { AppError } from '../../errors.ts'
import { inBatches, refuseSmallIndex } from '../common/rebuild.ts'
import type { PutReport, RebuildReport } from '../search-engine.ts'
import type { Server } from './client.ts'
import { stateDocument, type IndexState } from './document.ts'
import { and, is } from './filter.ts'
import { storedParagraphOf } from './from-response.ts'
import { idKey } from './keys.ts'
import { createIndex, deleteIndex } from './prepare-index.ts'
import { putArticles } from './put-articles.ts'
import { followTask } from './tasks.ts'
import { ofRole } from './scope.ts'
import { countRequest, hitsRequest } from './to-request.ts'

export type RebuildContext = {
  readonly server: Server
  /** The index that serves, and the name under which the new one is filled. */
  readonly present: string
  readonly fresh: string
  readonly nextState: () => IndexState
  /** Seconds UTC. */
  readonly now: number
  readonly force: boolean
}

const PARAGRAPHS_AT_ONCE = 5000
/** Paragraphs that are read back and compared. */
const SAMPLE = 50

/** Fills a fresh index and swaps it in by one task. Until then, and for good when this breaks off, the present one serves. */
export async function rebuildIndex(
  articles: AsyncIterable<AnalyzedArticle>,
  { server, present, fresh, nextState, now, force }: RebuildContext,
): Promise<RebuildReport> {
  const before = await countLive(server, present)
  // what a rebuild that was killed has left
  await deleteIndex(server, fresh)
  await createIndex(server, fresh)
  try {
    const letters = new Set<string>()
    const rejected: PutReport['rejected'][number][] = []
    const sample = createSample()
    let put = 0
    await followTask(server, server.putDocuments(fresh, `${JSON.stringify(stateDocument(nextState()))}\n`))
    for await (const batch of inBatches(articles, PARAGRAPHS_AT_ONCE)) {
      const report = await putArticles(batch, {
        server,
        from: present,
        to: fresh,
        nextState,
        letters,
        now,
        isAnew: true,
      })
      put += report.indexed + report.unchanged
      rejected.push(...report.rejected)
      const refused = new Set(report.rejected.map(({ id }) => id))
      for (const { id, paragraphs } of batch) {
        if (!refused.has(id)) for (const { paragraph } of paragraphs) sample.offer(paragraph)
      }
    }
    const after = await countLive(server, fresh)
    if (after !== put) throw unlike(`holds ${after} paragraphs instead of the ${put} that were put`)
    await compareSample(server, fresh, sample.taken)
    refuseSmallIndex({ before, after, force })
    await followTask(server, server.swapIndexes(present, fresh))
    return { before, after, rejected }
  } finally {
    // the old index after the swap, the unfinished one without it; what stays is deleted by the next rebuild
    await deleteIndex(server, fresh).catch(() => undefined)
  }
}

const countLive = async (server: Server, index: string): Promise<number> =>
  (await server.search(index, countRequest(ofRole('live')))).total

const unlike = (what: string): AppError =>
  new AppError('internal', `The new index ${what}`, {
    hint: 'The old index still serves. Check that no article comes twice, and report this.',
  })

async function compareSample(server: Server, index: string, sample: readonly Paragraph[]): Promise<void> {
  if (sample.length === 0) return
  const ids = sample.map(({ id }) => idKey(id))
  const { hits } = await server.search(
    index,
    hitsRequest(and(ofRole('live'), is('order', ...ids)), { limit: ids.length }),
  )
  const found = new Map(hits.map(storedParagraphOf).map(paragraph => [paragraph.id, paragraph]))
  for (const paragraph of sample) {
    if (JSON.stringify(found.get(paragraph.id)) !== JSON.stringify(paragraph)) {
      throw unlike(`holds ${paragraph.id} otherwise than it was put`)
    }
  }
}

/** Some of everything that is offered, each as likely as the other (Vitter 1985, algorithm R). */
function createSample() {
  const taken: Paragraph[] = []
  let offered = 0
  return {
    taken,
    offer(paragraph: Paragraph): void {
      const place = Math.floor(Math.random() * ++offered)
      if (taken.length < SAMPLE) taken.push(paragraph)
      else if (place < SAMPLE) taken[place] = paragraph
    },
  }
}
