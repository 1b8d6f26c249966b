import { errors } from '@opensearch-project/opensearch'
import { z } from 'zod'
import { AppError, systemCodeOf } from '../../errors.ts'

/** What the server says about a failure; of a search that failed on all shards, what the first of them says. */
export type ServerFailure = { readonly status: number; readonly type: string; readonly reason: string }

const Cause = z.object({ type: z.string(), reason: z.string().nullish() })
const Failure = Cause.extend({ root_cause: z.array(Cause).optional(), caused_by: Cause.optional() })
const ErrorBody = z.object({ error: Failure })
/** Of a request to whole indices, some of whose shards failed: a refresh. */
const ShardFailures = z.object({
  _shards: z.object({ failures: z.array(z.object({ reason: Failure })).min(1) }),
})

export function failureOf(status: number, body: unknown): ServerFailure {
  const error = ErrorBody.safeParse(body).data?.error ?? failureOfShards(body)
  if (error === undefined) return { status, type: '', reason: '' }
  const cause = error.root_cause?.[0] ?? error.caused_by ?? error
  return { status, type: cause.type, reason: (cause.reason ?? '').slice(0, 300) }
}

/** What the first of the shards that failed says; undefined where none has. */
function failureOfShards(body: unknown): z.infer<typeof Failure> | undefined {
  const { _shards: shards } = ShardFailures.safeParse(body).data ?? {}
  return shards?.failures[0]?.reason
}

/** Throws where a part of the indices did not do what an answer that looks like a success is about. */
export function refuseShardFailures(body: unknown, address: string): void {
  if (failureOfShards(body) !== undefined) throw refusalError(failureOf(500, body), address)
}

export type ErrorContext = {
  readonly address: string
  readonly timeoutMs: number
}

/** Seconds after which a server that is away is asked again. */
const RETRY_AFTER = 5

/** Whatever the client throws, as the one error type. The client's own errors carry the request, so they are no `cause`. */
export function serverError(error: unknown, { address, timeoutMs }: ErrorContext): AppError {
  if (error instanceof AppError) return error
  if (error instanceof errors.ResponseError) {
    return refusalError(failureOf(error.statusCode, error.body), address)
  }
  if (error instanceof errors.TimeoutError) {
    return new AppError(
      'engine_unreachable',
      `OpenSearch did not answer at ${address} within ${timeoutMs} ms`,
      {
        hint: 'Look at its load and its log; large batches of articles may want a longer timeout.',
        retryAfter: RETRY_AFTER,
      },
    )
  }
  if (error instanceof errors.DeserializationError) return otherProgram(address)
  if (error instanceof errors.ConnectionError || error instanceof errors.NoLivingConnectionsError) {
    return unreachable(address, error)
  }
  return new AppError(
    'internal',
    `The request to OpenSearch at ${address} failed: ${nameOf(error)}`,
    error instanceof errors.OpenSearchClientError ? {} : { cause: error },
  )
}

/** An answer that is no success. Also of one document of a bulk, whose failures have the same form. */
export function refusalError(failure: ServerFailure, address: string): AppError {
  const { status, type, reason } = failure
  const cause = new ServerRefusal(failure)
  if (status === 401 || status === 403) {
    if (type === 'cluster_block_exception') return blocked(reason, address, cause)
    return new AppError('engine_refused', `OpenSearch at ${address} refused the user name or password`, {
      hint: 'Check OPENSEARCH_USERNAME and OPENSEARCH_PASSWORD, and that this user may create, write and read the indices.',
      cause,
    })
  }
  if (type === 'cluster_block_exception' && status === 429) return blocked(reason, address, cause)
  if (NO_SPACE.test(reason)) return diskFull(reason, address, cause)
  const isAway = type === 'shard_not_found_exception' || type === 'no_shard_available_action_exception'
  if (isAway || status === 429 || status === 502 || status === 503 || status === 504) {
    return new AppError(
      'engine_unreachable',
      `OpenSearch at ${address} is too busy or not ready: ${reason || status}`,
      {
        hint: 'Try again in a moment; while it starts, this is normal.',
        retryAfter: RETRY_AFTER,
        cause,
      },
    )
  }
  if (type === '' && status !== 413) return otherProgram(address, cause)
  if (status === 413) {
    return new AppError('engine_refused', `OpenSearch at ${address} takes no request that large`, {
      hint: 'Put fewer articles at once, or raise http.max_content_length of the server.',
      cause,
    })
  }
  if (type === 'index_not_found_exception') {
    return new AppError('index_missing', `The index is not there at ${address}: ${reason}`, {
      hint: 'Index the articles again; if somebody deleted the index, restore it from a snapshot.',
      retryAfter: RETRY_AFTER,
      cause,
    })
  }
  return new AppError('engine_refused', `OpenSearch at ${address} answered ${status} ${type}: ${reason}`, {
    hint: 'Look at the log of OpenSearch.',
    cause,
  })
}

