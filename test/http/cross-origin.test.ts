import type { Server } from 'node:http'
import request from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AllowedOrigins } from '../../src/http/cross-origin.ts'
import { openNewsroom } from './newsroom.ts'
import type { Newsroom } from './newsroom.ts'

const FRIEND = 'https://museum.example'
const STRANGER = 'https://elsewhere.example'
const READ = ['/api/search?q=ferry', '/api/facets/source', '/api/articles/summit-en']
const CHECKS = ['/api/quotes/check', '/api/quotes/check/batch']

let newsroom: Newsroom
let open: Server
let listed: Server
beforeAll(async () => {
  newsroom = await openNewsroom()
  const letting = (corsOrigins: AllowedOrigins): Server => newsroom.serverOf({ corsOrigins })
  open = letting('*')
  listed = letting(['https://another.example', FRIEND])
})
afterAll(() => newsroom.close())

type Asked = { readonly origin: string; readonly method?: string }
type Answer = { readonly status: number; readonly headers: Readonly<Record<string, string | undefined>> }

const get = async (server: Server, path: string, origin: string): Promise<Answer> =>
  request(server).get(path).set('Origin', origin)
const preflight = async (server: Server, path: string, { origin, method = 'GET' }: Asked): Promise<Answer> =>
  request(server).options(path).set({
    Origin: origin,
    'Access-Control-Request-Method': method,
    'Access-Control-Request-Headers': 'content-type',
  })
const letIn = ({ headers }: Answer): string | undefined => headers['access-control-allow-origin']

describe('pages of other origins', () => {
  it('are let in by nobody who has not said so', async () => {
    for (const path of READ) {
      const answer = await get(newsroom.server, path, FRIEND)
      expect({ path, status: answer.status, origin: letIn(answer) }).toEqual({
        path,
        status: 200,
        origin: undefined,
      })
    }
    expect(letIn(await preflight(newsroom.server, '/api/search', { origin: FRIEND }))).toBeUndefined()
  })

  it('are let in one by one, and caches know that the answer depends on it', async () => {
    for (const path of READ) {
      const friend = await get(listed, path, FRIEND)
      expect(letIn(friend)).toBe(FRIEND)
      const stranger = await get(listed, path, STRANGER)
      expect(letIn(stranger)).toBeUndefined()
      for (const { headers } of [friend, stranger]) expect(headers['vary']).toContain('Origin')
    }
    for (const likeIt of ['http://museum.example', `${FRIEND}.evil.example`, 'null', `${FRIEND}:8443`])
      expect(letIn(await get(listed, '/api/search', likeIt)), likeIt).toBeUndefined()
  })

  it('are let in all when that is asked for', async () => {
    for (const path of READ) expect(letIn(await get(open, path, STRANGER))).toBe('*')
  })

  it('see errors, and when to try again', async () => {
    const answer = await get(listed, '/api/search?limit=0', FRIEND)
    expect({ status: answer.status, origin: letIn(answer) }).toEqual({ status: 400, origin: FRIEND })
    expect(answer.headers['access-control-expose-headers']).toContain('Retry-After')
  })

  it('may ask before they ask', async () => {
    const answer = await preflight(listed, '/api/search', { origin: FRIEND })
    expect(answer.status).toBe(204)
    expect(letIn(answer)).toBe(FRIEND)
    expect(answer.headers['access-control-allow-methods']).toBe('GET,HEAD')
    expect(answer.headers['access-control-max-age']).toBe('600')
    for (const path of CHECKS) {
      const check = await preflight(listed, path, { origin: FRIEND, method: 'POST' })
      expect({ path, status: check.status, methods: check.headers['access-control-allow-methods'] }).toEqual({
        path,
        status: 204,
        methods: 'POST',
      })
      expect(check.headers['access-control-allow-headers']).toBe('Content-Type')
    }
  })

  it('may not write, even where that will be possible', async () => {
    for (const path of ['/api/articles/summit-en', '/api/articles']) {
      const answer = await preflight(open, path, { origin: FRIEND, method: 'DELETE' })
      expect(answer.headers['access-control-allow-methods']).toBe('GET,HEAD')
    }
  })

  it('never send cookies along', async () => {
    for (const server of [open, listed]) {
      const { headers } = await get(server, '/api/search', FRIEND)
      expect(headers['access-control-allow-credentials']).toBeUndefined()
    }
  })

  it('read the API only: not pages, not the state of the service', async () => {
    for (const path of ['/', '/check', '/health/ready'])
      expect(letIn(await get(open, path, FRIEND)), path).toBeUndefined()
  })
})
