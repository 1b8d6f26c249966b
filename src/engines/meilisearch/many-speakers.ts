import type { QuoteKind } from '../../domain/paragraph.ts'
import type { FacetRequest } from '../../domain/query.ts'
import type { Facet, FacetValue } from '../../domain/result.ts'
import { byCount, facetOfValues, namedValues } from './facet-values.ts'
import { and, is, type Filter } from './filter.ts'
import { valueOfKey } from './keys.ts'
import type { SearchContext } from './search-context.ts'
import { FACET_VALUES } from './settings.ts'
import { articlesBySpeaker, kindSpeakersOf, paragraphsBySpeaker } from './speaker-counts.ts'
import { countRequest } from './to-request.ts'

/** Room for those who speak in the same paragraphs. */
const PARAGRAPHS_AT_ONCE = FACET_VALUES / 2
/** Values of a filter: its text is parsed in the square of its length. */
const SPEAKERS_AT_ONCE = 100

export type SpeakersWanted = {
  readonly field: 'kindSpeakers' | 'articleSpeakers'
  readonly filter: Filter
  /** Only of quotes of these kinds. */
  readonly kinds: readonly QuoteKind[] | undefined
}

/** A speaker, and at first in how many paragraphs. */
type Speaker = FacetValue & { readonly key: string }

/**
 * The speaker facet where the values from which it would be counted are more than the server gives: some speakers after
 * the others, the most frequent first. Nobody has more articles, or more paragraphs with such quotes, than paragraphs; so
 * it is over when the last value that is shown stands before what the next speaker has at most.
 */
export async function countManySpeakers(
  request: FacetRequest,
  { field, filter, kinds }: SpeakersWanted,
  context: Pick<SearchContext, 'ask' | 'check'>,
): Promise<Facet> {
  const { facets } = await context.ask(countRequest(filter, { facets: ['speakerNames'] }))
  const speakers = Object.entries(facets['speakerNames'] ?? {})
    .map(([key, count]): Speaker => ({ key, value: valueOfKey(key), count }))
    .sort(byCount)
  const counted: Speaker[] = []
  const isDecided = (): boolean => {
    const last = counted.toSorted(byCount)[request.limit - 1]
    const next = speakers[counted.length]
    return last !== undefined && next !== undefined && byCount(last, next) < 0
  }
  while (counted.length < speakers.length && !isDecided()) {
    counted.push(...(await count(atOnce(speakers, counted.length))))
  }
  const isCut = speakers.length >= FACET_VALUES
  const found = counted.flatMap(speaker => (speaker.count > 0 ? [[speaker.key, speaker.count] as const] : []))
  return facetOfValues(request, await namedValues('speakerNames', found, context), {
    relation: isCut && !isDecided() ? 'atLeast' : 'exact',
    isCut: isCut || counted.length < speakers.length,
  })

  async function count(some: readonly Speaker[]): Promise<Speaker[]> {
    context.check()
    const ofThese = and(filter, is('speakerNames', ...some.map(({ key }) => key)))
    const answer = await context.ask(countRequest(ofThese, { facets: [field] }))
    const values = Object.entries(answer.facets[field] ?? {})
    if (values.length >= FACET_VALUES) return countInParts(some)
    const counts = new Map(
      field === 'articleSpeakers'
        ? articlesBySpeaker(values, kinds)
        : paragraphsBySpeaker(values, kinds ?? []),
    )
    return some.map(speaker => ({ ...speaker, count: counts.get(speaker.key) ?? 0 }))
  }

  async function countInParts(some: readonly Speaker[]): Promise<Speaker[]> {
    const [speaker] = some
    if (some.length === 1 && speaker) return [{ ...speaker, count: await countAlone(speaker) }]
    const half = Math.ceil(some.length / 2)
    return [...(await count(some.slice(0, half))), ...(await count(some.slice(half)))]
  }

  async function countAlone({ key }: Speaker): Promise<number> {
    const ofSpeaker = kinds ? is('kindSpeakers', ...kindSpeakersOf(key, kinds)) : is('speakerNames', key)
    const distinct = field === 'articleSpeakers' ? 'articleKey' : undefined
    return (await context.ask(countRequest(and(filter, ofSpeaker), { distinct }))).total
  }
}

/** The next speakers, as many as one answer has room for; one at least. */
function atOnce(speakers: readonly Speaker[], first: number): Speaker[] {
  const some: Speaker[] = []
  let paragraphs = 0
  for (const speaker of speakers.slice(first, first + SPEAKERS_AT_ONCE)) {
    paragraphs += speaker.count
    if (some.length > 0 && paragraphs > PARAGRAPHS_AT_ONCE) break
    some.push(speaker)
  }
  return some
}
