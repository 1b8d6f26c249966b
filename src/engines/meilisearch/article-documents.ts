import type { AnalyzedArticle } from '../../domain/analyzed.ts'
import type { StoredParagraph } from '../../domain/paragraph.ts'
import { contentHash } from '../common/content-hash.ts'
import { successors } from '../common/successors.ts'
import { retiredDocument, underArticle } from './document.ts'
import { goneDocuments, paragraphDocuments } from './paragraph-documents.ts'
import type { StoredDocument } from './read-documents.ts'

/** One article on its way into the index. */
export type ArticleChange = {
  readonly id: string
  /** Documents, one a line, that replace everything of the article. */
  readonly lines: readonly string[]
  readonly indexed: number
  readonly unchanged: number
  readonly retired: number
}

/**
 * What putting an article changes. Every document of it is written again, since what the article says of its paragraphs
 * may have changed; paragraphs that vanished stay as retired ones, and one that comes back takes the place of its own.
 */
export function changeOf(
  article: AnalyzedArticle,
  stored: readonly StoredDocument[],
  {
    now,
    isFresh,
  }: {
    /** Seconds UTC. */
    readonly now: number
    /** What is stored is in another index than the one that is written. */
    readonly isFresh: boolean
  },
): ArticleChange {
  const after = article.paragraphs.map(({ paragraph }) => paragraph)
  const first = after[0]
  if (!first) throw new TypeError('An article without a paragraph reached the index')
  const hash = contentHash(article)
  const title = article.paragraphs.find(({ paragraph }) => paragraph.kind === 'title')
  const stays = new Set(after.map(({ id }) => id))
  const before = stored.filter(({ isRetired }) => !isRetired).map(({ paragraph }) => paragraph)
  const vanished = before.filter(({ id }) => !stays.has(id))
  const heirs = vanished.length > 0 ? successors(before, after) : new Map<string, string>()
  const retire = (paragraph: StoredParagraph): StoredParagraph => {
    const heir = heirs.get(paragraph.id)
    return { ...paragraph, retiredAt: now, ...(heir === undefined ? {} : { supersededBy: heir }) }
  }
  const retiredBefore = stored
    .filter(({ isRetired, paragraph }) => isRetired && !stays.has(paragraph.id))
    .map(({ paragraph }) => paragraph)
  const textBefore = new Map(before.map(({ id, text }) => [id, text]))
  const unchanged = after.filter(({ id, text }) => textBefore.get(id) === text).length
  const written = article.paragraphs.flatMap((paragraph, i) =>
    paragraphDocuments(paragraph, {
      hash,
      isHead: i === 0,
      ...(title && title !== paragraph ? { title } : {}),
    }),
  )
  const documents = [
    ...written,
    ...[...retiredBefore, ...vanished.map(retire)].map(paragraph =>
      retiredDocument(underArticle(paragraph, first)),
    ),
    ...(isFresh ? [] : goneDocuments(before, new Set(written.map(({ id }) => id)))),
  ]
  return {
    id: article.id,
    lines: documents.map(document => JSON.stringify(document)),
    indexed: after.length - unchanged,
    unchanged,
    retired: vanished.length,
  }
}
