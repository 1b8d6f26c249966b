import type { QuoteKind } from '../../domain/paragraph.ts'
import type { FacetRequest } from '../../domain/query.ts'
import type { Facet } from '../../domain/result.ts'
import { facetOfValues, namedValues } from './facet-values.ts'
import { and, is, type Filter } from './filter.ts'
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
 * when the next speaker's paragraphs are fewer than what the last value of the facet counts.
 */
export async function countManySpeakers(
  request: FacetRequest,
  { filter, kinds, distinct }: SpeakersWanted,
  context: Pick<SearchContext, 'ask' | 'askAll' | 'check'>,
): Promise<Facet> {
  const answer = await context.ask(countRequest(filter, { facets: ['speakerNames'] }))
  const speakers = Object.entries(answer.facets['speakerNames'] ?? {}).sort(([, a], [, b]) => b - a)
  const counted: [key: string, count: number][] = []
  const leastShown = (): number =>
    counted.map(([, count]) => count).sort((a, b) => b - a)[request.limit - 1] ?? 0
  let next = 0
  while (next < speakers.length && leastShown() <= (speakers[next]?.[1] ?? 0)) {
    context.check()
    const keys = speakers.slice(next, next + SPEAKERS_AT_ONCE).map(([key]) => key)
    const answers = await context.askAll(
      keys.map(key => {
        const ofSpeaker = kinds ? is('kindSpeakers', ...kindSpeakersOf(key, kinds)) : is('speakerNames', key)
        return countRequest(and(filter, ofSpeaker), { distinct })
      }),
    )
    keys.forEach((key, i) => {
      const total = answers[i]?.total ?? 0
      if (total > 0) counted.push([key, total])
    })
    next += keys.length
  }
  const isCut = speakers.length >= FACET_VALUES
  return facetOfValues(request, await namedValues('speakerNames', counted, context), {
    // speakers that are not known have at most as many paragraphs as the last that is
    relation: isCut && leastShown() <= (speakers.at(-1)?.[1] ?? 0) ? 'atLeast' : 'exact',
    isCut: isCut || next < speakers.length,
  })
}
