import { PARAGRAPH_KINDS } from '../../../domain/paragraph.ts'
import type { PhraseClause } from '../../../domain/query.ts'
import { bm25, weigh, type WeightedClause } from './bm25.ts'
import { accentKey } from './keys.ts'
import { prepare } from './prepare.ts'
import { prepareKeys, prepareWord } from './prepare-word.ts'
import type { PreparedClause } from './prepared-clause.ts'
import { labelOf } from '../../common/query-parts.ts'
import { compareIds, type RankedHit } from './ranked-hits.ts'
import type { WeightedPart } from './ready-query.ts'
import type { SearchContext } from './search-context.ts'
import type { Segment } from './segment.ts'

/** Shares of a clause's BM25 score. Those of phrases and typed forms are measured (reference/engine2); the others follow them. */
const NEARBY_WEIGHT = 0.2
const TYPED_WEIGHT = 0.2
const ACCENTED_WEIGHT = 0.2
const TITLE_WEIGHT = 0.15

const TITLE = PARAGRAPH_KINDS.indexOf('title')

/** Something that moves a hit in the ranking without deciding what matches. */
export type Signal = {
  readonly label: string
  readonly weighted: WeightedClause
  readonly weight: number
  /** Asked of the title of the hit's article instead of the hit. */
  readonly isOfTitle: boolean
}

export type ScoredHit = RankedHit & {
  /** Higher is better; of hits that were not reranked it is their key. */
  readonly score: number
  readonly isReranked: boolean
}

/** Signals that can move a hit by no more than this share of what all words are worth are not asked: `the` in the title. */
const NEGLIGIBLE_SHARE = 0.01

/** The signals of a query that occur in the index and can move a hit. */
export function signalsOf(
  positive: readonly WeightedPart[],
  nearby: readonly PhraseClause[],
  { context, inScope }: { context: SearchContext; inScope: readonly number[] },
): Signal[] {
  const found = [
    ...nearbySignals(nearby, context),
    ...typedSignals(positive, context),
    ...accentSignals(positive, context),
  ]
  const occurring = found.filter(({ clause }) => clause.total > 0)
  const clauses = occurring.map(({ clause }) => clause)
  const weighted = weigh(clauses, inScope, context.statistics)
  const signals = [
    ...occurring.map(({ label, weight }, k) => ({
      label,
      weight,
      weighted: weighted[k] as WeightedClause,
      isOfTitle: false,
    })),
    ...positive.map(({ clause, weighted }) => ({
      label: `title ${labelOf(clause)}`,
      weighted,
      weight: TITLE_WEIGHT,
      isOfTitle: true,
    })),
  ]
  const worth = positive.reduce((sum, part) => sum + part.weighted.bound, 0)
  return signals.filter(
    ({ weighted, weight }) => Math.abs(weight) * weighted.bound > NEGLIGIBLE_SHARE * worth,
  )
}

type UnweightedSignal = { readonly label: string; readonly clause: PreparedClause; readonly weight: number }

/** Words that are neighbours in the query are neighbours in the text. */
const nearbySignals = (nearby: readonly PhraseClause[], context: SearchContext): UnweightedSignal[] =>
  nearby.map(phrase => ({
    label: `nearby ${labelOf(phrase)}`,
    clause: prepare(phrase, context),
    weight: NEARBY_WEIGHT,
  }))

/** The text has the word as typed, not inflected. Says nothing of a word that has no other form in the index. */
function typedSignals(positive: readonly WeightedPart[], context: SearchContext): UnweightedSignal[] {
  return positive.flatMap(({ clause, weighted }) => {
    const { clause: prepared } = weighted.word ?? weighted
    if (clause.kind !== 'word' || prepared.kind !== 'word' || prepared.alternatives.length < 2) return []
    const typed = prepareWord({ kind: 'word', terms: clause.terms, stems: [] }, context)
    return [{ label: `as typed ${labelOf(clause)}`, clause: typed, weight: TYPED_WEIGHT }]
  })
}

/** The text has the accents as typed, or has some where none were typed, which counts against it. */
function accentSignals(positive: readonly WeightedPart[], context: SearchContext): UnweightedSignal[] {
  return positive.flatMap(({ clause }) => {
    if (clause.kind !== 'word') return []
    const { accented, terms } = clause
    if (accented !== undefined) {
      const asTyped = prepareKeys([accentKey(accented)], context)
      return [{ label: `accents of ${accented}`, clause: asTyped, weight: ACCENTED_WEIGHT }]
    }
    const withAccents = prepareKeys(terms.map(accentKey), context)
    return [{ label: `accents on ${labelOf(clause)}`, clause: withAccents, weight: -ACCENTED_WEIGHT }]
  })
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

/** Hits of one segment, ascending. */
type HitGroup<Hit> = {
  readonly segment: number
  readonly hits: readonly Hit[]
  readonly documents: Uint32Array
  /** The title paragraphs of their articles, each once, and which of them is that of each hit (-1: none). */
  readonly titles: Uint32Array
  readonly titleOf: readonly number[]
}

export function hitsBySegment<Hit extends RankedHit>(
  hits: readonly Hit[],
  { segments }: SearchContext,
): HitGroup<Hit>[] {
  const groups: HitGroup<Hit>[] = []
  segments.forEach((segment, i) => {
    const here = hits.filter(hit => hit.segment === i).sort((a, b) => a.document - b.document)
    if (here.length === 0) return
    const ofHits = here.map(hit => titleBefore(segment, hit.document))
    const titles = [...new Set(ofHits.filter(title => title !== undefined))]
    const titleOf = ofHits.map(title => (title === undefined ? -1 : titles.indexOf(title)))
    const documents = Uint32Array.from(here, hit => hit.document)
    groups.push({ segment: i, hits: here, documents, titles: Uint32Array.from(titles), titleOf })
  })
  return groups
}

/** The title paragraph of a document's article; undefined for itself or when there is none. */
function titleBefore({ article, kind }: Segment, document: number): number | undefined {
  if (kind[document] === TITLE) return undefined
  for (let d = document - 1; d >= 0 && article[d] === article[document]; d--) if (kind[d] === TITLE) return d
  return undefined
}

/** What the signal adds to each of the hits. */
export function signalScores(
  { weighted, weight, isOfTitle }: Signal,
  { segment, documents, titles, titleOf }: HitGroup<RankedHit>,
  context: SearchContext,
): number[] {
  const scores = clauseScores(weighted, segment, isOfTitle ? titles : documents, context)
  const placed = isOfTitle ? titleOf.map(title => scores[title] ?? 0) : scores
  return placed.map(score => weight * score)
}

/** The BM25 score of a clause in each of the documents, which ascend. */
export function clauseScores(
  { clause, idf }: Pick<WeightedClause, 'clause' | 'idf'>,
  i: number,
  documents: Uint32Array,
  { matcher, pool, statistics }: SearchContext,
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
