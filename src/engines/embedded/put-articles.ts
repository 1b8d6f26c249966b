import type { AnalyzedArticle } from '../../domain/analyzed.ts'
import type { DocumentWriter, NewParagraph } from './document-store.ts'
import type { SegmentDraft } from './index-documents.ts'
import { contentHash } from '../common/content-hash.ts'
import { successors } from '../common/successors.ts'

export type PutContext = {
  readonly documents: DocumentWriter
  readonly draft: SegmentDraft
  readonly nextSequence: () => number
  /** Never one that was used before, for generations that are still read name paragraphs by their rows. */
  readonly nextRow: () => number
  /** Seconds UTC. */
  readonly now: number
  /** Index it even when nothing of it has changed. */
  readonly isAnew: boolean
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
  { documents, draft, nextSequence, nextRow, now, isAnew }: PutContext,
): ArticleChange {
  const known = documents.article(article.id)
  const hash = contentHash(article)
  if (known?.hash === hash && !isAnew) return { indexed: 0, unchanged: article.paragraphs.length, retired: 0 }

  const stored = known ? documents.stored(article.id) : []
  const before = stored.filter(({ isRetired }) => !isRetired)
  const after = article.paragraphs.map(({ paragraph }) => paragraph)
  const first = after[0]
  if (!first) throw new TypeError('An article without a paragraph reached the store')
  const sequence = nextSequence()
  documents.putArticle(article, first, { sequence, hash })

  const stays = new Set(after.map(paragraph => paragraph.id))
  const vanished = before.filter(({ id }) => !stays.has(id))
  const heirs = vanished.length > 0 ? successors(before, after) : new Map<string, string>()
  for (const { row, id } of vanished) documents.retire(row, now, heirs.get(id))

  const storedById = new Map(stored.map(one => [one.id, one]))
  let unchanged = 0
  const added: NewParagraph[] = []
  for (const analyzed of article.paragraphs) {
    const { paragraph } = analyzed
    const old = storedById.get(paragraph.id)
    const row = old?.row ?? nextRow()
    if (old) documents.updateParagraph(row, paragraph)
    else added.push({ row, paragraph })
    if (old?.isRetired === false && old.text === paragraph.text) unchanged++
    draft.add(analyzed, { sequence, row })
  }
  documents.insertParagraphs(added)
  return {
    indexed: after.length - unchanged,
    unchanged,
    retired: vanished.length,
    ...(known ? { replacedSequence: known.sequence } : {}),
  }
}
