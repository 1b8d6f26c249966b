import type { Request } from 'express'
import type { z } from 'zod'
import { isLanguage } from '../../domain/language.ts'
import type { Language } from '../../domain/language.ts'
import type { QuoteKind } from '../../domain/paragraph.ts'
import type { Group, Sort, Zone } from '../../domain/query.ts'
import { DEFAULT_LIMIT } from '../../search/request.ts'
import type { SearchRequest } from '../../search/request.ts'
import { parseParameters } from '../parameters.ts'
import { SearchParameters, toSearchRequest } from '../search-parameters.ts'

/** What stands in the address of the search page. */
export type PageQuery = {
  readonly q: string
  readonly language: readonly Language[]
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
  readonly cursor?: string | undefined
}

export const EMPTY_QUERY: PageQuery = {
  q: '',
  language: [],
  source: [],
  author: [],
  speaker: [],
  kind: [],
}

/** Without words nothing matches better than anything else: then the newest come first. */
export const sortOf = ({ q, sort }: PageQuery): Sort => sort ?? (hasWords(q) ? 'relevance' : 'newest')
/** Without words an article is no place where something stands, but something to read. */
export const groupOf = ({ q, group }: PageQuery): Group => group ?? (hasWords(q) ? 'paragraph' : 'article')
const hasWords = (q: string): boolean => q.trim() !== ''

type PageRequest = Pick<Request, 'query' | 'originalUrl'>

export type ParsedPage = {
  readonly query: PageQuery
  readonly request: SearchRequest
  /** Parameters that this page does not know, such as those that newsletters add to links. */
  readonly unknown: readonly string[]
}

const PageParameters = SearchParameters.pick({
  q: true,
  language: true,
  source: true,
  author: true,
  speaker: true,
  kind: true,
  in: true,
  from: true,
  to: true,
  sort: true,
  group: true,
  cursor: true,
})
const PAGE_PARAMETERS = Object.keys(PageParameters.shape)

/** Forms send empty fields and links carry strange ones: a page puts up with both. Throws `InvalidRequest` for the rest. */
export function parsePage(req: PageRequest): ParsedPage {
  const given = Object.entries(req.query).filter(([, value]) => value !== '')
  const known = given.filter(([name]) => PAGE_PARAMETERS.includes(name))
  const parameters = parseParameters(
    { originalUrl: req.originalUrl, query: Object.fromEntries(known) },
    PageParameters,
  )
  const { q, language = [], source = [], author = [], speaker = [], kind = [], cursor } = parameters
  const query: PageQuery = {
    q,
    language,
    source,
    author,
    speaker,
    kind,
    in: parameters.in,
    from: textOf(req.query['from']),
    to: textOf(req.query['to']),
    sort: textOf(req.query['sort']) === undefined ? undefined : parameters.sort,
    group: textOf(req.query['group']) === undefined ? undefined : parameters.group,
    cursor,
  }
  return {
    query,
    request: { ...toSearchRequest({ ...FIXED, ...parameters }), sort: sortOf(query), group: groupOf(query) },
    unknown: given.map(([name]) => name).filter(name => !PAGE_PARAMETERS.includes(name)),
  }
}

const FIXED: Pick<z.infer<typeof SearchParameters>, 'prefix' | 'limit' | 'explain'> = {
  prefix: 'none',
  limit: DEFAULT_LIMIT,
  explain: 'false',
}

/** Whatever of a wrong address can be kept, so that nobody has to type a query twice. */
export function salvagePage(req: PageRequest): PageQuery {
  const { q, language, source } = req.query
  return {
    ...EMPTY_QUERY,
    q: textOf(q) ?? '',
    language: [language]
      .flat()
      .filter(value => typeof value === 'string')
      .filter(isLanguage),
    source: [source].flat().filter(value => typeof value === 'string' && value !== '') as string[],
  }
}

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined

/** The address of the page after a change; everything but turning the page begins at the first page. */
export function pageUrl(query: PageQuery, change: Partial<PageQuery> = {}): string {
  const parts = { ...query, cursor: undefined, ...change }
  const { q, language, source, author, speaker, kind, from, to, sort, group, cursor } = parts
  const parameters = new URLSearchParams()
  const add = (name: string, ...values: readonly (string | undefined)[]): void => {
    for (const value of values) if (value !== undefined && value !== '') parameters.append(name, value)
  }
  add('q', q)
  add('language', ...language)
  add('source', ...source)
  add('author', ...author)
  add('speaker', ...speaker)
  add('kind', ...kind)
  add('in', parts.in)
  add('from', from)
  add('to', to)
  add('sort', sort)
  add('group', group)
  add('cursor', cursor)
  const search = parameters.toString()
  return search === '' ? '/' : `/?${search}`
}
