import request from 'supertest'
import type { Response } from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ArticleAnswer, ParagraphAnswer, SearchAnswer } from '../../src/search/answer.ts'
import { openNewsroom } from './newsroom.ts'
import type { Newsroom } from './newsroom.ts'

let newsroom: Newsroom
beforeAll(async () => {
  newsroom = await openNewsroom()
})
afterAll(() => newsroom.close())

const get = (path: string): request.Test => request(newsroom.server).get(path)
const answerTo = async (path: string): Promise<{ status: number; body: unknown }> => get(path)

async function search(
  parameters: Readonly<Record<string, string | readonly string[]>>,
): Promise<SearchAnswer> {
  const query = new URLSearchParams()
  for (const [name, values] of Object.entries(parameters))
    for (const value of [values].flat()) query.append(name, value)
  const { body, status } = await answerTo(`/api/search?${query.toString()}`)
  expect({ status, body: status === 200 ? undefined : body }).toEqual({ status: 200 })
  return body as SearchAnswer
}

const articlesOf = (answer: SearchAnswer): string[] => answer.hits.map(hit => hit.articleId).sort()

type Problem = { code: string; hint?: string; problems?: { parameter: string }[] } & Record<string, unknown>
function expectProblem(response: Response, status: number, code: string): Problem {
  const problem = response.body as Problem
  expect(response.headers['content-type']).toContain('application/problem+json')
  expect(problem).toMatchObject({
    type: 'about:blank',
    status,
    code,
    detail: expect.any(String) as string,
    title: expect.any(String) as string,
  })
  expect(response.status).toBe(status)
  expect(problem['requestId']).toBe(response.headers['x-request-id'])
  return problem
}

