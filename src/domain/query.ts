import type { Language } from './language.ts'
import type { QuoteKind } from './paragraph.ts'

/** A stem is only equal to another of the same language. */
export type LanguageStem = { readonly language: Language; readonly stem: string }

/** A token that has one of `terms` (or, in a paragraph of that language, one of `stems`). */
export type WordClause = {
  readonly kind: 'word'
  readonly terms: readonly string[]
  readonly stems: readonly LanguageStem[]
  /** Also every token whose term begins so (the last word while typing, or one character of a script without spaces). */
  readonly prefix?: string
  /** The lower-cased form as typed, where folding changed it. Text equal before folding ranks above text equal only after. */
  readonly accented?: string
  /** Terms within that many edits stand in for a word without any match. Absent: never widened. */
  readonly edits?: 1 | 2
}

/**
 * One place of a phrase. `maxGap` is how many tokens may stand between it and the step before (0: contiguous, and
 * always 0 for the first). With `prefix` the token only has to begin with `term`: the last run of a script without
 * spaces may go on in the text. An `optional` step may be missing.
 */
export type PhraseStep = {
  readonly term: string
  readonly maxGap: number
  readonly prefix?: boolean
  readonly optional?: boolean
}

export type PhraseClause = { readonly kind: 'phrase'; readonly steps: readonly PhraseStep[] }
export type AndClause = { readonly kind: 'and'; readonly of: readonly Clause[] }
export type OrClause = { readonly kind: 'or'; readonly of: readonly Clause[] }
/** Only directly under the outermost `and`. */
export type NotClause = { readonly kind: 'not'; readonly of: Clause }

export type Clause = WordClause | PhraseClause | AndClause | OrClause | NotClause

/** `any`: at least one of these; `none`: not one of these. Names are compared by `nameKey` of text/. */
export type ValueFilter<T> = { readonly any?: readonly T[]; readonly none?: readonly T[] }

export type Filters = {
  readonly language?: ValueFilter<Language>
  readonly source?: ValueFilter<string>
  readonly author?: ValueFilter<string>
  /** Of quotes: the whole canonical name, as the facet lists it. */
  readonly speaker?: ValueFilter<string>
  /** Of quotes: a name as a reader types it, found by the keys of text/speaker-keys.ts. */
  readonly speakerNamed?: ValueFilter<string>
  /** Of quotes. Together with a speaker it is asked of one and the same quote. */
  readonly quoteKind?: ValueFilter<QuoteKind>
  /** Seconds UTC; `from` inclusive, `to` exclusive. A paragraph without a date is in no range; without both bounds there is no range. */
  readonly publishedAt?: { readonly from?: number; readonly to?: number }
}

export const SORTS = ['relevance', 'newest', 'oldest'] as const
/** `newest` and `oldest` put undated paragraphs last; the last tie-break of every order is the paragraph's id, ascending. */
export type Sort = (typeof SORTS)[number]

export const ZONES = ['any', 'quotes', 'text'] as const
/** Where the words have to stand: anywhere, within one quote, or outside of quoted speech. text/zones.ts says it exactly. */
export type Zone = (typeof ZONES)[number]

export const GROUPS = ['paragraph', 'article'] as const
export type Group = (typeof GROUPS)[number]

export const FACET_NAMES = ['language', 'source', 'author', 'speaker', 'month'] as const
export type FacetName = (typeof FACET_NAMES)[number]

/** At most `limit` values, the most frequent first, then by value. */
export type FacetRequest = { readonly name: FacetName; readonly limit: number }

/** Opaque above the port; an adapter parses its own. */
export type Cursor = string

export type QueryPlan = {
  /** Absent: every paragraph. */
  readonly query?: Clause
  /** Neighbouring words of the query as phrases. They raise the rank and never decide what matches. */
  readonly nearby: readonly PhraseClause[]
  readonly zone: Zone
  readonly filters: Filters
  /** Seconds UTC: what is visible is decided by this instant. */
  readonly now: number
  readonly sort: Sort
  readonly group: Group
  readonly facets: readonly FacetRequest[]
  readonly limit: number
  readonly after?: Cursor
}
