import type { PreparedClause, PreparedWord } from './prepared-clause.ts'
import { LANGUAGE_NUMBERS, type DocumentSpace } from './segment.ts'

/** Robertson & Zaragoza, "The Probabilistic Relevance Framework" (2009), without the constant factor k1 + 1. */
const K1 = 1.2
const B = 0.75

/** Numbers of documents and lengths are counted per language: a shared count is 2.6–2.9 points of R@1 worse (measured in 12 languages). */
export type Statistics = {
  /** Documents by language number; deleted ones count until they are merged away. */
  readonly documents: Float64Array
  /** Of segment `i`, by document: k1 · (1 - b + b · length / average length in its language). Made when first asked for. */
  norms(i: number): Float32Array
}

/** Statistics of `measured`, and by them the norms of `spaces`: a quote is weighed as a paragraph of its length would be. */
export function createStatistics(
  spaces: readonly DocumentSpace[],
  measured: readonly DocumentSpace[] = spaces,
): Statistics {
  const documents = new Float64Array(LANGUAGE_NUMBERS)
  const tokens = new Float64Array(LANGUAGE_NUMBERS)
  for (const { languageDocuments, languageTokens } of measured) {
    for (let number = 0; number < LANGUAGE_NUMBERS; number++) {
      documents[number] = (documents[number] as number) + (languageDocuments[number] as number)
      tokens[number] = (tokens[number] as number) + (languageTokens[number] as number)
    }
  }
  const lengthFactors = Float64Array.from(documents, (count, number) =>
    count > 0 ? (K1 * B) / Math.max(1, (tokens[number] as number) / count) : 0,
  )
  const norms = new Map<number, Float32Array>()
  return {
    documents,
    norms(i) {
      let ofSpace = norms.get(i)
      if (ofSpace === undefined) norms.set(i, (ofSpace = normsOf(spaces[i] as DocumentSpace, lengthFactors)))
      return ofSpace
    },
  }
}

function normsOf({ size, language, length }: DocumentSpace, lengthFactors: Float64Array): Float32Array {
  const norms = new Float32Array(size)
  for (let d = 0; d < size; d++) {
    norms[d] = K1 * (1 - B) + (lengthFactors[language[d] as number] as number) * (length[d] as number)
  }
  return norms
}

/** A clause with what one occurrence of it is worth. */
export type WeightedClause = {
  readonly clause: PreparedClause
  readonly idf: number
  /** Of a prefix: of the whole word, whose score is added. */
  readonly word?: { readonly clause: PreparedWord; readonly idf: number }
  /** No document gets more from this clause. */
  readonly bound: number
}

/**
 * Weighs clauses by the statistics of one language: the one in scope in which these words are most common.
 * (Statistics of each paragraph's own language would lift foreign words: `election` is rare in German paragraphs.)
 */
export function weigh(
  clauses: readonly PreparedClause[],
  inScope: readonly number[],
  { documents }: Statistics,
): WeightedClause[] {
  const likely = likelyLanguage(clauses, inScope, documents)
  const sumInScope = (counts: ArrayLike<number>): number =>
    inScope.reduce((sum, l) => sum + (counts[l] as number), 0)
  const idfOf = ({ df }: PreparedClause): number => {
    const inLikely = df[likely] ?? 0
    return inLikely > 0
      ? idf(inLikely, documents[likely] as number)
      : idf(sumInScope(df), sumInScope(documents))
  }
  return clauses.map(clause => {
    const ownIdf = idfOf(clause)
    if (clause.kind !== 'prefix') return { clause, idf: ownIdf, bound: ownIdf }
    const word = { clause: clause.word, idf: idfOf(clause.word) }
    return { clause, idf: ownIdf, word, bound: ownIdf + word.idf }
  })
}

function idf(df: number, documents: number): number {
  const n = Math.min(df, documents)
  return Math.log(1 + (documents - n + 0.5) / (n + 0.5))
}

function likelyLanguage(
  clauses: readonly PreparedClause[],
  inScope: readonly number[],
  documents: Float64Array,
): number {
  let likely = -1
  let best = Number.NEGATIVE_INFINITY
  for (const language of inScope) {
    const inLanguage = documents[language] as number
    let logLikelihood = 0
    for (const { df } of clauses)
      logLikelihood += Math.log(((df[language] as number) + 0.01) / (inLanguage + 1))
    if (inLanguage > 0 && logLikelihood > best) {
      best = logLikelihood
      likely = language
    }
  }
  return likely
}

/** The score of `tf` occurrences. */
export const bm25 = (idf: number, tf: number, norm: number): number => (idf * tf) / (tf + norm)

/** Turns counts into scores, in place. */
export function scoreCounts(
  docs: Uint32Array,
  counts: Float32Array,
  n: number,
  idf: number,
  norms: Float32Array,
): void {
  for (let k = 0; k < n; k++) {
    const tf = counts[k] as number
    counts[k] = (idf * tf) / (tf + (norms[docs[k] as number] as number))
  }
}
