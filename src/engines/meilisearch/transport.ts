import { once } from 'node:events'
import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http'
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https'
import { setTimeout as sleep } from 'node:timers/promises'
import { AppError, systemCodeOf } from '../../errors.ts'
import { failureOf, otherProgram, refusalError, timedOut, unreachable } from './server-error.ts'

/**
 * How requests travel, in place of the client's own fetch: connections are kept, and answers come uncompressed, since the
 * server stalls 43 ms before a compressed one on a local connection. Rejects with `AppError` only, or with the reason of
 * the signal; neither holds the key.
 */
export type Transport = {
  readonly send: (url: URL | string, init?: RequestInit) => Promise<unknown>
  readonly close: () => void
}

export type TransportOptions = {
  /** As it may be shown: without credentials. */
  readonly address: string
  readonly timeoutMs: number
}

/** Attempts of a request that is refused because the server is busy, and seconds between them at most. */
const ATTEMPTS = 3
const LONGEST_PAUSE = 2

type Answer = { readonly status: number; readonly retryAfter: number | undefined; readonly text: string }

export function createTransport({ address, timeoutMs }: TransportOptions): Transport {
  const agents = {
    http: new HttpAgent({ keepAlive: true, maxSockets: 32 }),
    https: new HttpsAgent({ keepAlive: true, maxSockets: 32 }),
  }
  return {
    async send(url, init = {}) {
      for (let attempt = 1; ; attempt++) {
        const answer = await sendOnce(new URL(url), init)
        if (answer.status === 503 && attempt < ATTEMPTS) {
          await pause(Math.min(answer.retryAfter ?? 1, LONGEST_PAUSE), init.signal ?? undefined)
          continue
        }
        return readAnswer(answer, address)
      }
    },
    close() {
      agents.http.destroy()
      agents.https.destroy()
    },
  }

  async function sendOnce(url: URL, { method = 'GET', body, headers, signal }: RequestInit): Promise<Answer> {
    if (signal?.aborted) throw reasonOf(signal)
    const text = typeof body === 'string' ? body : undefined
    const isSecure = url.protocol === 'https:'
    const request = (isSecure ? httpsRequest : httpRequest)(url, {
      method,
      agent: isSecure ? agents.https : agents.http,
      headers: {
        ...Object.fromEntries(new Headers(headers)),
        'accept-encoding': 'identity',
        ...(text === undefined ? {} : { 'content-length': Buffer.byteLength(text) }),
      },
    })
    let cut: AppError | undefined
    const cutWith = (reason: AppError): void => {
      cut = reason
      request.destroy(reason)
    }
    const abort = (): void => {
      if (signal) cutWith(reasonOf(signal))
    }
    const timer = setTimeout(() => cutWith(timedOut(address, timeoutMs)), timeoutMs)
    signal?.addEventListener('abort', abort, { once: true })
    // after the response has begun, what went wrong is seen while it is read
    request.on('error', () => undefined)
    try {
      request.end(text)
      const [response] = (await once(request, 'response')) as [IncomingMessage]
      return {
        status: response.statusCode ?? 0,
        retryAfter: secondsOf(response.headers['retry-after']),
        text: await readText(response),
      }
    } catch (error) {
      if (cut) throw cut
      // the server has closed a connection that was kept
      if (request.reusedSocket && isHangUp(error) && mayRepeat(url)) {
        return await sendOnce(url, {
          method,
          body: text ?? null,
          headers: headers ?? {},
          signal: signal ?? null,
        })
      }
      throw unreachable(address, systemCodeOf(error), error)
    } finally {
      clearTimeout(timer)
      signal?.removeEventListener('abort', abort)
    }
  }
}

/** The other side has closed the connection. */
export const isHangUp = (error: unknown): boolean =>
  ['ECONNRESET', 'EPIPE'].includes(systemCodeOf(error) ?? '')

/** Two swaps are none. */
const mayRepeat = (url: URL): boolean => !url.pathname.endsWith('/swap-indexes')

async function readText(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of response) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString()
}

const secondsOf = (header: string | undefined): number | undefined =>
  header !== undefined && /^\d{1,6}$/.test(header) ? Number(header) : undefined

async function pause(seconds: number, signal: AbortSignal | undefined): Promise<void> {
  try {
    await sleep(seconds * 1000, undefined, signal ? { signal } : {})
  } catch (error) {
    throw signal ? reasonOf(signal) : error
  }
}

function reasonOf(signal: AbortSignal): AppError {
  const reason: unknown = signal.reason
  return reason instanceof AppError
    ? reason
    : new AppError('cancelled', 'The search was given up', { cause: reason })
}

/** The body of an answer; throws what the server says against it. */
function readAnswer({ status, retryAfter, text }: Answer, address: string): unknown {
  const body = parseBody(text)
  if (status >= 200 && status < 300 && body.ok) return body.value
  const failure = body.ok ? failureOf(status, body.value) : undefined
  if (failure) throw refusalError(failure, address, retryAfter)
  if (status === 413) throw refusalError({ status, code: 'payload_too_large', message: '' }, address)
  if (status === 502 || status === 503 || status === 504)
    throw refusalError(
      { status, code: 'proxy', message: `the proxy answered ${status}` },
      address,
      retryAfter,
    )
  throw otherProgram(address)
}

function parseBody(text: string): { readonly ok: true; readonly value: unknown } | { readonly ok: false } {
  if (text === '') return { ok: true, value: undefined }
  try {
    return { ok: true, value: JSON.parse(text) as unknown }
  } catch {
    return { ok: false }
  }
}
