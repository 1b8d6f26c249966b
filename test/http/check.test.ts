import request from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CheckAnswer } from '../../src/http/check-answer.ts'
import { openSeedService } from './seed-service.ts'
import type { SeedService } from './seed-service.ts'

let service: SeedService
beforeAll(async () => {
  service = await openSeedService()
}, 60_000)
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

describe('POST /api/quotes/check', () => {
  it('finds a quotation word for word, and who said it where', async () => {
    const { quotations } = await check({ text: 'Is this when we sing?' })
    expect(quotations).toHaveLength(1)
    const [match] = quotations[0]?.matches ?? []
    expect(quotations[0]).toMatchObject({ verdict: 'verbatim', text: 'Is this when we sing?', start: 0 })
    expect(match).toMatchObject({ verdict: 'verbatim', similarity: 1, coverage: 1 })
    expect(match?.paragraphs[0]).toMatchObject({ articleId: 'ferry-en-ostrel', source: 'Ostrel News Wire' })
  })
})
