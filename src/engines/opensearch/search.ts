import type { Clause, FacetRequest, QueryPlan } from '../../domain/query.ts'
import type { EngineHit, Facet, Repair, Total, TotalRelation, Verification } from '../../domain/result.ts'
import { partsOfQuery } from '../common/query-parts.ts'
import type { EngineResult, SearchOptions } from '../search-engine.ts'
import type { Server } from './client.ts'
import {
  readGroupSizes,
  readHits,
  readNearTerms,
  readSearch,
  weaker,
  type FoundHit,
  type SearchAnswer,
} from './from-response.ts'
import { readArticleEstimate, readArticleFacet } from './facet-response.ts'
import type { Asked } from './asked.ts'
import { groupSizesBody } from './count-requests.ts'
import {
  articleEstimateBody,
  articleFacetBody,
  MOST_GROUPED_PARAGRAPHS,
  WITHOUT_LISTS,
} from './facet-requests.ts'
import { nearTermsBody } from './near-terms-request.ts'
import { partialBody, searchBody, type Position } from './to-request.ts'
import { RESULT_WINDOW } from './schema.ts'
import { isRefusal } from './server-error.ts'
import { verifyClauses } from './verify.ts'
import { widen, widenableWords } from './widen.ts'

export type PointSearch = Omit<EngineResult, 'next'> & {
  /** Where the next page begins; absent on the last one. */
  readonly nextPosition?: Position
}

export type PointSearchOptions = SearchOptions & { readonly pointInTime: string; readonly after?: Position }

/** One search of one state of the index. */
export async function searchPoint(
  plan: QueryPlan,
  server: Server,
  options: PointSearchOptions,
): Promise<PointSearch> {
  const { pointInTime, after, explain = false } = options
  const { positive, negative } = partsOfQuery(plan.query)
  const send = (body: object): Promise<unknown> =>
    server.send(
      {
        method: 'POST',
        path: '/_search',
        query: { ...WITHOUT_LISTS, ...(explain ? { include_named_queries_score: true } : {}) },
        body,
      },
      options,
    )

  const asTyped = await ask(positive)
  if (asTyped.found.paragraphs > 0) return answer(asTyped, [])
  const words = widenableWords(positive)
  if (words.length === 0) return answer(asTyped, [])
  const found = readNearTerms(await send(nearTermsBody(asTyped.asked, words, pointInTime)), words.length)
  const widened = widen(positive, words, found)
  if (widened.repairs.length === 0) return answer(asTyped, [])
  return answer(await ask(widened.clauses), widened.repairs)

  async function ask(clauses: readonly Clause[]): Promise<Run> {
    const parts = { plan, positive: clauses, negative }
    const asked = { ...parts, verified: await verifyClauses(parts, pointInTime, send) }
    const body = searchBody(asked, { pointInTime, explain, ...(after ? { after } : {}) })
    return { asked, found: readSearch(await send(body), plan.facets) }
  }

  async function answer({ asked, found }: Run, repairs: readonly Repair[]): Promise<PointSearch> {
    const hits = found.hits.slice(0, plan.limit)
    const [articles, partial, facets, sizes] = await Promise.all([
      found.articles === undefined ? estimateArticles(asked) : exactly(found.articles),
      wantsPartial(asked, hits, after) ? askPartial(asked, hits) : { hits: [], isDegraded: false },
      plan.group === 'article' ? askArticleFacets(asked, found) : ownFacets(found),
      plan.group === 'article' && hits.length > 0 ? askSizes(asked, hits) : new Map<string, number>(),
    ])
    const degraded = found.isDegraded || partial.isDegraded
    const certainty = certaintyOf(asked, found.isDegraded)
    const show = (hit: FoundHit): EngineHit => shownHit(hit, { plan, sizes, explain })
    const last = found.hits.length > plan.limit ? hits.at(-1) : undefined
    const nextPosition = last && positionBehind(last, plan, after)
    return {
      hits: hits.map(show),
      partial: partial.hits.map(show),
      paragraphs: { value: found.paragraphs, relation: certainty },
      articles: { ...articles, relation: weaker(articles.relation, certainty) },
      facets: facets.map(facet => ({ ...facet, relation: weaker(facet.relation, certainty) })),
      repairs,
      ...verificationOf(asked),
      degraded,
      ...(nextPosition ? { nextPosition } : {}),
    }
  }

  async function estimateArticles(asked: Asked): Promise<Total> {
    const value = readArticleEstimate(await send(articleEstimateBody(asked, pointInTime)))
    return { value, relation: 'approximate' }
  }

  async function askPartial(asked: Asked, hits: readonly FoundHit[]) {
    const without = plan.group === 'article' ? hits.map(({ paragraph }) => paragraph.articleId) : []
    return readHits(
      await send(partialBody(asked, { pointInTime, explain, size: plan.limit - hits.length, without })),
    )
  }

  async function askArticleFacets(asked: Asked, { facets }: SearchAnswer): Promise<Facet[]> {
    const limits = new Map(plan.facets.map(({ name, limit }) => [name, limit]))
    return Promise.all(
      facets.map(({ name, paragraphs }) =>
        askArticleFacet(asked, { name, limit: limits.get(name) ?? 0 }, paragraphs <= MOST_GROUPED_PARAGRAPHS),
      ),
    )
  }

  async function askArticleFacet(asked: Asked, request: FacetRequest, isListed: boolean): Promise<Facet> {
    try {
      const body = articleFacetBody(asked, request.name, { pointInTime, isListed })
      return readArticleFacet(await send(body), request)
    } catch (error) {
      if (isListed && isRefusal(error, 'too_many_buckets_exception')) {
        return askArticleFacet(asked, request, false)
      }
      throw error
    }
  }

  async function askSizes(asked: Asked, hits: readonly FoundHit[]) {
    const ids = hits.map(({ paragraph }) => paragraph.articleId)
    // filter_path drops the buckets of "articles", which here are what is wanted
    const body = groupSizesBody(asked, ids, pointInTime)
    return readGroupSizes(await server.send({ method: 'POST', path: '/_search', body }, options))
  }
}

