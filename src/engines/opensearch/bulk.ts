import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import type { Server } from './client.ts'
import { read } from './answer.ts'
import { failureOf, refusalError, statusOfRefusal, type ServerFailure } from './server-error.ts'

/** One document to write or to delete, and the article on whose behalf. */
export type BulkOperation = {
  readonly articleId: string
  readonly index: string
  readonly id: string
  /** Absent: the document is deleted. */
  readonly document?: object
}

/** Bytes of a request, roughly: far under the 100 MB that the server takes by default, enough to keep it busy. */
const REQUEST_SIZE = 4_000_000
/** Waits before documents that the server had no room for are sent again, milliseconds. */
const RETRY_AFTER = [100, 400, 1600, 5000]
/** Indexing may be slow where searching must not be. */
const BULK_TIMEOUT_MS = 120_000

const Items = z.object({
  errors: z.boolean(),
  items: z.array(
    z.record(
      z.string(),
      z.object({
        status: z.number(),
        error: z.object({ type: z.string(), reason: z.string().nullish() }).optional(),
      }),
    ),
  ),
})

/**
 * Writes everything; durable when it resolves, searchable only after a refresh. Resolves to what the server refused, by
 * article; rejects when it takes no writes at all. `check` is called before each request.
 */
export async function writeBulk(
  server: Server,
  operations: readonly BulkOperation[],
  check: () => void,
): Promise<ReadonlyMap<string, ServerFailure>> {
  const refused = new Map<string, ServerFailure>()
  for (const request of inRequests(operations)) {
    let pending = request
    for (let attempt = 0; pending.length > 0; attempt++) {
      check()
      const failures = await sendRequest(server, pending)
      const wait = RETRY_AFTER[attempt]
      const isBusy = (failure: ServerFailure): boolean =>
        wait !== undefined && failure.status === 429 && failure.type !== 'cluster_block_exception'
      for (const [{ operation }, failure] of failures) {
        if (isBusy(failure)) continue
        if (isOfServer(failure)) throw refusalError(failure, server.address)
        refused.set(operation.articleId, failure)
      }
      pending = failures.flatMap(([one, failure]) => (isBusy(failure) ? [one] : []))
      if (pending.length > 0) await sleep(wait ?? 0)
    }
  }
  return refused
}

/** The server's own trouble, and no fault of the document: a full disk, a shard that is not there, a queue that stays full. */
const isOfServer = ({ status, type }: ServerFailure): boolean =>
  status >= 500 || status === 429 || status === 404 || STOPS_EVERYTHING.has(type)

const STOPS_EVERYTHING = new Set(['cluster_block_exception', 'security_exception'])

type Lines = { readonly operation: BulkOperation; readonly text: string }

function* inRequests(operations: readonly BulkOperation[]): Generator<Lines[]> {
  let request: Lines[] = []
  let size = 0
  for (const operation of operations) {
    const text = linesOf(operation)
    if (size + text.length > REQUEST_SIZE && request.length > 0) {
      yield request
      request = []
      size = 0
    }
    request.push({ operation, text })
    size += text.length
  }
  if (request.length > 0) yield request
}

/** All documents of an article are neighbours in one shard: what is refreshed there at once is the whole article. */
function linesOf({ index, id, articleId, document }: BulkOperation): string {
  const target = { _index: index, _id: id, routing: articleId }
  return document
    ? `${JSON.stringify({ index: target })}\n${JSON.stringify(document)}\n`
    : `${JSON.stringify({ delete: target })}\n`
}

async function sendRequest(server: Server, lines: readonly Lines[]): Promise<[Lines, ServerFailure][]> {
  let body: unknown
  try {
    body = await server.send(
      { method: 'POST', path: '/_bulk', lines: lines.map(({ text }) => text).join('') },
      { timeoutMs: BULK_TIMEOUT_MS },
    )
  } catch (error) {
    // one document that is too large for the server is the fault of its article alone
    if (statusOfRefusal(error) !== 413 || lines.length > 1) throw error
    return lines.map(one => [
      one,
      { status: 413, type: 'too_large', reason: 'It is larger than the server takes.' },
    ])
  }
  return readRefused(body).flatMap(([i, failure]): [Lines, ServerFailure][] => {
    const line = lines[i]
    return line ? [[line, failure]] : []
  })
}

/** Which documents of a bulk were refused, by their place in it. To delete what is not there is no failure. */
export function readRefused(body: unknown): [number, ServerFailure][] {
  const { errors, items } = read(Items, body)
  if (!errors) return []
  return items.flatMap((item, i): [number, ServerFailure][] => {
    const [result] = Object.values(item)
    return result?.error ? [[i, failureOf(result.status, result)]] : []
  })
}
