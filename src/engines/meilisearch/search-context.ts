import { AppError } from '../../errors.ts'
import type { Server } from './client.ts'
import type { SearchAnswer } from './from-response.ts'
import type { Frequencies } from './frequencies.ts'
import type { SearchRequest } from './to-request.ts'

/** One search on one index. */
export type SearchContext = {
  readonly ask: (request: SearchRequest) => Promise<SearchAnswer>
  readonly askAll: (requests: readonly SearchRequest[]) => Promise<readonly SearchAnswer[]>
  readonly frequencies: Frequencies
  /** Throws when the time is up: between requests, and within long loops. */
  readonly check: () => void
}

export type SearchLimits = { readonly signal?: AbortSignal; readonly deadline?: number }

/** Runs `work` with a context whose requests are cut at the deadline or when the caller gives up. */
export async function withinLimits<T>(
  { signal, deadline }: SearchLimits,
  {
    server,
    index,
    frequencies,
  }: {
    readonly server: Server
    readonly index: string
    readonly frequencies: Frequencies
  },
  work: (context: SearchContext) => Promise<T>,
): Promise<T> {
  const controller = new AbortController()
  const giveUp = (): void => controller.abort(cancelled(signal?.reason))
  const late = (): void => controller.abort(outOfTime(server.address))
  if (signal?.aborted) throw cancelled(signal.reason)
  const left = deadline === undefined ? undefined : deadline - performance.now()
  if (left !== undefined && left <= 0) throw outOfTime(server.address)
  const timer = left === undefined ? undefined : setTimeout(late, left)
  signal?.addEventListener('abort', giveUp, { once: true })
  try {
    return await work({
      ask: request => server.search(index, request, controller.signal),
      askAll: requests => server.searchAll(index, requests, controller.signal),
      frequencies,
      check() {
        if (deadline !== undefined && performance.now() >= deadline) throw outOfTime(server.address)
      },
    })
  } catch (error) {
    // the other requests of a search that failed are of no use to anybody
    controller.abort(error)
    throw error
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', giveUp)
  }
}

const cancelled = (cause: unknown): AppError =>
  new AppError('cancelled', 'The search was given up', { cause })

const outOfTime = (address: string): AppError =>
  new AppError('deadline_exceeded', `Meilisearch at ${address} did not answer in time`, {
    hint: 'Ask for rarer words, or filter by source, language or date.',
  })
