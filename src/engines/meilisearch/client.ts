import { Meilisearch } from 'meilisearch'
import { AppError } from '../../errors.ts'
import type { FilterExpression } from './filter.ts'
import { readAnswers, readTask, type SearchAnswer, type TaskAnswer } from './from-response.ts'
import { isRefusal } from './server-error.ts'
import type { SearchRequest } from './to-request.ts'
import { createTransport } from './transport.ts'

export type ServerOptions = {
  readonly url: string
  readonly apiKey?: string
  readonly requestTimeoutMs: number
}

/** The server, as far as the adapter knows it: a thin wrapper of its client. Rejects with `AppError` only. */
export type Server = ReturnType<typeof connect>

export function connect({ url, apiKey, requestTimeoutMs }: ServerOptions) {
  const target = parseUrl(url)
  const address = `${target.origin}${target.pathname.replace(/\/$/, '')}`
  const key = apiKey ?? decodeURIComponent(target.password)
  const transport = createTransport({ address, timeoutMs: requestTimeoutMs })
  const client = new Meilisearch({
    host: address,
    ...(key === '' ? {} : { apiKey: key }),
    httpClient: (input, init) => transport.send(input instanceof Request ? input.url : input, init),
  })
  const http = unwrapped(client.httpRequest)
  const init = (signal: AbortSignal | undefined): { signal?: AbortSignal } => (signal ? { signal } : {})

  return {
    address,
    close: transport.close,
    async search(index: string, request: SearchRequest, signal?: AbortSignal): Promise<SearchAnswer> {
      const answer: unknown = await http.post({
        path: `indexes/${index}/search`,
        body: request,
        extraRequestInit: init(signal),
      })
      return readAnswers([answer], address)[0]
    },
    /** The server does them one after the other: for what takes no time each. */
    async searchAll(
      index: string,
      requests: readonly SearchRequest[],
      signal?: AbortSignal,
    ): Promise<readonly SearchAnswer[]> {
      if (requests.length === 0) return []
      const answer = (await http.post({
        path: 'multi-search',
        body: { queries: requests.map(request => ({ indexUid: index, ...request })) },
        extraRequestInit: init(signal),
      })) as { results?: unknown[] }
      return readAnswers(answer.results ?? [], address)
    },
    health: (): Promise<unknown> => http.get({ path: 'health' }),
    version: (): Promise<unknown> => http.get({ path: 'version' }),
    settings: (index: string): Promise<unknown> => http.get({ path: `indexes/${index}/settings` }),
    indexStats: (index: string): Promise<unknown> =>
      http.get({
        path: `indexes/${index}/stats`,
        params: { showInternalDatabaseSizes: 'true' },
      }),
    async task(uid: number): Promise<TaskAnswer> {
      return readTask(await http.get({ path: `tasks/${uid}` }), address)
    },
    createIndex: (index: string): Promise<unknown> =>
      http.post({ path: 'indexes', body: { uid: index, primaryKey: 'id' } }),
    deleteIndex: (index: string): Promise<unknown> => http.delete({ path: `indexes/${index}` }),
    updateSettings: (index: string, settings: object): Promise<unknown> =>
      http.patch({ path: `indexes/${index}/settings`, body: settings }),
    /** `lines`: one document a line. Documents that are there are replaced. */
    putDocuments: (index: string, lines: string): Promise<unknown> =>
      http.post({
        path: `indexes/${index}/documents`,
        params: { primaryKey: 'id' },
        body: lines,
        contentType: 'application/x-ndjson',
      }),
    deleteDocuments: (index: string, filter: FilterExpression): Promise<unknown> =>
      http.post({ path: `indexes/${index}/documents/delete`, body: { filter } }),
    swapIndexes: (one: string, other: string): Promise<unknown> =>
      http.post({ path: 'swap-indexes', body: [{ indexes: [one, other] }] }),
    /** Undefined where there is none. */
    async document(index: string, id: string): Promise<unknown> {
      try {
        return await http.get({ path: `indexes/${index}/documents/${id}` })
      } catch (error) {
        if (isRefusal(error, 'document_not_found')) return undefined
        throw error
      }
    },
    async indexExists(index: string): Promise<boolean> {
      try {
        await http.get({ path: `indexes/${index}` })
        return true
      } catch (error) {
        if (isRefusal(error, 'index_not_found')) return false
        throw error
      }
    },
  }
}

type Http = Meilisearch['httpRequest']
type Send = (options: Parameters<Http['post']>[0]) => Promise<unknown>

/** The client wraps whatever the transport throws in an error of its own, which says less. */
function unwrapped(http: Http): Record<'get' | 'post' | 'patch' | 'delete', Send> {
  const send =
    (method: Send): Send =>
    async options => {
      try {
        return await method(options)
      } catch (error) {
        throw error instanceof Error && error.cause instanceof AppError ? error.cause : error
      }
    }
  return {
    get: send(options => http.get(options)),
    post: send(options => http.post(options)),
    patch: send(options => http.patch(options)),
    delete: send(options => http.delete(options)),
  }
}

function parseUrl(url: string): URL {
  const parsed = URL.canParse(url) ? new URL(url) : undefined
  if (parsed?.protocol === 'http:' || parsed?.protocol === 'https:') return parsed
  // not the address itself, which may hold a password
  throw new AppError('invalid_config', 'The address of Meilisearch is no http or https URL', {
    hint: 'Give one such as http://127.0.0.1:7700 in MEILI_URL.',
  })
}
