import type { ErrorRequestHandler, RequestHandler, Response } from 'express'
import { AppError } from '../errors.ts'
import { problemOf, PROBLEM_TYPE } from './problem.ts'
import { requestIdOf } from './request-log.ts'

/** Anything thrown while a request was answered, as an error that may be shown. */
export function toAppError(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown
  if (isClientError(thrown)) {
    return new AppError('invalid_request', 'The address or the request could not be read.', {
      hint: 'Encode every special character of the path and of the parameters as %XX in UTF-8.',
      cause: thrown,
    })
  }
  // what went wrong stands in the log; here it could tell a stranger too much
  return new AppError('internal', 'Something went wrong inside the service.', {
    hint: 'Try again. If it happens again, report the request id.',
    cause: thrown,
  })
}

/** What the router and Express itself throw for a path or a body that makes no sense. */
function isClientError(thrown: unknown): boolean {
  if (!(thrown instanceof Error) || !('status' in thrown)) return false
  return typeof thrown.status === 'number' && thrown.status >= 400 && thrown.status < 500
}

export function sendProblem(res: Response, error: AppError): void {
  noteError(res, error)
  const body = JSON.stringify(problemOf(error, requestIdOf(res)))
  res.status(error.status).type(PROBLEM_TYPE).send(body)
}

/** Tells the log and the caches about an error that is about to be sent. */
export function noteError(res: Response, error: AppError): void {
  if (error.status >= 500)
    res.err = error.code === 'internal' && error.cause instanceof Error ? error.cause : error
  if (error.retryAfter !== undefined || error.status === 503)
    res.set('Retry-After', String(error.retryAfter ?? 5))
  res.set('Cache-Control', 'no-store')
}

export const errorHandler: ErrorRequestHandler = (thrown: unknown, _req, res, _next) => {
  const error = toAppError(thrown)
  // the reader has gone, or half of an answer is out already
  if (res.headersSent || res.destroyed) res.destroy()
  else sendProblem(res, error)
}

export const notFound: RequestHandler = req => {
  throw new AppError('not_found', `There is nothing at ${req.path}.`, {
    hint: 'The page is at /, the search of the API at /api/search.',
  })
}

/** For all other methods of a path; `OPTIONS` is told which ones there are. */
export function onlyMethods(...methods: readonly string[]): RequestHandler {
  const allow = [...methods, 'OPTIONS'].join(', ')
  return (req, res) => {
    res.set('Allow', allow)
    if (req.method === 'OPTIONS') {
      res.status(204).end()
      return
    }
    throw new AppError('method_not_allowed', `${req.method} is not possible here.`, {
      hint: `Use ${methods.join(' or ')}.`,
    })
  }
}