/** The cause of an `AppError` about an answer that is no success, for code that asks what kind it was. */
export class ServerRefusal extends Error {
  override readonly name = 'ServerRefusal'
  readonly status: number
  readonly type: string

  constructor({ status, type, reason }: ServerFailure) {
    super(`${status} ${type}: ${reason}`)
    this.status = status
    this.type = type
  }
}

/** Whether the server answered with an error of this type. */
export const isRefusal = (error: unknown, ...types: readonly string[]): boolean =>
  error instanceof AppError && error.cause instanceof ServerRefusal && types.includes(error.cause.type)

export const statusOfRefusal = (error: unknown): number | undefined =>
  error instanceof AppError && error.cause instanceof ServerRefusal ? error.cause.status : undefined

export const otherProgram = (address: string, cause?: unknown): AppError =>
  new AppError('engine_refused', `What answers at ${address} is not OpenSearch`, {
    hint: 'Check OPENSEARCH_URL: its port, and whether a proxy stands in between.',
    ...(cause === undefined ? {} : { cause }),
  })

/** ENOSPC of the disk of a node, for which there is no type of its own. */
const NO_SPACE = /no space left on device/i

const diskFull = (reason: string, address: string, cause: unknown): AppError =>
  new AppError('storage_full', `OpenSearch at ${address} has no room left: ${reason}`, {
    hint: 'Free space on its disk and wait until its health is green again, or start it again. What was acknowledged is there: run the same command again.',
    cause,
  })

const blocked = (reason: string, address: string, cause: unknown): AppError =>
  new AppError('storage_full', `OpenSearch at ${address} takes no writes: ${reason}`, {
    hint: 'Its disk is probably above the flood-stage watermark. Free space; the block goes by itself, or remove index.blocks.read_only_allow_delete. What was acknowledged is there: run the same command again.',
    cause,
  })

function unreachable(address: string, error: Error): AppError {
  const code = systemCodeOf(error.cause) ?? codeIn(error.message)
  if (code !== undefined && TLS_CODE.test(code)) {
    return new AppError(
      'engine_unreachable',
      `OpenSearch at ${address} has a certificate that is not trusted (${code})`,
      {
        hint: 'Name the authority that signed it in NODE_EXTRA_CA_CERTS.',
        retryAfter: RETRY_AFTER,
      },
    )
  }
  return new AppError(
    'engine_unreachable',
    `OpenSearch did not answer at ${address}${code === undefined ? '' : ` (${code})`}`,
    {
      hint: 'Start it with `docker compose --profile opensearch up`, or unset ENGINE to use the embedded engine. An address with https needs a server with TLS, and the other way round.',
      retryAfter: RETRY_AFTER,
    },
  )
}

const TLS_CODE = /CERT|SELF_SIGNED|SSL|TLS|SIGNATURE/

/** The client keeps of a system error only its message. */
const codeIn = (message: string): string | undefined =>
  /\b(?:E[A-Z]{4,}|[A-Z]+(?:_[A-Z]+){2,})\b/.exec(message)?.[0] ??
  (/certificate/i.test(message) ? 'CERTIFICATE' : undefined)

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : typeof error)
