import type { AnalyzedArticle } from '../../domain/analyzed.ts'
import type { Paragraph } from '../../domain/paragraph.ts'
import { createAnalyzer } from '../../text/analyze.ts'
import { checkArticles } from '../common/check-articles.ts'
import { contentHash } from '../common/content-hash.ts'
import { successors } from '../common/successors.ts'
import type { PutReport } from '../search-engine.ts'
import { writeBulk, type BulkOperation } from './bulk.ts'
import type { Server } from './client.ts'
import type { ArticleRecord, DocumentStore, Places, RetiredParagraph } from './document-store.ts'
import type { ServerFailure } from './server-error.ts'
import { articleDocument, paragraphDocument, retiredDocument, titleTermsOf } from './to-document.ts'

export type PutContext = {
  readonly server: Server
  /** What was there before. */
  readonly before: DocumentStore
  /** Where it is written: the same place, or the empty indices of a rebuild. */
  readonly places: Places
  readonly isRebuild: boolean
  /** Seconds UTC. */
  readonly now: number
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
  const changed = accepted.filter(article => !isUnchanged(article))
  const report = {
    indexed: 0,
    unchanged: accepted.filter(isUnchanged).reduce((sum, { paragraphs }) => sum + paragraphs.length, 0),
    retired: 0,
  }
  if (changed.length === 0) return { ...report, rejected }

  const ids = changed.map(({ id }) => id)
  const live = byArticle(await before.liveOf(ids), paragraph => paragraph.articleId)
  const retired = byArticle(await before.retiredOf(ids), ({ paragraph }) => paragraph.articleId)
  const changes = changed.map(article =>
    changeOf(article, {
      ...context,
      live: live.get(article.id) ?? [],
      retired: retired.get(article.id) ?? [],
    }),
  )
  context.willChange()
  if (!isRebuild) await writeBulk(server, pending(changed, known, places), check)
  const refused = await writeBulk(
    server,
    changes.flatMap(change => change.operations),
    check,
  )
  const written = changes.filter(({ article }) => !refused.has(article.id))
  await undo(
    changes.filter(({ article }) => refused.has(article.id)),
    known,
    context,
  )
  await writeBulk(
    server,
    written.map(({ article }) => articleOperation(article, places)),
    check,
  )

  for (const change of written) {
    report.indexed += change.indexed
    report.unchanged += change.unchanged
    report.retired += change.retired
  }
  return { ...report, rejected: [...rejected, ...rejections(refused)] }
}

type Change = {
  readonly article: AnalyzedArticle
  readonly operations: readonly BulkOperation[]
  /** The paragraphs as they were. */
  readonly live: readonly Paragraph[]
  readonly heirs: readonly string[]
  readonly indexed: number
  readonly unchanged: number
  readonly retired: number
}

type ChangeContext = Pick<PutContext, 'places' | 'isRebuild' | 'now'> & {
  readonly live: readonly Paragraph[]
  readonly retired: readonly RetiredParagraph[]
}

