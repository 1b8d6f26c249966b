import { QUOTE_KINDS, type Quote, type QuoteKind } from '../../domain/paragraph.ts'
import { boundedKey, idKey } from './keys.ts'

/**
 * By what speakers are counted. The server counts documents with a value, and what is wanted are paragraphs or articles
 * with a speaker, perhaps in quotes of some kinds only:
 *
 * - `speakerNames`: paragraphs by speaker.
 * - `kindSpeakers`: the same by all kinds of quotes in which the paragraph has that speaker (`direct+nested:ivo brand`):
 *   a paragraph has one such value for each of its speakers, so that the counts of several kinds may be added up.
 * - `articleSpeakers`: the same with the article (`direct+nested:article|ivo brand`): not the counts but the values are
 *   counted, each article once. For this the server need not read the documents, which takes 50 µs each.
 */
export function speakerFields(quotes: readonly Quote[], articleId: string) {
  const kinds = new Map<string, Set<QuoteKind>>()
  for (const { kind, speaker } of quotes) {
    if (speaker === undefined) continue
    const key = boundedKey(speaker)
    kinds.set(key, (kinds.get(key) ?? new Set()).add(kind))
  }
  if (kinds.size === 0) return {}
  const speakers = [...kinds].map(([key, of]) => ({ key, kinds: kindsText(of) }))
  return {
    speakerNames: speakers.map(({ key }) => key),
    kindSpeakers: speakers.map(one => `${one.kinds}:${one.key}`),
    articleSpeakers: speakers.map(one => `${one.kinds}:${idKey(articleId)}|${one.key}`),
  }
}

const kindsText = (kinds: ReadonlySet<QuoteKind>): string =>
  QUOTE_KINDS.filter(kind => kinds.has(kind)).join('+')

/** The values of `kindSpeakers` that a speaker of some of these kinds of quotes may have. */
export function kindSpeakersOf(key: string, wanted: readonly QuoteKind[]): string[] {
  const sets = QUOTE_KINDS.reduce<QuoteKind[][]>(
    (all, kind) => [...all, ...all.map(one => [...one, kind])],
    [[]],
  )
  return sets
    .filter(kinds => kinds.some(kind => wanted.includes(kind)))
    .map(kinds => `${kindsText(new Set(kinds))}:${key}`)
}

type Counts = readonly (readonly [value: string, count: number])[]

/** Paragraphs by the key of the speaker, out of the counts of `kindSpeakers`. */
export function paragraphsBySpeaker(counts: Counts, kinds: readonly QuoteKind[]): [string, number][] {
  const paragraphs = new Map<string, number>()
  for (const [value, count] of counts) {
    const { isOfKind, rest } = parted(value, kinds)
    if (isOfKind) paragraphs.set(rest, (paragraphs.get(rest) ?? 0) + count)
  }
  return [...paragraphs]
}

/** Articles by the key of the speaker, out of the counts of `articleSpeakers`. */
export function articlesBySpeaker(
  counts: Counts,
  kinds: readonly QuoteKind[] | undefined,
): [string, number][] {
  const articles = new Map<string, Set<string>>()
  for (const [value] of counts) {
    const { isOfKind, rest } = parted(value, kinds)
    if (!isOfKind) continue
    const bar = rest.indexOf('|')
    const key = rest.slice(bar + 1)
    articles.set(key, (articles.get(key) ?? new Set()).add(rest.slice(0, bar)))
  }
  return [...articles].map(([key, { size }]) => [key, size])
}

function parted(
  value: string,
  wanted: readonly QuoteKind[] | undefined,
): { readonly isOfKind: boolean; readonly rest: string } {
  const colon = value.indexOf(':')
  const kinds = value.slice(0, colon).split('+')
  return {
    isOfKind: wanted === undefined || wanted.some(kind => kinds.includes(kind)),
    rest: value.slice(colon + 1),
  }
}
