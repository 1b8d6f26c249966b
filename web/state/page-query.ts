import type { QuoteKind } from '../../src/domain/paragraph.ts'
import type { FacetName, Group, Sort, Zone } from '../../src/domain/query.ts'
import { isUiLanguage } from '../i18n/ui-language.ts'
import type { UiLanguage } from '../i18n/ui-language.ts'

/** What stands in the address of the search page: its whole state. */
export type PageQuery = {
  readonly q: string
  /** Tags of languages. */
  readonly language: readonly string[]
  readonly source: readonly string[]
  readonly author: readonly string[]
  readonly speaker: readonly string[]
  readonly kind: readonly QuoteKind[]
  readonly in?: Exclude<Zone, 'any'> | undefined
  /** As typed: a year, month, day or instant. */
  readonly from?: string | undefined
  readonly to?: string | undefined
  /** As chosen; see `sortOf`. */
  readonly sort?: Sort | undefined
  /** As chosen; see `groupOf`. */
  readonly group?: Group | undefined
  /** The last word is still being typed. */
  readonly prefix?: 'last' | undefined
  readonly cursor?: string | undefined
  /** The language of the interface, when it was chosen. */
  readonly ui?: UiLanguage | undefined
}

export const EMPTY_QUERY: PageQuery = {
  q: '',
  language: [],
  source: [],
  author: [],
  speaker: [],
  kind: [],
}

/** The parameters of the address in their order; those of the API but for `ui`. */
export const PAGE_PARAMETERS = [
  'q',
  'language',
  'source',
  'author',
  'speaker',
  'kind',
  'in',
  'from',
  'to',
  'sort',
  'group',
  'prefix',
  'cursor',
  'ui',
] as const satisfies readonly (keyof PageQuery)[]

const KINDS: readonly QuoteKind[] = ['direct', 'dash', 'scare', 'nested']
const SORTS: readonly Sort[] = ['relevance', 'newest', 'oldest']
const GROUPS: readonly Group[] = ['paragraph', 'article']

/** Without words nothing matches better than anything else: then the newest come first. */
export const sortOf = ({ q, sort }: PageQuery): Sort => sort ?? (hasWords({ q }) ? 'relevance' : 'newest')
/** Without words an article is no place where something stands, but something to read. */
export const groupOf = ({ q, group }: PageQuery): Group =>
  group ?? (hasWords({ q }) ? 'paragraph' : 'article')
export const hasWords = ({ q }: Pick<PageQuery, 'q'>): boolean => q.trim() !== ''
/** Something was asked for, in words or by choice. */
export const isAsked = (query: PageQuery): boolean => hasWords(query) || hasFilters(query)
export const hasFilters = ({ language, source, author, speaker, kind, ...query }: PageQuery): boolean =>
  language.length + source.length + author.length + speaker.length + kind.length > 0 ||
  query.in !== undefined ||
  query.from !== undefined ||
  query.to !== undefined

/** Reads an address. What a page can't mean is left out: the server has refused it before. */
export function readPageQuery(parameters: URLSearchParams): PageQuery {
  const all = (name: string): string[] => parameters.getAll(name).filter(value => value !== '')
  const one = (name: string): string | undefined => all(name)[0]
  const oneOf = <T extends string>(name: string, values: readonly T[]): T | undefined =>
    values.find(value => value === one(name))
  const ui = one('ui')
  return {
    q: one('q') ?? '',
    language: all('language'),
    source: all('source'),
    author: all('author'),
    speaker: all('speaker'),
    kind: KINDS.filter(kind => all('kind').includes(kind)),
    in: oneOf('in', ['quotes', 'text']),
    from: one('from'),
    to: one('to'),
    sort: oneOf('sort', SORTS),
    group: oneOf('group', GROUPS),
    prefix: oneOf('prefix', ['last']),
    cursor: one('cursor'),
    ui: isUiLanguage(ui) ? ui : undefined,
  }
}

/** The address of the page after a change; everything but turning the page begins at the first page. */
export function pageUrl(query: PageQuery, change: Partial<PageQuery> = {}): string {
  const search = parametersOf({ ...query, cursor: undefined, ...change }).toString()
  return search === '' ? '/' : `/?${search}`
}

/** What the API is asked for a page. */
export function apiUrl(query: PageQuery): string {
  const { ui: _, ...asked } = query
  const parameters = parametersOf({ ...asked, sort: sortOf(query), group: groupOf(query) })
  return `/api/search?${parameters.toString()}`
}

/** A file with all paragraphs that a search finds, by date: in order of relevance not every engine reaches the last one. */
export function exportUrl(format: 'csv' | 'ndjson', query: PageQuery): string {
  const { prefix: _prefix, group: _group, cursor: _cursor, ui: _ui, ...asked } = query
  const sort = query.sort === 'oldest' ? 'oldest' : undefined
  return `/api/export.${format}?${parametersOf({ ...asked, sort }).toString()}`
}

/** What the API is asked for values of a facet: all that the other filters leave. */
export function facetUrl(name: FacetName, typed: string, query: PageQuery): string {
  const own = name === 'month' ? { from: undefined, to: undefined } : { [name]: [] }
  const { language, source, author, speaker, kind, from, to } = { ...query, ...own }
  const parameters = parametersOf({ q: typed, language, source, author, speaker, kind, from, to })
  return `/api/facets/${name}?${parameters.toString()}`
}

function parametersOf(query: PageQuery): URLSearchParams {
  const parameters = new URLSearchParams()
  for (const name of PAGE_PARAMETERS) {
    for (const value of [query[name] ?? []].flat()) if (value !== '') parameters.append(name, value)
  }
  return parameters
}
