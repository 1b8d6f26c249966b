import { z } from 'zod'
import type { FacetName, FacetRequest } from '../../domain/query.ts'
import type { Facet, FacetValue } from '../../domain/result.ts'
import { Answer, read } from './answer.ts'

/** Readers of values and their numbers. */

const Counts = z.object({
  doc_count: z.number(),
  counted: z.object({ count: z.number() }).optional(),
  estimated: z.object({ value: z.number() }).optional(),
  articles: z.object({ sum_other_doc_count: z.number() }).optional(),
})
/** Of quotes, what counts is the paragraphs in which they stand. */
const Bucket = Counts.extend({ key: z.string(), paragraphs: Counts.optional() }).transform(
  ({ key, paragraphs, ...own }) => ({ key, ...(paragraphs ?? own) }),
)
export const Terms = z.object({
  doc_count_error_upper_bound: z.number(),
  sum_other_doc_count: z.number(),
  buckets: z.array(Bucket).default([]),
})
/** The values of a facet; those of quotes stand deeper. */
const FacetTerms = z.union([
  z.object({ values: Terms }).transform(({ values }) => values),
  z
    .object({ quotes: z.object({ counted: z.object({ values: Terms }) }) })
    .transform(({ quotes }) => quotes.counted.values),
])

export type CountedFacet = {
  readonly name: FacetName
  /** Over how many it is counted. */
  readonly paragraphs: number
  /** Absent where articles are counted, which a request of its own does. */
  readonly facet: Facet | undefined
}

/** A facet as it stands in the answer to a search. */
export function readFacet(body: unknown, request: FacetRequest, shards: number): CountedFacet {
  const answered = read(FacetAnswer, body)
  const hasValues = 'values' in answered || 'quotes' in answered
  return {
    name: request.name,
    paragraphs: answered.doc_count,
    facet: hasValues ? facetOf(read(FacetTerms, answered), request, { shards }) : undefined,
  }
}
const FacetAnswer = z.looseObject({ doc_count: z.number() })

const Estimate = Answer.extend({ aggregations: z.object({ estimated: z.object({ value: z.number() }) }) })

export const readArticleEstimate = (body: unknown): number =>
  read(Estimate, body).aggregations.estimated.value

type Count = { readonly count: number; readonly isExact: boolean }

const countOf = ({ doc_count }: z.infer<typeof Bucket>): Count => ({ count: doc_count, isExact: true })

const articlesOfBucket = ({ counted, estimated, articles }: z.infer<typeof Bucket>): Count =>
  counted && articles?.sum_other_doc_count === 0
    ? { count: counted.count, isExact: true }
    : { count: estimated?.value ?? 0, isExact: false }

type CountOptions = {
  readonly shards: number
  readonly count?: (bucket: z.infer<typeof Bucket>) => Count
}

/** The most frequent first, then by value in the order of code units. */
function facetOf(
  terms: z.infer<typeof Terms>,
  { name, limit }: FacetRequest,
  { shards, count = countOf }: CountOptions,
): Facet {
  const { buckets, sum_other_doc_count } = terms
  const counted = buckets.map(bucket => ({ value: bucket.key, ...count(bucket) }))
  const values = counted
    .map(({ value, count: of }): FacetValue => ({ value, count: of }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
  const isExact = isWithoutError(terms, shards) && counted.every(one => one.isExact)
  return {
    name,
    relation: isExact ? 'exact' : 'approximate',
    values: values.slice(0, limit),
    truncated: values.length > limit || sum_other_doc_count > 0,
  }
}

/** The server does not tell the error (-1) where quotes are ordered by their paragraphs: one shard alone makes none. */
const isWithoutError = (
  { doc_count_error_upper_bound: error, sum_other_doc_count: others }: z.infer<typeof Terms>,
  shards: number,
): boolean => error === 0 || (error === -1 && (shards === 1 || others === 0))

const Values = Answer.extend({ aggregations: FacetTerms })

export function readArticleFacet(body: unknown, request: FacetRequest): Facet {
  const { aggregations: values, _shards: shards } = read(Values, body)
  const facet = facetOf(values, request, { shards: shards.total, count: articlesOfBucket })
  // values with few paragraphs were left out, and some of them might have had more articles
  return values.sum_other_doc_count > 0 ? { ...facet, relation: 'approximate' } : facet
}

export const readFacetValues = (body: unknown): readonly FacetValue[] =>
  facetOf(read(Values, body).aggregations, { name: 'source', limit: Infinity }, { shards: 1 }).values
