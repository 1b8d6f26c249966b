import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { AppError } from '../../../src/errors.ts'
import { connect, type Server } from '../../../src/engines/meilisearch/client.ts'
import { openMeilisearchEngine } from '../../../src/engines/meilisearch/meilisearch-engine.ts'
import { checkVersion } from '../../../src/engines/meilisearch/prepare-index.ts'

/** What no real server does on demand: to be busy, slow, silent, or another program. */
const KEY = 'a-very-secret-key'
const cleanups: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const cleanup of cleanups.splice(0)) await cleanup()
})

type Handler = (request: IncomingMessage, response: ServerResponse) => void

async function stub(
  handler: Handler,
  requestTimeoutMs = 2000,
): Promise<{ server: Server; url: string; sockets: () => number }> {
  let sockets = 0
  const http = createServer(handler)
  http.on('connection', () => sockets++)
  await new Promise<void>(resolve => {
    http.listen(0, '127.0.0.1', resolve)
  })
  const url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`
  const server = connect({ url, apiKey: KEY, requestTimeoutMs })
  cleanups.push(async () => {
    server.close()
    http.closeAllConnections()
    await new Promise(resolve => {
      http.close(resolve)
    })
  })
  return { server, url, sockets: () => sockets }
}

const json = (
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void => {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))
}
const REQUEST = { q: '', filter: ['role = "live"'], limit: 1, attributesToRetrieve: [] } as const
const NOTHING = { hits: [], estimatedTotalHits: 0 }
const failureOf = async (work: Promise<unknown>): Promise<AppError> => {
  const error: unknown = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (error instanceof AppError) return error
  throw new Error(`Not an AppError: ${String(error)}`)
}

describe('requests', () => {
  it('ask for no compression, carry the key, and share connections', async () => {
    const seen: IncomingMessage['headers'][] = []
    const { server, sockets } = await stub((request, response) => {
      seen.push(request.headers)
      json(response, 200, NOTHING)
    })
    for (let i = 0; i < 5; i++) await server.search('x', REQUEST)
    expect(seen[0]).toMatchObject({ 'accept-encoding': 'identity', authorization: `Bearer ${KEY}` })
    expect(sockets()).toBe(1)
  })

  it('take the key from the address as well, and never show it', async () => {
    let authorization: string | undefined
    const { url } = await stub((request, response) => {
      authorization = request.headers.authorization
      json(response, 200, NOTHING)
    })
    const server = connect({ url: url.replace('//', `//key:${KEY}@`), requestTimeoutMs: 1000 })
    await server.search('x', REQUEST)
    expect(authorization).toBe(`Bearer ${KEY}`)
    expect(server.address).toBe(url)
    server.close()
  })
})

describe('a server that is busy', () => {
  const busy = {
    message: 'Too many search requests running at the same time',
    code: 'too_many_search_requests',
  }

  it('is asked again after what it says, but never waited for long', async () => {
    let asked = 0
    const { server } = await stub((_, response) => {
      asked++
      if (asked < 3) json(response, 503, busy, { 'retry-after': '0' })
      else json(response, 200, NOTHING)
    })
    await expect(server.search('x', REQUEST)).resolves.toMatchObject({ total: 0 })
    expect(asked).toBe(3)
  })

  it('in the end is unreachable, with its own Retry-After', async () => {
    const { server } = await stub((_, response) => json(response, 503, busy, { 'retry-after': '10' }))
    const started = performance.now()
    expect(await failureOf(server.search('x', REQUEST))).toMatchObject({
      code: 'engine_unreachable',
      retryAfter: 10,
    })
    expect(performance.now() - started).toBeLessThan(6000)
  })

  it('does not hold a search beyond its deadline', async () => {
    const { server } = await stub((_, response) => json(response, 503, busy, { 'retry-after': '10' }))
    const late = new AppError('deadline_exceeded', 'Late')
    const controller = new AbortController()
    setTimeout(() => controller.abort(late), 50)
    expect(await failureOf(server.search('x', REQUEST, controller.signal))).toBe(late)
  })
})

