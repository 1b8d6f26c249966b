import request from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openNewsroom } from './newsroom.ts'
import type { Draft, Newsroom } from './newsroom.ts'
import { createPreparer } from '../../src/ingest/prepare-article.ts'

const QUOTED: Draft = {
  id: 'storm-nb',
  source: 'Havnebladet',
  title: 'Ferja snudde i stormen',
  url: 'https://havn.example/ferja',
  languages: ['nb'],
  paragraphs: ['«Vi snudde i stormen», sa kaptein Tora Lindvik.', 'Ingen ble skadet om bord på ferja.'],
}

const storm = (...paragraphs: readonly string[]): Draft => ({
  id: 'storm-en',
  source: 'The Daily X',
  title: 'Ferry turned back',
  url: 'https://daily.example/storm',
  languages: ['en'],
  paragraphs,
})
const LAST = 'The boat is back in the harbour of Marlwick.'
const FIRST_VERSION = storm(
  'The captain counted fourteen men & women on board.',
  'Nobody knows why it happened.',
  LAST,
)
const LATER_VERSIONS = [
  storm('The captain counted forty men & women on board.', LAST),
  storm('The captain counted forty men and women on board, <b>all told</b>.', LAST),
]

describe('the page', () => {
  let newsroom: Newsroom
  const server = () => newsroom.serverOf({ publicUrl: 'https://search.example' })

  beforeAll(async () => {
    newsroom = await openNewsroom([QUOTED, FIRST_VERSION])
    const prepare = createPreparer()
    for (const { paragraphs, author = [], ...article } of LATER_VERSIONS)
      await newsroom.engine.put([prepare({ ...article, author, body: { kind: 'paragraphs', paragraphs } })])
  })
  afterAll(() => newsroom.close())

  const open = async (path: string, language = 'en'): Promise<string> => {
    const answer = await request(server()).get(path).set('Accept-Language', language)
    expect(answer.status).toBe(200)
    return answer.text
  }
  const citationsOf = (page: string): string[] =>
    [...page.matchAll(/<pre[^>]*>([^<]*)<\/pre>/gu)].map(([, text = '']) => plain(text))
  const plain = (markup: string): string =>
    markup
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&#39;', "'")
      .replaceAll('&amp;', '&')
  const idOf = async (article: string, text: string): Promise<string> => {
    const { paragraphs, retired } = await newsroom.search.article(article)
    return [...paragraphs, ...retired].find(one => one.text.includes(text))?.id ?? 'none'
  }

  it('is in the language that its reader likes best, wherever the header names it', async () => {
    const id = await idOf('storm-nb', 'Vi snudde')
    const [first, ...others] = citationsOf(await open(`/p/${id}`, 'en;q=0.3, fr;q=0, de;q=0.9'))
    expect(first).toMatch(/^„/)
    expect(others).toHaveLength(5)
  })

  it('has the citation of the paragraph and of each quote, in the marks of the reader', async () => {
    const id = await idOf('storm-nb', 'Vi snudde')
    const cited = citationsOf(await open(`/p/${id}`, 'de-AT,en;q=0.5'))
    expect(cited).toHaveLength(6)
    expect(cited[0]).toBe(
      '„‚Vi snudde i stormen‘, sa kaptein Tora Lindvik.“ (Ferja snudde i stormen, Havnebladet). ' +
        'https://havn.example/ferja#:~:text=%C2%ABVi%20snudde%20i%20stormen%C2%BB%2C%20sa%20kaptein%20Tora%20Lindvik. ' +
        `https://search.example/p/${id}`,
    )
    expect(cited[3]).toMatch(/^„Vi snudde i stormen“ — Tora Lindvik \(/)
    expect(cited[5]).toContain(
      '<blockquote cite="https://havn.example/ferja#:~:text=Vi%20snudde%20i%20stormen"',
    )
    // of languages that the interface does not speak, too
    expect(citationsOf(await open(`/p/${id}`, 'sv,en'))[0]).toMatch(/^”’Vi snudde/)
    expect(citationsOf(await open(`/p/${id}?ui=fr`, 'sv'))[0]).toMatch(/^«\u00a0«\u00a0Vi snudde/)
  })

  it('leads to every format, and every link answers', async () => {
    const page = await open(`/p/${await idOf('storm-nb', 'Vi snudde')}`)
    const links = [...page.matchAll(/href="(\/api\/paragraphs\/[^"]*)"/gu)].map(([, href = '']) =>
      plain(href),
    )
    expect(links).toHaveLength(8)
    for (const link of links) expect((await request(server()).get(link)).status, link).toBe(200)
    expect(page).toContain('href="https://havn.example/ferja#:~:text=Vi%20snudde%20i%20stormen"')
  })

  it('has citations of every hit, folded, that need no script', async () => {
    const page = await open('/?q=stormen')
    const links = [...page.matchAll(/<details class="cite"[\s\S]*?<\/details>/gu)].map(([details]) =>
      [...details.matchAll(/href="([^"]*)"/gu)].map(([, href = '']) => plain(href)),
    )
    expect(links).toHaveLength(1)
    expect(links[0]).toHaveLength(7)
    for (const link of links[0] ?? []) expect((await request(server()).get(link)).status, link).toBe(200)
  })

  it('shows the cited wording, what is there today, and the difference for the eye and in words', async () => {
    const id = await idOf('storm-en', 'fourteen')
    const page = (await open(`/p/${id}`)).replaceAll(/\s+/gu, ' ')
    expect(page).toMatch(/no part of the article any more, since <time datetime="[^"]+"/)
    expect(page).toContain('>The captain counted fourteen men &amp; women on board.</blockquote>')
    expect(page).toContain(`href="/p/${await idOf('storm-en', 'all told')}"`)
    expect(page).toMatch(
      /counted <del>fourteen<\/del><ins>forty<\/ins> men .*<ins>and<\/ins>.* women on board<ins>, &lt;b&gt;all told&lt;\/b&gt;<\/ins>\./,
    )
    expect(page).toContain('<li><bdi>“fourteen”</bdi> became <bdi>“forty”</bdi>.</li>')
    expect(citationsOf(page)[0]).toMatch(
      /^“The captain counted fourteen men & women on board\.” \(.*no longer in the article since/,
    )
  })

  it('says so when nothing took the place of a wording', async () => {
    const page = await open(`/p/${await idOf('storm-en', 'Nobody knows')}`, 'nb')
    expect(page).toContain('Ingenting kom i stedet.')
    expect(page).not.toContain('<del>')
  })
})
