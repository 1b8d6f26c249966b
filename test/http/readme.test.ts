import { readFileSync } from 'node:fs'
import request from 'supertest'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { SearchAnswer } from '../../src/search/answer.ts'
import { openSeedService } from './seed-service.ts'
import type { SeedService } from './seed-service.ts'

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')

let service: SeedService
beforeAll(async () => {
  service = await openSeedService()
})
afterAll(() => service.close())

it('answers the search of README.md as README.md says', async () => {
  const [, address = '', json = ''] =
    /curl -s 'http:\/\/127\.0\.0\.1:3000(\S+)'[^{]*```json\n([^`]+)```/u.exec(readme) ?? []
  const shown = JSON.parse(json) as SearchAnswer
  const response = await request(service.server).get(address)
  const answer = response.body as SearchAnswer
  expect(answer.total).toEqual(shown.total)
  expect(answer.facets.language).toMatchObject(shown.facets.language ?? {})
  expect([answer.partial, answer.nextCursor]).toEqual([shown.partial, shown.nextCursor])
  const [hit] = shown.hits
  const found = answer.hits.find(({ quotes }) => quotes.some(({ start }) => start === hit?.quotes[0]?.start))
  expect(found).toMatchObject({ match: hit?.match, quotes: hit?.quotes })
  expect(found?.highlight).toContainEqual(hit?.highlight[0])
})
