import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Router } from 'express'
import type { RequestHandler, Response } from 'express'
import { z } from 'zod'
import { BATCH_FORMATS } from '../../citation/batch/read-rows.ts'
import type { BatchFormat } from '../../citation/batch/read-rows.ts'
import { AppError } from '../../errors.ts'
import type { SearchAnswer } from '../../search/answer.ts'
import { MAX_LIMIT } from '../../search/request.ts'
import type { SearchRequest } from '../../search/request.ts'
import type { Search } from '../../search/search.ts'
import { withDeadline } from '../deadline.ts'
import type { Deadline } from '../deadline.ts'
import { onlyMethods } from '../error-handler.ts'
import { exportHead, exportRow } from '../export-rows.ts'
import { choice, FILTER_PARAMETERS, parseParameters, single, toFilters } from '../parameters.ts'
import { ROW_MEDIA_TYPES } from '../row-media-types.ts'

/** In order of relevance not every engine reaches the last hit. */
const ExportParameters = z.strictObject({
  q: single.default(''),
  ...FILTER_PARAMETERS,
  in: choice(['quotes', 'text']).optional(),
  sort: choice(['newest', 'oldest']).default('newest'),
})

/** All paragraphs that a search finds, a row each. */
export function exportRoute(search: Search, deadline: Deadline): Router {
  const router = Router()
  for (const format of BATCH_FORMATS) {
    router
      .route(`/api/export.${format}`)
      .get(answerExport(search, { deadline, format }))
      .all(onlyMethods('GET', 'HEAD'))
  }
  return router
}

/**
 * Each page is a search with its deadline; no more than one is held. What goes wrong before the first row is answered as a
 * problem. After it the connection is cut, so that a transfer that ends as it should is complete.
 */
function answerExport(
  search: Search,
  { deadline, format }: { readonly deadline: Deadline; readonly format: BatchFormat },
): RequestHandler {
  return async (req, res) => {
    const parameters = parseParameters(req, ExportParameters)
    const request: SearchRequest = {
      typed: parameters.q,
      filters: toFilters(parameters),
      zone: parameters.in ?? 'any',
      sort: parameters.sort,
      group: 'paragraph',
      prefix: 'none',
      limit: MAX_LIMIT,
      explain: false,
    }
    const ask = async (one: SearchRequest): Promise<SearchAnswer> => {
      const answer = await withDeadline(res, deadline, control => search.search(one, control))
      if (answer.degraded) throw incomplete()
      return answer
    }
    const first = await ask(request)
    begin(res, format)
    if (req.method === 'HEAD') res.end()
    else await pipeline(Readable.from(rows(first, { request, ask, format })), res)
  }
}

function begin(res: Response, format: BatchFormat): void {
  // names a type by the ending, which is not the whole of it
  res.attachment(`paragraf.${format}`)
  res.status(200).type(ROW_MEDIA_TYPES[format])
  res.set('X-Accel-Buffering', 'no')
}

type Asking = {
  readonly request: SearchRequest
  readonly ask: (request: SearchRequest) => Promise<SearchAnswer>
  readonly format: BatchFormat
}

async function* rows(first: SearchAnswer, { request, ask, format }: Asking): AsyncGenerator<string> {
  yield exportHead(format)
  for (let page = first; ; page = await ask({ ...request, after: page.nextCursor })) {
    yield page.hits.map(hit => exportRow(hit, format)).join('')
    if (page.nextCursor === null) return
  }
}

const incomplete = (): AppError =>
  new AppError('deadline_exceeded', 'The index did not answer as a whole in time.', {
    hint: 'Try again, or export less at once, for example month by month.',
    retryAfter: 1,
  })
