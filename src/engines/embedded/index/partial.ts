import { scoreCounts, type WeightedClause } from './bm25.ts'
import { canFail, failuresOf, type SegmentView } from './filter.ts'
import { addWholeWordScores } from './match-all.ts'
import { swapLists, unite } from './posting-lists.ts'
import { RERANKED } from './position.ts'
import type { PostingList } from './postings.ts'
import { bestHits, BestOfSegment, type RankedHit } from './ranked-hits.ts'
import type { ReadyQuery } from './ready-query.ts'
import { rerank, type ScoredHit } from './rerank.ts'
import type { SearchContext } from './search-context.ts'
import type { Segment } from './segment.ts'
import type { Signal } from './signals.ts'
import { offerAll, sortKeys } from './sort-keys.ts'

/** A paragraph with nothing but clauses that weigh less than this share of the query is no match. */
const TELLING_SHARE = 0.3

export type PartialWanted = {
  /** The full matches of the page, which is the only one. */
  readonly hits: readonly RankedHit[]
  readonly signals: readonly Signal[]
  readonly context: SearchContext
}

/**
 * The best of what matches some of the clauses and is not among `hits`, as many as the page still has room for, by BM25
 * over the clauses that match.
 */
export function findPartial(query: ReadyQuery, { hits, signals, context }: PartialWanted): ScoredHit[] {
  const { plan } = query
  const weighted = query.positive.map(part => part.weighted).filter(({ clause }) => clause.total > 0)
  const clauses = weighted.sort((a, b) => b.bound - a.bound)
  const size = Math.max(plan.limit, RERANKED)
  const found: RankedHit[] = []
  let floor = Number.NEGATIVE_INFINITY
  context.views.forEach((_, i) => {
    query.check()
    const segment = context.segments[i] as Segment
    const list = context.pool.take()
    const n = matchSome(clauses, { i, size, floor, query, excluded: excludedFrom(i), context }, list)
    if (n > 0) {
      const bestHere = new BestOfSegment(segment, size, { floor })
      sortKeys('relevance', segment, { ...list, n }, context.keys)
      offerAll(bestHere, { docs: list.docs, n, keys: context.keys, fails: undefined }, segment, plan)
      found.push(...bestHere.hits(i))
      floor = bestHere.floor
    }
    context.pool.give(list)
  })
  // "more in this article" would be other full matches, and there are none
  const partial = bestHits(found, size, context.segments).map(hit => ({ ...hit, more: 0 }))
  return rerank(partial.slice(0, RERANKED), signals, context)
    .concat(partial.slice(RERANKED).map(hit => ({ ...hit, score: hit.key, isReranked: false })))
    .slice(0, plan.limit - hits.length)

  /** What is shown already or must not be: a bit for each document of the segment. Undefined: nothing. */
  function excludedFrom(i: number): Uint32Array | undefined {
    const segment = context.segments[i] as Segment
    const here = hits.filter(hit => hit.segment === i)
    if (here.length === 0 && query.negative.length === 0) return undefined
    const bits = new Uint32Array((segment.size + 31) >>> 5)
    for (const { document } of here) {
      for (const other of plan.group === 'article' ? articleOf(segment, document) : [document])
        setBit(bits, other)
    }
    const list = context.pool.take()
    for (const clause of query.negative) {
      const n = context.matcher.collect(clause, i, list)
      for (let k = 0; k < n; k++) setBit(bits, list.docs[k] as number)
    }
    context.pool.give(list)
    return bits
  }
}

const setBit = (bits: Uint32Array, document: number): void => {
  bits[document >>> 5] = (bits[document >>> 5] as number) | (1 << (document & 31))
}

function articleOf({ article, size }: Segment, document: number): number[] {
  const documents = [document]
  for (let d = document - 1; d >= 0 && article[d] === article[document]; d--) documents.push(d)
  for (let d = document + 1; d < size && article[d] === article[document]; d++) documents.push(d)
  return documents
}

type SomeWanted = {
  readonly i: number
  /** How many are wanted, and a score that is already reached by as many. */
  readonly size: number
  readonly floor: number
  readonly query: ReadyQuery
  readonly excluded: Uint32Array | undefined
  readonly context: SearchContext
}

/**
 * Documents of segment `i` that match some of the clauses, with their scores; gives their number. The `size` best are
 * among them. Clauses come by weight: once those still to come cannot lift an unseen document above the worst of the
 * wanted ones (MaxScore; Turtle & Flood 1995), or are not telling, they are only looked up in the documents seen.
 */
