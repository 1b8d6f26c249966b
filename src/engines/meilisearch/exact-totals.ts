import type { QueryPlan } from '../../domain/query.ts'
import type { QueryParts } from '../common/query-parts.ts'
import type { Counts } from './counts.ts'
import { and, is, type Filter } from './filter.ts'
import type { RankedCandidate } from './hits.ts'
import { idKey } from './keys.ts'
import { distinctParagraphs, scopeFilter } from './scope.ts'
import type { SearchContext } from './search-context.ts'
import { countRequest } from './to-request.ts'

type Run = {
  readonly plan: QueryPlan
  readonly parts: QueryParts
  readonly counts: Counts
  readonly context: Pick<SearchContext, 'ask'>
}

export const countParagraphs = async ({ plan, counts }: Run): Promise<number> =>
  (await counts.of(distinctParagraphs(plan.zone))).total

/** Where whole articles are found, they are as many as first paragraphs: distinct values take 90 ms of 10,000 articles. */
export async function countArticles({ plan, parts, counts, context }: Run): Promise<number> {
  const { language, quoteKind, speaker, speakerNamed } = plan.filters
  const areWhole =
    plan.zone !== 'quotes' &&
    parts.positive.length + parts.negative.length === 0 &&
    [language, quoteKind, speaker, speakerNamed].every(ofParagraphs => ofParagraphs === undefined)
  const heads = and(scopeFilter(plan.filters, plan.now), is('isHead', 'true'))
  return (await (areWhole ? context.ask(countRequest(heads)) : counts.of('articleKey'))).total
}

export async function moreInArticles(
  { group, zone }: QueryPlan,
  filter: Filter,
  hits: readonly RankedCandidate[],
  { ask }: Pick<SearchContext, 'ask'>,
): Promise<ReadonlyMap<string, number>> {
  if (group === 'paragraph' || hits.length === 0) return new Map()
  const ids = hits.map(({ paragraph }) => paragraph.articleId)
  const { facets } = await ask(
    countRequest(and(filter, is('articleKey', ...ids.map(idKey))), {
      distinct: distinctParagraphs(zone),
      facets: ['articleKey'],
    }),
  )
  return new Map(ids.map(id => [id, (facets['articleKey']?.[idKey(id)] ?? 1) - 1]))
}
