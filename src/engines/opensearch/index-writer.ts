import pLimit from 'p-limit'
import type { AnalyzedArticle } from '../../domain/analyzed.ts'
import type { PutReport, RebuildReport, Selector } from '../search-engine.ts'
import type { Server } from './client.ts'
import { openDocumentStore } from './document-store.ts'
import { refuseOutdated } from './prepare-index.ts'
import { putArticles, type PutContext } from './put-articles.ts'
import { refresh } from './read-stats.ts'
import { rebuildIndex } from './rebuild-index.ts'
import { removeArticles } from './remove-articles.ts'
import type { IndexNames } from './schema.ts'
import { withLock, type HeldLock } from './writer-lock.ts'

/** Everything that changes an index. Every method takes the lock, and what it wrote can be searched when it resolves. */
export type IndexWriter = {
  put(articles: readonly AnalyzedArticle[], lockTimeoutMs: number): Promise<PutReport>
  /** Replaces everything at once, or nothing. */
  rebuild(
    articles: AsyncIterable<AnalyzedArticle>,
    options: { readonly force: boolean; readonly lockTimeoutMs: number },
  ): Promise<RebuildReport>
  /** Number of paragraphs that are gone. */
  remove(selector: Selector, lockTimeoutMs: number): Promise<number>
}

export function openIndexWriter(
  server: Server,
  {
    names,
    shards,
    clock,
  }: { readonly names: IndexNames; readonly shards: number; readonly clock: () => number },
): IndexWriter {
  const before = openDocumentStore(server, names)
  // one process is one writer
  const inTurn = pLimit(1)

  async function change<T>(
    { check, willChange }: HeldLock,
    work: (context: PutContext) => Promise<T>,
  ): Promise<T> {
    // a killed writer may have left something that this one has to see
    await refresh(server, names)
    const result = await work({
      server,
      before,
      places: names,
      isRebuild: false,
      now: clock(),
      check,
      willChange,
    })
    // not when it failed in the middle: then readers go on with what was there before
    await refresh(server, names)
    return result
  }

  const locked = <T>(timeoutMs: number, work: (context: PutContext) => Promise<T>): Promise<T> =>
    inTurn(() => withLock(server, names, { timeoutMs, work: lock => change(lock, work) }))

  return {
    put: (articles, timeoutMs) =>
      locked(timeoutMs, async context => {
        await refuseOutdated(server, names)
        return putArticles(articles, context)
      }),
    rebuild: (articles, { force, lockTimeoutMs }) =>
      locked(lockTimeoutMs, context => rebuildIndex(articles, { ...context, names, shards, force })),
    remove: (selector, timeoutMs) => locked(timeoutMs, context => removeArticles(selector, context)),
  }
}
