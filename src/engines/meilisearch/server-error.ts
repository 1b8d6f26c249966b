import { z } from 'zod'
import { AppError } from '../../errors.ts'

/** What the server says about a request or a task that failed. */
export type ServerFailure = { readonly status: number; readonly code: string; readonly message: string }

const ErrorBody = z.object({ message: z.string(), code: z.string() })

/** Absent when the answer is not one of this server's. */
export function failureOf(status: number, body: unknown): ServerFailure | undefined {
  const parsed = ErrorBody.safeParse(body)
  return parsed.success
    ? { status, code: parsed.data.code, message: parsed.data.message.slice(0, 300) }
    : undefined
}

/** The cause of an `AppError` about a refusal, for code that asks what kind it was. */
export class ServerRefusal extends Error {
  override readonly name = 'ServerRefusal'
  readonly status: number
  readonly code: string

  constructor({ status, code, message }: ServerFailure) {
    super(`${status} ${code}: ${message}`)
    this.status = status
    this.code = code
  }
}

/** Whether the server refused with one of these codes. */
export const isRefusal = (error: unknown, ...codes: readonly string[]): boolean =>
  error instanceof AppError && error.cause instanceof ServerRefusal && codes.includes(error.cause.code)

/** The key is wrong, or lacks a right. */
export const isForbidden = (error: unknown): boolean =>
  isRefusal(error, 'invalid_api_key', 'missing_authorization_header')

const FULL = new Set(['no_space_left_on_device', 'database_size_limit_reached'])
/** ENOSPC while it receives documents, for which 1.50 has no code of its own. */
const NO_SPACE = /\bos error 28\b/

/** Seconds after which a server that is away is asked again. */
export const RETRY_AFTER = 5

/** `retryAfter`: what the server asks for, seconds. */
export function refusalError(failure: ServerFailure, address: string, retryAfter?: number): AppError {
  const { status, code, message } = failure
  const cause = new ServerRefusal(failure)
  if (code === 'missing_authorization_header') {
    return new AppError('engine_refused', `Meilisearch at ${address} wants a key`, {
      hint: 'Set MEILI_KEY.',
      cause,
    })
  }
  if (code === 'invalid_api_key') {
    return new AppError('engine_refused', `Meilisearch at ${address} refused the key`, {
      hint: 'Check MEILI_KEY: it is wrong or has expired, or it may not do this. A service that only searches needs a key with the action search on this index; the indexer needs documents, indexes, settings, tasks and stats as well.',
      cause,
    })
  }
  if (FULL.has(code) || status === 507 || (code === 'internal' && NO_SPACE.test(message))) {
    return new AppError('storage_full', `Meilisearch at ${address} has no room left: ${message}`, {
      hint: 'Free space on its disk and run the same command again: what was acknowledged is there.',
      cause,
    })
  }
  if (status === 413) {
    return tooLarge(address, cause)
  }
  if (status === 429 || status === 502 || status === 503 || status === 504) {
    return new AppError('engine_unreachable', `Meilisearch at ${address} is too busy: ${message}`, {
      hint: 'Try again in a moment.',
      retryAfter: retryAfter ?? RETRY_AFTER,
      cause,
    })
  }
  if (code === 'index_not_found') {
    return new AppError('index_missing', `The index is not there: ${message}`, {
      hint: 'Index the articles; if somebody deleted the index, restore it from a dump or a snapshot.',
      retryAfter: RETRY_AFTER,
      cause,
    })
  }
  return new AppError('engine_refused', `Meilisearch at ${address} answered ${status} ${code}: ${message}`, {
    hint: 'Look at the log of Meilisearch.',
    cause,
  })
}

export const tooLarge = (address: string, cause: unknown): AppError =>
  new AppError('payload_too_large', `Meilisearch at ${address} takes no request that large`, {
    hint: 'Raise --http-payload-size-limit of the server, or split the article.',
    cause,
  })

export const otherProgram = (address: string, cause?: unknown): AppError =>
  new AppError('engine_refused', `What answers at ${address} is not Meilisearch`, {
    hint: 'Check MEILI_URL: its host and port, and whether a proxy stands in between.',
    ...(cause === undefined ? {} : { cause }),
  })

const TLS_CODE = /CERT|SELF_SIGNED|SSL|TLS|SIGNATURE|EPROTO/

export function unreachable(address: string, code: string | undefined, cause: unknown): AppError {
  if (code !== undefined && TLS_CODE.test(code)) {
    return new AppError('engine_unreachable', `The TLS connection to ${address} failed (${code})`, {
      hint: 'Name the authority that signed the certificate in NODE_EXTRA_CA_CERTS, or use http where the server has no TLS.',
      retryAfter: RETRY_AFTER,
      cause,
    })
  }
  return new AppError(
    'engine_unreachable',
    `Meilisearch did not answer at ${address}${code === undefined ? '' : ` (${code})`}`,
    {
      hint: 'Start it with `docker compose up`, or unset ENGINE to use the embedded engine. An address with https needs a server with TLS, and the other way round.',
      retryAfter: RETRY_AFTER,
      cause,
    },
  )
}

export const timedOut = (address: string, timeoutMs: number): AppError =>
  new AppError('engine_unreachable', `Meilisearch did not answer at ${address} within ${timeoutMs} ms`, {
    hint: 'Look at its load and its log.',
    retryAfter: RETRY_AFTER,
  })
