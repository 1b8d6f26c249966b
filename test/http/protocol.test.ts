import request from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AppError } from '../../src/errors.ts'
import type { Search } from '../../src/search/search.ts'
import { openNewsroom } from './newsroom.ts'
import type { Newsroom } from './newsroom.ts'

let newsroom: Newsroom
beforeAll(async () => {
  newsroom = await openNewsroom()
})
afterAll(() => newsroom.close())

type Answer = {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly text: string
  readonly body: unknown
}
const sent = async (test: request.Test): Promise<Answer> => test
const get = (path: string): request.Test => request(newsroom.server).get(path)

describe('addresses and methods', () => {
  it('answers what is not there with a problem', async () => {
    for (const path of [
      '/nothing',
      '/api',
      '/api/',
      '/api/export.xml',
      '/openapi.json',
      '/metrics',
      '/src/main.ts',
      '/.env',
    ]) {
      const { status, body, headers } = await sent(get(path))
      expect({ path, status, code: (body as { code: string }).code }).toEqual({
        path,
        status: 404,
        code: 'not_found',
      })
      expect(headers['content-type']).toContain('application/problem+json')
    }
  })

  it('answers a malformed path with a problem', async () => {
    for (const path of ['/p/%E0%A4%A', '/api/articles/%', '/api/paragraphs/%ZZ']) {
      const { status, body, headers } = await sent(get(path))
      expect({ path, status, code: (body as { code: string }).code }).toEqual({
        path,
        status: 400,
        code: 'invalid_request',
      })
      expect(headers['content-type']).toContain('application/problem+json')
    }
  })

  it('names the methods that are possible', async () => {
    for (const path of [
      '/',
      '/api/search',
      '/api/articles/x',
      '/api/paragraphs/x',
      '/api/facets/source',
      '/p/x',
      '/health/live',
      '/health/ready',
      '/style.css',
    ]) {
      for (const method of ['post', 'put', 'delete', 'patch'] as const) {
        const { status, headers, body } = await sent(request(newsroom.server)[method](path))
        expect({ path, method, status, allow: headers['allow'] }).toEqual({
          path,
          method,
          status: 405,
          allow: 'GET, HEAD, OPTIONS',
        })
        expect(body).toMatchObject({ code: 'method_not_allowed' })
      }
      const options = await request(newsroom.server).options(path)
      expect({ path, status: options.status, allow: options.headers['allow'] }).toEqual({
        path,
        status: 204,
        allow: 'GET, HEAD, OPTIONS',
      })
    }
  })

  it('answers HEAD as GET without a body', async () => {
    for (const path of ['/', '/api/search?q=ferry', '/style.css', '/health/live']) {
      const { status, text } = await request(newsroom.server).head(path)
      expect({ path, status, text }).toEqual({ path, status: 200, text: undefined })
    }
  })
})

describe('headers', () => {
  it('are strict on every answer', async () => {
    for (const path of ['/', '/api/search?q=ferry', '/nothing', '/api/search?limit=0', '/style.css']) {
      const { headers } = await get(path)
      const policy = headers['content-security-policy'] ?? ''
      expect(policy).toContain("default-src 'none'")
      expect(policy).not.toContain('unsafe')
      expect(policy).not.toContain('upgrade-insecure-requests')
      expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' })
      expect(headers).not.toHaveProperty('x-powered-by')
      expect(headers).not.toHaveProperty('strict-transport-security')
      expect(headers['cache-control']).toMatch(/no-cache|no-store/)
    }
  })

  it('carry a request id: the given one when it is sane, else a new one', async () => {
    expect((await get('/health/live').set('x-request-id', 'trace-1234_5')).headers['x-request-id']).toBe(
      'trace-1234_5',
    )
    for (const id of ['short', 'x'.repeat(65), '<script>alert(1)</script>', 'a b c d e f g h']) {
      const given = (await get('/health/live').set('x-request-id', id)).headers['x-request-id']
      expect(given).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    }
  })

  it('compress', async () => {
    expect((await get('/').set('Accept-Encoding', 'gzip')).headers['content-encoding']).toBe('gzip')
    expect((await get('/').set('Accept-Encoding', 'br')).headers['content-encoding']).toBe('br')
  })

  it('let the style sheet be revalidated', async () => {
    const { headers, status } = await get('/style.css')
    expect(status).toBe(200)
    expect(headers['content-type']).toContain('text/css')
    const again = await get('/style.css').set('If-None-Match', headers['etag'] ?? '')
    expect(again.status).toBe(304)
  })
})