describe('what goes wrong on the way', () => {
  it('nobody there: the address without credentials, and when to come again', async () => {
    const engine = openMeilisearchEngine({ url: `http://user:${KEY}@127.0.0.1:9` })
    const error = await failureOf(engine.prepare())
    expect(error).toMatchObject({ code: 'engine_unreachable', retryAfter: 5 })
    expect(error.message).toBe('Meilisearch did not answer at http://127.0.0.1:9 (ECONNREFUSED)')
  })

  it('no answer in time', async () => {
    const { server } = await stub(() => undefined, 50)
    expect(await failureOf(server.search('x', REQUEST))).toMatchObject({
      code: 'engine_unreachable',
      message: expect.stringMatching(/within 50 ms/) as string,
    })
  })

  it('an answer that breaks off', async () => {
    const { server } = await stub((_, response) => {
      response.writeHead(200, { 'content-length': '1000' }).write('{"hits":')
      setTimeout(() => response.destroy(), 10)
    })
    expect(await failureOf(server.search('x', REQUEST))).toMatchObject({ code: 'engine_unreachable' })
  })

  it('TLS where there is none', async () => {
    const { url } = await stub((_, response) => json(response, 200, NOTHING))
    const engine = openMeilisearchEngine({ url: url.replace('http:', 'https:'), apiKey: KEY })
    expect(await failureOf(engine.prepare())).toMatchObject({
      code: 'engine_unreachable',
      hint: expect.stringContaining('TLS') as string,
    })
  })

  it('no error holds the key, wherever in it one looks', async () => {
    const { server } = await stub((_, response) => response.destroy())
    const error = await failureOf(server.search('x', REQUEST))
    const everything: string[] = []
    for (let at: unknown = error; at instanceof Error; at = at.cause) {
      everything.push(at.message, at.stack ?? '', JSON.stringify(at))
    }
    expect(everything.join('\n')).not.toContain(KEY)
  })
})

describe('what is not Meilisearch', () => {
  it.each([
    ['a page', (response: ServerResponse) => response.end('<html></html>')],
    [
      'JSON of another program',
      (response: ServerResponse) => json(response, 200, { status: 'green', cluster_name: 'x' }),
    ],
    [
      'a proxy that knows no such path',
      (response: ServerResponse) => response.writeHead(404).end('not found'),
    ],
    ['nothing at all', (response: ServerResponse) => response.writeHead(204).end()],
  ])('is named: %s', async (_, answer) => {
    const { url } = await stub((_request, response) => {
      answer(response)
    })
    const engine = openMeilisearchEngine({ url, apiKey: KEY })
    expect(await failureOf(engine.prepare())).toMatchObject({
      code: 'engine_refused',
      message: `What answers at ${url} is not Meilisearch`,
    })
  })

  it('a proxy whose server is away is unreachable', async () => {
    const { server } = await stub((_, response) => response.writeHead(502).end('Bad Gateway'))
    expect(await failureOf(server.search('x', REQUEST))).toMatchObject({ code: 'engine_unreachable' })
  })

  it('nor is what is no address', () => {
    for (const url of ['', 'meilisearch', 'ftp://x', '127.0.0.1:7700']) {
      expect(() => openMeilisearchEngine({ url })).toThrow(
        expect.objectContaining({ code: 'invalid_config' }),
      )
    }
    expect(() => openMeilisearchEngine({ url: 'http://x', index: 'a/b' })).toThrow(/index name/)
  })
})

describe('versions', () => {
  const answering = async (version: string): Promise<Server> =>
    (await stub((_, response) => json(response, 200, { pkgVersion: version }))).server

  it.each([
    ['1.9.3', /Upgrade the server/],
    ['2.0.0', /Update Paragraf/],
    ['newest', /Update|Upgrade/],
  ])('that were never tried are refused: %s', async (version, hint) => {
    const error = await failureOf(checkVersion(await answering(version)))
    expect(error).toMatchObject({ code: 'engine_refused', hint: expect.stringMatching(hint) as string })
    expect(error.message).toContain(version)
  })

  it.each(['1.16.0', '1.50.0'])('that were are taken: %s', async version => {
    await checkVersion(await answering(version))
  })
})
