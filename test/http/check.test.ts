import request from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AnswerQuotation, CheckAnswer } from '../../src/http/check-answer.ts'
import type { SearchAnswer } from '../../src/search/answer.ts'
import { openSeedService } from './seed-service.ts'
import type { SeedService } from './seed-service.ts'

let service: SeedService
beforeAll(async () => {
  service = await openSeedService()
}, 120_000)
afterAll(() => service.close())

const post = (body: unknown): request.Test =>
  request(service.server)
    .post('/api/quotes/check')
    .set('Content-Type', 'application/json')
    .send(typeof body === 'string' ? body : JSON.stringify(body))

async function check(body: Readonly<Record<string, unknown>>): Promise<CheckAnswer> {
  const response = await post(body)
  expect(response.status, response.text).toBe(200)
  return response.body as CheckAnswer
}

/** The only quotation of a text. */
async function checkOne(body: Readonly<Record<string, unknown>>): Promise<AnswerQuotation> {
  const { quotations } = await check(body)
  expect(quotations).toHaveLength(1)
  return quotations[0] as AnswerQuotation
}

describe('POST /api/quotes/check', () => {
  it('finds a quotation word for word, with who said it and where', async () => {
    const quotation = await checkOne({ text: 'Is this when we sing?' })
    expect(quotation).toMatchObject({
      verdict: 'verbatim',
      text: 'Is this when we sing?',
      start: 0,
      speaker: null,
    })
    expect(quotation.matches[0]).toMatchObject({
      verdict: 'verbatim',
      similarity: 1,
      coverage: 1,
      isPartOfLonger: false,
      differences: [],
    })
    // the wire text and its reprint, the earlier one first
    expect(quotation.matches.map(match => match.paragraphs[0]?.articleId)).toEqual([
      'ferry-en-ostrel',
      'ferry-en-ledger',
    ])
  })

  it('says what was done to it, word by word', async () => {
    const { verdict, matches } = await checkOne({ text: 'We were told nothing at all until she was stuck' })
    expect(verdict).toBe('altered')
    const { operations, differences } = matches[0] ?? { operations: [], differences: [] }
    expect(operations.map(({ kind, claim, source }) => [kind, claim.text, source.text])).toEqual([
      ['same', 'We were told nothing', 'We were told nothing'],
      ['inserted', 'at all', ''],
      ['same', 'until she was', 'until she was'],
      ['dropped', '', 'already'],
      ['same', 'stuck', 'stuck'],
    ])
    expect(differences).toEqual(['“at all” is put in.', '“already” is left out.'])
  })

  it('finds a speech that goes on in the next paragraph', async () => {
    const { verdict, matches } = await checkOne({
      text: 'Somebody on the bridge should have picked up a telephone, and nobody did. That is not a technical fault.',
    })
    expect(verdict).toBe('verbatim')
    expect(matches[0]?.paragraphs.map(({ position }) => position)).toEqual([6, 7])
    expect(matches[0]?.isPartOfLonger).toBe(true)
  })

  it('tells a quotation that was put together from two places', async () => {
    const { matches } = await checkOne({
      text: 'We were told nothing until she was already stuck, and we shall have to break that habit of wearing hats',
      language: 'en',
    })
    expect(matches[0]?.verdict).toBe('altered')
    const joined = await checkOne({
      text: 'We were told nothing until she was already stuck. It is a habit, and we shall have to break it',
      language: 'en',
    })
    expect(joined.matches[0]?.operations.map(({ kind }) => kind)).toContain('joined')
    expect(joined.matches[0]?.paragraphs.map(({ position }) => position)).toEqual([3, 7])
  })

  it('checks every quotation of a draft, and warns of another speaker', async () => {
    const draft = `“Is this when we sing?” asked the prime minister, Mette Aarvoll.

Nobody answered. “This was never said by anybody in the whole newsroom,” said Tora Lindvik.`
    const { quotations, unchecked, degraded } = await check({ text: draft, language: 'en' })
    expect(quotations.map(({ text, verdict }) => [text, verdict])).toEqual([
      ['Is this when we sing?', 'verbatim'],
      ['This was never said by anybody in the whole newsroom,', 'notFound'],
    ])
    for (const { text, start, end } of quotations) expect(draft.slice(start, end)).toBe(text)
    expect({ unchecked, degraded }).toEqual({ unchecked: 0, degraded: false })
    const named = await checkOne({
      text: 'We were told nothing until she was already stuck',
      speaker: 'Mette Aarvoll',
    })
    expect(named).toMatchObject({ verdict: 'verbatim', speaker: 'Mette Aarvoll' })
    expect(named.matches[0]).toMatchObject({ speakerWarning: true, speaker: { name: 'Tora Lindvik' } })
    const right = await checkOne({
      text: 'We were told nothing until she was already stuck',
      speaker: 'Lindvik',
    })
    expect(right.matches[0]?.speakerWarning).toBe(false)
  })

  it('works in every script', async () => {
    for (const [text, language] of [
      ['我们找的是木炭，不是音乐', 'zh'],
      ['Vi fikk ingen beskjed før ferja allerede sto fast', 'nb'],
    ]) {
      expect(await checkOne({ text, language })).toMatchObject({ verdict: 'verbatim', language })
    }
  })

  it('finds what somebody only remembers', async () => {
    const { verdict, matches } = await checkOne({
      text: 'telephone nobody bridge picked somebody',
      language: 'en',
    })
    expect(verdict).toBe('altered')
    expect(matches[0]).toMatchObject({ coverage: 1 })
    expect(matches[0]?.paragraphs[0]).toMatchObject({ articleId: 'ferry-en-ostrel', position: 6 })
  })

  it('answers clearly whatever it is sent', async () => {
    const few = await checkOne({ text: 'the' })
    expect(few.notes.map(({ code }) => code)).toContain('few_words')
    const foreign = await checkOne({ text: 'Mae hen wlad fy nhadau yn annwyl i mi', language: 'cy' })
    expect(foreign.verdict).toBe('notFound')
    expect(foreign.notes.map(({ code }) => code)).toContain('language_not_indexed')
    const markup = await checkOne({ text: '<script>alert(1)</script><b>Is this when we sing?</b>' })
    expect(markup.matches[0]?.paragraphs[0]?.articleId).toBe('ferry-en-ostrel')
    for (const text of ['\ud800 Is this when we sing? \u0000', '\u202eIs this when we sing?\u202c'])
      expect((await checkOne({ text })).verdict).toBe('verbatim')
    const long = 'Is this when we sing? '.repeat(2200)
    expect((await check({ text: long })).quotations).toHaveLength(1)
    const many = '“Is this when we sing?” she said. '.repeat(1300)
    const { quotations, unchecked } = await check({ text: many, language: 'en' })
    expect(quotations.length).toBeLessThanOrEqual(100)
    expect(quotations.length + unchecked).toBeGreaterThan(1000)
  }, 60_000)

  it('refuses what it can’t check, and says what would be right', async () => {
    const problemOf = async (sent: request.Test): Promise<unknown[]> => {
      const response = await sent
      expect(response.headers['content-type']).toContain('application/problem+json')
      const { code, hint } = response.body as { code: string; hint: string }
      expect(hint).toBeTruthy()
      return [response.status, code]
    }
    expect(await problemOf(post({ text: '' }))).toEqual([400, 'invalid_request'])
    expect(await problemOf(post({ text: ' – … “” ' }))).toEqual([400, 'invalid_request'])
    expect(await problemOf(post({}))).toEqual([400, 'invalid_request'])
    expect(await problemOf(post({ text: 5 }))).toEqual([400, 'invalid_request'])
    expect(await problemOf(post({ text: 'a', language: 'klingon' }))).toEqual([400, 'unknown_language'])
    expect(await problemOf(post({ text: 'a', speakers: 'b' }))).toEqual([400, 'unknown_parameter'])
    expect(await problemOf(post('{"text": "a'))).toEqual([400, 'invalid_request'])
    expect(await problemOf(post('["a"]'))).toEqual([400, 'invalid_request'])
    expect(await problemOf(post({ text: 'a '.repeat(30_000) }))).toEqual([413, 'payload_too_large'])
    const plain = request(service.server)
      .post('/api/quotes/check')
      .set('Content-Type', 'text/plain')
      .send('a')
    expect(await problemOf(plain)).toEqual([415, 'unsupported_media_type'])
    const latin = request(service.server)
      .post('/api/quotes/check')
      .set('Content-Type', 'application/json')
      .send(Buffer.from('{"text":"bl\xe5b\xe6r"}', 'latin1').toString('binary'))
    expect((await latin).status).toBe(200)
    expect(await problemOf(request(service.server).get('/api/quotes/check'))).toEqual([
      405,
      'method_not_allowed',
    ])
  })
})