/** New paragraphs first, then those that vanish. */
function changeOf(
  article: AnalyzedArticle,
  { places, isRebuild, now, live, retired }: ChangeContext,
): Change {
  const after = article.paragraphs.map(({ paragraph }) => paragraph)
  const stays = new Set(after.map(({ id }) => id))
  const vanished = live.filter(({ id }) => !stays.has(id))
  const heirs = vanished.length > 0 ? successors(live, after) : new Map<string, string>()
  const textBefore = new Map(live.map(({ id, text }) => [id, text]))
  const unchanged = after.filter(({ id, text }) => textBefore.get(id) === text).length
  const titleTerms = titleTermsOf(article)

  const operation = (index: string, id: string, document?: object): BulkOperation => ({
    articleId: article.id,
    index,
    id,
    ...(document ? { document } : {}),
  })
  const retirements: RetiredParagraph[] = [
    ...vanished.map(paragraph => ({ paragraph, retiredAt: now, supersededBy: heirs.get(paragraph.id) })),
    // a rebuild takes those along that were retired before
    ...(isRebuild ? retired.filter(({ paragraph }) => !stays.has(paragraph.id)) : []),
  ]
  const operations = [
    ...article.paragraphs.map(one =>
      operation(places.paragraphs, one.paragraph.id, paragraphDocument(one, titleTerms)),
    ),
    ...retirements.map(({ paragraph, retiredAt, supersededBy }) =>
      operation(places.documents, paragraph.id, retiredDocument(paragraph, { retiredAt, supersededBy })),
    ),
    ...(isRebuild ? [] : vanished.map(({ id }) => operation(places.paragraphs, id))),
    ...(isRebuild
      ? []
      : retired
          .filter(({ paragraph }) => stays.has(paragraph.id))
          .map(({ paragraph }) => operation(places.documents, paragraph.id))),
  ]
  return {
    article,
    operations,
    live,
    heirs: vanished.map(({ id }) => id),
    indexed: after.length - unchanged,
    unchanged,
    retired: vanished.length,
  }
}

/** Articles that are there lose their hash until they are written: whoever comes after a killed writer sees it. */
const pending = (
  changed: readonly AnalyzedArticle[],
  known: ReadonlyMap<string, ArticleRecord>,
  places: Places,
): BulkOperation[] =>
  changed.flatMap(({ id }) => {
    const record = known.get(id)
    return record ? [recordOperation(id, { ...record, hash: '' }, places)] : []
  })

const recordOperation = (
  id: string,
  { hash, source, fields }: ArticleRecord,
  places: Places,
): BulkOperation => ({
  articleId: id,
  index: places.documents,
  id,
  document: { kind: 'article', articleId: id, source, hash, content: JSON.stringify(fields) },
})

function articleOperation(article: AnalyzedArticle, places: Places): BulkOperation {
  const [first] = article.paragraphs
  if (!first) throw new TypeError('An article without a paragraph reached the index')
  return {
    articleId: article.id,
    index: places.documents,
    id: article.id,
    document: articleDocument(first.paragraph, contentHash(article)),
  }
}

/** Makes articles that were refused in part what they were; still before anybody could see them. */
async function undo(
  changes: readonly Change[],
  known: ReadonlyMap<string, ArticleRecord>,
  { server, places, check, isRebuild }: PutContext,
): Promise<void> {
  if (changes.length === 0) return
  const analyze = createAnalyzer()
  const operations = changes.flatMap(({ article, live, heirs }): BulkOperation[] => {
    const before = isRebuild
      ? []
      : live.map(paragraph => ({ paragraph, tokens: analyze(paragraph.text, paragraph.language) }))
    const titleTerms = titleTermsOf({ ...article, paragraphs: before })
    const wasThere = new Set(before.map(({ paragraph }) => paragraph.id))
    const at = (index: string, id: string, document?: object): BulkOperation => ({
      articleId: article.id,
      index,
      id,
      ...(document ? { document } : {}),
    })
    const record = known.get(article.id)
    return [
      ...article.paragraphs.flatMap(({ paragraph: { id } }) =>
        wasThere.has(id) ? [] : at(places.paragraphs, id),
      ),
      ...before.map(one => at(places.paragraphs, one.paragraph.id, paragraphDocument(one, titleTerms))),
      ...heirs.map(id => at(places.documents, id)),
      ...(record && !isRebuild ? [recordOperation(article.id, record, places)] : []),
    ]
  })
  await writeBulk(server, operations, check)
}

const rejections = (refused: ReadonlyMap<string, ServerFailure>): PutReport['rejected'] =>
  [...refused].map(([id, { type, reason }]) => ({ id, reason: `OpenSearch refused it (${type}): ${reason}` }))

function byArticle<T>(values: readonly T[], articleOf: (value: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const value of values) {
    const group = groups.get(articleOf(value))
    if (group) group.push(value)
    else groups.set(articleOf(value), [value])
  }
  return groups
}
