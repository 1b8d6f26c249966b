/**
 * Everything that can go wrong and what it means over HTTP. One table, so that a code never has two statuses.
 * A code is part of the public interface: never rename one, add a new one instead.
 */
export const STATUS_OF_CODE = {
  invalid_request: 400,
  unknown_parameter: 400,
  unknown_language: 400,
  invalid_cursor: 400,
  query_too_long: 400,
  not_supported: 400,
  not_found: 404,
  method_not_allowed: 405,
  cursor_expired: 410,
  payload_too_large: 413,
  unsupported_media_type: 415,
  invalid_config: 500,
  invalid_article: 400,
  unreadable_input: 400,
  index_locked: 503,
  index_damaged: 500,
  index_newer: 500,
  index_missing: 503,
  index_outdated: 503,
  rebuild_refused: 409,
  engine_refused: 502,
  storage_full: 507,
  storage_failed: 500,
  engine_unreachable: 503,
  shutting_down: 503,
  overloaded: 503,
  deadline_exceeded: 504,
  cancelled: 499,
  internal: 500,
} as const satisfies Record<string, number>

export type ErrorCode = keyof typeof STATUS_OF_CODE

export type AppErrorOptions = {
  /** What the reader can do about it, in one sentence. */
  readonly hint?: string
  readonly cause?: unknown
  /** Seconds after which a new attempt makes sense; becomes `Retry-After`. */
  readonly retryAfter?: number
}

/** The one error type: `code` for programs, `message` for what happened, `hint` for what to do. */
export class AppError extends Error {
  override readonly name = 'AppError'
  readonly code: ErrorCode
  readonly hint: string | undefined
  readonly retryAfter: number | undefined

  constructor(code: ErrorCode, message: string, options: AppErrorOptions = {}) {
    super(message, { cause: options.cause })
    this.code = code
    this.hint = options.hint
    this.retryAfter = options.retryAfter
  }

  get status(): number {
    return STATUS_OF_CODE[this.code]
  }
}

/** Anything thrown, as text for a message. */
export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** `ENOSPC`, `SQLITE_BUSY` …: the `code` of an operating-system or database error, when it has one. */
export function systemCodeOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined
  return typeof error.code === 'string' ? error.code : undefined
}