describe('GET /api/search', () => {
  it('answers in the shape of the design', async () => {
    const answer = await search({ q: 'secret "extremely high levels" OR Jong-un', limit: '1' })
    expect(answer).toEqual({
      total: { paragraphs: { value: 1, relation: 'exact' }, articles: { value: 1, relation: 'exact' } },
      hits: [
        {
          id: expect.stringMatching(/^summit-en-[0-9a-f]{10}$/) as string,
          articleId: 'summit-en',
          position: 1,
          kind: 'text',
          language: 'en',
          articleLanguage: 'en',
          source: 'The Daily X',
          title: 'A secret summit in Pyongyang',
          author: ['Ann Example'],
          publishedAt: '2018-04-18T06:00:00Z',
          url: 'https://daily.example/summit?a=1&b=2',
          permalink: expect.stringMatching(/^\/p\/summit-en-[0-9a-f]{10}$/) as string,
          text: 'The director met the North Korean leader Kim Jong-un in secret, several officials said on Wednesday.',
          quotes: [],
          highlight: expect.any(Array) as unknown[],
          snippet: expect.any(Array) as unknown[],
          match: 'asTyped',
          coverage: 1,
          spans: [],
          score: expect.any(Number) as number,
          moreInArticle: 0,
        },
      ],
      partial: expect.any(Array) as unknown[],
      facets: {
        language: { relation: 'exact', values: [{ value: 'en', count: 1 }], truncated: false },
        source: { relation: 'exact', values: [{ value: 'The Daily X', count: 1 }], truncated: false },
        author: { relation: 'exact', values: [{ value: 'Ann Example', count: 1 }], truncated: false },
        speaker: { relation: 'exact', values: [], truncated: false },
        month: { relation: 'exact', values: [{ value: '2018-04', count: 1 }], truncated: false },
      },
      receipt: {
        clauses: [
          { kind: 'word', text: 'secret', inflections: true, prefix: false, typos: 1, isExcluded: false },
          {
            kind: 'or',
            of: [
              { kind: 'phrase', text: 'extremely high levels', gaps: 0 },
              { kind: 'word', text: 'Jong-un', inflections: true, prefix: false, typos: 0 },
            ],
          },
        ],
        notes: [],
        repairs: [],
      },
      degraded: false,
      nextCursor: null,
      tookMs: expect.any(Number) as number,
    })
  })

  it('gives the same single hit for any quotation marks, and where the phrase stands', async () => {
    for (const [open, close] of ['“”', '„“', '«»', '「」', '＂＂', '""', '‘’', '»«', '“"'].map(marks =>
      Array.from(marks),
    )) {
      const { hits } = await search({ q: `${open ?? ''}extremely high levels${close ?? ''}` })
      expect(hits).toHaveLength(1)
      const { text, spans, match } = hits[0] ?? { text: '', spans: [], match: null }
      expect(spans.map(({ start, end }) => text.slice(start, end))).toEqual(['extremely high levels'])
      expect(match).toBe('asTyped')
    }
  })

  it('highlights in parts that join to the text', async () => {
    const { hits } = await search({ q: 'meeting toppmøte OR june' })
    for (const hit of [...hits, ...(await search({ q: 'ferry' })).hits]) {
      expect(hit.highlight.map(part => part.text).join('')).toBe(hit.text)
      expect(hit.highlight.some(part => part.isMatch)).toBe(true)
      expect(hit.snippet.some(part => part.isMatch)).toBe(true)
    }
  })

  it('says how a hit was found', async () => {
    const matchOf = async (q: string, prefix = 'none'): Promise<unknown> =>
      (await search({ q, prefix, language: ['en', 'nb'] })).hits.map(hit => [hit.articleId, hit.match])
    expect(await matchOf('toppmøte bestemt')).toEqual([['summit-nb', 'inflected']])
    expect(await matchOf('Florida repor', 'last')).toEqual([['summit-en', 'prefix']])
    expect(await matchOf('Floridda reporters')).toEqual([['summit-en', 'typo']])
    expect(await matchOf('reporters')).toEqual([['summit-en', 'asTyped']])
  })

  it('finds inflected forms in the language of the paragraph, and by the filter typed in the query', async () => {
    expect(articlesOf(await search({ q: 'lang:nb toppmøte' }))).toEqual(['summit-nb', 'summit-nb'])
    expect(articlesOf(await search({ q: 'lang:no toppmøtet' }))).toEqual(['summit-nb', 'summit-nb'])
    expect(articlesOf(await search({ q: 'meeting expected' }))).toEqual(['summit-en'])
  })

  it('searches scripts without spaces and the other direction', async () => {
    expect(articlesOf(await search({ q: '金正恩会见' }))).toEqual(['summit-zh'])
    expect(articlesOf(await search({ q: '「领导人金正恩」' }))).toEqual(['summit-zh'])
    expect(articlesOf(await search({ q: 'المحادثات' }))).toEqual(['summit-ar'])
  })

  it('tells in the receipt what was changed, and repairs a word without a match', async () => {
    const { receipt } = await search({ q: 'Floridda - “extremely high' })
    expect(receipt.notes.map(note => note.code)).toEqual([
      'lone_minus',
      'unclosed_quote',
      'quote_marks_unified',
    ])
    expect(receipt.repairs).toEqual([{ term: 'floridda', replacements: ['florida'] }])
  })

  it('pages without skipping or repeating', async () => {
    const seen: string[] = []
    let cursor: string | null = ''
    let pages = 0
    while (cursor !== null) {
      const answer: SearchAnswer = await search({ q: 'ferry', limit: '7', ...(cursor !== '' && { cursor }) })
      seen.push(...answer.hits.map(hit => hit.id))
      cursor = answer.nextCursor
      pages++
    }
    const { total } = await search({ q: 'ferry', limit: '1' })
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen).toHaveLength(total.paragraphs.value)
    expect(pages).toBe(Math.ceil(seen.length / 7))
  })

  it('filters by repeated parameters, both those of the query and these', async () => {
    expect(articlesOf(await search({ q: 'Jong-un', language: ['nb', 'en'] }))).toEqual([
      'summit-en',
      'summit-nb',
    ])
    expect(articlesOf(await search({ q: 'Jong-un', source: 'the daily x' }))).toEqual(['summit-en'])
    expect(articlesOf(await search({ q: 'Jong-un author:"kari nordmann"' }))).toEqual(['summit-nb'])
    expect(articlesOf(await search({ q: 'Jong-un -source:Havnebladet' }))).toEqual(['summit-en'])
    expect(articlesOf(await search({ q: 'Jong-un lang:en', language: ['nb', 'en'] }))).toEqual(['summit-en'])
    const conflict = await search({ q: 'Jong-un lang:en', language: 'nb' })
    expect(conflict.hits).toEqual([])
    expect(conflict.total.paragraphs).toEqual({ value: 0, relation: 'exact' })
    expect(conflict.receipt.notes.map(note => note.code)).toEqual(['filters_conflict'])
  })

  it('takes dates from the first instant to before the last', async () => {
    expect(
      articlesOf(await search({ q: 'ferry number', from: '2020-01-03', to: '2020-01-05', limit: '100' })),
    ).toEqual(expect.arrayContaining(['ferry-2', 'ferry-3']))
    const { hits } = await search({ q: 'ferry after:2020-01-03 before:2020-01-05' })
    expect(new Set(hits.map(hit => hit.articleId))).toEqual(new Set(['ferry-2', 'ferry-3']))
  })

  it('keeps the counts of a facet that is chosen from', async () => {
    const { facets, total } = await search({ q: 'Jong-un', language: 'nb' })
    expect(facets.language?.values).toEqual([
      { value: 'en', count: 1 },
      { value: 'nb', count: 1 },
    ])
    expect(facets.source?.values).toEqual([{ value: 'Havnebladet', count: 1 }])
    expect(total.paragraphs.value).toBe(1)
  })

  it('groups by article', async () => {
    const { hits, total } = await search({ q: 'ferry', group: 'article', limit: '100' })
    expect(new Set(hits.map(hit => hit.articleId)).size).toBe(hits.length)
    expect(total.articles.value).toBe(hits.length)
    expect(hits.find(hit => hit.articleId === 'ferry-1')?.moreInArticle).toBe(2)
  })

  it('sorts by date', async () => {
    const newest = await search({ q: 'ferry number', sort: 'newest', limit: '100' })
    const dates = newest.hits.map(hit => hit.publishedAt ?? '')
    expect(dates).toEqual([...dates].sort().reverse())
    const oldest = await search({ q: 'ferry number', sort: 'oldest', limit: '1' })
    expect(oldest.hits[0]?.articleId).toBe('ferry-0')
  })

  it('explains scores when asked', async () => {
    const { hits } = await search({ q: 'ferry harbour', explain: 'true', limit: '1' })
    const parts = hits[0]?.explanation ?? []
    expect(parts.length).toBeGreaterThan(0)
    expect(parts.reduce((sum, part) => sum + part.score, 0)).toBeCloseTo(hits[0]?.score ?? 0, 6)
    expect((await search({ q: 'ferry', limit: '1' })).hits[0]).not.toHaveProperty('explanation')
  })

  it('holds partial matches apart', async () => {
    const { hits, partial, total } = await search({ q: 'officials reporters' })
    expect(hits).toEqual([])
    expect(total.paragraphs.value).toBe(0)
    expect(partial.map(hit => `${hit.articleId} ${hit.position}`).sort()).toEqual([
      'summit-en 1',
      'summit-en 2',
    ])
    expect(partial.every(hit => hit.highlight.some(part => part.isMatch))).toBe(true)
  })

  it('shows nothing that is embargoed', async () => {
    expect((await search({ q: 'embargoed' })).hits).toEqual([])
    expect((await get('/api/articles/embargo')).status).toBe(404)
  })

  it('lists everything for an empty query, nothing for one without words', async () => {
    expect((await search({})).total.paragraphs.value).toBeGreaterThan(50)
    for (const q of ['"', '-', '((', '\u0000', '""', '…', '😀', '*']) {
      const { hits, total, receipt } = await search({ q })
      expect({ hits, total: total.paragraphs.value }).toEqual({ hits: [], total: 0 })
      expect(receipt.notes.map(note => note.code)).toContain('nothing_to_search')
    }
    expect((await search({ q: '-ferry' })).total.paragraphs.value).toBeGreaterThan(5)
    expect((await search({ q: 'lang:zh' })).total.paragraphs.value).toBe(1)
  })
})

