import request from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AnswerHit, SearchAnswer } from '../../src/search/answer.ts'
import { openNewsroom } from './newsroom.ts'
import type { Draft, Newsroom } from './newsroom.ts'

/** From the text of an article to what its readers are told of who said what. */
const QUOTED: readonly Draft[] = [
  {
    id: 'strike-en',
    source: 'The Marlwick Ledger',
    title: 'Crews stop the boats',
    languages: ['en'],
    paragraphs: [
      'Harbour master Mara Quell said on Tuesday: “Nobody pays the crews, and nobody sails.”',
      'The owners called the “strike” a threat. “The crews are paid,” said their spokesman Ivo Brand.',
      'The crews left the quay in the evening.',
    ],
  },
  {
    id: 'strike-nb',
    source: 'Tjelvposten',
    title: 'Mannskapene stopper',
    languages: ['nb'],
    paragraphs: ['– Ingen betaler mannskapene, sa havnesjef Tora Lindvik. – Da går ingen båter.'],
  },
]

let newsroom: Newsroom
beforeAll(async () => {
  newsroom = await openNewsroom(QUOTED)
})
afterAll(() => newsroom.close())

async function search(query: string): Promise<SearchAnswer> {
  const response = await request(newsroom.server).get(`/api/search?${query}`)
  expect(response.status, response.text).toBe(200)
  return response.body as SearchAnswer
}
const placesOf = ({ hits }: SearchAnswer): string[] =>
  hits.map(hit => `${hit.articleId}#${hit.position}`).sort()
const markedIn = (parts: AnswerHit['highlight']): string[] =>
  parts.filter(part => part.isMatch).map(part => part.text)
const page = async (path: string): Promise<string> => {
  const { text, status } = await request(newsroom.server).get(path)
  expect(status).toBe(200)
  return text.replaceAll(/\s+/g, ' ')
}

describe('the API', () => {
  it('finds words inside of quotes and outside, and marks them only there', async () => {
    expect(placesOf(await search('q=crew'))).toEqual([
      'strike-en#0',
      'strike-en#1',
      'strike-en#2',
      'strike-en#3',
    ])
    expect(placesOf(await search('q=crew&in=quotes'))).toEqual(['strike-en#1', 'strike-en#2'])
    expect(placesOf(await search('q=in:text+crew'))).toEqual(['strike-en#0', 'strike-en#3'])
    expect(placesOf(await search('q=crew+sail+in:quotes'))).toEqual(['strike-en#1'])
    expect(placesOf(await search('q=strike+in:quotes'))).toEqual([])
    const [hit] = (await search('q=in:quotes+harbour+OR+pays')).hits
    expect(markedIn(hit?.highlight ?? [])).toEqual(['pays'])
  })

  it('knows who said it, by the name in the facet and by what is typed', async () => {
    expect(placesOf(await search('speaker=Ivo+Brand'))).toEqual(['strike-en#2'])
    expect(placesOf(await search('q=speaker:brand+crews'))).toEqual(['strike-en#2'])
    expect(placesOf(await search('q=speaker:линдвик'))).toEqual(['strike-nb#1'])
    expect(placesOf(await search('q=in:quotes+-speaker:brand+crews'))).toEqual(['strike-en#1'])
    expect((await search('q=crews')).facets.speaker?.values).toEqual([
      { value: 'Ivo Brand', count: 1 },
      { value: 'Mara Quell', count: 1 },
    ])
    const facet = await request(newsroom.server).get('/api/facets/speaker?q=to')
    expect(facet.body).toEqual({ name: 'speaker', values: [{ value: 'Tora Lindvik', count: 1 }] })
  })

  it('knows kinds of quotes', async () => {
    expect(placesOf(await search('kind=dash'))).toEqual(['strike-nb#1'])
    expect(placesOf(await search('q=kind:scare+in:quotes+strike'))).toEqual(['strike-en#2'])
  })

  it('gives the quotes of a hit with their places, and says which part of the text is in which', async () => {
    const [hit] = (await search('q=B%C3%A5ter&in=quotes')).hits
    expect(hit?.quotes).toMatchObject([
      { text: 'Ingen betaler mannskapene', kind: 'dash', speaker: 'Tora Lindvik' },
      { text: 'Da går ingen båter.', kind: 'dash', speaker: 'Tora Lindvik' },
    ])
    for (const { start, end, text } of hit?.quotes ?? []) expect(hit?.text.slice(start, end)).toBe(text)
    const second = hit?.highlight.filter(part => part.quote === 1).map(part => part.text)
    expect(second?.join('')).toBe('Da går ingen båter.')
  })
})

describe('the page', () => {
  it('marks what was said and says who said it', async () => {
    const text = await page('/?q=crews&in=quotes')
    expect(text).toContain('class="said"')
    expect(text).toMatch(/Said by <a href="[^"]*speaker=Ivo\+Brand[^"]*"[^>]*><bdi>Ivo Brand<\/bdi>/)
    expect(text).toMatch(/<option value="quotes" selected>/)
    expect(text).toMatch(/<h2[^>]*>Speaker<\/h2>/)
  })

  it('lists the quotes of an article in order, with their speakers', async () => {
    const [hit] = (await search('q=crews&source=The+Marlwick+Ledger&sort=oldest')).hits
    const text = await page(hit?.permalink ?? '')
    const list = text.slice(text.indexOf('Quotes in this article'))
    const said = [...list.matchAll(/<blockquote[^>]*>([^<]*)<\/blockquote>\s*<p>\s*([^·]*)·/g)].map(match => [
      match[1],
      match[2]?.replaceAll(/<[^>]*>/g, '').trim(),
    ])
    expect(said).toEqual([
      ['Nobody pays the crews, and nobody sails.', 'Mara Quell'],
      ['The crews are paid,', 'Ivo Brand'],
    ])
  })
})
