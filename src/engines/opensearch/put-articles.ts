import type { AnalyzedArticle } from '../../domain/analyzed.ts'
import { analyzeParagraph, createAnalyzer } from '../../text/analyze.ts'
import { checkArticles } from '../common/check-articles.ts'
import { contentHash } from '../common/content-hash.ts'
import type { PutReport } from '../search-engine.ts'
import {
  changeOf,
  doneOperation,
  pendingOperations,
  undoOperations,
  type ArticleChange,
  type ChangeOptions,
} from './article-operations.ts'
import { writeBulk } from './bulk.ts'
import type { Server } from './client.ts'
import type { ArticleRecord, DocumentStore } from './document-store.ts'
import type { ServerFailure } from './server-error.ts'

/** `places`: where it is written: where it was before, or the empty indices of a rebuild. */
export type PutContext = ChangeOptions & {
  readonly server: Server
  /** What was there before. */
  readonly before: DocumentStore
  /** Called before the first write that can be searched. */
  readonly willChange: () => void
  /** Called before each request; throws when another writer has taken over. */
  readonly check: () => void
}

/**
 * Writes articles; nothing of it can be searched before a refresh. Killed in between it is repaired by a rerun: an article
 * has its hash only when all of it is there. An article that the server refuses is as it was before.
 */
export async function putArticles(
  articles: readonly AnalyzedArticle[],
  context: PutContext,
): Promise<PutReport> {
  const { server, before, places, isRebuild, check } = context
  const { accepted, rejected } = checkArticles(articles)
  const known = await before.articles(accepted.map(({ id }) => id))
  const isUnchanged = (article: AnalyzedArticle): boolean =>
    !isRebuild && known.get(article.id)?.hash === contentHash(article)
  const unchanged = accepted.filter(isUnchanged)
  const changes = await changesOf(
    accepted.filter(article => !unchanged.includes(article)),
    known,
    context,
  )
  const refused = new Map<string, ServerFailure>()
  if (changes.length > 0) {
    context.willChange()
    if (!isRebuild) {
      await writeBulk(
        server,
        changes.flatMap(change => pendingOperations(change, places)),
        check,
      )
    }
    for (const [id, failure] of await writeBulk(
      server,
      changes.flatMap(({ operations }) => operations),
      check,
    )) {
      refused.set(id, failure)
    }
  }
  const written = changes.filter(({ article }) => !refused.has(article.id))
  await undo(
    changes.filter(change => !written.includes(change)),
    context,
  )
  await writeBulk(
    server,
    written.map(change => doneOperation(change, places)),
    check,
  )
  return {
    indexed: sumOf(written, change => change.indexed),
    unchanged:
      sumOf(written, change => change.unchanged) + sumOf(unchanged, ({ paragraphs }) => paragraphs.length),
    retired: sumOf(written, ({ vanished }) => vanished.length),
    rejected: [...rejected, ...[...refused].map(rejectionOf)],
  }
}

async function changesOf(
  articles: readonly AnalyzedArticle[],
  known: ReadonlyMap<string, ArticleRecord>,
  { before, ...options }: PutContext,
): Promise<ArticleChange[]> {
  const ids = articles.map(({ id }) => id)
  const [live, retired] = await Promise.all([before.liveOf(ids), before.retiredOf(ids)])
  const liveOf = groupBy(live, ({ articleId }) => articleId)
  const retiredOf = groupBy(retired, ({ paragraph }) => paragraph.articleId)
  return articles.map(article => {
    const { id } = article
    return changeOf(
      article,
      { record: known.get(id), live: liveOf.get(id) ?? [], retired: retiredOf.get(id) ?? [] },
      options,
    )
  })
}

/** Articles that were refused in part are what they were, before anybody could see them. */
async function undo(
  changes: readonly ArticleChange[],
  { server, check, ...options }: PutContext,
): Promise<void> {
  const analyze = createAnalyzer()
  const operations = changes.flatMap(change => {
    const live = options.isRebuild ? [] : change.before.live
    const analyzed = live.map(paragraph => analyzeParagraph(paragraph, analyze))
    return undoOperations(change, analyzed, options)
  })
  await writeBulk(server, operations, check)
}

const rejectionOf = ([id, { type, reason }]: [string, ServerFailure]): PutReport['rejected'][number] => ({
  id,
  reason: `OpenSearch refused it (${type}): ${reason}`,
})

const sumOf = <T>(values: readonly T[], of: (value: T) => number): number =>
  values.reduce((sum, value) => sum + of(value), 0)

function groupBy<T>(values: readonly T[], keyOf: (value: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const value of values) {
    const group = groups.get(keyOf(value))
    if (group) group.push(value)
    else groups.set(keyOf(value), [value])
  }
  return groups
}
