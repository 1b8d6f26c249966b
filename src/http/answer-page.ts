import type { Request, RequestHandler, Response } from 'express'
import type { SearchControl } from '../search/search.ts'
import { withDeadline } from './deadline.ts'
import type { Deadline } from './deadline.ts'
import { noteError, toAppError } from './error-handler.ts'
import { errorPage } from './page/error-page.ts'
import { salvagePage } from './page/page-query.ts'
import { readerOf } from './page/reader.ts'
import type { Reader } from './page/reader.ts'
import { requestIdOf } from './request-log.ts'

export type PageContext = SearchControl & { readonly reader: Reader }

/** As `answerJson`, for pages: errors are pages themselves, and keep the query. */
export function answerPage<P>(
  deadline: Deadline,
  run: (req: Request<P>, context: PageContext) => Promise<string>,
): RequestHandler<P> {
  return async (req, res) => {
    const reader = readerOf(req.headers['accept-language'])
    res.vary('Accept-Language')
    try {
      const page = await withDeadline(res, deadline, control => run(req, { ...control, reader }))
      res.type('html').send(page)
    } catch (error) {
      sendErrorPage(req, res, error)
    }
  }
}

function sendErrorPage(req: Pick<Request, 'query' | 'originalUrl'>, res: Response, thrown: unknown): void {
  const error = toAppError(thrown)
  if (res.headersSent || res.destroyed) {
    res.destroy()
    return
  }
  noteError(res, error)
  const page = { error, query: salvagePage(req), retry: req.originalUrl, requestId: requestIdOf(res) }
  res.status(error.status).type('html').send(errorPage(page))
}
