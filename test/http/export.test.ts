import type { Server } from 'node:http'
import { pino } from 'pino'
import request from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readCsv } from '../../src/citation/batch/read-csv.ts'
import { createApp } from '../../src/http/create-app.ts'
import { createServer } from '../../src/http/create-server.ts'
import type { AnswerHit, SearchAnswer } from '../../src/search/answer.ts'
import { createSearch } from '../../src/search/search.ts'
import type { Search } from '../../src/search/search.ts'
import { openSeedService } from './seed-service.ts'
import type { SeedService } from './seed-service.ts'

let service: SeedService
beforeAll(async () => {
  service = await openSeedService()
}, 120_000)
afterAll(() => service.close())

const get = (path: string, server: Server = service.server): request.Test =>
  request(server)
    .get(path)
    .buffer()
    .parse((res, done) => {
      const pieces: Buffer[] = []
      res.on('data', (piece: Buffer) => pieces.push(piece))
      res.on('end', () => done(null, Buffer.concat(pieces).toString()))
      res.on('aborted', () => done(new Error('cut off'), null))
    })

async function exported(path: string): Promise<string> {
  const response = await get(path)
  expect(response.status).toBe(200)
  return response.body as string
}

const lines = (text: string): AnswerHit[] =>
  text
    .split('\n')
    .filter(line => line !== '')
    .map(line => JSON.parse(line) as AnswerHit)

async function idsOf(parameters: string): Promise<string[]> {
  const ids: string[] = []
  for (let cursor: string | null = ''; cursor !== null;) {
    const after: string = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`
    const response = await request(service.server).get(
      `/api/search?sort=newest&limit=100&${parameters}${after}`,
    )
    const answer = response.body as SearchAnswer
    ids.push(...answer.hits.map(({ id }) => id))
    cursor = answer.nextCursor
  }
  return ids
}

describe('GET /api/export.ndjson', () => {
  it.each(['q=', 'q=ferry', 'q=in%3Aquotes', 'q=&language=nb&from=2024-03-11', 'q=zzyzxq'])(
    'has every hit of %s once, in the order of the search',
    async parameters => {
      const ids = await idsOf(parameters)
      const found = lines(await exported(`/api/export.ndjson?${parameters}`))
      expect(found.map(({ id }) => id)).toEqual(ids)
    },
  )

  it('is longer than a page, and says what a paragraph says', async () => {
    const found = lines(await exported('/api/export.ndjson'))
    expect(found.length).toBeGreaterThan(100)
    for (const { id, text, permalink } of found.slice(0, 5)) {
      const response = await request(service.server).get(`/api/paragraphs/${id}`)
      expect(response.body).toMatchObject({ id, text, permalink })
    }
  })

  it('is a file of its type', async () => {
    const response = await get('/api/export.ndjson?q=ferry')
    expect(response.headers['content-type']).toBe('application/x-ndjson; charset=utf-8')
    expect(response.headers['content-disposition']).toBe('attachment; filename=paragraf.ndjson')
  })
})

describe('GET /api/export.csv', () => {
  it('has the rows of NDJSON, with a byte order mark for spreadsheets', async () => {
    const text = await exported('/api/export.csv?q=ferry')
    expect(text.startsWith('\ufeffid,permalink,')).toBe(true)
    const [head = [], ...rows] = await records(text.slice(1))
    const [idAt, textAt] = [head.indexOf('id'), head.indexOf('text')]
    const expected = lines(await exported('/api/export.ndjson?q=ferry'))
    expect(rows.map(row => [row[idAt], row[textAt]])).toEqual(expected.map(hit => [hit.id, hit.text]))
  })
})

describe('an export that can’t be', () => {
  it.each([
    ['sort=relevance', 'invalid_request'],
    ['limit=5', 'unknown_parameter'],
    ['language=xx', 'unknown_language'],
  ])('is refused for %s', async (parameters, code) => {
    const response = await request(service.server).get(`/api/export.csv?q=ferry&${parameters}`)
    expect(response.status).toBe(400)
    expect(response.body).toMatchObject({ code })
  })

  it('is a problem when the first page fails, and cut off when a later one does', async () => {
    const failing = (pages: number): Server => {
      const real = createSearch(service.engine)
      let asked = 0
      const search: Search = {
        ...real,
        search: (...all) =>
          asked++ < pages ? real.search(...all) : Promise.reject(new Error('the engine is gone')),
      }
      const config = { searchTimeoutMs: 20_000, trustProxy: 0 }
      const logger = pino({ level: 'silent' })
      return createServer(
        createApp({ engine: service.engine, search, check: service.check, config, logger, webFolder: '/' }),
      )
    }
    const response = await request(failing(0)).get('/api/export.csv')
    expect(response.status).toBe(500)
    expect(response.headers['content-type']).toMatch(/^application\/problem\+json/)
    await expect(get('/api/export.csv', failing(1))).rejects.toThrow()
  })
})

async function records(text: string): Promise<(readonly string[])[]> {
  const all: (readonly string[])[] = []
  for await (const record of readCsv(pieces(text), 1_000_000)) if (record.isRead) all.push(record.fields)
  return all
}

async function* pieces(text: string): AsyncGenerator<string> {
  yield await Promise.resolve(text)
}
