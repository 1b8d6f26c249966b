import type { Note } from './notes.ts'

export const QUERY_FIELDS = [
  'source',
  'language',
  'author',
  'speaker',
  'kind',
  'in',
  'before',
  'after',
] as const
export type QueryField = (typeof QUERY_FIELDS)[number]

/** Offsets are UTF-16 code units into what was typed, half-open, marks and minus included. */
type Span = { readonly start: number; readonly end: number }

/** `text` is one word as typed (which may turn out to be several), or what stood between the quotation marks. */
export type QueryTerm = Span & { readonly kind: 'word' | 'phrase'; readonly text: string }
export type QueryFilter = Span & {
  readonly field: QueryField
  readonly value: string
  readonly isExcluded: boolean
}

/**
 * The syntax of a query: every group of `required` must match, by at least one of its terms (`OR` binds tighter than
 * the space); nothing of `excluded` may.
 */
export type ParsedQuery = {
  readonly required: readonly (readonly QueryTerm[])[]
  readonly excluded: readonly QueryTerm[]
  readonly filters: readonly QueryFilter[]
  readonly notes: readonly Note[]
  /** Nothing stands behind the last required word, not even a space: it may still be typed. */
  readonly endsInWord: boolean
}
