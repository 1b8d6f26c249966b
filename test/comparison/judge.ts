import type { FacetRequest } from '../../src/domain/query.ts'
import type { Total } from '../../src/domain/result.ts'
import type { AnswerFacet } from '../../src/search/answer.ts'
import type { WholeAnswer } from './ask.ts'
import type { Truth } from './truth.ts'
import { wrongHits, wrongPartial } from './wrong-hits.ts'
import type { Answered, JudgeContext } from './wrong-hits.ts'

/** How the answer of one engine compares with the truth. */
export type Verdict = {
  /** Everything that is counted is said to be exact. */
  readonly isExact: boolean
  readonly hasSameIds: boolean
  readonly hasSameTotals: boolean
  readonly hasSameFacets: boolean
  /** Hits that are none, each with its reason. */
  readonly wrong: readonly string[]
  /** Where the answer says something else than the truth although it says that it is exact. */
  readonly differences: readonly string[]
}

export function judge(answer: WholeAnswer, truth: Truth, context: JudgeContext): Verdict {
  if (answer.kind === 'answered' && truth.kind === 'answered') return compare(answer, truth, context)
  const same = answer.kind === 'refused' && truth.kind === 'refused' && answer.code === truth.code
  return {
    isExact: true,
    hasSameIds: same,
    hasSameTotals: same,
    hasSameFacets: same,
    wrong: [],
    differences: same ? [] : [`${outcomeOf(answer)} instead of ${outcomeOf(truth)}`],
  }
}

const outcomeOf = (one: WholeAnswer | Truth): string =>
  one.kind === 'answered' ? 'an answer' : `${one.code} (${one.message})`

function compare(answer: Answered<WholeAnswer>, truth: Answered<Truth>, context: JudgeContext): Verdict {
  const { total, facets, receipt } = answer.first
  const wanted = truth.answer
  const requests = truth.plan.facets
  const totals = [
    ...totalDifference('paragraphs', total.paragraphs, wanted.paragraphs),
    ...totalDifference('articles', total.articles, wanted.articles),
  ]
  const facetDifferences = requests.flatMap(one =>
    facetDifference(one, facets[one.name], wanted.facets.get(one.name) ?? []),
  )
  const none = wrongHits(answer, truth, context)
  const ids = idDifferences(answer, truth, context)
  const isExact = [total.paragraphs, total.articles, ...requests.map(one => facets[one.name])].every(
    counted => counted?.relation === 'exact',
  )
  const repairs = receipt.repairs.map(({ term, replacements }) => [term, replacements.slice(0, 10)])
  const repaired = [...wanted.repairs].map(([term, replacements]) => [term, replacements.slice(0, 10)])
  return {
    isExact,
    hasSameIds: ids.length === 0 && none.length === 0,
    hasSameTotals: total.paragraphs.value === wanted.paragraphs && total.articles.value === wanted.articles,
    hasSameFacets: requests.every(one =>
      isSameFacet(one, facets[one.name], wanted.facets.get(one.name) ?? []),
    ),
    wrong: [...none, ...wrongPartial(answer, truth, context)],
    differences: [
      ...totals,
      ...facetDifferences,
      ...(total.paragraphs.relation === 'exact' ? ids : []),
      ...(answer.first.degraded ? ['the answer is degraded'] : []),
      ...(JSON.stringify(repairs) === JSON.stringify(repaired)
        ? []
        : [`repairs ${JSON.stringify(repairs)} instead of ${JSON.stringify(repaired)}`]),
    ],
  }
}

function totalDifference(name: string, { value, relation }: Total, truth: number): string[] {
  const isRight = relation === 'exact' ? value === truth : relation === 'approximate' || value <= truth
  return isRight ? [] : [`${relation} ${value} ${name} instead of ${truth}`]
}

type Values = readonly { readonly value: string; readonly count: number }[]

const isSameFacet = ({ limit }: FacetRequest, facet: AnswerFacet | undefined, truth: Values): boolean =>
  JSON.stringify(facet?.values) === JSON.stringify(truth.slice(0, limit)) &&
  facet?.truncated === truth.length > limit

function facetDifference(request: FacetRequest, facet: AnswerFacet | undefined, truth: Values): string[] {
  if (facet === undefined) return [`no facet ${request.name}`]
  if (facet.relation === 'approximate') return []
  if (facet.relation === 'exact') {
    if (isSameFacet(request, facet, truth)) return []
    return [`facet ${request.name} ${shownValues(facet.values)} instead of ${shownValues(truth)}`]
  }
  const counts = new Map(truth.map(({ value, count }) => [value, count]))
  const above = facet.values.filter(({ value, count }) => count > (counts.get(value) ?? 0))
  return above.length === 0
    ? []
    : [`facet ${request.name} at least ${shownValues(above)}, which is more than the truth`]
}

const shownValues = (values: Values): string =>
  values
    .slice(0, 5)
    .map(({ value, count }) => `${value} ${count}`)
    .join(', ') + (values.length > 5 ? `, … (${values.length})` : '')

/** What is missing, comes twice or stands in another order. What should not be there at all is a wrong hit. */
function idDifferences(
  { hits, isCut }: Answered<WholeAnswer>,
  { plan, answer }: Answered<Truth>,
  { paragraphs }: JudgeContext,
): string[] {
  const articleOf = (id: string): string => paragraphs.get(id)?.paragraph.articleId ?? id
  const isGrouped = plan.group === 'article'
  const found = hits.map(hit => (isGrouped ? hit.articleId : hit.id))
  const wanted = isGrouped ? [...new Set(answer.ids.map(articleOf))] : answer.ids
  const isFound = new Set(found)
  const missing = isCut ? [] : wanted.filter(id => !isFound.has(id))
  const hasOrder = plan.sort !== 'relevance' && !isGrouped
  const sizes = isGrouped ? sizesOf(answer.ids.map(articleOf)) : new Map<string, number>()
  const miscounted = isGrouped
    ? hits.filter(hit => hit.moreInArticle + 1 !== sizes.get(hit.articleId)).map(hit => hit.articleId)
    : []
  return [
    ...some('missing', missing),
    ...(isFound.size === found.length ? [] : [`${found.length - isFound.size} hits come twice`]),
    ...(hasOrder && missing.length === 0 && found.join() !== wanted.join() ? ['another order'] : []),
    ...some('other hits miscounted in', miscounted),
  ]
}

const some = (what: string, ids: readonly string[]): string[] =>
  ids.length === 0
    ? []
    : [`${what}: ${ids.slice(0, 3).join(', ')}${ids.length > 3 ? `, … (${ids.length})` : ''}`]

function sizesOf(ids: readonly string[]): Map<string, number> {
  const sizes = new Map<string, number>()
  for (const id of ids) sizes.set(id, (sizes.get(id) ?? 0) + 1)
  return sizes
}