describe('the log', () => {
  it('keeps queries and headers private', async () => {
    await get('/api/search?q=verysecretword')
      .set('Authorization', 'Bearer verysecrettoken')
      .set('Cookie', 'verysecretcookie=1')
    await get('/?q=verysecretword&limit=x')
    const lines = newsroom.log.join('')
    expect(lines).toContain('"queryLength":16')
    expect(lines).not.toContain('verysecret')
  })
})

describe('failures', () => {
  const searchThat = (search: Search['search']): Search => ({ ...newsroom.search, search })

  it('cut a search at its deadline', async () => {
    const never = new Promise<never>(() => undefined)
    let control: { signal?: AbortSignal; deadline?: number } | undefined
    const server = newsroom.serverOf({
      searchTimeoutMs: 50,
      search: searchThat((_request, given) => {
        control = given
        return never
      }),
    })
    const start = performance.now()
    const { status, body } = await sent(request(server).get('/api/search?q=a'))
    expect(status).toBe(504)
    expect(body).toMatchObject({ code: 'deadline_exceeded', hint: expect.any(String) as string })
    expect(performance.now() - start).toBeLessThan(1_000)
    expect(control?.signal?.aborted).toBe(true)
    expect(control?.deadline).toBeLessThan(performance.now())

    const page = await request(server).get('/?q=kept+words')
    expect(page.status).toBe(504)
    expect(page.text).toContain('value="kept words"')
    expect(page.text).toContain('href="/?q=kept+words"')
  })

  it('abort the search when the reader leaves', async () => {
    const aborted = new Promise<unknown>(resolve => {
      const server = newsroom.serverOf({
        search: searchThat((_request, control) => {
          control?.signal?.addEventListener('abort', () => resolve(control.signal?.reason))
          reader.abort()
          return new Promise(() => undefined)
        }),
      })
      const reader = request(server).get('/api/search?q=a')
      reader.end(() => undefined)
    })
    expect(await aborted).toMatchObject({ code: 'cancelled' })
  })

  it('tell that the index is away, and when to come again', async () => {
    const server = newsroom.serverOf({
      search: searchThat(() =>
        Promise.reject(
          new AppError('engine_unreachable', 'Nothing answers at http://index.example', {
            hint: 'Start it.',
            retryAfter: 7,
          }),
        ),
      ),
    })
    const { status, headers, body } = await sent(request(server).get('/api/search?q=a'))
    expect({ status, retry: headers['retry-after'] }).toEqual({ status: 503, retry: '7' })
    expect(body).toMatchObject({ code: 'engine_unreachable', hint: 'Start it.' })
    const page = await request(server).get('/?q=kept&language=nb')
    expect(page.status).toBe(503)
    expect(page.headers['content-type']).toContain('text/html')
    expect(page.text).toContain('value="kept"')
    expect(page.text).toContain('name="language" value="nb"')
  })

  it('say nothing about the inside of the service', async () => {
    const server = newsroom.serverOf({
      search: searchThat(() => Promise.reject(new TypeError('secret of the inside'))),
    })
    const { status, text } = await request(server).get('/api/search?q=a')
    expect(status).toBe(500)
    expect(text).toContain('"code":"internal"')
    expect(text).not.toContain('secret of the inside')
    expect((await request(server).get('/?q=a')).text).not.toContain('secret of the inside')
    expect(newsroom.log.join('')).toContain('secret of the inside')
  })
})

describe('health', () => {
  it('is live and ready', async () => {
    expect((await get('/health/live')).body).toEqual({ status: 'live' })
    expect((await get('/health/ready')).body).toEqual({ status: 'ready' })
  })

  it('is not ready while the service stops', async () => {
    const server = newsroom.serverOf({ isStopping: () => true })
    const { status, body, headers } = await sent(request(server).get('/health/ready'))
    expect({ status, retry: headers['retry-after'] }).toEqual({ status: 503, retry: '5' })
    expect(body).toMatchObject({ code: 'shutting_down' })
    expect((await request(server).get('/health/live')).status).toBe(200)
  })
})
