import { setImmediate as nextTurn } from 'node:timers/promises'
import { analyzeParagraph, createAnalyzer } from '../../text/analyze.ts'
import type { DocumentReader } from './document-store.ts'
import { createSegmentDraft } from './index-documents.ts'
import { listSegment, type SegmentPlaces } from './list-segment.ts'
import type { NameNumbers } from './names.ts'

/** Articles read at a time, and paragraphs a segment. */
const ARTICLES_AT_ONCE = 500
const PARAGRAPHS_A_SEGMENT = 50_000

export type RebuildContext = SegmentPlaces & {
  readonly documents: DocumentReader
  readonly names: NameNumbers
}

/**
 * Analyses the live paragraphs of these articles again and lists them in new segments; within a transaction. Lets
 * searches run in between. Resolves to the number of paragraphs.
 */
export async function rebuildSegments(
  { first, last }: { readonly first: number; readonly last: number },
  { documents, names, maker, table }: RebuildContext,
): Promise<number> {
  const analyze = createAnalyzer()
  let draft = createSegmentDraft(names)
  let paragraphs = 0
  const finishDraft = async (): Promise<void> => {
    const drafted = draft.finish()
    if (!drafted) return
    const written = await maker.make({ kind: 'build', content: drafted.content }, draft.size)
    if (written) listSegment(written, drafted, { table })
    draft = createSegmentDraft(names)
  }
  for (let from = first; from <= last; from += ARTICLES_AT_ONCE) {
    for (const { row, sequence, paragraph } of documents.liveBetween(
      from,
      Math.min(last, from + ARTICLES_AT_ONCE - 1),
    )) {
      draft.add(analyzeParagraph(paragraph, analyze), { sequence, row })
      paragraphs++
    }
    if (draft.size >= PARAGRAPHS_A_SEGMENT) await finishDraft()
    await nextTurn()
  }
  await finishDraft()
  return paragraphs
}
