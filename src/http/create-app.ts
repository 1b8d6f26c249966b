import { join } from 'node:path'
import compression from 'compression'
import express from 'express'
import type { Express } from 'express'
import helmet from 'helmet'
import type { Logger } from 'pino'
import { createQuotationCheck } from '../citation/check-quotation.ts'
import type { CheckQuotation } from '../citation/check-quotation.ts'
import type { SearchEngine } from '../engines/search-engine.ts'
import { createSearch } from '../search/search.ts'
import type { Search } from '../search/search.ts'
import { crossOrigin } from './cross-origin.ts'
import type { AllowedOrigins } from './cross-origin.ts'
import { errorHandler, notFound } from './error-handler.ts'
import { readPageScript } from './page-script.ts'
import { requestLog } from './request-log.ts'
import { articlesRoute } from './routes/articles.ts'
import { assetsRoute } from './routes/assets.ts'
import { checkBatchRoute } from './routes/check-batch.ts'
import { checkPageRoute } from './routes/check-page.ts'
import { checkRoute } from './routes/check.ts'
import { citationRoute } from './routes/citation.ts'
import { embedRoute } from './routes/embed.ts'
import { exportRoute } from './routes/export.ts'
import { facetsRoute } from './routes/facets.ts'
import { healthRoute } from './routes/health.ts'
import { pageRoute } from './routes/page.ts'
import { paragraphsRoute } from './routes/paragraphs.ts'
import { permalinkRoute } from './routes/permalink.ts'
import { searchRoute } from './routes/search.ts'

export type AppOptions = {
  readonly engine: SearchEngine
  /** Default: a search of this engine on the clock of the machine. */
  readonly search?: Search
  /** Default: a check of this engine, whose thread ends with the process. */
  readonly check?: CheckQuotation
  readonly config: {
    /** Deadline of one search. */
    readonly searchTimeoutMs: number
    /** How many proxies in front are believed about the reader's address. */
    readonly trustProxy: number
    /** Where readers reach the service, without a slash at the end; unknown, citations carry no permalinks. */
    readonly publicUrl?: string
    /** Other sites whose pages may read the API. Default: none. */
    readonly corsOrigins?: AllowedOrigins
  }
  readonly logger: Logger
  /** Where `style.css` and its like lie, absolute. */
  readonly webFolder: string
  /** Where vite has put what the page runs in browsers, absolute; without it, or while it is empty, pages run nothing. */
  readonly scriptFolder?: string
  /** Whether the service was asked to stop. */
  readonly isStopping?: () => boolean
}

/** The whole HTTP interface. Listens to nothing, reads no environment, keeps no state. */
export function createApp(options: AppOptions): Express {
  const { engine, config, logger, webFolder, scriptFolder, isStopping = () => false } = options
  const check = options.check ?? createQuotationCheck(engine)
  const search = options.search ?? createSearch(engine, { remember: check.remember })
  const deadline = { timeoutMs: config.searchTimeoutMs }
  const page = {
    ...deadline,
    scriptOf: scriptFolder === undefined ? undefined : readPageScript(scriptFolder),
  }

  const app = express()
  app.disable('x-powered-by')
  app.set('query parser', 'simple')
  app.set('trust proxy', config.trustProxy)
  // answers change with every commit of the index; only assets are revalidated
  app.set('etag', false)

  app.use(requestLog(logger))
  app.use(helmet(SECURITY_HEADERS))
  app.use(compression())
  app.use((_req, res, next) => {
    res.set('Cache-Control', 'private, no-cache')
    next()
  })

  app.use('/api', crossOrigin(config.corsOrigins ?? []))
  app.use(searchRoute(search, deadline))
  app.use(articlesRoute(search, deadline))
  app.use(paragraphsRoute(search, deadline))
  app.use(citationRoute(search, { deadline, publicUrl: config.publicUrl }))
  app.use(facetsRoute(search, deadline))
  app.use(exportRoute(search, deadline))
  app.use(checkRoute(check, deadline))
  app.use(checkBatchRoute(check, deadline))
  app.use(healthRoute(engine, { deadline, isStopping }))
  app.use(pageRoute(search, page))
  app.use(permalinkRoute(search, { ...page, publicUrl: config.publicUrl }))
  app.use(checkPageRoute(check, page))
  app.use(assetsRoute({ webFolder, scriptFolder }))
  app.use(embedRoute({ embedFolder: join(webFolder, 'embed'), scriptFolder }))

  app.use(notFound)
  app.use(errorHandler)
  return app
}

const SECURITY_HEADERS = {
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'"],
      connectSrc: ["'self'"],
      formAction: ["'self'"],
      baseUri: ["'none'"],
      frameAncestors: ["'self'"],
    },
  },
  // the service speaks plain HTTP; whoever puts TLS before it decides about HSTS
  strictTransportSecurity: false,
  // queries stand in the address
  referrerPolicy: { policy: 'no-referrer' },
} as const
