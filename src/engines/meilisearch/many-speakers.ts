import type { QuoteKind } from '../../domain/paragraph.ts'
import type { FacetRequest } from '../../domain/query.ts'
import type { Facet } from '../../domain/result.ts'
import { byCount, facetOfValues, namedValues } from './facet-values.ts'
import { and, is, type Filter } from './filter.ts'
import { valueOfKey } from './keys.ts'
import type { SearchContext } from './search-context.ts'
import { FACET_VALUES } from './settings.ts'
import { kindSpeakersOf } from './speaker-counts.ts'
import { countRequest } from './to-request.ts'

const SPEAKERS_AT_ONCE = 25

export type SpeakersWanted = {
  readonly filter: Filter
  /** Only of quotes of these kinds. */
  readonly kinds: readonly QuoteKind[] | undefined
  /** Of what counts once, the field that tells it from others; absent: each paragraph counts. */
  readonly distinct: string | undefined
}

/**
 * The speaker facet where the values from which it would be counted are more than the server gives: speaker after speaker,
 * the most frequent first. Nobody has more articles, or more paragraphs with such quotes, than paragraphs; so it is over
 * when the last value that is shown stands before what the next speaker has at most.
 */
export async function countManySpeakers(
  request: FacetRequest,
  { filter, kinds, distinct }: SpeakersWanted,
  context: Pick<SearchContext, 'ask' | 'askAll' | 'check'>,
): Promise<Facet> {
  const answer = await context.ask(countRequest(filter, { facets: ['speakerNames'] }))
  const speakers = Object.entries(answer.facets['speakerNames'] ?? {})
    .map(([key, count]) => ({ key, value: valueOfKey(key), count }))
    .sort(byCount)
  const counted: typeof speakers = []
  const isDecided = (): boolean => {
    const last = counted.toSorted(byCount)[request.limit - 1]
    const next = speakers[counted.length]
    return last !== undefined && next !== undefined && byCount(last, next) < 0
  }
  while (counted.length < speakers.length && !isDecided()) {
    context.check()
    const some = speakers.slice(counted.length, counted.length + SPEAKERS_AT_ONCE)
    const answers = await context.askAll(
      some.map(({ key }) => {
        const ofSpeaker = kinds ? is('kindSpeakers', ...kindSpeakersOf(key, kinds)) : is('speakerNames', key)
        return countRequest(and(filter, ofSpeaker), { distinct })
      }),
    )
    counted.push(...some.map((speaker, i) => ({ ...speaker, count: answers[i]?.total ?? 0 })))
  }
  const isCut = speakers.length >= FACET_VALUES
  const found = counted.flatMap(({ key, count }) => (count > 0 ? [[key, count] as const] : []))
  return facetOfValues(request, await namedValues('speakerNames', found, context), {
    relation: isCut && !isDecided() ? 'atLeast' : 'exact',
    isCut: isCut || counted.length < speakers.length,
  })
}
