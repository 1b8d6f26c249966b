import type { QueryPlan } from '../../domain/query.ts'
import type { EngineHit, Repair } from '../../domain/result.ts'
import { partsOfQuery, queryOfParts, type QueryParts } from '../common/query-parts.ts'
import { clauseFilter } from './clause-filter.ts'
import { runExactly } from './exact-run.ts'
import type { Page, Place, RankedCandidate, Totals } from './hits.ts'
import { findPartial } from './partial.ts'
import { withoutWords } from './scope.ts'
import type { SearchContext } from './search-context.ts'
import { runVerified } from './verified-run.ts'
import { widen, type Alphabets } from './widen.ts'

export type SearchWanted = {
  /** Where the page begins; absent: at the first hit. */
  readonly place?: Place
  /** Whether hits sorted by relevance carry the parts of their score. */
  readonly explain: boolean
  readonly alphabets: () => Promise<Alphabets>
  readonly context: SearchContext
}

export type Found = Totals & {
  readonly hits: readonly EngineHit[]
  readonly partial: readonly EngineHit[]
  readonly repairs: readonly Repair[]
  readonly next?: Place
}

/** `plan.after` is not looked at: the place where the page begins comes with `wanted`. */
export async function search(given: QueryPlan, wanted: SearchWanted): Promise<Found> {
  const parts = partsOfQuery(given.query)
  const plan = parts.positive.length + parts.negative.length === 0 ? withoutWords(given) : given
  const asTyped = await run(plan, parts, wanted)
  // as long as something matches, every word does
  if (asTyped.paragraphs.value > 0) return answer(plan, parts, asTyped, wanted)
  const { clauses, repairs } = await widen(parts.positive, { ...wanted, plan })
  if (repairs.length === 0) return answer(plan, parts, asTyped, wanted)
  const repaired = { ...parts, positive: clauses }
  return { ...(await answer(plan, repaired, await run(plan, repaired, wanted), wanted)), repairs }
}

async function run(
  plan: QueryPlan,
  parts: QueryParts,
  { place, context }: Pick<SearchWanted, 'place' | 'context'>,
): Promise<Page & Totals> {
  const { upper, isExact } = clauseFilter(queryOfParts(parts))
  const options = { upper, place, context }
  return isExact ? runExactly(plan, parts, options) : runVerified(plan, parts, options)
}

async function answer(
  plan: QueryPlan,
  parts: QueryParts,
  { hits, more, next, paragraphs, articles, facets, verification }: Page & Totals,
  { place, explain, context }: SearchWanted,
): Promise<Found> {
  const show = ({ paragraph, score, explanation }: RankedCandidate): EngineHit => ({
    paragraph,
    score,
    moreInArticle: plan.group === 'article' ? (more.get(paragraph.articleId) ?? 0) : 0,
    ...(explain && plan.sort === 'relevance' ? { explanation } : {}),
  })
  const wantsPartial =
    place === undefined &&
    plan.zone === 'any' &&
    plan.sort === 'relevance' &&
    hits.length < plan.limit &&
    parts.positive.length > 1
  return {
    hits: hits.map(show),
    partial: wantsPartial
      ? (await findPartial(plan, parts, { hits, context })).map(hit => ({ ...show(hit), moreInArticle: 0 }))
      : [],
    paragraphs,
    articles,
    facets,
    repairs: [],
    ...(verification && { verification }),
    ...(next ? { next } : {}),
  }
}
