import { scoreCounts, type WeightedClause } from './bm25.ts'
import { keepFound, lowerBoundIn } from './posting-lists.ts'
import type { PostingList } from './postings.ts'
import type { PreparedClause } from './prepared-clause.ts'
import type { CheckDeadline, SpaceContext } from './search-context.ts'

export type AllWanted = {
  /** The rarest first. Empty: every document. */
  readonly clauses: readonly WeightedClause[]
  readonly negative: readonly PreparedClause[]
  /** Whether scores are wanted; else they are any number. */
  readonly isScored: boolean
  readonly check: CheckDeadline
}

/** Whether some document of some segment may match. */
export const canMatch = ({ clauses }: Pick<AllWanted, 'clauses'>): boolean =>
  clauses.every(({ clause }) => clause.total > 0)

/**
 * The documents of segment `i` that match all clauses and none of the negative ones, ascending, filters aside, into
 * `out.docs` with their BM25 scores in `out.values`; gives their number. The rarest clause is read whole, the others
 * are only looked up in its documents.
 */
export function matchAll(wanted: AllWanted, i: number, context: SpaceContext, out: PostingList): number {
  const { matcher, pool } = context
  const norms = context.statistics.norms(i)
  const [rarest, ...others] = wanted.clauses
  let n = rarest === undefined ? everyDocument(i, context, out) : matcher.collect(rarest.clause, i, out)
  if (rarest !== undefined && wanted.isScored) {
    scoreCounts(out.docs, out.values, n, rarest.idf, norms)
    addWholeWordScores(rarest, i, context, out, n)
  }
  const list = pool.take()
  for (const weighted of others) {
    if (n === 0) break
    wanted.check()
    matcher.lookUp(weighted.clause, i, { docs: out.docs, n }, list.values)
    n = keepMatches(out, n, list.values, weighted.idf, norms)
    if (wanted.isScored) addWholeWordScores(weighted, i, context, out, n)
  }
  for (const clause of wanted.negative) {
    if (n === 0 || clause.total === 0) continue
    wanted.check()
    matcher.lookUp(clause, i, { docs: out.docs, n }, list.values)
    n = keepFound(out, n, list.values, 0)
  }
  pool.give(list)
  return n
}

function everyDocument(i: number, { spaces }: SpaceContext, { docs, values }: PostingList): number {
  const size = spaces[i]?.size ?? 0
  for (let document = 0; document < size; document++) docs[document] = document
  values.fill(0, 0, size)
  return size
}

/** Keeps the documents with a count and adds its score. Branch-free: a count of 0 adds nothing and is overwritten. */
function keepMatches(
  { docs, values }: PostingList,
  n: number,
  counts: Float32Array,
  idf: number,
  norms: Float32Array,
): number {
  let kept = 0
  for (let k = 0; k < n; k++) {
    const document = docs[k] as number
    const tf = counts[k] as number
    docs[kept] = document
    values[kept] = (values[k] as number) + (idf * tf) / (tf + (norms[document] as number))
    kept += tf > 0 ? 1 : 0
  }
  return kept
}

/** `ha` as a whole word ranks before words that only begin so. */
export function addWholeWordScores(
  { word }: WeightedClause,
  i: number,
  { matcher, pool, statistics }: SpaceContext,
  { docs, values }: PostingList,
  n: number,
): void {
  if (word === undefined || word.clause.total === 0 || n === 0) return
  const norms = statistics.norms(i)
  const list = pool.take()
  if (word.clause.total > n) {
    matcher.lookUp(word.clause, i, { docs, n }, list.values)
    scoreCounts(docs, list.values, n, word.idf, norms)
    for (let k = 0; k < n; k++) values[k] = (values[k] as number) + (list.values[k] as number)
  } else {
    const m = matcher.collect(word.clause, i, list)
    scoreCounts(list.docs, list.values, m, word.idf, norms)
    for (let j = 0, k = 0; j < m; j++) {
      const document = list.docs[j] as number
      k = lowerBoundIn(docs, document, k, n)
      if (k < n && docs[k] === document) values[k] = (values[k] as number) + (list.values[j] as number)
    }
  }
  pool.give(list)
}