describe('bad input', () => {
  it.each([
    ['limit=0', 'invalid_request'],
    ['limit=101', 'invalid_request'],
    ['limit=1e9', 'invalid_request'],
    ['limit=-1', 'invalid_request'],
    ['limit=', 'invalid_request'],
    ['limit=0x10', 'invalid_request'],
    ['limit=%207', 'invalid_request'],
    ['q=a&q=b', 'invalid_request'],
    ['sort=best', 'invalid_request'],
    ['group=none', 'invalid_request'],
    ['prefix=all', 'invalid_request'],
    ['explain=1', 'invalid_request'],
    ['from=yesterday', 'invalid_request'],
    ['from=2018-02-30', 'invalid_request'],
    ['from=2019&to=2018', 'invalid_request'],
    ['source=', 'invalid_request'],
    ['source=a%00', 'invalid_request'],
    ['language=klingon', 'unknown_language'],
    ['language=', 'unknown_language'],
    ['cursor=nonsense', 'invalid_cursor'],
    ['cursor=', 'invalid_cursor'],
    [`cursor=${'x'.repeat(5000)}`, 'invalid_cursor'],
    ['kind=loud', 'invalid_request'],
    ['speaker=', 'invalid_request'],
    ['in=title', 'invalid_request'],
    ['foo=1', 'unknown_parameter'],
    ['__proto__=1', 'unknown_parameter'],
    ['q[]=a', 'unknown_parameter'],
    ['q=%E0%A4%A', 'invalid_request'],
    ['q=%ED%A0%80', 'invalid_request'],
    [`q=${'a'.repeat(2001)}`, 'query_too_long'],
    [`q=${'a+'.repeat(65)}b`, 'query_too_long'],
  ])('%s is refused with a code and a hint', async (query, code) => {
    const problem = expectProblem(await get(`/api/search?${query}`), 400, code)
    expect(problem.hint).toBeTruthy()
  })

  it('names every wrong parameter at once, and what was probably meant', async () => {
    const problem = expectProblem(
      await get('/api/search?lang=nb&limt=3&sort=x&query=a'),
      400,
      'invalid_request',
    )
    expect(problem.problems?.map(({ parameter }) => parameter).sort()).toEqual([
      'lang',
      'limt',
      'query',
      'sort',
    ])
    expect(JSON.stringify(problem.problems)).toContain('Did you mean “language”?')
    expect(JSON.stringify(problem.problems)).toContain('Did you mean “limit”?')
    expect(JSON.stringify(problem.problems)).toContain('Did you mean “q”?')
    const language = expectProblem(await get('/api/search?language=norwegan'), 400, 'unknown_language')
    expect(language.hint).toContain('nb')
  })

  it('refuses very long queries quickly, even such as no address should hold', async () => {
    const words = Array.from({ length: 10_000 }, (_, number) => `word${number}`).join('+')
    const start = performance.now()
    expectProblem(await get(`/api/search?q=${words}`), 400, 'query_too_long')
    expectProblem(await get(`/api/search?q=${'a'.repeat(100_000)}`), 400, 'query_too_long')
    expectProblem(await get(`/api/search?q=${'"'.repeat(100_000)}`), 400, 'query_too_long')
    expect(performance.now() - start).toBeLessThan(2_000)
    const response = await get(`/api/search?q=${'a'.repeat(2_000_000)}`)
    expect(response.body).toMatchObject({ status: 413, code: 'payload_too_large' })
  })

  it('answers the longest query that is allowed', async () => {
    const words = Array.from({ length: 64 }, (_, number) => `word${number}`).join(' ')
    expect((await search({ q: words })).total.paragraphs.value).toBe(0)
    expect((await search({ q: `"${'a b '.repeat(499)}"` })).total.paragraphs.value).toBe(0)
    expect((await search({ q: `"${'a … '.repeat(499)}"` })).total.paragraphs.value).toBe(0)
  })
})

