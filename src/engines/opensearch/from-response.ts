import { z } from 'zod'
import type { Paragraph } from '../../domain/paragraph.ts'
import type { FacetName, FacetRequest } from '../../domain/query.ts'
import type { Facet, FacetValue, ScorePart, Total, TotalRelation } from '../../domain/result.ts'
import { AppError } from '../../errors.ts'

/** Readers of the server's answers: whatever has another form than ours is `engine_refused`, never a wrong answer. */

const Hit = z.object({
  _score: z.number().nullish(),
  _source: z.object({ paragraph: z.string() }),
  sort: z.array(z.union([z.string(), z.number()])).default([]),
  matched_queries: z.union([z.record(z.string(), z.number()), z.array(z.string())]).optional(),
})

const Bucket = z.object({
  key: z.string(),
  doc_count: z.number(),
  counted: z.object({ count: z.number() }).optional(),
  estimated: z.object({ value: z.number() }).optional(),
  articles: z.object({ sum_other_doc_count: z.number() }).optional(),
})
const Terms = z.object({
  doc_count_error_upper_bound: z.number(),
  sum_other_doc_count: z.number(),
  buckets: z.array(Bucket).default([]),
})
const Articles = z.object({
  articles: z.object({ sum_other_doc_count: z.number() }),
  counted: z.object({ count: z.number() }),
  estimated: z.object({ value: z.number() }),
})

const Answer = z.object({
  timed_out: z.boolean().default(false),
  _shards: z.object({ failed: z.number() }).default({ failed: 0 }),
})

export function read<T extends z.ZodType>(schema: T, body: unknown): z.infer<T> {
  const parsed = schema.safeParse(body)
  if (parsed.success) return parsed.data
  throw new AppError('engine_refused', 'OpenSearch answered in a form that this version does not know', {
    hint: 'Use one of the versions that the README names.',
    cause: parsed.error,
  })
}

export type FoundHit = {
  readonly paragraph: Paragraph
  readonly score: number
  readonly sort: readonly (string | number)[]
  readonly explanation: readonly ScorePart[]
}

/** What `paragraphDocument` has written is read as it is. */
export const parseParagraph = (json: string): Paragraph => JSON.parse(json) as Paragraph

const hitOf = ({ _score, _source, sort, matched_queries = [] }: z.infer<typeof Hit>): FoundHit => ({
  paragraph: parseParagraph(_source.paragraph),
  score: _score ?? 0,
  sort,
  explanation: Array.isArray(matched_queries)
    ? []
    : Object.entries(matched_queries)
        .sort(([a], [b]) => Number.parseInt(a, 10) - Number.parseInt(b, 10))
        .map(([name, score]) => ({ label: name.replace(/^\d+ /, ''), score })),
})

/** Something is missing: a shard failed or ran out of time. */
const isDegraded = ({ timed_out, _shards }: z.infer<typeof Answer>): boolean =>
  timed_out || _shards.failed > 0

const Hits = Answer.extend({ hits: z.object({ hits: z.array(Hit).default([]) }) })

export type HitsAnswer = { readonly hits: readonly FoundHit[]; readonly isDegraded: boolean }

export function readHits(body: unknown): HitsAnswer {
  const answer = read(Hits, body)
  return { hits: answer.hits.hits.map(hitOf), isDegraded: isDegraded(answer) }
}

const Search = Answer.extend({
  hits: z.object({ total: z.object({ value: z.number() }), hits: z.array(Hit).default([]) }),
  aggregations: z.looseObject({ all: Articles }),
})

export type SearchAnswer = HitsAnswer & {
  readonly paragraphs: number
  readonly articles: Total
  /** Of each facet: over how many paragraphs it is counted, and its values unless articles are counted. */
  readonly facets: readonly {
    readonly name: FacetName
    readonly paragraphs: number
    readonly facet: Facet | undefined
  }[]
}

export function readSearch(body: unknown, facets: readonly FacetRequest[]): SearchAnswer {
  const answer = read(Search, body)
  const { all, ...others } = answer.aggregations
  return {
    hits: answer.hits.hits.map(hitOf),
    isDegraded: isDegraded(answer),
    paragraphs: answer.hits.total.value,
    articles: articlesOf(all),
    facets: facets.map(request => {
      const { doc_count, values } = read(FacetAnswer, others[`facet_${request.name}`])
      return { name: request.name, paragraphs: doc_count, facet: values && facetOf(values, request, countOf) }
    }),
  }
}
const FacetAnswer = z.object({ doc_count: z.number(), values: Terms.optional() })

