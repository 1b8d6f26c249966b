import { Client } from '@opensearch-project/opensearch'
import { AppError } from '../../errors.ts'
import { serverError } from './server-error.ts'

export type ServerRequest = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE' | 'HEAD'
  /** Index names and ids in it are made of `[A-Za-z0-9_,*-]`: nothing needs escaping. */
  readonly path: string
  readonly query?: Readonly<Record<string, string | number | boolean>>
  readonly body?: object
  /** NDJSON, its last line break included. */
  readonly lines?: string
}

export type SendOptions = {
  readonly signal?: AbortSignal
  /** On the clock of `performance.now()`. */
  readonly deadline?: number
  readonly timeoutMs?: number
}

export type Server = {
  /** The address as it may be shown: without credentials. */
  readonly address: string
  /** Resolves to the body of a 2xx answer; rejects with `AppError` only. Never retries. */
  send(request: ServerRequest, options?: SendOptions): Promise<unknown>
  close(): Promise<void>
}

export type ServerOptions = {
  readonly url: string
  readonly username?: string
  readonly password?: string
  readonly requestTimeoutMs: number
}

/** A thin wrapper of the client: our own deadlines, no retries, credentials in no message, `AppError` for every failure. */
export function connect({ url, username, password, requestTimeoutMs }: ServerOptions): Server {
  const target = parseUrl(url)
  const address = `${target.origin}${target.pathname.replace(/\/$/, '')}`
  const user = username ?? decodeURIComponent(target.username)
  const secret = password ?? decodeURIComponent(target.password)
  const client = new Client({
    node: address,
    // the default of 3 would make a search wait for four deadlines
    maxRetries: 0,
    requestTimeout: requestTimeoutMs,
    ...(user === '' ? {} : { auth: { username: user, password: secret } }),
  })

  return {
    address,
    async send(
      { method, path, query, body, lines },
      { signal, deadline, timeoutMs = requestTimeoutMs } = {},
    ) {
      if (signal?.aborted) throw cancelled(signal.reason)
      const left = deadline === undefined ? Infinity : deadline - performance.now()
      if (left <= 0) throw late(address)
      const request = client.transport.request(
        {
          method,
          path,
          ...(query ? { querystring: { ...query } } : {}),
          ...(body ? { body } : {}),
          ...(lines === undefined ? {} : { bulkBody: lines }),
        },
        // a search that runs out of its own time is cut by us: the client's clock only guards everything else
        { requestTimeout: Math.min(timeoutMs, Math.max(1, Math.ceil(left))), maxRetries: 0 },
      )
      const abort = (): void => request.abort()
      signal?.addEventListener('abort', abort, { once: true })
      try {
        return (await request).body as unknown
      } catch (error) {
        if (signal?.aborted) throw cancelled(signal.reason)
        if (deadline !== undefined && performance.now() >= deadline - 1) throw late(address)
        throw serverError(error, { address, timeoutMs })
      } finally {
        signal?.removeEventListener('abort', abort)
      }
    },
    close: () => client.close(),
  }
}

function parseUrl(url: string): URL {
  const parsed = URL.canParse(url) ? new URL(url) : undefined
  if (parsed?.protocol === 'http:' || parsed?.protocol === 'https:') return parsed
  // not the address itself, which may hold a password
  throw new AppError('invalid_config', 'The address of OpenSearch is no http or https URL', {
    hint: 'Give one such as http://127.0.0.1:9200.',
  })
}

const cancelled = (cause: unknown): AppError =>
  new AppError('cancelled', 'The search was given up', { cause })

/** Without the client's error as its cause, which carries the whole request. */
const late = (address: string): AppError =>
  new AppError('deadline_exceeded', `OpenSearch at ${address} did not answer in time`, {
    hint: 'Ask for rarer words, or filter by source, language or date.',
  })

/** What a search may wait for that others wait for as well: it is given up when its own time is over. */
export async function inTime<T>(
  work: Promise<T>,
  { signal, deadline }: SendOptions,
  address: string,
): Promise<T> {
  let giveUp = (): void => undefined
  let timer: NodeJS.Timeout | undefined
  const over = new Promise<never>((_, reject) => {
    giveUp = () => reject(cancelled(signal?.reason))
    if (signal?.aborted) giveUp()
    signal?.addEventListener('abort', giveUp, { once: true })
    if (deadline !== undefined) timer = setTimeout(() => reject(late(address)), deadline - performance.now())
  })
  try {
    return await Promise.race([work, over])
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', giveUp)
  }
}
