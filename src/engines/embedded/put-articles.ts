import type { AnalyzedArticle } from '../../domain/analyzed.ts'
import type { Paragraph } from '../../domain/paragraph.ts'
import { contentHash } from '../common/content-hash.ts'
import { successors } from '../common/successors.ts'
import type { DocumentWriter, NewParagraph } from './document-store.ts'
import type { SegmentDraft } from './index-documents.ts'

export type PlanContext = {
  readonly documents: DocumentWriter
  readonly draft: SegmentDraft
  readonly nextSequence: () => number
  /** Never one that was used before, for generations that are still read name paragraphs by their rows. */
  readonly nextRow: () => number
  /** Index it even when nothing of it has changed. */
  readonly isAnew: boolean
}

/** What a new version of an article changes in the document store. */
export type ArticlePlan = {
  readonly article: AnalyzedArticle
  /** Any of its paragraphs: all carry what they have from their article. */
  readonly first: Paragraph
  readonly sequence: number
  readonly hash: string
  readonly retired: readonly { readonly row: number; readonly successor: string | undefined }[]
  /** Known by their ids, retired ones that come back among them. */
  readonly updated: readonly NewParagraph[]
  readonly added: readonly NewParagraph[]
  readonly unchanged: number
  /** Of the version that is no longer indexed. */
  readonly replacedSequence: number | undefined
}

/**
 * Adds the article to the draft of the next segment, and tells what is to be stored; reads only. A changed article is
 * indexed anew as a whole, so that its paragraphs stay neighbours in one segment; rows of paragraphs that stay are kept,
 * those that vanish are retired. Absent when nothing has changed.
 */
export function planArticle(
  article: AnalyzedArticle,
  { documents, draft, nextSequence, nextRow, isAnew }: PlanContext,
): ArticlePlan | undefined {
  const known = documents.article(article.id)
  const hash = contentHash(article)
  if (known?.hash === hash && !isAnew) return undefined

  const stored = known ? documents.stored(article.id) : []
  const before = stored.filter(({ isRetired }) => !isRetired)
  const after = article.paragraphs.map(({ paragraph }) => paragraph)
  const first = after[0]
  if (!first) throw new TypeError('An article without a paragraph reached the store')
  const stays = new Set(after.map(paragraph => paragraph.id))
  const vanished = before.filter(({ id }) => !stays.has(id))
  const heirs = vanished.length > 0 ? successors(before, after) : new Map<string, string>()

  const sequence = nextSequence()
  const storedById = new Map(stored.map(one => [one.id, one]))
  const [updated, added]: [NewParagraph[], NewParagraph[]] = [[], []]
  let unchanged = 0
  for (const analyzed of article.paragraphs) {
    const { paragraph } = analyzed
    const old = storedById.get(paragraph.id)
    const row = old?.row ?? nextRow()
    ;(old ? updated : added).push({ row, paragraph })
    if (old?.isRetired === false && old.text === paragraph.text) unchanged++
    draft.add(analyzed, { sequence, row })
  }
  const retired = vanished.map(({ row, id }) => ({ row, successor: heirs.get(id) }))
  return {
    article,
    first,
    sequence,
    hash,
    retired,
    updated,
    added,
    unchanged,
    replacedSequence: known?.sequence,
  }
}

/** `now`: seconds UTC, from which vanished paragraphs count as retired. */
export function storeArticle(plan: ArticlePlan, documents: DocumentWriter, now: number): void {
  documents.putArticle(plan.article, plan.first, plan)
  for (const { row, successor } of plan.retired) documents.retire(row, now, successor)
  for (const { row, paragraph } of plan.updated) documents.updateParagraph(row, paragraph)
  documents.insertParagraphs(plan.added)
}
