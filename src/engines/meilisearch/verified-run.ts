import type { Filters, QueryPlan } from '../../domain/query.ts'
import type { Facet, Total } from '../../domain/result.ts'
import { createTokenScorer } from '../common/score-tokens.ts'
import type { QueryParts } from '../common/query-parts.ts'
import { byScore, RELEVANCE_WINDOW } from './exact-run.ts'
import { filtersOfFacet, isFilteredByFacet } from './facet-fields.ts'
import { countFacet } from './count-facet.ts'
import { and, EVERYTHING, type Filter } from './filter.ts'
import {
  byArticle,
  byParagraph,
  placeBehind,
  type Candidate,
  type Page,
  type Place,
  type RankedCandidate,
  type Totals,
} from './hits.ts'
import { readCandidates } from './read-candidates.ts'
import { scopeFilter } from './scope.ts'
import type { SearchContext } from './search-context.ts'
import { behind, BY_LENGTH, hitsRequest, sortByDate } from './to-request.ts'

/** Candidates that are read and verified; where there are more, totals and facets are `atLeast`. */
export const VERIFIED = 2000

type Run = {
  readonly plan: QueryPlan
  readonly upper: Filter
  readonly place: Place | undefined
  readonly context: SearchContext
}

/** A query whose filter finds too much: its candidates are verified by their text, and counted here. */
export async function runVerified(
  plan: QueryPlan,
  parts: QueryParts,
  run: Omit<Run, 'plan'>,
): Promise<Page & Totals> {
  const { upper, place, context } = run
  const idf = await context.frequencies.idf(parts.positive, context)
  const score = createTokenScorer({ parts, nearby: plan.nearby, idf })
  const { group, limit, sort, zone } = plan

  const verify = async (filters: Filters, behindPlace: Filter = EVERYTHING): Promise<Verified> => {
    const filter = and(scopeFilter(filters, plan.now, zone), upper, behindPlace)
    const order = sort === 'relevance' ? BY_LENGTH : sortByDate(sort, group)
    const answer = await context.ask(hitsRequest(filter, { sort: order, limit: VERIFIED }))
    const read = await readCandidates(answer, context)
    const isComplete = answer.total <= answer.hits.length
    const candidates = isComplete || sort === 'relevance' ? read : whole(read, group)
    const last = candidates.at(-1)
    const matching = candidates.flatMap((candidate, i): RankedCandidate[] => {
      if (i % 64 === 0) context.check()
      const scored = score(candidate.text, candidate.title)
      if (!scored.matches) return []
      const { paragraph, quote } = candidate
      return [
        { paragraph, quote, score: sort === 'relevance' ? scored.score : 0, explanation: scored.explanation },
      ]
    })
    return {
      matching,
      checked: candidates.length,
      isComplete,
      ...(isComplete || !last ? {} : { last: placeBehind(last.paragraph, group) }),
    }
  }

  const all = verify(plan.filters)
  const [found, facets] = await Promise.all([all, countFacets(plan, all, verify)])
  const relation: Total['relation'] = found.isComplete ? 'exact' : 'atLeast'
  // each paragraph with the quote that is nearest to the query
  const paragraphs = byParagraph(sort === 'relevance' ? found.matching.toSorted(byScore) : found.matching)
  const { heads, more } = byArticle(paragraphs)
  return {
    ...(sort === 'relevance' ? pageByRelevance() : await pageByDate(sort)),
    paragraphs: { value: paragraphs.length, relation },
    articles: { value: heads.length, relation },
    facets,
    verification: { checked: found.checked, rejected: found.checked - found.matching.length },
  }

  function pageByRelevance(): Page {
    const offset = place && 'offset' in place ? place.offset : 0
    const listed = group === 'article' ? heads : paragraphs
    const end = offset + limit
    return {
      hits: listed.slice(offset, end),
      more,
      ...(end < Math.min(listed.length, RELEVANCE_WINDOW) ? { next: { offset: end, read: VERIFIED } } : {}),
    }
  }

  async function pageByDate(order: 'newest' | 'oldest'): Promise<Page> {
    const from = place && 'date' in place ? place : undefined
    const here = from ? await verify(plan.filters, behind(from, order, group)) : found
    const matching = byParagraph(here.matching)
    const grouped = byArticle(matching)
    const listed = group === 'article' ? grouped.heads : matching
    const hits = listed.slice(0, limit)
    const last = hits.at(-1)
    if (listed.length > limit && last) {
      return { hits, more: grouped.more, next: placeBehind(last.paragraph, group) }
    }
    // the page may be short, but nothing behind the candidates is lost
    return { hits, more: grouped.more, ...(here.last ? { next: here.last } : {}) }
  }
}

type Verified = {
  readonly matching: readonly RankedCandidate[]
  /** How many candidates were looked at to find them. */
  readonly checked: number
  readonly isComplete: boolean
  /** Behind the last candidate, where there are more. */
  readonly last?: Extract<Place, { date: number | null }>
}

function countFacets(
  plan: QueryPlan,
  all: Promise<Verified>,
  verify: (filters: Filters) => Promise<Verified>,
): Promise<Facet[]> {
  return Promise.all(
    plan.facets.map(async request => {
      const { matching, isComplete } = await (isFilteredByFacet(plan.filters, request.name)
        ? verify(filtersOfFacet(plan.filters, request.name))
        : all)
      return countFacet(request, matching, { plan, relation: isComplete ? 'exact' : 'atLeast' })
    }),
  )
}

/** Without the last article, or the last paragraph, some of which may not have been read: the next page begins with it. */
function whole(candidates: readonly Candidate[], group: QueryPlan['group']): readonly Candidate[] {
  const keyOf = ({ paragraph }: Candidate): string => placeBehind(paragraph, group).key
  const last = candidates.at(-1)
  const before = last && candidates.findLastIndex(one => keyOf(one) !== keyOf(last))
  return before === undefined || before < 0 ? candidates : candidates.slice(0, before + 1)
}
