import { createHash } from 'node:crypto'
import type { AnalyzedArticle } from '../../domain/analyzed.ts'
import { ARTICLE_ID } from '../../domain/article.ts'
import type { PutReport } from '../search-engine.ts'
import type { DocumentWriter } from './document-store.ts'
import type { SegmentDraft } from './index-documents.ts'
import { successors } from './successors.ts'

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

export type PutContext = {
  readonly documents: DocumentWriter
  readonly draft: SegmentDraft
  readonly nextSequence: () => number
  /** Seconds UTC. */
  readonly now: number
}

export type ArticleChange = {
  readonly indexed: number
  readonly unchanged: number
  readonly retired: number
  /** Of the version that is no longer indexed. */
  readonly replacedSequence?: number
}

/**
 * Writes one article, within a transaction. A changed article is indexed anew as a whole, so that its paragraphs stay
 * neighbours in one segment; rows of paragraphs that stay are kept, those that vanish are retired.
 */
export function putArticle(
  article: AnalyzedArticle,
  { documents, draft, nextSequence, now }: PutContext,
): ArticleChange {
  const known = documents.article(article.id)
  const hash = contentHash(article)
  if (known?.hash === hash) return { indexed: 0, unchanged: article.paragraphs.length, retired: 0 }

  const before = known ? documents.texts(article.id) : []
  const after = article.paragraphs.map(({ paragraph }) => paragraph)
  const first = after[0]
  if (!first) throw new TypeError('An article without a paragraph reached the store')
  const sequence = nextSequence()
  documents.putArticle(article, first, { sequence, hash })

  const stays = new Set(after.map(paragraph => paragraph.id))
  const vanished = before.filter(({ id }) => !stays.has(id))
  const heirs = vanished.length > 0 ? successors(before, after) : new Map<string, string>()
  for (const { row, id } of vanished) documents.retire(row, now, heirs.get(id))

  const textBefore = new Map(before.map(({ id, text }) => [id, text]))
  let unchanged = 0
  for (const analyzed of article.paragraphs) {
    if (textBefore.get(analyzed.paragraph.id) === analyzed.paragraph.text) unchanged++
    draft.add(analyzed, { sequence, row: documents.putParagraph(analyzed.paragraph) })
  }
  return {
    indexed: after.length - unchanged,
    unchanged,
    retired: vanished.length,
    ...(known ? { replacedSequence: known.sequence } : {}),
  }
}

/** Everything of an article that is stored or searched. */
function contentHash(article: AnalyzedArticle): string {
  const hash = createHash('sha256')
  hash.update(article.language)
  for (const { paragraph } of article.paragraphs) hash.update(JSON.stringify(paragraph))
  return hash.digest('base64url')
}
