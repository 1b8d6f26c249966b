import type { QueryPlan, Sort } from '../../domain/query.ts'
import { createTokenScorer, type TokenScorer } from '../common/score-tokens.ts'
import type { QueryParts } from '../common/query-parts.ts'
import { clauseFilter } from './clause-filter.ts'
import { createCounts, type Counts } from './counts.ts'
import { countArticles, countParagraphs, moreInArticles } from './exact-totals.ts'
import { openFields } from './facet-fields.ts'
import { askFacets } from './facets.ts'
import { and, is, not, or, type Filter } from './filter.ts'
import {
  byArticle,
  byParagraph,
  exactly,
  placeBehind,
  unranked,
  type Candidate,
  type Page,
  type Place,
  type RankedCandidate,
  type Totals,
} from './hits.ts'
import { idKey } from './keys.ts'
import { distinctHits, scopeFilter } from './scope.ts'
import { readCandidates } from './read-candidates.ts'
import type { SearchContext } from './search-context.ts'
import { behind, BY_LENGTH, hitsRequest, repeatedFilter, sortByDate, typedFilter } from './to-request.ts'

/** Hits of the order of relevance that can be reached. */
export const RELEVANCE_WINDOW = 2000
/** So many of each group of likely hits are read and ranked by their text. */
const RANKED = 30

/** A query whose filter is exact: the server's totals and facets are the truth. */
export async function runExactly(
  plan: QueryPlan,
  parts: QueryParts,
  {
    upper,
    place,
    context,
  }: { readonly upper: Filter; readonly place: Place | undefined; readonly context: SearchContext },
): Promise<Page & Totals> {
  const filter = and(scopeFilter(plan.filters, plan.now, plan.zone), upper)
  const run = { plan, parts, filter, upper, counts: createCounts(plan, filter, context), context }
  return plan.sort === 'relevance'
    ? byRelevance(run, place && 'offset' in place ? place : { offset: 0, read: Math.max(RANKED, plan.limit) })
    : byDate({ ...run, sort: plan.sort }, place && 'date' in place ? place : undefined)
}

type Run = {
  readonly plan: QueryPlan
  readonly parts: QueryParts
  /** Scope and query together; `upper` is the query alone. */
  readonly filter: Filter
  readonly upper: Filter
  readonly counts: Counts
  readonly context: SearchContext
}

async function byDate(
  run: Run & { readonly sort: Exclude<Sort, 'relevance'> },
  place: Extract<Place, { date: number | null }> | undefined,
): Promise<Page & Totals> {
  const { plan, filter, counts, context, sort } = run
  const { group, limit } = plan
  const distinct = distinctHits(plan)
  const isWhole = place === undefined && distinct === undefined
  const page = context.ask(
    hitsRequest(place ? and(filter, behind(place, sort, group)) : filter, {
      sort: sortByDate(sort, group),
      // one more than is shown tells whether there is a next page
      limit: limit + 1,
      distinct,
      facets: isWhole ? openFields(plan, undefined) : [],
    }),
  )
  if (isWhole) counts.comeWith(page)
  const [paragraphs, articles, facets, answer] = await Promise.all([
    countParagraphs(run),
    countArticles(run),
    askFacets(plan, run),
    page,
  ])
  const found = await readCandidates(answer, context)
  const hits = found.slice(0, limit).map(unranked)
  const last = hits.at(-1)
  return {
    hits,
    more: await moreInArticles(plan, filter, hits, context),
    ...(found.length > limit && last ? { next: placeBehind(last.paragraph, group) } : {}),
    paragraphs: exactly(paragraphs),
    articles: exactly(articles),
    facets,
  }
}

