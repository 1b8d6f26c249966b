import type { FacetName, FacetRequest, QueryPlan } from '../../domain/query.ts'
import type { Facet, TotalRelation } from '../../domain/result.ts'
import { monthOf } from './document.ts'
import { facetOfValues } from './facet-values.ts'
import type { FoundParagraph } from './hits.ts'

type Counted = Pick<QueryPlan, 'filters' | 'group'>

/** A facet counted here, over what was verified. */
export function countFacet(
  request: FacetRequest,
  found: readonly FoundParagraph[],
  { plan, relation }: { readonly plan: Counted; readonly relation: TotalRelation },
): Facet {
  const members = new Map<string, Set<string>>()
  for (const one of found) {
    const { articleId, id } = one.paragraph
    for (const value of valuesOf(request.name, one, plan)) {
      const counted = members.get(value) ?? new Set()
      members.set(value, counted.add(plan.group === 'article' ? articleId : id))
    }
  }
  const values = [...members].map(([value, counted]) => ({ value, count: counted.size }))
  return facetOfValues(request, values, { relation })
}

function valuesOf(name: FacetName, found: FoundParagraph, { filters }: Counted): readonly string[] {
  const { paragraph } = found
  switch (name) {
    case 'language':
      return [paragraph.language]
    case 'source':
      return [paragraph.source]
    case 'author':
      return paragraph.author
    case 'speaker':
      return speakersOf(found, filters.quoteKind?.any)
    case 'month': {
      const month = paragraph.publishedAt === undefined ? undefined : monthOf(paragraph.publishedAt)
      return month === undefined ? [] : [month]
    }
  }
}

/** In the zone `quotes` of the quote that was found, else of all that are of a kind that was asked for. */
const speakersOf = (
  { paragraph, quote }: FoundParagraph,
  kinds: readonly string[] | undefined,
): readonly string[] =>
  paragraph.quotes
    .filter(({ kind }, number) => (quote === undefined ? (kinds?.includes(kind) ?? true) : number === quote))
    .flatMap(({ speaker }) => speaker ?? [])
