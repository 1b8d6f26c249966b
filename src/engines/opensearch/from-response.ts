import { z } from 'zod'
import type { Paragraph } from '../../domain/paragraph.ts'
import type { FacetName, FacetRequest } from '../../domain/query.ts'
import type { Facet, FacetValue, ScorePart, TotalRelation } from '../../domain/result.ts'
import { AppError } from '../../errors.ts'

/** Readers of the server's answers: whatever has another form than ours is `engine_refused`, never a wrong answer. */

const Hit = z.object({
  _score: z.number().nullish(),
  _source: z.object({ paragraph: z.string() }),
  sort: z.array(z.union([z.string(), z.number()])).default([]),
  matched_queries: z.union([z.record(z.string(), z.number()), z.array(z.string())]).optional(),
})

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
const Terms = z.object({
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

const Articles = z.object({
  articles: z.object({ sum_other_doc_count: z.number() }),
  counted: z.object({ count: z.number() }),
})

const Answer = z.object({
  timed_out: z.boolean().default(false),
  _shards: z.object({ total: z.number(), failed: z.number() }).default({ total: 1, failed: 0 }),
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
  /** Absent where they are too many to be listed. */
  readonly articles: number | undefined
  /** Of each facet: over how many paragraphs it is counted, and its values unless articles are counted. */
  readonly facets: readonly {
    readonly name: FacetName
    readonly paragraphs: number
    readonly facet: Facet | undefined
  }[]
}

export function readSearch(body: unknown, facets: readonly FacetRequest[]): SearchAnswer {
  const answer = read(Search, body)
  const {
    aggregations: { all, ...others },
    _shards: { total: shards },
  } = answer
  return {
    hits: answer.hits.hits.map(hitOf),
    isDegraded: isDegraded(answer),
    paragraphs: answer.hits.total.value,
    articles: all.articles.sum_other_doc_count === 0 ? all.counted.count : undefined,
    facets: facets.map(request => {
      const answered = read(FacetAnswer, others[`facet_${request.name}`])
      const hasValues = 'values' in answered || 'quotes' in answered
      return {
        name: request.name,
        paragraphs: answered.doc_count,
        facet: hasValues ? facetOf(read(FacetTerms, answered), request, { shards }) : undefined,
      }
    }),
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

const Found = z.object({ found: Terms.optional() })
const NearTerms = z.object({
  aggregations: z.record(z.string(), Found.extend({ doc_count: z.number(), counted: Found.optional() })),
})

/** Of each word: how many paragraphs hold it, and terms that are near to it with their numbers of paragraphs. */
export function readNearTerms(
  body: unknown,
  words: number,
): readonly { readonly paragraphs: number; readonly near: ReadonlyMap<string, number> }[] {
  const { aggregations } = read(NearTerms, body)
  return Array.from({ length: words }, (_, i) => {
    // of one place: several patterns may find the same term there
    const places = new Map<string, Map<string, number>>()
    for (const [name, { found, counted }] of Object.entries(aggregations)) {
      const [, word, place = ''] = /^near_(\d+)_([a-z]+)_/.exec(name) ?? []
      if (word !== String(i)) continue
      const near = places.get(place) ?? new Map<string, number>()
      places.set(place, near)
      for (const { key, doc_count } of (counted?.found ?? found)?.buckets ?? []) near.set(key, doc_count)
    }
    return { paragraphs: aggregations[`word_${i}`]?.doc_count ?? 0, near: sumOf([...places.values()]) }
  })
}

function sumOf(counts: readonly ReadonlyMap<string, number>[]): ReadonlyMap<string, number> {
  const sum = new Map<string, number>()
  for (const [term, count] of counts.flatMap(of => [...of])) sum.set(term, (sum.get(term) ?? 0) + count)
  return sum
}

const WordCounts = z.object({
  aggregations: z.object({ words: z.object({ buckets: z.array(z.object({ doc_count: z.number() })) }) }),
})

export const readWordCounts = (body: unknown): readonly number[] =>
  read(WordCounts, body).aggregations.words.buckets.map(({ doc_count }) => doc_count)

/** The weaker of two relations. */
export const weaker = (a: TotalRelation, b: TotalRelation): TotalRelation =>
  a === 'exact' ? b : b === 'exact' ? a : 'approximate'
