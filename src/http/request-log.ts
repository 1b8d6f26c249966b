import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { RequestHandler } from 'express'
import type { Logger } from 'pino'
import { pinoHttp } from 'pino-http'

const REQUEST_ID = /^[A-Za-z0-9._-]{8,64}$/

/**
 * One line per request: method, path, status, time. Queries are private, so of the query string only its length is
 * logged, and no header at all. Every answer carries `x-request-id`: the caller's own, when it is a sane one.
 */
export function requestLog(logger: Logger): RequestHandler {
  return pinoHttp({
    logger,
    genReqId(req, res) {
      const given = req.headers['x-request-id']
      const id = typeof given === 'string' && REQUEST_ID.test(given) ? given : randomUUID()
      res.setHeader('x-request-id', id)
      return id
    },
    quietReqLogger: true,
    wrapSerializers: false,
    serializers: {
      req: (req: IncomingMessage) => {
        const [path = '', query = ''] = (req.url ?? '').split('?', 2)
        return { method: req.method, path: path.slice(0, 200), queryLength: query.length }
      },
      res: (res: ServerResponse) => ({ status: res.statusCode }),
    },
    customLogLevel(req, res, error) {
      if (res.statusCode >= 500 || error !== undefined) return 'error'
      return req.url?.startsWith('/health/') ? 'debug' : 'info'
    },
  })
}

export function requestIdOf(res: ServerResponse): string | undefined {
  const id = res.getHeader('x-request-id')
  return typeof id === 'string' ? id : undefined
}
