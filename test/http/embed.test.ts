import request from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildScript } from '../browser/build-script.ts'
import type { BuiltScript } from '../browser/build-script.ts'
import { openNewsroom } from './newsroom.ts'
import type { Newsroom } from './newsroom.ts'

type Answer = {
  readonly status: number
  readonly headers: Readonly<Record<string, string | undefined>>
  readonly text: string
}

let script: BuiltScript
let newsroom: Newsroom
beforeAll(async () => {
  script = await buildScript('vite.embed.config.ts')
  newsroom = await openNewsroom([], { scriptFolder: script.folder })
})
afterAll(async () => {
  await newsroom.close()
  script.remove()
})

const get = async (path: string, headers: Record<string, string> = {}): Promise<Answer> =>
  request(newsroom.server).get(path).set(headers)

describe('the script of the search box', () => {
  it('may be loaded by any page, as a script, as a module and by fetch', async () => {
    const { status, headers } = await get('/embed.js', { Origin: 'https://anybody.example' })
    expect(status).toBe(200)
    expect(headers).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
    })
  })

  it('is kept for minutes and then asked for by its ETag, for its name never changes', async () => {
    const { headers } = await get('/embed.js')
    expect(headers['cache-control']).toBe('public, max-age=300')
    const again = await get('/embed.js', { 'If-None-Match': headers['etag'] ?? '' })
    expect([again.status, again.text]).toEqual([304, ''])
  })

  it('is there for GET only, and only where it was built', async () => {
    const posted: Answer = await request(newsroom.server).post('/embed.js')
    expect([posted.status, posted.headers['allow']]).toEqual([405, 'GET, HEAD, OPTIONS'])
    const unbuilt = await openNewsroom()
    const missing: Answer = await request(unbuilt.server).get('/embed.js')
    expect(missing.status).toBe(404)
    await unbuilt.close()
  })
})

it.each(['embed.d.ts', 'embed-react.d.ts'])('%s is a text, and no film', async name => {
  const { status, headers, text } = await get(`/${name}`)
  expect([status, headers['content-type']]).toEqual([200, 'text/plain; charset=utf-8'])
  expect(text).toContain('ParagrafSearchElement')
})

it('the demo is a page with a policy that forbids whatever the box does not need', async () => {
  const { status, headers, text } = await get('/embed-demo.html')
  expect([status, headers['content-type']]).toEqual([200, 'text/html; charset=utf-8'])
  expect(headers['content-security-policy']).not.toContain('unsafe')
  expect(headers['content-security-policy']).toContain("require-trusted-types-for 'script'")
  const links = [...text.matchAll(/(?:src|href)="([^"#]+)"/g)].map(([, address = '']) => address)
  expect(links).toContain('embed.js')
  for (const link of links) expect((await get(new URL(link, 'http://x/').pathname)).status, link).toBe(200)
})