function matchSome(clauses: readonly WeightedClause[], wanted: SomeWanted, out: PostingList): number {
  const { i, size, query, context } = wanted
  const { matcher, pool, statistics } = context
  const norms = statistics.norms(i)
  const worth = remainingWorth(clauses)
  const telling = TELLING_SHARE * (worth[0] ?? 0)
  const threshold = (n: number): number =>
    Math.max(wanted.floor, bestArticleScore(context.segments[i] as Segment, out, { n, k: size, query }))
  const list = pool.take()
  const union = pool.take()
  let n = 0
  let c = 0
  for (; c < clauses.length; c++) {
    const weighted = clauses[c] as WeightedClause
    const rest = worth[c] as number
    if (c > 0 && (rest < telling || (n > 0 && rest < threshold(n)))) break
    query.check()
    let m = matcher.collect(weighted.clause, i, list)
    m = keepAllowed(list, m, wanted)
    scoreCounts(list.docs, list.values, m, weighted.idf, norms)
    addWholeWordScores(weighted, i, context, list, m)
    n = unite(out, n, list, m, union)
    swapLists(out, union)
  }
  for (; c < clauses.length && n > 0; c++) {
    const weighted = clauses[c] as WeightedClause
    query.check()
    n = keepReaching(out, n, threshold(n) - (worth[c] as number))
    matcher.lookUp(weighted.clause, i, { docs: out.docs, n }, list.values)
    scoreCounts(out.docs, list.values, n, weighted.idf, norms)
    for (let k = 0; k < n; k++) out.values[k] = (out.values[k] as number) + (list.values[k] as number)
    addWholeWordScores(weighted, i, context, out, n)
  }
  pool.give(list, union)
  return n
}

/** `worth[c]`: the most that clause `c` and all after it can add. */
function remainingWorth(clauses: readonly WeightedClause[]): number[] {
  const worth = [0]
  for (const { bound } of clauses.toReversed()) worth.unshift((worth[0] ?? 0) + bound)
  return worth
}

/** Filters and exclusions come before scores, so that nothing that is not shown sets the threshold. */
function keepAllowed(list: PostingList, n: number, { i, query, excluded, context }: SomeWanted): number {
  const { docs } = list
  const view = context.views[i] as SegmentView
  const fails = context.bytes
  if (canFail(view, query.tables)) failuresOf(view, query.tables, { docs, n }, fails)
  else if (excluded === undefined) return n
  else fails.fill(0, 0, n)
  let kept = 0
  for (let k = 0; k < n; k++) {
    const document = docs[k] as number
    const isExcluded =
      excluded === undefined ? 0 : ((excluded[document >>> 5] as number) >>> (document & 31)) & 1
    docs[kept] = document
    list.values[kept] = list.values[k] as number
    kept += ((fails[k] as number) | isExcluded) === 0 ? 1 : 0
  }
  return kept
}

function keepReaching({ docs, values }: PostingList, n: number, least: number): number {
  let kept = 0
  for (let k = 0; k < n; k++) {
    const score = values[k] as number
    docs[kept] = docs[k] as number
    values[kept] = score
    kept += score >= least ? 1 : 0
  }
  return kept
}

/** The `k`-th best score, of articles when these are shown; -Infinity when there are fewer. */
function bestArticleScore(
  segment: Segment,
  { docs, values }: PostingList,
  { n, k, query }: { n: number; k: number; query: ReadyQuery },
): number {
  if (n < k) return Number.NEGATIVE_INFINITY
  const best = new BestScores(k)
  if (query.plan.group === 'paragraph') {
    for (let j = 0; j < n; j++) best.offer(values[j] as number)
    return best.worst
  }
  let article = -1
  let score = Number.NEGATIVE_INFINITY
  for (let j = 0; j < n; j++) {
    const current = segment.article[docs[j] as number] as number
    if (current !== article) {
      if (article >= 0) best.offer(score)
      article = current
      score = Number.NEGATIVE_INFINITY
    }
    score = Math.max(score, values[j] as number)
  }
  best.offer(score)
  return best.worst
}

/** The best `size` numbers, in order. */
class BestScores {
  readonly #scores: number[]

  constructor(size: number) {
    this.#scores = Array<number>(size).fill(Number.NEGATIVE_INFINITY)
  }

  /** -Infinity as long as there are fewer. */
  get worst(): number {
    return this.#scores.at(-1) ?? Number.POSITIVE_INFINITY
  }

  offer(score: number): void {
    const scores = this.#scores
    let at = scores.length - 1
    if (score <= (scores[at] as number)) return
    for (; at > 0 && (scores[at - 1] as number) < score; at--) scores[at] = scores[at - 1] as number
    scores[at] = score
  }
}
