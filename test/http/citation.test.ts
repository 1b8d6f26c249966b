import type { Server } from 'node:http'
import request from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ParagraphAnswer } from '../../src/search/answer.ts'
import { openNewsroom } from './newsroom.ts'
import type { Newsroom } from './newsroom.ts'

const FERRY = {
  id: 'ferry-quoted',
  source: 'The Daily X',
  author: ['Ann Example'],
  title: 'The ferry turned back',
  url: 'https://daily.example/ferry?a=1&b=2',
  publishedAt: Date.parse('2021-04-18T06:00:00Z') / 1000,
  languages: ['en'],
  paragraphs: [
    'The ferry turned back in the storm on Sunday.',
    '“We turned back in the storm,” said the captain, Tora Lindvik. “Nobody was hurt.”',
    'The ferry turned back in the storm on Sunday, the harbour said.',
  ],
} as const

const PUBLIC_URL = 'https://search.example/paragraf'

describe('GET /api/paragraphs/:id/citation', () => {
  let newsroom: Newsroom
  let server: Server
  let quoted: ParagraphAnswer
  let path: string

  beforeAll(async () => {
    newsroom = await openNewsroom([FERRY])
    server = newsroom.serverOf({ publicUrl: PUBLIC_URL })
    const { paragraphs } = await newsroom.search.article(FERRY.id)
    quoted = await newsroom.search.paragraph(paragraphs[2]?.id ?? '', 0)
    path = `/api/paragraphs/${quoted.id}/citation`
  })
  afterAll(async () => {
    await newsroom.close()
  })

  const cite = async (query: Record<string, string | number>, status = 200) => {
    const answer = await request(server).get(path).query(query)
    expect(answer.status, answer.text).toBe(status)
    return answer
  }

  it('cites the paragraph as plain text, in its own language, when nothing else is asked', async () => {
    const { text, headers } = await cite({})
    expect(headers['content-type']).toBe('text/plain; charset=utf-8')
    expect(text).toBe(
      '“‘We turned back in the storm,’ said the captain, Tora Lindvik. ‘Nobody was hurt.’” ' +
        '(Ann Example: The ferry turned back, The Daily X, April 18, 2021). ' +
        'https://daily.example/ferry?a=1&b=2#:~:text=%E2%80%9CWe%20turned%20back%20in%20the%20storm%2C%E2%80%9D%20' +
        'said%20the%20captain%2C%20Tora%20Lindvik.%20%E2%80%9CNobody%20was%20hurt.%E2%80%9D ' +
        `${PUBLIC_URL}/p/${quoted.id}\n`,
    )
  })

  it('cites one of the quotes with its speaker, in the marks of the language that is asked for', async () => {
    const { text } = await cite({ quote: 0, lang: 'nb' })
    expect(text).toMatch(/^«We turned back in the storm,» — Tora Lindvik \(.*18\. april 2021\)/)
    expect((await cite({ quote: 0, lang: 'Norsk' })).text).toBe(text)
  })

  it('cites a part of the text, and says who says it when it is quoted', async () => {
    const start = quoted.text.indexOf('turned')
    const { text } = await cite({ start, end: start + 11, format: 'markdown' })
    expect(text).toMatch(/^“turned back” — Tora Lindvik \(/)
    // the words stand five times in the article, so their neighbours tell which are meant
    expect(text).toContain('#:~:text=We-,turned%20back)')
  })

  it.each([
    ['text', 'text/plain; charset=utf-8', undefined],
    ['markdown', 'text/markdown; charset=utf-8', undefined],
    ['html', 'text/html; charset=utf-8', undefined],
    ['csl-json', 'application/vnd.citationstyles.csl+json; charset=utf-8', undefined],
    ['ris', 'application/x-research-info-systems; charset=utf-8', 'ris'],
    ['bibtex', 'application/x-bibtex; charset=utf-8', 'bib'],
    ['json-ld', 'application/ld+json; charset=utf-8', undefined],
    ['link', 'text/plain; charset=utf-8', undefined],
  ])('writes %s with its type', async (format, type, extension) => {
    const { headers } = await cite({ format, quote: 1 })
    expect(headers['content-type']).toBe(type)
    expect(headers['content-disposition']).toBe(
      extension && `attachment; filename="${quoted.id}-q1.${extension}"`,
    )
  })

  it('carries no permalink where the service does not know its own address', async () => {
    for (const format of ['text', 'markdown', 'html', 'csl-json', 'ris', 'bibtex', 'json-ld']) {
      const known = await request(server).get(path).query({ format }).buffer(true)
      const unknown = await request(newsroom.server).get(path).query({ format }).buffer(true)
      const [with_, without] = [known, unknown].map(answer => String(answer.text || answer.body))
      expect(with_, format).toContain(`${PUBLIC_URL}/p/`)
      expect(without, format).not.toContain('/p/')
    }
  })

  it('says of words that are gone since when they are, and does not lead to them on the page', async () => {
    const { retired } = await newsroom.search.article('corrected')
    const [gone] = retired
    const { text } = await request(server).get(`/api/paragraphs/${gone?.id}/citation`)
    expect(text).toMatch(
      /^“The captain counted fourteen passengers\.” \(Ferry stopped, Havnebladet, March 1, 2021; no longer in the article since \w+ \d+, \d{4}\)\. /,
    )
    expect(text).not.toContain(':~:')
  })

  it.each([
    [{ format: 'apa' }, 400, 'must be one of text, markdown, html, csl-json, ris, bibtex, json-ld, link'],
    [{ quote: 7 }, 404, 'The paragraph has no quote 7.'],
    [{ quote: '1x' }, 400, '“quote” must be a whole number'],
    [{ start: 3 }, 400, '“start” and “end” belong together'],
    [{ quote: 0, start: 0, end: 2 }, 400, 'without “start” and “end”'],
    [{ start: 5, end: 5 }, 400, 'From 5 to 5'],
    [{ start: 0, end: 5000 }, 400, 'From 0 to 5000'],
    [{ lang: 'klingonsk' }, 400, '“lang” is “klingonsk”'],
    [{ lnag: 'nb' }, 400, 'There is no parameter “lnag”'],
  ])('refuses %o', async (query, status, message) => {
    const { text, headers } = await cite(query, status)
    expect(headers['content-type']).toContain('application/problem+json')
    expect((JSON.parse(text) as { detail: string }).detail).toContain(message)
  })

  it('has no link where the article has no address that a browser may follow', async () => {
    const { paragraphs } = await newsroom.search.article('markup')
    const answer = await request(server).get(`/api/paragraphs/${paragraphs[0]?.id}/citation?format=link`)
    expect(answer.status).toBe(404)
    expect(await request(server).get('/api/paragraphs/nothing-here/citation')).toMatchObject({ status: 404 })
    expect(await request(server).post(path)).toMatchObject({ status: 405 })
  })
})
