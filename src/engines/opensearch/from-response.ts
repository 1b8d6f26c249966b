import { z } from 'zod'
import type { Paragraph } from '../../domain/paragraph.ts'
import type { FacetRequest } from '../../domain/query.ts'
import type { ScorePart, TotalRelation } from '../../domain/result.ts'
import { Answer, isDegraded, read } from './answer.ts'
import { readFacet, Terms, type CountedFacet } from './facet-response.ts'

/** Readers of the server's answers to searches. */

const Hit = z.object({
  _score: z.number().nullish(),
  _source: z.object({ paragraph: z.string() }),
  sort: z.array(z.union([z.string(), z.number()])).default([]),
  matched_queries: z.union([z.record(z.string(), z.number()), z.array(z.string())]).optional(),
})

const Articles = z.object({
  articles: z.object({ sum_other_doc_count: z.number() }),
  counted: z.object({ count: z.number() }),
})

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
  readonly facets: readonly CountedFacet[]
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
    facets: facets.map(request => readFacet(others[`facet_${request.name}`], request, shards)),
  }
}
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
