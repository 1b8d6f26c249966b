import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Router } from 'express'
import type { Request, RequestHandler, Response } from 'express'
import { checkBatch } from '../../citation/batch/check-batch.ts'
import { readRows } from '../../citation/batch/read-rows.ts'
import type { BatchFormat } from '../../citation/batch/read-rows.ts'
import type { VerdictRow } from '../../citation/batch/verdict-row.ts'
import { writeHead, writeRow } from '../../citation/batch/write-rows.ts'
import type { CheckQuotation } from '../../citation/check-quotation.ts'
import { AppError } from '../../errors.ts'
import type { Deadline } from '../deadline.ts'
import { onlyMethods } from '../error-handler.ts'
import { ROW_MEDIA_TYPES } from '../row-media-types.ts'

/** Many quotations, a row each, CSV or NDJSON in and out. */
export function checkBatchRoute(checker: CheckQuotation, deadline: Deadline): Router {
  const router = Router()
  router.route('/api/quotes/check/batch').post(answerBatch(checker, deadline)).all(onlyMethods('POST'))
  return router
}

/**
 * Verdicts come in order while rows are still being sent, and rows are read no faster than verdicts are taken: neither is
 * ever held as a whole. An answer that was begun and can't be ended is cut off.
 */
function answerBatch(checker: CheckQuotation, { timeoutMs }: Deadline): RequestHandler {
  return async (req, res) => {
    const format = formatOfBody(req)
    const output = formatOfAnswer(req, format)
    const gone = new AbortController()
    res.once('close', () => gone.abort(new AppError('cancelled', 'The reader closed the connection.')))
    const verdicts = checkBatch(checker, readRows(req, format), { signal: gone.signal, timeoutMs })
    // what is wrong with the whole batch shows with its first row, and is answered as a problem
    const first = await verdicts.next()
    begin(res, output)
    await pipeline(Readable.from(linesOf(first, verdicts, output)), res)
  }
}

function begin(res: Response, format: BatchFormat): void {
  res.status(200).type(ROW_MEDIA_TYPES[format])
  // compressed it would arrive in one piece
  res.set('Cache-Control', 'no-store, no-transform')
  res.set('X-Accel-Buffering', 'no')
}

async function* linesOf(
  first: IteratorResult<VerdictRow, unknown>,
  others: AsyncGenerator<VerdictRow>,
  format: BatchFormat,
): AsyncGenerator<string> {
  const head = writeHead(format)
  if (head !== '') yield head
  if (first.done) return
  yield writeRow(first.value, format)
  for await (const verdict of others) yield writeRow(verdict, format)
}

function formatOfBody(req: Request): BatchFormat {
  const type = (req.headers['content-type'] ?? '').split(';', 1)[0]?.trim().toLowerCase()
  if (type === 'text/csv') return 'csv'
  if (type === 'application/x-ndjson' || type === 'application/jsonl' || type === 'application/ndjson')
    return 'ndjson'
  throw new AppError('unsupported_media_type', 'The body is said to be neither CSV nor NDJSON.', {
    hint: 'Send it with the header Content-Type: text/csv, or application/x-ndjson.',
  })
}

/** That of the body, unless another one is asked for. */
function formatOfAnswer(req: Request, format: BatchFormat): BatchFormat {
  const accept = req.headers.accept ?? ''
  if (accept.includes('text/csv')) return 'csv'
  return accept.includes('ndjson') ? 'ndjson' : format
}