const exactly = (value: number): Total => ({ value, relation: 'exact' })

type Run = { readonly asked: Asked; readonly found: SearchAnswer }

const wantsPartial = (
  { plan, positive }: Asked,
  hits: readonly FoundHit[],
  after: Position | undefined,
): boolean =>
  after === undefined &&
  plan.zone === 'any' &&
  plan.sort === 'relevance' &&
  hits.length < plan.limit &&
  positive.length > 1

const ownFacets = ({ facets }: SearchAnswer): Facet[] => facets.flatMap(({ facet }) => facet ?? [])

const certaintyOf = ({ verified }: Asked, isDegraded: boolean): TotalRelation =>
  isDegraded || [...verified.values()].some(({ isComplete }) => !isComplete) ? 'atLeast' : 'exact'

/** Over all clauses; nothing where the server decided each of them. */
function verificationOf({ verified }: Asked): { readonly verification?: Verification } {
  if (verified.size === 0) return {}
  const [checked, rejected] = [...verified.values()].reduce(
    (sums, one) => [sums[0] + one.checked, sums[1] + one.rejected],
    [0, 0],
  )
  return { verification: { checked, rejected } }
}

/** Absent when the server can't count so far. */
function positionBehind(
  { sort }: FoundHit,
  { group, limit }: QueryPlan,
  after: Position | undefined,
): Position | undefined {
  if (group === 'paragraph') return { sort }
  const offset = (after && 'offset' in after ? after.offset : 0) + limit
  return offset + limit < RESULT_WINDOW ? { offset } : undefined
}

function shownHit(
  { paragraph, score, explanation }: FoundHit,
  {
    plan,
    sizes,
    explain,
  }: { readonly plan: QueryPlan; readonly sizes: ReadonlyMap<string, number>; readonly explain: boolean },
): EngineHit {
  const isRelevance = plan.sort === 'relevance'
  const size = sizes.get(paragraph.articleId) ?? 1
  return {
    paragraph,
    score: isRelevance ? score : 0,
    moreInArticle: plan.group === 'article' ? size - 1 : 0,
    ...(explain && isRelevance ? { explanation } : {}),
  }
}
