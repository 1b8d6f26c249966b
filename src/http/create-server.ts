import { createServer as createHttpServer, STATUS_CODES } from 'node:http'
import type { RequestListener, Server } from 'node:http'
import type { Socket } from 'node:net'
import { AppError, systemCodeOf } from '../errors.ts'
import { problemOf, PROBLEM_TYPE } from './problem.ts'

/** Large enough that a query that is far too long is refused by its own error, bytes. */
const MAX_HEADER_SIZE = 1024 * 1024

/** Within which a request must be there as a whole. A batch is read no faster than its rows are checked. */
const REQUEST_TIMEOUT_MS = 60 * 60 * 1000

/** The server of an app. What is no HTTP at all is answered with a problem, too. */
export function createServer(app: RequestListener): Server {
  const server = createHttpServer({ maxHeaderSize: MAX_HEADER_SIZE, requestTimeout: REQUEST_TIMEOUT_MS }, app)
  server.on('clientError', (error: Error, socket: Socket) => {
    if (!socket.writable || systemCodeOf(error) === 'ECONNRESET') {
      socket.destroy()
      return
    }
    socket.end(responseTo(error))
  })
  return server
}

function responseTo(error: Error): string {
  const problem = problemOf(clientError(error))
  const body = JSON.stringify(problem)
  return [
    `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status] ?? ''}`,
    `Content-Type: ${PROBLEM_TYPE}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
    '',
    body,
  ].join('\r\n')
}

function clientError(error: Error): AppError {
  if (systemCodeOf(error) === 'HPE_HEADER_OVERFLOW') {
    return new AppError(
      'payload_too_large',
      `The address and the headers are larger than ${MAX_HEADER_SIZE / 1024} kB.`,
      {
        hint: 'Shorten the query.',
        cause: error,
      },
    )
  }
  return new AppError('invalid_request', 'The request is not valid HTTP, or it came too slowly.', {
    cause: error,
  })
}