describe('GET /api/articles/:id', () => {
  it('gives the article as it stands and its earlier paragraphs', async () => {
    const { body } = await answerTo('/api/articles/corrected')
    const article = body as ArticleAnswer
    expect(article).toMatchObject({
      id: 'corrected',
      source: 'Havnebladet',
      title: 'Ferry stopped',
      language: 'en',
      url: null,
      publishedAt: '2021-03-01T00:00:00Z',
    })
    expect(article.paragraphs.map(({ kind, text }) => [kind, text])).toEqual([
      ['title', 'Ferry stopped'],
      ['text', 'The captain counted forty passengers.'],
      ['text', 'The boat is being repaired now.'],
    ])
    expect(article.retired).toHaveLength(1)
    expect(article.retired[0]).toMatchObject({
      text: 'The captain counted fourteen passengers.',
      supersededBy: article.paragraphs[1]?.id,
      retiredAt: expect.stringMatching(/Z$/) as string,
    })
  })

  it('knows no other article', async () => {
    expectProblem(await get('/api/articles/nope'), 404, 'not_found')
    expectProblem(await get('/api/articles/a%2Fb'), 404, 'not_found')
    expectProblem(await get('/api/articles/%00'), 404, 'not_found')
    expectProblem(await get('/api/articles/corrected?x=1'), 400, 'unknown_parameter')
  })
})

