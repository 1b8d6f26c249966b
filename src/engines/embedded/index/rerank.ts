import { PARAGRAPH_KINDS } from '../../../domain/paragraph.ts'
import { bm25, type WeightedClause } from './bm25.ts'
import { compareIds, type RankedHit } from './ranked-hits.ts'
import type { SearchContext, SpaceContext } from './search-context.ts'
import type { Segment } from './segment.ts'
import type { Signal } from './signals.ts'

const TITLE = PARAGRAPH_KINDS.indexOf('title')

export type ScoredHit = RankedHit & {
  /** Higher is better; of hits that were not reranked it is their key. */
  readonly score: number
  readonly isReranked: boolean
}

/** The hits with their final scores, best first. */
export function rerank(
  hits: readonly RankedHit[],
  signals: readonly Signal[],
  context: SearchContext,
): ScoredHit[] {
  const scored = hits.map(hit => ({ ...hit, score: hit.key, isReranked: true }))
  for (const group of hitsBySegment(scored, context)) {
    for (const signal of signals) {
      const parts = signalScores(signal, group, context)
      group.hits.forEach((hit, k) => (hit.score += parts[k] as number))
    }
  }
  return scored.sort((a, b) => b.score - a.score || compareIds(a, b, context.segments))
}

/** Hits of one segment, ascending, all found in units or none. */
type HitGroup<Hit> = {
  readonly segment: number
  readonly hits: readonly Hit[]
  readonly isOfUnits: boolean
  /** Their documents, or the units that they were found in. */
  readonly documents: Uint32Array
  /** The title paragraphs of their articles, each once, and which of them is that of each hit (-1: none). */
  readonly titles: Uint32Array
  readonly titleOf: readonly number[]
}

export function hitsBySegment<Hit extends RankedHit>(
  hits: readonly Hit[],
  { segments }: SearchContext,
): HitGroup<Hit>[] {
  return segments.flatMap((_, segment) =>
    [false, true].flatMap(isOfUnits => {
      const here = hits.filter(hit => hit.segment === segment && (hit.unit !== undefined) === isOfUnits)
      return here.length > 0 ? [groupOf(here, { segment, isOfUnits }, segments)] : []
    }),
  )
}

function groupOf<Hit extends RankedHit>(
  hits: readonly Hit[],
  { segment, isOfUnits }: Pick<HitGroup<Hit>, 'segment' | 'isOfUnits'>,
  segments: readonly Segment[],
): HitGroup<Hit> {
  const here = hits.toSorted((a, b) => a.document - b.document)
  const ofHits = here.map(hit => titleBefore(segments[segment] as Segment, hit.document))
  const titles = [...new Set(ofHits.filter(title => title !== undefined))]
  return {
    segment,
    isOfUnits,
    hits: here,
    documents: Uint32Array.from(here, hit => hit.unit ?? hit.document),
    titles: Uint32Array.from(titles),
    titleOf: ofHits.map(title => (title === undefined ? -1 : titles.indexOf(title))),
  }
}

/** The title paragraph of a document's article; undefined for itself or when there is none. */
function titleBefore({ article, kind }: Segment, document: number): number | undefined {
  if (kind[document] === TITLE) return undefined
  for (let d = document - 1; d >= 0 && article[d] === article[document]; d--) if (kind[d] === TITLE) return d
  return undefined
}

/** What the signal adds to each of the hits. */
export function signalScores(
  { weighted, inUnits, weight, isOfTitle }: Signal,
  { segment, isOfUnits, documents, titles, titleOf }: HitGroup<RankedHit>,
  context: SearchContext,
): number[] {
  if (isOfTitle) {
    const scores = clauseScores(weighted, segment, titles, context)
    return titleOf.map(title => weight * (scores[title] ?? 0))
  }
  const scores =
    isOfUnits && inUnits
      ? clauseScores(inUnits, segment, documents, context.units())
      : clauseScores(weighted, segment, documents, context)
  return scores.map(score => weight * score)
}

/** The BM25 score of a clause in each of the documents, which ascend. */
export function clauseScores(
  { clause, idf }: Pick<WeightedClause, 'clause' | 'idf'>,
  i: number,
  documents: Uint32Array,
  { matcher, pool, statistics }: SpaceContext,
): number[] {
  if (documents.length === 0) return []
  const list = pool.take()
  matcher.lookUp(clause, i, { docs: documents, n: documents.length }, list.values)
  const norms = statistics.norms(i)
  const scores = Array.from(documents, (document, k) =>
    bm25(idf, list.values[k] as number, norms[document] as number),
  )
  pool.give(list)
  return scores
}
