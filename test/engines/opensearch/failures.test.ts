import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import {
  openOpenSearchEngine,
  type OpenSearchEngineOptions,
} from '../../../src/engines/opensearch/opensearch-engine.ts'
import { writeBulk } from '../../../src/engines/opensearch/bulk.ts'
import { connect } from '../../../src/engines/opensearch/client.ts'
import { refresh } from '../../../src/engines/opensearch/read-stats.ts'
import { AppError } from '../../../src/errors.ts'
import { PLAN } from '../../contract/random-plans.ts'

/** What other servers than OpenSearch answer, and none at all. */

const servers: Server[] = []
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    await new Promise(resolve => server.close(resolve))
  }
})

async function serve(answer: RequestListener): Promise<{ url: string; requests: () => number }> {
  let requests = 0
  const server = createServer((request, response) => {
    requests++
    answer(request, response)
  })
  servers.push(server)
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, requests: () => requests }
}

const answering = (body: string, { status = 200, type = 'application/json' } = {}): RequestListener => {
  return (_, response) => response.writeHead(status, { 'content-type': type }).end(body)
}

const about = (number: string, distribution?: string): RequestListener =>
  answering(JSON.stringify({ version: { number, ...(distribution ? { distribution } : {}) } }))

async function failure(url: string, options: Partial<OpenSearchEngineOptions> = {}): Promise<AppError> {
  const engine = openOpenSearchEngine({ url, ...options })
  try {
    await engine.prepare()
  } catch (error) {
    if (error instanceof AppError) return error
    throw error
  } finally {
    await engine.close()
  }
  throw new Error('It was prepared')
}

const matching = (pattern: RegExp): unknown => expect.stringMatching(pattern)

/** Everything of an error that a log or a reader might see. */
function textOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return [error.stack, error.message, JSON.stringify(error), textOf(error.cause)].join('\n')
}

const closedPort = async (): Promise<string> => {
  const { url } = await serve(answering('{}'))
  const server = servers.pop()
  await new Promise(resolve => server?.close(resolve))
  return url
}

describe('an OpenSearch engine', () => {
  it('that nobody answers is unreachable, by an address without credentials, and says when to come again', async () => {
    const url = await closedPort()
    const error = await failure(url.replace('//', '//reader:s3cret@'))
    expect(error).toMatchObject({ code: 'engine_unreachable', status: 503, retryAfter: 5 })
    expect(error.message).toContain(`at ${url}`)
    expect(error.message).toContain('ECONNREFUSED')
    expect(textOf(error)).not.toMatch(/s3cret|reader/)
  })

  it('also fails so in a search, and is not broken by it', async () => {
    const engine = openOpenSearchEngine({ url: await closedPort() })
    for (let i = 0; i < 3; i++) {
      await expect(engine.search(PLAN)).rejects.toMatchObject({ code: 'engine_unreachable' })
    }
    await engine.close()
  })

  it('that does not answer in time is asked once only', async () => {
    const { url, requests } = await serve(() => undefined)
    const before = performance.now()
    const error = await failure(url, { requestTimeoutMs: 200 })
    expect(error).toMatchObject({ code: 'engine_unreachable', retryAfter: 5 })
    expect(error.message).toContain('within 200 ms')
    expect(performance.now() - before).toBeLessThan(2000)
    expect(requests()).toBe(1)
  })

  it.each([
    ['a web page', answering('<html>Hello</html>', { type: 'text/html' })],
    ['broken JSON', answering('{"version":')],
    ['other JSON', answering('{"status":"available"}')],
    ['a list', answering('[]')],
    ['nothing', answering('', { status: 204 })],
    ['a missing page', answering('Not here', { status: 404, type: 'text/plain' })],
    ['Elasticsearch', about('9.1.0')],
  ])('knows another program: %s', async (_, answer) => {
    const { url } = await serve(answer)
    const error = await failure(url)
    expect(error).toMatchObject({ code: 'engine_refused', hint: matching(/OPENSEARCH_URL/) })
    expect(error.message).toBe(`What answers at ${url} is not OpenSearch`)
  })

  it.each(['1.3.20', '2.11.1', '4.0.0', 'unknown'])('refuses version %s', async number => {
    const { url } = await serve(about(number, 'opensearch'))
    const error = await failure(url)
    expect(error).toMatchObject({ code: 'engine_refused', hint: matching(/Update|older/) })
    expect(error.message).toContain(number)
  })

  it.each([
    ['no password', 401, 'Unauthorized', 'text/plain'],
    [
      'too few rights',
      403,
      '{"error":{"type":"security_exception","reason":"no permissions for [indices:admin/create]"},"status":403}',
      'application/json',
    ],
  ])('says what to check: %s', async (_, status, body, type) => {
    const { url } = await serve(answering(body, { status, type }))
    const error = await failure(url, { username: 'reader', password: 's3cret' })
    expect(error).toMatchObject({
      code: 'engine_refused',
      hint: matching(/OPENSEARCH_PASSWORD/),
    })
    expect(textOf(error)).not.toMatch(/s3cret|cmVhZGVyOnMzY3JldA/)
  })

  it('sends the user name and password of the URL, decoded', async () => {
    const seen: (string | undefined)[] = []
    const { url } = await serve((request, response) => {
      seen.push(request.headers.authorization)
      response.writeHead(401).end()
    })
    await failure(url.replace('//', '//r%C3%A9ader:p%40ss@'))
    expect(seen).toEqual([`Basic ${Buffer.from('réader:p@ss').toString('base64')}`])
  })

  it('that is busy or starting is unreachable', async () => {
    const body = '{"error":{"type":"cluster_block_exception","reason":"state not recovered"},"status":503}'
    const { url } = await serve(answering(body, { status: 503 }))
    expect(await failure(url)).toMatchObject({ code: 'engine_unreachable', retryAfter: 5 })
  })

  it('speaks of TLS where it is the trouble', async () => {
    const { url } = await serve(answering('{}'))
    const error = await failure(url.replace('http:', 'https:'))
    expect(error).toMatchObject({ code: 'engine_unreachable' })
    expect(`${error.message} ${error.hint}`).toMatch(/TLS|certificate/)
  })

  it.each(['', 'localhost:9200', 'ftp://host', 'http://user:s3cret@:9200', '//s3cret@x'])(
    'refuses the address %j without repeating it',
    url => {
      expect(() => openOpenSearchEngine({ url })).toThrow(/no http or https URL/)
      expect(() => openOpenSearchEngine({ url })).not.toThrow(/s3cret/)
    },
  )

  it.each(['', 'Upper', '_hidden', 'a/b', 'a*', '-x', 'a,b', 'æ'])('refuses the index name %j', index => {
    expect(() => openOpenSearchEngine({ url: 'http://127.0.0.1:9200', index })).toThrow(AppError)
  })

  it('is closed after close()', async () => {
    const engine = openOpenSearchEngine({ url: 'http://127.0.0.1:9' })
    await engine.close()
    await expect(engine.search(PLAN)).rejects.toMatchObject({ code: 'index_missing' })
  })
})

