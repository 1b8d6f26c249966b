import { parse as parseQueryString } from 'node:querystring'
import type { Request } from 'express'
import type { z } from 'zod'
import { isLanguage } from '../domain/language.ts'
import { DEFAULT_LIMIT } from '../search/request.ts'
import type { SearchRequest } from '../search/request.ts'
import {
  EMPTY_QUERY,
  groupOf,
  PAGE_PARAMETERS,
  pageUrl,
  readPageQuery,
  sortOf,
} from '../../web/state/page-query.ts'
import type { PageQuery } from '../../web/state/page-query.ts'
import { parseParameters } from './parameters.ts'
import { SearchParameters, toSearchRequest } from './search-parameters.ts'

type PageRequest = Pick<Request, 'query' | 'originalUrl'>

export type ParsedPage = {
  /** In canonical form: `no` is `nb` and `nn`. */
  readonly query: PageQuery
  readonly request: SearchRequest
  /** Parameters that this page does not know, such as those that newsletters add to links. */
  readonly unknown: readonly string[]
}

const PageParameters = SearchParameters.omit({ limit: true, explain: true })

/** Forms send empty fields and links carry strange ones: a page puts up with both. Throws `InvalidRequest` for the rest. */
export function parsePage(req: PageRequest): ParsedPage {
  const given = Object.entries(req.query).filter(([, value]) => value !== '')
  const isKnown = ([name]: [string, unknown]): boolean =>
    (PAGE_PARAMETERS as readonly string[]).includes(name)
  const { ui: _, ...known } = Object.fromEntries(given.filter(isKnown))
  const parameters = parseParameters({ originalUrl: req.originalUrl, query: known }, PageParameters)
  const query = { ...queryOf(req), language: parameters.language ?? [] }
  return {
    query,
    request: { ...toSearchRequest({ ...FIXED, ...parameters }), sort: sortOf(query), group: groupOf(query) },
    unknown: given.filter(entry => !isKnown(entry)).map(([name]) => name),
  }
}

/** What is searched for a query that this service wrote itself. */
export function requestOf(query: PageQuery): SearchRequest {
  const originalUrl = pageUrl(query)
  // as Express reads an address
  return parsePage({ originalUrl, query: { ...parseQueryString(originalUrl.slice(2)) } }).request
}

const FIXED: Pick<z.infer<typeof SearchParameters>, 'limit' | 'explain'> = {
  limit: DEFAULT_LIMIT,
  explain: 'false',
}

function queryOf({ query }: Pick<Request, 'query'>): PageQuery {
  const parameters = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    for (const one of [value].flat()) if (typeof one === 'string') parameters.append(name, one)
  }
  return readPageQuery(parameters)
}

/** Whatever of a wrong address can be kept, so that nobody has to type a query twice. */
export function salvagePage(req: Pick<Request, 'query'>): PageQuery {
  const { q, language, source, ui } = queryOf(req)
  return { ...EMPTY_QUERY, q, language: language.filter(isLanguage), source, ui }
}
