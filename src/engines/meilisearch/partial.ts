import type { Clause, QueryPlan } from '../../domain/query.ts'
import type { QueryParts } from '../common/query-parts.ts'
import { createTokenScorer } from '../common/score-tokens.ts'
import { clauseFilter } from './clause-filter.ts'
import { byScore } from './exact-run.ts'
import { and, is, not, type Filter } from './filter.ts'
import { readOrders } from './from-response.ts'
import { byArticle, candidatesOf, type RankedCandidate } from './hits.ts'
import { scopeFilter } from './scope.ts'
import type { SearchContext } from './search-context.ts'
import { BY_LENGTH, hitsRequest } from './to-request.ts'

/** A paragraph with nothing but clauses that weigh less than this share of the query is no match. */
const TELLING_SHARE = 0.3
/** Clauses that choose candidates, the rarest first; the others only weigh. */
const MOST_CLAUSES = 8
/** A clause with at most so many paragraphs is rare: all of them are listed. */
const LISTED = 250
/** Common clauses that are asked for in pairs, and the shortest paragraphs that are listed of each pair. */
const PAIRED = 4
const LISTED_OF_PAIR = 60
/** Candidates that are read and ranked, beyond those that the page has room for. */
const READ = 80

/**
 * The best of what matches some of the clauses, as many as the page still has room for. The server can't rank by how much
 * matches, but it lists the paragraphs of each clause; those with the heaviest clauses are read and ranked by BM25.
 */
export async function findPartial(
  plan: QueryPlan,
  parts: QueryParts,
  { hits, context }: { readonly hits: readonly RankedCandidate[]; readonly context: SearchContext },
): Promise<RankedCandidate[]> {
  const [idf, counts, languages] = await Promise.all([
    context.frequencies.idf(parts.positive, context),
    context.frequencies.paragraphs(parts.positive, context),
    context.frequencies.languages(context),
  ])
  const room = plan.limit - hits.length
  const weighted = parts.positive
    .map((clause, i) => ({
      filter: clauseFilter(inLanguages(clause, languages)).upper,
      weight: idf[i] ?? 0,
      paragraphs: counts[i] ?? 0,
    }))
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MOST_CLAUSES)
  const scope = and(
    scopeFilter(plan.filters, plan.now),
    ...parts.negative.map(clause => not(clauseFilter(inLanguages(clause, languages)).lower)),
  )
  const keys = await heaviest(weighted, scope, context)
  const wanted = keys.slice(0, room + hits.length + READ)
  if (wanted.length === 0) return []
  const candidates = candidatesOf(
    await context.ask(hitsRequest(and(scope, is('order', ...wanted)), { limit: wanted.length })),
  )

  const score = createTokenScorer({ parts, nearby: plan.nearby, idf })
  const excluded = createTokenScorer({ parts: { ...parts, positive: [] }, nearby: [], idf: [] })
  const weight = idf.reduce((sum, one) => sum + one, 0)
  const identity = ({ paragraph }: RankedCandidate): string =>
    plan.group === 'article' ? paragraph.articleId : paragraph.id
  const shown = new Set(hits.map(identity))
  const ranked = candidates.flatMap((candidate): RankedCandidate[] => {
    const { text, title, paragraph } = candidate
    const { matches, matched, score: value, explanation } = score(text, title)
    const share = idf.reduce((sum, one, i) => sum + (matched[i] ? one : 0), 0)
    if (matches || share === 0 || share < TELLING_SHARE * weight || !excluded(text, undefined).matches)
      return []
    return [{ paragraph, quote: undefined, score: value, explanation }]
  })
  ranked.sort(byScore)
  const listed = plan.group === 'article' ? byArticle(ranked).heads : ranked
  return listed.filter(hit => !shown.has(identity(hit))).slice(0, room)
}

type Weighted = { readonly filter: Filter; readonly weight: number; readonly paragraphs: number }

/** Keys of paragraphs with some of the clauses, those with the heaviest first. */
async function heaviest(
  clauses: readonly Weighted[],
  scope: Filter,
  { askAll }: Pick<SearchContext, 'askAll'>,
): Promise<string[]> {
  const rare = clauses.filter(({ paragraphs }) => paragraphs <= LISTED)
  const common = clauses.filter(({ paragraphs }) => paragraphs > LISTED).slice(0, PAIRED)
  const pairs = common.flatMap((first, i) => common.slice(i + 1).map(second => [first, second]))
  const matched = new Map<string, Set<Weighted>>()
  const list = async (groups: readonly (readonly Weighted[])[], limit: number): Promise<void> => {
    const answers = await askAll(
      groups.map(group =>
        hitsRequest(and(scope, ...group.map(({ filter }) => filter)), {
          sort: BY_LENGTH,
          limit,
          fields: ['order'],
        }),
      ),
    )
    answers.forEach((answer, i) => {
      for (const key of readOrders(answer)) {
        const found = matched.get(key) ?? new Set<Weighted>()
        for (const clause of groups[i] ?? []) found.add(clause)
        matched.set(key, found)
      }
    })
  }
  await Promise.all([
    list(
      rare.map(clause => [clause]),
      LISTED,
    ),
    // the rarest of the common ones alone too: perhaps no two stand together
    list([...pairs, ...common.slice(0, 1).map(clause => [clause])], LISTED_OF_PAIR),
  ])
  const weightOf = (found: ReadonlySet<Weighted>): number =>
    [...found].reduce((sum, { weight }) => sum + weight, 0)
  return [...matched]
    .map(([key, found]) => ({ key, weight: weightOf(found) }))
    .sort((x, y) => y.weight - x.weight)
    .map(({ key }) => key)
}

/** Without stems that can't be found: filters are parsed in a time that grows with the square of their length. */
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