describe('GET /api/paragraphs/:id', () => {
  it('gives a paragraph with its neighbours', async () => {
    const [, second] = (await newsroom.search.article('summit-en')).paragraphs
    const path = `/api/paragraphs/${second?.id ?? ''}`
    const alone = (await get(path)).body as ParagraphAnswer
    expect(alone).toMatchObject({
      position: 1,
      retiredAt: null,
      supersededBy: null,
      context: { before: [], after: [] },
    })
    const { context } = (await get(`${path}?context=2`)).body as ParagraphAnswer
    expect(context.before.map(({ position }) => position)).toEqual([0])
    expect(context.after.map(({ position }) => position)).toEqual([2, 3])
  })

  it('still resolves a retired one', async () => {
    const [retired] = (await newsroom.search.article('corrected')).retired
    const { status, body } = await answerTo(`/api/paragraphs/${retired?.id ?? ''}?context=1`)
    expect(status).toBe(200)
    expect(body).toMatchObject({
      text: 'The captain counted fourteen passengers.',
      supersededBy: expect.any(String) as string,
    })
  })

  it('refuses what is no count of neighbours', async () => {
    for (const context of ['-1', '21', 'x', '']) {
      expectProblem(await get(`/api/paragraphs/x?context=${context}`), 400, 'invalid_request')
    }
    expectProblem(await get('/api/paragraphs/nope'), 404, 'not_found')
  })
})

describe('GET /api/facets/:name', () => {
  it('lists values by the beginning of their names', async () => {
    expect((await get('/api/facets/source?q=fer')).body).toEqual({
      name: 'source',
      values: [{ value: 'Ferry Times', count: expect.any(Number) as number }],
    })
    expect((await get('/api/facets/language?q=chin')).body).toEqual({
      name: 'language',
      values: [{ value: 'zh', count: 1 }],
    })
    expect((await get('/api/facets/language?q=zh')).body).toEqual({
      name: 'language',
      values: [{ value: 'zh', count: 1 }],
    })
    expect((await get('/api/facets/source?language=zh')).body).toEqual({
      name: 'source',
      values: [{ value: '港口日报', count: 1 }],
    })
  })

  it('knows which facets there are', async () => {
    expectProblem(await get('/api/facets/colour'), 404, 'not_found')
    expectProblem(await get('/api/facets/source?x=1'), 400, 'unknown_parameter')
    expectProblem(await get('/api/facets/source?q=%00'), 400, 'invalid_request')
  })
})
