import type { Cursor, Filters, Group, Sort, Zone } from '../domain/query.ts'

/** What a caller asks for: the typed query and the parameters beside it, parsed. */
export type SearchRequest = {
  /** As typed, operators included; empty: every paragraph. */
  readonly typed: string
  /** Together with the filters typed in the query: both must hold. */
  readonly filters: Filters
  readonly zone: Zone
  readonly sort: Sort
  readonly group: Group
  /** `last`: the last word is still being typed. */
  readonly prefix: 'none' | 'last'
  /** 1 to 100. */
  readonly limit: number
  readonly after?: Cursor
  readonly explain: boolean
}

export const MAX_LIMIT = 100
export const DEFAULT_LIMIT = 20

export const SEARCH_EVERYTHING: SearchRequest = {
  typed: '',
  filters: {},
  zone: 'any',
  sort: 'relevance',
  group: 'paragraph',
  prefix: 'none',
  limit: DEFAULT_LIMIT,
  explain: false,
}
