import type { Clause, QueryPlan } from '../../domain/query.ts'
import type { QueryParts } from '../common/query-parts.ts'
import { createTokenScorer } from '../common/score-tokens.ts'
import { clauseFilter } from './clause-filter.ts'
import { byScore } from './exact-run.ts'
import { and, not, or, type Filter } from './filter.ts'
import { byArticle, candidatesOf, type Candidate, type RankedCandidate } from './hits.ts'
import type { SearchContext } from './search-context.ts'
import { BY_LENGTH, countRequest, hitsRequest, scopeFilter } from './to-request.ts'

/** A paragraph with nothing but clauses that weigh less than this share of the query is no match. */
const TELLING_SHARE = 0.3
/** Clauses that take part, the rarest first; of ten thousand combinations the filter would be too large. */
const MOST_CLAUSES = 6
/** Candidates of each kind that are read and ranked. */
const READ = 100

/**
 * The best of what matches some of the clauses, as many as the page still has room for: the server is asked for
 * paragraphs with as many of them as there are, and for those with the rarest; the rank is BM25 over what matches.
 */
export async function findPartial(
  plan: QueryPlan,
  parts: QueryParts,
  { hits, context }: { readonly hits: readonly RankedCandidate[]; readonly context: SearchContext },
): Promise<RankedCandidate[]> {
  const idf = await context.frequencies.idf(parts.positive, context)
  const room = plan.limit - hits.length
  const filters = telling(parts.positive, idf, await context.frequencies.languages(context))
  if (filters.length === 0) return []
  const scope = and(
    scopeFilter(plan.filters, plan.now),
    ...parts.negative.map(clause => not(clauseFilter(clause).lower)),
    not(and(...parts.positive.map(clause => clauseFilter(clause).lower))),
  )
  const candidates = await askCandidates(scope, filters, room, context)
  const score = createTokenScorer({ parts, nearby: plan.nearby, idf })
  const negative = createTokenScorer({
    parts: { positive: [], negative: parts.negative },
    nearby: [],
    idf: [],
  })
  const weight = idf.reduce((sum, one) => sum + one, 0)
  const shown = new Set(
    hits.map(({ paragraph }) => (plan.group === 'article' ? paragraph.articleId : paragraph.id)),
  )
  const ranked = candidates.flatMap((candidate, i): RankedCandidate[] => {
    if (i % 64 === 0) context.check()
    const { paragraph, text } = candidate
    if (shown.has(plan.group === 'article' ? paragraph.articleId : paragraph.id)) return []
    const { matches, matched, score: value, explanation } = score(text, candidate.title)
    const share = idf.reduce((sum, one, k) => sum + (matched[k] ? one : 0), 0)
    if (matches || share < TELLING_SHARE * weight || share === 0) return []
    if (parts.negative.length > 0 && !negative(text, undefined).matches) return []
    return [{ paragraph, score: value, explanation }]
  })
  ranked.sort(byScore)
  return (plan.group === 'article' ? byArticle(ranked).heads : ranked).slice(0, room)
}

/** The filters of the clauses that occur, the rarest first. */
function telling(
  positive: readonly Clause[],
  idf: readonly number[],
  languages: ReadonlySet<string>,
): Filter[] {
  return positive
    .map((clause, i) => ({ filter: clauseFilter(inLanguages(clause, languages)).upper, weight: idf[i] ?? 0 }))
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MOST_CLAUSES)
    .map(({ filter }) => filter)
}

/** Without stems that can't be found: the filters below name every clause many times. */
function inLanguages(clause: Clause, languages: ReadonlySet<string>): Clause {
  switch (clause.kind) {
    case 'word':
      return { ...clause, stems: clause.stems.filter(({ language }) => languages.has(language)) }
    case 'and':
    case 'or':
      return { ...clause, of: clause.of.map(one => inLanguages(one, languages)) }
    case 'not':
    case 'phrase':
      return clause
  }
}

async function askCandidates(
  scope: Filter,
  filters: readonly Filter[],
  room: number,
  context: SearchContext,
): Promise<Candidate[]> {
  const levels = filters.map((_, i) => and(scope, atLeast(filters.length - i, filters)))
  const counts = await context.askAll(levels.map(level => countRequest(level)))
  const enough = counts.findIndex(({ total }) => total >= room)
  const level = levels[enough < 0 ? levels.length - 1 : enough]
  // the rarest clauses that occur, each alone and with any other: they may outweigh several common ones
  const singles = await context.askAll(filters.map(filter => countRequest(and(scope, filter))))
  const present = filters.filter((_, i) => (singles[i]?.total ?? 0) > 0)
  const [rarest, second] = present
  const asked = [
    ...(level ? [level] : []),
    ...(rarest ? [and(scope, rarest), and(scope, rarest, or(...present.slice(1)))] : []),
    ...(second ? [and(scope, second)] : []),
  ]
  const answers = await Promise.all(
    asked.map(filter => context.ask(hitsRequest(filter, { sort: BY_LENGTH, limit: READ }))),
  )
  return [...new Map(answers.flatMap(candidatesOf).map(one => [one.paragraph.id, one])).values()]
}

/** What at least `count` of the filters find. */
function atLeast(count: number, filters: readonly Filter[]): Filter {
  const combine = (from: number, left: number): Filter[][] => {
    if (left === 0) return [[]]
    const found: Filter[][] = []
    for (let i = from; i <= filters.length - left; i++) {
      const filter = filters[i]
      if (filter) for (const rest of combine(i + 1, left - 1)) found.push([filter, ...rest])
    }
    return found
  }
  return or(...combine(0, count).map(some => and(...some)))
}