async function byRelevance(
  run: Run,
  { offset, read }: Extract<Place, { offset: number }>,
): Promise<Page & Totals> {
  const { plan, parts, filter, counts, context } = run
  const { group, limit } = plan
  const first = context.ask(
    hitsRequest(filter, { sort: BY_LENGTH, limit: read, facets: openFields(plan, undefined) }),
  )
  counts.comeWith(first)
  const facets = askFacets(plan, run)
  const [answer, idf] = await Promise.all([
    first,
    context.frequencies.idf(parts.positive, context),
    // awaited here too, so that a failure is not left alone while other requests run
    facets,
  ])
  const score = createTokenScorer({ parts, nearby: plan.nearby, idf })
  const candidates = await readCandidates(answer, context)
  const isComplete = answer.total <= answer.hits.length
  if (isComplete) {
    const ranked = byParagraph(rank(candidates, score, context))
    const { heads, more } = byArticle(ranked)
    const listed = group === 'article' ? heads : ranked
    return {
      hits: listed.slice(offset, offset + limit),
      more,
      ...(offset + limit < listed.length ? { next: { offset: offset + limit, read } } : {}),
      paragraphs: exactly(ranked.length),
      articles: exactly(heads.length),
      facets: await facets,
    }
  }
  const [likely, paragraphs, articles] = await Promise.all([
    likelyHits(run),
    countParagraphs(run),
    countArticles(run),
  ])
  const ranked = byParagraph(rank(unique([...candidates, ...likely]), score, context))
  const listed = group === 'article' ? byArticle(ranked).heads : ranked
  const shown = listed.slice(offset, offset + limit)
  const rest =
    shown.length < limit
      ? await hitsBeyond(run, listed, {
          offset: Math.max(0, offset - listed.length),
          limit: limit - shown.length,
        })
      : []
  const hits = [...shown, ...rank(rest, score, context, { sorted: false })]
  const end = offset + limit
  const total = group === 'article' ? articles : paragraphs
  return {
    hits,
    more: await moreInArticles(plan, filter, hits, context),
    ...(end < total && end < RELEVANCE_WINDOW && hits.length === limit
      ? { next: { offset: end, read } }
      : {}),
    paragraphs: exactly(paragraphs),
    articles: exactly(articles),
    facets: await facets,
  }
}

/**
 * The server knows no score. But what raises one can be asked for: neighbouring words, words that stand there more than
 * once, the form that was typed; and of each group the shortest paragraphs.
 */
async function likelyHits({ plan, parts, filter, context }: Run): Promise<Candidate[]> {
  const repeated = parts.positive.flatMap(clause => repeatedFilter(clause) ?? [])
  const typed = parts.positive.flatMap(clause => typedFilter(clause) ?? [])
  const groups = [
    ...(plan.nearby.length > 0 ? [or(...plan.nearby.map(phrase => clauseFilter(phrase).upper))] : []),
    ...(repeated.length > 0 ? [and(...repeated)] : []),
    ...(typed.length > 0 ? [and(...typed)] : []),
  ]
  const found = await Promise.all(
    groups.map(async group =>
      readCandidates(
        await context.ask(hitsRequest(and(filter, group), { sort: BY_LENGTH, limit: RANKED })),
        context,
      ),
    ),
  )
  return found.flat()
}

function unique(candidates: readonly Candidate[]): Candidate[] {
  return [...new Map(candidates.map(one => [`${one.paragraph.id} ${one.quote}`, one])).values()]
}

/** Hits behind those that were ranked, the shortest first. */
async function hitsBeyond(
  { plan, filter, context }: Run,
  listed: readonly RankedCandidate[],
  { offset, limit }: { readonly offset: number; readonly limit: number },
): Promise<Candidate[]> {
  const { group } = plan
  const known =
    group === 'article'
      ? is('articleKey', ...listed.map(({ paragraph }) => idKey(paragraph.articleId)))
      : is('order', ...listed.map(({ paragraph }) => idKey(paragraph.id)))
  const distinct = distinctHits(plan)
  const request = hitsRequest(and(filter, not(known)), { sort: BY_LENGTH, offset, limit, distinct })
  return readCandidates(await context.ask(request), context)
}

/** Best first, then by id. */
export function rank(
  candidates: readonly Candidate[],
  score: TokenScorer,
  { check }: Pick<SearchContext, 'check'>,
  { sorted = true }: { readonly sorted?: boolean } = {},
): RankedCandidate[] {
  const ranked = candidates.map((candidate, i) => {
    if (i % 64 === 0) check()
    const scored = score(candidate.text, candidate.title)
    const { paragraph, quote } = candidate
    return { paragraph, quote, score: scored.score, explanation: scored.explanation }
  })
  return sorted ? ranked.sort(byScore) : ranked
}

export const byScore = (a: RankedCandidate, b: RankedCandidate): number =>
  b.score - a.score || (a.paragraph.id < b.paragraph.id ? -1 : a.paragraph.id > b.paragraph.id ? 1 : 0)
