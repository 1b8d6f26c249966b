import type { AnalyzedArticle, AnalyzedParagraph } from '../../domain/analyzed.ts'
import type { Paragraph } from '../../domain/paragraph.ts'
import { contentHash } from '../common/content-hash.ts'
import { successors } from '../common/successors.ts'
import type { BulkOperation } from './bulk.ts'
import type { ArticleRecord, Places } from './document-store.ts'
import {
  articleDocument,
  paragraphDocument,
  retiredDocument,
  titleTermsOf,
  type RetiredParagraph,
} from './to-document.ts'

/** An article as it was before it is put. */
export type ArticleBefore = {
  readonly record: ArticleRecord | undefined
  readonly live: readonly Paragraph[]
  readonly retired: readonly RetiredParagraph[]
}

/** What has to be written for one article, and what that means. */
export type ArticleChange = {
  readonly article: AnalyzedArticle
  readonly before: ArticleBefore
  readonly operations: readonly BulkOperation[]
  /** Paragraphs that are no part of the article any more. */
  readonly vanished: readonly Paragraph[]
  readonly indexed: number
  readonly unchanged: number
}

export type ChangeOptions = {
  readonly places: Places
  /** Seconds UTC. */
  readonly now: number
  /** The places are empty, and what was retired before goes along. */
  readonly isRebuild: boolean
}

/** New paragraphs come first, then those that vanish or return. */
export function changeOf(
  article: AnalyzedArticle,
  before: ArticleBefore,
  { places, now, isRebuild }: ChangeOptions,
): ArticleChange {
  const { live, retired } = before
  const after = article.paragraphs.map(({ paragraph }) => paragraph)
  const stays = new Set(after.map(({ id }) => id))
  const vanished = live.filter(({ id }) => !stays.has(id))
  const heirs = vanished.length > 0 ? successors(live, after) : new Map<string, string>()
  const retiring = vanished.map(paragraph => ({
    paragraph,
    retiredAt: now,
    supersededBy: heirs.get(paragraph.id),
  }))
  const returning = retired.filter(({ paragraph }) => stays.has(paragraph.id))
  const staysRetired = retired.filter(({ paragraph }) => !stays.has(paragraph.id))

  const write = operationsOf(article.id)
  const operations = [
    ...paragraphOperations(article.id, article.paragraphs, places),
    ...[...retiring, ...(isRebuild ? staysRetired : [])].map(one =>
      write(places.documents, one.paragraph.id, retiredDocument(one)),
    ),
    ...(isRebuild
      ? []
      : [
          ...vanished.map(({ id }) => write(places.paragraphs, id)),
          ...returning.map(({ paragraph }) => write(places.documents, paragraph.id)),
        ]),
  ]
  const textBefore = new Map(live.map(({ id, text }) => [id, text]))
  const unchanged = after.filter(({ id, text }) => textBefore.get(id) === text).length
  return { article, before, operations, vanished, indexed: after.length - unchanged, unchanged }
}

/** An article that is there loses its hash until it is written: whoever comes after a killed writer sees it. */
export function pendingOperations({ article, before }: ArticleChange, places: Places): BulkOperation[] {
  return before.record ? [recordOperation(article.id, { ...before.record, hash: '' }, places)] : []
}

/** The record that says that all of the article is there. */
export function doneOperation({ article }: ArticleChange, places: Places): BulkOperation {
  const [first] = article.paragraphs
  if (!first) throw new TypeError('An article without a paragraph reached the index')
  return operationsOf(article.id)(
    places.documents,
    article.id,
    articleDocument(first.paragraph, contentHash(article)),
  )
}

/** Makes the article again what it was. `live`: its paragraphs then, analysed again; none in a rebuild. */
export function undoOperations(
  { article, before, vanished }: ArticleChange,
  live: readonly AnalyzedParagraph[],
  { places, isRebuild }: ChangeOptions,
): BulkOperation[] {
  const write = operationsOf(article.id)
  const wasLive = new Set(live.map(({ paragraph }) => paragraph.id))
  const wasRetired = isRebuild ? [] : before.retired
  return [
    ...article.paragraphs
      .filter(({ paragraph }) => !wasLive.has(paragraph.id))
      .map(({ paragraph }) => write(places.paragraphs, paragraph.id)),
    ...paragraphOperations(article.id, live, places),
    ...(isRebuild ? before.retired : []).map(({ paragraph }) => write(places.documents, paragraph.id)),
    ...vanished.map(({ id }) => write(places.documents, id)),
    ...wasRetired.map(one => write(places.documents, one.paragraph.id, retiredDocument(one))),
    ...(before.record && !isRebuild ? [recordOperation(article.id, before.record, places)] : []),
  ]
}

function paragraphOperations(
  articleId: string,
  paragraphs: readonly AnalyzedParagraph[],
  places: Places,
): BulkOperation[] {
  const titleTerms = titleTermsOf(paragraphs)
  const write = operationsOf(articleId)
  return paragraphs.map(one => write(places.paragraphs, one.paragraph.id, paragraphDocument(one, titleTerms)))
}

const recordOperation = (
  id: string,
  { hash, source, fields }: ArticleRecord,
  places: Places,
): BulkOperation =>
  operationsOf(id)(places.documents, id, {
    id,
    kind: 'article',
    articleId: id,
    source,
    hash,
    content: JSON.stringify(fields),
  })

/** Without a document it is deleted. */
const operationsOf =
  (articleId: string) =>
  (index: string, id: string, document?: object): BulkOperation => ({
    articleId,
    index,
    id,
    ...(document ? { document } : {}),
  })