describe('POST /api/quotes/check/batch', () => {
  type Answer = { readonly status: number; readonly headers: Record<string, string>; readonly text: string }

  async function batch(body: string, type: string, accept?: string): Promise<Answer> {
    const sent = request(service.server).post('/api/quotes/check/batch').set('Content-Type', type)
    if (accept !== undefined) void sent.set('Accept', accept)
    const response = await sent
      .send(body)
      .buffer(true)
      .parse((res, done) => {
        let text = ''
        res.on('data', (chunk: Buffer) => (text += chunk.toString()))
        res.on('end', () => done(null, text))
      })
    return { status: response.status, headers: response.headers, text: String(response.body) }
  }

  it('answers each row with a row, in order, a bad one with its error', async () => {
    const { status, headers, text } = await batch(
      'id,text,language\na,Is this when we sing?,en\nb,,\nc,"never closed\nd,We were told nothing until she was stuck,en\n',
      'text/csv',
      'application/x-ndjson',
    )
    expect(status).toBe(200)
    expect(headers['content-type']).toContain('application/x-ndjson')
    const rows = text
      .trim()
      .split('\n')
      .map(line => JSON.parse(line) as Record<string, unknown>)
    expect(rows.map(({ row, id, verdict, errorCode }) => [row, id, verdict, errorCode])).toEqual([
      [1, 'a', 'verbatim', null],
      [2, 'b', 'error', 'invalid_request'],
      [3, null, 'error', 'invalid_request'],
      [4, 'd', 'altered', null],
    ])
    expect(rows[3]).toMatchObject({
      attested: 'We were told nothing until she was already stuck',
      differences: ['“already” is left out.'],
      speaker: 'Tora Lindvik',
      publishedAt: '2024-03-11T10:15:00.000Z',
    })
  })

  it('takes and gives NDJSON and CSV', async () => {
    const { text, headers } = await batch(
      '{"text":"Is this when we sing?"}\n',
      'application/x-ndjson',
      'text/csv',
    )
    expect(headers['content-type']).toContain('text/csv')
    expect(
      text
        .split('\n')
        .slice(0, 2)
        .map(line => line.split(',').slice(0, 3)),
    ).toEqual([
      ['row', 'id', 'verdict'],
      ['1', '', 'verbatim'],
    ])
    expect((await batch('', 'application/x-ndjson')).status).toBe(200)
  })

  it('refuses what is no batch', async () => {
    expect((await batch('a,b\n1,2\n', 'text/csv')).status).toBe(400)
    expect((await batch('x', 'application/json')).status).toBe(415)
  })
})

