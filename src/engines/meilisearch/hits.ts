import type { Language } from '../../domain/language.ts'
import type { Paragraph } from '../../domain/paragraph.ts'
import type { Facet, ScorePart, Total, Verification } from '../../domain/result.ts'
import type { TokenText } from '../common/score-tokens.ts'
import { readTokenText } from './token-text.ts'
import { paragraphOf, type SearchAnswer } from './from-response.ts'
import { idKey } from './keys.ts'
import type { DatePlace } from './to-request.ts'

export type FoundParagraph = {
  readonly paragraph: Paragraph
  /** The number of the quote that was found, in the zone `quotes`. */
  readonly quote: number | undefined
}

/** A paragraph that came from the server. Read when asked for: most candidates of a phrase are none. */
export type Candidate = FoundParagraph & {
  /** Of the paragraph, or of what is searched of it. */
  readonly text: TokenText
  /** Of its article, unless it is the title. */
  readonly title: TokenText | undefined
}

export type RankedCandidate = FoundParagraph & {
  readonly score: number
  readonly explanation: readonly ScorePart[]
}

export const candidatesOf = ({ hits }: SearchAnswer): Candidate[] => hits.map(candidateOf)

function candidateOf(hit: SearchAnswer['hits'][number]): Candidate {
  let paragraph: Paragraph | undefined
  return {
    quote: hit.quote,
    get paragraph() {
      return (paragraph ??= paragraphOf(hit))
    },
    get text() {
      return readTokenText(hit.tokens ?? '', hit.language ?? 'und')
    },
    get title() {
      const { title } = hit
      if (title === undefined) return undefined
      const blank = title.indexOf(' ')
      return readTokenText(title.slice(blank + 1), title.slice(0, blank) as Language)
    },
  }
}

export const unranked = ({ paragraph, quote }: Candidate): RankedCandidate => ({
  paragraph,
  quote,
  score: 0,
  explanation: [],
})

/**
 * Where a page begins: how many hits of the order of relevance stand before it (and how many of each group were read for
 * that order, which must not change from page to page), or behind which date and key.
 */
export type Place = { readonly offset: number; readonly read: number } | DatePlace

const isCount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value > 0

/** A place that came back from a reader; undefined when it is none. */
export function parsePlace(value: unknown): Place | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  if ('offset' in value) {
    const { offset } = value
    const read = 'read' in value ? value.read : undefined
    return isCount(offset) && isCount(read) ? { offset, read } : undefined
  }
  if (!('date' in value) || !('key' in value)) return undefined
  const { date, key } = value
  if (typeof key !== 'string' || (date !== null && typeof date !== 'number')) return undefined
  return { date, key }
}

export const placeBehind = (
  { publishedAt, id, articleId }: Paragraph,
  group: 'paragraph' | 'article',
): DatePlace => ({ date: publishedAt ?? null, key: idKey(group === 'article' ? articleId : id) })

/** One page of a search, with what is said about all of it. */
export type Page = {
  readonly hits: readonly RankedCandidate[]
  /** Other matching paragraphs of each hit's article; only with `group: 'article'`. */
  readonly more: ReadonlyMap<string, number>
  readonly next?: Place
}

export type Totals = {
  readonly paragraphs: Total
  readonly articles: Total
  readonly facets: readonly Facet[]
  /** Only where the filter of the query finds too much. */
  readonly verification?: Verification
}

export const exactly = (value: number): Total => ({ value, relation: 'exact' })

/** Of each paragraph the first: several of its quotes may have been found. */
export function byParagraph<C extends FoundParagraph>(found: readonly C[]): C[] {
  const seen = new Set<string>()
  return found.filter(({ paragraph, quote }) => {
    if (quote === undefined) return true
    if (seen.has(paragraph.id)) return false
    seen.add(paragraph.id)
    return true
  })
}

/** The first candidate of each article, and how many others it has. */
export function byArticle<C extends { readonly paragraph: Paragraph }>(
  candidates: readonly C[],
): { readonly heads: C[]; readonly more: Map<string, number> } {
  const heads: C[] = []
  const more = new Map<string, number>()
  for (const candidate of candidates) {
    const { articleId } = candidate.paragraph
    const others = more.get(articleId)
    if (others === undefined) heads.push(candidate)
    more.set(articleId, others === undefined ? 0 : others + 1)
  }
  return { heads, more }
}