describe('a disk without room', () => {
  const PLACES = { paragraphs: 'p', documents: 'd' }
  const NO_SPACE = { type: 'i_o_exception', reason: 'No space left on device' }
  // as OpenSearch 3.8 answered on a full disk
  const SHARDS = {
    total: 2,
    successful: 1,
    failed: 1,
    failures: [
      {
        shard: 0,
        index: 'p',
        status: 'INTERNAL_SERVER_ERROR',
        reason: { type: 'refresh_failed_engine_exception', reason: 'Refresh failed', caused_by: NO_SPACE },
      },
    ],
  }

  async function withServer(answer: RequestListener, work: (server: ReturnType<typeof connect>) => unknown) {
    const { url, requests } = await serve(answer)
    const server = connect({ url, requestTimeoutMs: 2000 })
    try {
      await work(server)
    } finally {
      await server.close()
    }
    return requests()
  }

  it.each([500, 200])('is told of by a refresh that failed with %d', async status => {
    await withServer(answering(JSON.stringify({ _shards: SHARDS }), { status }), async server => {
      await expect(refresh(server, PLACES)).rejects.toMatchObject({
        code: 'storage_full',
        message: matching(/has no room left: No space left on device/),
        hint: matching(/run the same command again/),
      })
    })
  })

  it('is no fault of the article that is being written: nothing more is sent', async () => {
    const items = [{ index: { status: 201 } }, { index: { status: 500, error: NO_SPACE } }]
    const operations = ['a', 'b'].map(id => ({ articleId: id, index: 'p', id, document: {} }))
    const requests = await withServer(answering(JSON.stringify({ errors: true, items })), async server => {
      await expect(writeBulk(server, operations, () => undefined)).rejects.toMatchObject({
        code: 'storage_full',
      })
    })
    expect(requests).toBe(1)
  })

  it('nor is a shard that is away', async () => {
    const error = { type: 'shard_not_found_exception', reason: 'no such shard' }
    const items = [{ index: { status: 404, error } }]
    const operations = [{ articleId: 'a', index: 'p', id: 'a', document: {} }]
    await withServer(answering(JSON.stringify({ errors: true, items })), async server => {
      await expect(writeBulk(server, operations, () => undefined)).rejects.toMatchObject({
        code: 'engine_unreachable',
        message: matching(/no such shard/),
      })
    })
  })
})