describe('GET /api/search in quotes', () => {
  const search = async (q: string): Promise<SearchAnswer> => {
    const response = await request(service.server).get('/api/search').query({ q })
    expect(response.status, response.text).toBe(200)
    return response.body as SearchAnswer
  }

  it('finds what is half-remembered, and says how much of the query it covers', async () => {
    for (const [q, coverage] of [
      ['in:quotes telefone nobody bridge picked somebody', 1],
      ['in:quotes somebody on the bridge should have used a telephone', 8 / 9],
      ['in:quotes speaker:braathe-holm bridge telephone purple nobody', 0.75],
    ] as const) {
      const { hits, partial, total } = await search(q)
      expect({ hits, paragraphs: total.paragraphs.value }).toEqual({ hits: [], paragraphs: 0 })
      expect(partial[0]).toMatchObject({ articleId: 'ferry-en-ostrel', position: 6 })
      expect(partial[0]?.coverage).toBeCloseTo(coverage, 5)
    }
  })

  it('finds it only where the filters allow, and what matches wholly only once', async () => {
    expect(
      (await search('in:quotes speaker:lindvik telefone nobody bridge picked somebody')).partial,
    ).toEqual([])
    expect((await search('in:quotes lang:nb telefone nobody bridge picked somebody')).partial).toEqual([])
    const { hits, partial } = await search('in:quotes nobody picked up a telephone')
    expect(hits.map(({ coverage }) => coverage)).toEqual([1])
    const ids = [...hits, ...partial].map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('keeps to what is excluded and to alternatives by not guessing at all', async () => {
    expect((await search('in:quotes telephone nobody bridge purple -habit')).partial).toEqual([])
    expect((await search('in:quotes telephone nobody bridge purple OR green')).partial).toEqual([])
  })
})

describe('the page “Check a quote”', () => {
  const page = async (sent: request.Test): Promise<{ status: number; text: string }> => {
    const { status, text, headers } = await sent.set('Accept-Language', 'en')
    expect(headers['content-type']).toContain('text/html')
    return { status, text: text.replaceAll(/\s+/g, ' ') }
  }

  it('is a form, linked from every page, that works without a script', async () => {
    const { status, text } = await page(request(service.server).get('/check'))
    expect(status).toBe(200)
    expect(text).toContain('<form class="check" action="/check" method="post"')
    expect(text).not.toContain('<script')
    expect((await page(request(service.server).get('/'))).text).toContain('href="/check"')
  })

  it('shows verdict, diff and the differences in words, by POST and by GET', async () => {
    const claim = 'We were told nothing until she was stuck'
    const posted = await page(
      request(service.server).post('/check').type('form').send({ text: claim, speaker: '', language: '' }),
    )
    const asked = await page(request(service.server).get(`/check?text=${encodeURIComponent(claim)}`))
    for (const { status, text } of [posted, asked]) {
      expect(status).toBe(200)
      expect(text).toContain('Altered')
      expect(text).toContain('<del>already</del>')
      expect(text).toContain('<bdi>“already”</bdi> is left out.')
      expect(text).toContain('Tora Lindvik')
    }
  })

  it('shows nothing of what was typed as markup, and keeps it in the form', async () => {
    const text =
      '<img src=x onerror=alert(1)> “</textarea><script>alert(2)</script> was already stuck on the reef”'
    const shown = await page(request(service.server).post('/check').type('form').send({ text }))
    expect(shown.text).not.toMatch(/<(img|script)/)
    expect(shown.text).toContain('&lt;/textarea&gt;')
  })

  it('answers with pages, also when it can’t check', async () => {
    const bad = request(service.server).post('/check').type('form')
    expect((await page(bad.send({ text: 'a', language: 'klingon' }))).status).toBe(400)
    const long = request(service.server).get(`/check?text=${'a'.repeat(2001)}`)
    expect((await page(long)).status).toBe(400)
    const huge = request(service.server)
      .post('/check')
      .type('form')
      .send({ text: 'ø'.repeat(60_000) })
    expect((await page(huge)).status).toBe(413)
  })
})
