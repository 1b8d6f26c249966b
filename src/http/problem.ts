import { STATUS_CODES } from 'node:http'
import type { AppError, ErrorCode } from '../errors.ts'
import { InvalidRequest } from './invalid-request.ts'
import type { ParameterProblem } from './invalid-request.ts'

export const PROBLEM_TYPE = 'application/problem+json; charset=utf-8'

/** RFC 9457. `type` is about:blank, so `title` is that of the status; `code` is what programs ask for. */
export type Problem = {
  readonly type: 'about:blank'
  readonly title: string
  readonly status: number
  readonly detail: string
  readonly code: ErrorCode
  readonly hint?: string
  readonly requestId?: string
  /** Everything that is wrong with the parameters, when that is the problem. */
  readonly problems?: readonly ParameterProblem[]
}

export function problemOf(error: AppError, requestId?: string): Problem {
  return {
    type: 'about:blank',
    title: STATUS_CODES[error.status] ?? 'Error',
    status: error.status,
    detail: error.message,
    code: error.code,
    ...(error.hint !== undefined && { hint: error.hint }),
    ...(requestId !== undefined && { requestId }),
    ...(error instanceof InvalidRequest && { problems: error.problems }),
  }
}
