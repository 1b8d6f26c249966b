import type { Request, RequestHandler, Response } from 'express'
import type { SearchControl } from '../search/search.ts'
import { readerOf } from '../../web/i18n/catalogues.ts'
import type { Reader } from '../../web/i18n/reader.ts'
import type { UiLanguage } from '../../web/i18n/ui-language.ts'
import { documentOf } from '../../web/views/document.ts'
import type { PageParts, PageScript } from '../../web/views/document.ts'
import { errorPage } from '../../web/views/error-page.ts'
import { withDeadline } from './deadline.ts'
import type { Deadline } from './deadline.ts'
import { noteError, toAppError } from './error-handler.ts'
import { salvagePage } from './page-request.ts'
import { problemOf } from './problem.ts'
import { requestIdOf } from './request-log.ts'

export type PageContext = SearchControl & { readonly reader: Reader }

/** What every page needs. */
export type PageOptions = Deadline & {
  /** What browsers run, if anything was built. */
  readonly scriptOf?: ((ui: UiLanguage) => PageScript) | undefined
}

/** As `answerJson`, for pages: errors are pages themselves, and keep the query. */
export function answerPage<P>(
  options: PageOptions,
  run: (req: Request<P>, context: PageContext) => Promise<PageParts>,
): RequestHandler<P> {
  return async (req, res) => {
    const reader = readerOf(req.headers['accept-language'], req.query['ui'])
    res.vary('Accept-Language')
    try {
      const page = await withDeadline(res, options, control => run(req, { ...control, reader }))
      res.type('html').send(documentOf(page, reader, options.scriptOf?.(reader.ui)))
    } catch (error) {
      sendErrorPage({ req, res, reader, script: options.scriptOf?.(reader.ui) }, error)
    }
  }
}

type Answering = {
  readonly req: Pick<Request, 'query' | 'originalUrl'>
  readonly res: Response
  readonly reader: Reader
  readonly script: PageScript | undefined
}

function sendErrorPage({ req, res, reader, script }: Answering, thrown: unknown): void {
  const error = toAppError(thrown)
  if (res.headersSent || res.destroyed) {
    res.destroy()
    return
  }
  noteError(res, error)
  const problem = problemOf(error, requestIdOf(res))
  const page = errorPage({ problem, query: salvagePage(req), retry: req.originalUrl, reader })
  res
    .status(error.status)
    .type('html')
    .send(documentOf(page, reader, script))
}