const articlesOf = ({ articles, counted, estimated }: z.infer<typeof Articles>): Total =>
  articles.sum_other_doc_count === 0
    ? { value: counted.count, relation: 'exact' }
    : { value: estimated.value, relation: 'approximate' }

type Count = { readonly count: number; readonly isExact: boolean }

const countOf = ({ doc_count }: z.infer<typeof Bucket>): Count => ({ count: doc_count, isExact: true })

const articlesOfBucket = ({ counted, estimated, articles }: z.infer<typeof Bucket>): Count =>
  counted && articles?.sum_other_doc_count === 0
    ? { count: counted.count, isExact: true }
    : { count: estimated?.value ?? 0, isExact: false }

/** The most frequent first, then by value in the order of code units. */
function facetOf(
  { buckets, doc_count_error_upper_bound, sum_other_doc_count }: z.infer<typeof Terms>,
  { name, limit }: FacetRequest,
  count: (bucket: z.infer<typeof Bucket>) => Count,
): Facet {
  const counted = buckets.map(bucket => ({ value: bucket.key, ...count(bucket) }))
  const values = counted
    .map(({ value, count: of }): FacetValue => ({ value, count: of }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
  const isExact = doc_count_error_upper_bound === 0 && counted.every(one => one.isExact)
  return {
    name,
    relation: isExact ? 'exact' : 'approximate',
    values: values.slice(0, limit),
    truncated: values.length > limit || sum_other_doc_count > 0,
  }
}

const Values = Answer.extend({ aggregations: z.object({ values: Terms }) })

export function readArticleFacet(body: unknown, request: FacetRequest): Facet {
  const { values } = read(Values, body).aggregations
  const facet = facetOf(values, request, articlesOfBucket)
  // values with few paragraphs were left out, and some of them might have had more articles
  return values.sum_other_doc_count > 0 ? { ...facet, relation: 'approximate' } : facet
}

export const readFacetValues = (body: unknown): readonly FacetValue[] =>
  facetOf(read(Values, body).aggregations.values, { name: 'source', limit: Infinity }, countOf).values

const GroupSizes = z.object({ aggregations: z.object({ articles: Terms }) })

export function readGroupSizes(body: unknown): ReadonlyMap<string, number> {
  const { buckets } = read(GroupSizes, body).aggregations.articles
  return new Map(buckets.map(({ key, doc_count }) => [key, doc_count]))
}

const Candidates = z.object({
  hits: z.object({ total: z.object({ value: z.number() }), hits: z.array(Hit).default([]) }),
})

export function readCandidates(body: unknown): {
  readonly total: number
  readonly paragraphs: readonly Paragraph[]
} {
  const { hits } = read(Candidates, body)
  return { total: hits.total.value, paragraphs: hits.hits.map(hit => hitOf(hit).paragraph) }
}

const NearTerms = z.object({
  aggregations: z.record(z.string(), z.object({ doc_count: z.number(), found: Terms.optional() })),
})

/** Of each word: how many paragraphs hold it, and terms that are near to it with their numbers of paragraphs. */
export function readNearTerms(
  body: unknown,
  words: number,
): readonly { readonly paragraphs: number; readonly near: ReadonlyMap<string, number> }[] {
  const { aggregations } = read(NearTerms, body)
  return Array.from({ length: words }, (_, i) => {
    const near = new Map<string, number>()
    for (const [name, { found }] of Object.entries(aggregations)) {
      if (!name.startsWith(`near_${i}_`)) continue
      for (const { key, doc_count } of found?.buckets ?? []) near.set(key, doc_count)
    }
    return { paragraphs: aggregations[`word_${i}`]?.doc_count ?? 0, near }
  })
}

const WordCounts = z.object({
  aggregations: z.object({ words: z.object({ buckets: z.array(z.object({ doc_count: z.number() })) }) }),
})

export const readWordCounts = (body: unknown): readonly number[] =>
  read(WordCounts, body).aggregations.words.buckets.map(({ doc_count }) => doc_count)

/** The weaker of two relations. */
export const weaker = (a: TotalRelation, b: TotalRelation): TotalRelation =>
  a === 'exact' ? b : b === 'exact' ? a : 'approximate'
