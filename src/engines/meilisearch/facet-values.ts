import type { FacetRequest, Filters } from '../../domain/query.ts'
import type { Facet, FacetValue, TotalRelation } from '../../domain/result.ts'
import type { FacetField } from './facet-fields.ts'
import { and, is } from './filter.ts'
import { paragraphOf, type SearchAnswer } from './from-response.ts'
import { boundedKey, isHashed, valueOfKey } from './keys.ts'
import { ofRole } from './scope.ts'
import type { SearchContext } from './search-context.ts'
import { articlesBySpeaker, paragraphsBySpeaker } from './speaker-counts.ts'
import { hitsRequest } from './to-request.ts'

type Ask = Pick<SearchContext, 'ask'>

/** The most frequent first, then by value. */
export const byCount = (a: FacetValue, b: FacetValue): number =>
  b.count - a.count || (a.value < b.value ? -1 : a.value > b.value ? 1 : 0)

/** The values of a facet, in no order. */
export function facetValuesOf(
  answer: SearchAnswer,
  { field }: Pick<FacetField, 'field'>,
  { filters, ask }: Ask & { readonly filters: Filters },
): Promise<FacetValue[]> {
  const counts = Object.entries(answer.facets[field] ?? {})
  const kinds = filters.quoteKind?.any
  if (field === 'kindSpeakers') {
    return namedValues('speakerNames', paragraphsBySpeaker(counts, kinds ?? []), { ask })
  }
  if (field === 'articleSpeakers') {
    return namedValues('speakerNames', articlesBySpeaker(counts, kinds), { ask })
  }
  return namedValues(field, counts, { ask })
}

/** Names by their keys; the few that are too long for a key are looked up in a document that has them. */
export function namedValues(
  field: string,
  counts: readonly (readonly [key: string, count: number])[],
  { ask }: Ask,
): Promise<FacetValue[]> {
  return Promise.all(
    counts.map(async ([key, count]) => {
      if (!isHashed(key)) return { value: valueOfKey(key), count }
      const { hits } = await ask(hitsRequest(and(ofRole('live'), is(field, key)), { limit: 1 }))
      const [hit] = hits
      const paragraph = hit && paragraphOf(hit)
      const names = paragraph
        ? [paragraph.source, ...paragraph.author, ...paragraph.quotes.flatMap(({ speaker }) => speaker ?? [])]
        : []
      return { value: names.find(name => boundedKey(name) === key) ?? key, count }
    }),
  )
}

/** The facet as it was asked for. `isCut`: there are more values than these. */
export const facetOfValues = (
  { name, limit }: FacetRequest,
  values: readonly FacetValue[],
  { relation, isCut = false }: { readonly relation: TotalRelation; readonly isCut?: boolean },
): Facet => ({
  name,
  relation,
  values: values.toSorted(byCount).slice(0, limit),
  truncated: isCut || values.length > limit,
})
