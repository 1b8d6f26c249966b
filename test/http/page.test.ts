import request from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readerOf } from '../../web/i18n/catalogues.ts'
import { html, webAddress } from '../../web/views/html.ts'
import { MARKUP, openNewsroom } from './newsroom.ts'
import type { Newsroom } from './newsroom.ts'

let newsroom: Newsroom
beforeAll(async () => {
  newsroom = await openNewsroom()
})
afterAll(() => newsroom.close())

async function page(path: string, acceptLanguage = 'en'): Promise<{ status: number; text: string }> {
  const { status, text, headers } = await request(newsroom.server)
    .get(path)
    .set('Accept-Language', acceptLanguage)
  expect(headers['content-type']).toContain('text/html')
  return { status, text: text.replaceAll(/\s+/g, ' ') }
}

/** Every element that was written by the service and not by an article. */
const tagsOf = (text: string): Set<string> =>
  new Set([...text.matchAll(/<([a-z][a-z0-9]*)/gi)].map(match => match[1] ?? ''))

const linksOf = (text: string): string[] =>
  [...text.matchAll(/href="([^"]*)"/g)].map(match => (match[1] ?? '').replaceAll('&amp;', '&'))

describe('markup', () => {
  it('is only what the template says', () => {
    const list = [html`<u>x</u>`, ' & ', 1]
    // oxfmt-ignore
    expect(html`<p title="${'"&\''}">${'<b>'}${html`<i></i>`}${list}${null}${false}${undefined}</p>`.markup).toBe(
      '<p title="&quot;&amp;&#39;">&lt;b&gt;<i></i><u>x</u> &amp; 1</p>',
    )
    expect(html`${'a\u0000b\ud800c\u001bd'}`.markup).toBe('a\ufffdb\ufffdc\ufffdd')
  })

  it('links only to the web', () => {
    expect(webAddress('https://a.example/x?y=1&z="')).toBe('https://a.example/x?y=1&z=%22')
    for (const url of ['javascript:alert(1)', 'data:text/html,x', '//x', 'x', '', null])
      expect(webAddress(url)).toBeUndefined()
  })

  it('never comes from a text, a title, a source, an author or a query', async () => {
    const query = new URLSearchParams({
      q: `markupword "${MARKUP}" <script>x</script>`,
      source: '"><script>y</script>',
    })
    for (const path of [
      '/?q=markupword',
      `/?${query.toString()}`,
      '/?author=%3Cscript%3E&q=%22%3E%3Cimg%3E',
    ]) {
      const { text } = await page(path)
      expect(
        [...tagsOf(text)].filter(tag => ['script', 'img', 'b', 'iframe'].includes(tag) && tag !== 'b'),
      ).toEqual([])
      expect(text).not.toContain('<b>Markup')
      expect(text).not.toContain('javascript:')
    }
    const { text } = await page('/?q=markupword')
    expect(text).toContain(
      '&lt;img src=x onerror=&quot;alert(1)&quot;&gt; &amp; &lt;script&gt;alert(&#39;2&#39;)&lt;/script&gt;',
    )
    expect(text).toContain('&lt;b&gt;Markup &amp; Sons&lt;/b&gt;')
  })
})

describe('the first page', () => {
  it('shows the newest paragraphs and what there is', async () => {
    const { status, text } = await page('/')
    expect(status).toBe(200)
    expect(text).toContain('<h1>Newest articles</h1>')
    expect(text).toContain('Ferry stopped')
    expect(text).toContain('Norwegian Bokmål')
    expect(text).toContain('name="q"')
    expect(text).not.toContain('embargoed')
  })
})

describe('results', () => {
  it('keep the query, mark what was found and count', async () => {
    const { text } = await page('/?q=toppm%C3%B8te+OR+%22high+levels%22')
    expect(text).toContain('value="toppmøte OR &quot;high levels&quot;"')
    expect(text).toContain('<title>toppmøte OR &quot;high levels&quot; – Paragraf</title>')
    expect(text).toMatch(/<mark>Toppmøtet<\/mark>/)
    expect(text).toMatch(/<mark>high levels<\/mark>/)
    expect(text).toMatch(/3 paragraphs in 2 articles/)
    expect(text).toContain('in another form')
  })

  it('carry language and direction of each text', async () => {
    const { text } = await page('/?q=' + encodeURIComponent('المحادثات'))
    expect(text).toMatch(/<p class="text" lang="ar" dir="rtl">/)
    expect(text).toMatch(/<a href="(\/p\/(summit-ar-[0-9a-f]{10})#\2)" lang="ar" dir="rtl"/)
  })

  it('are written in the reader’s way', async () => {
    const { text } = await page('/?q=Jong-un', 'de-CH, de;q=0.9, en;q=0.5')
    expect(text).toContain('Norwegisch (Bokmål)')
    expect(text).toContain('18. April 2018')
  })

  it('link out only to the web', async () => {
    expect((await page('/?q=Jong-un')).text).toContain(
      'href="https://daily.example/summit?a=1&amp;b=2" rel="noopener noreferrer external"',
    )
  })

  it('turn pages', async () => {
    const first = await page('/?q=ferry')
    const next = linksOf(first.text).find(link => link.includes('cursor='))
    expect(next).toBeDefined()
    expect(first.text).not.toContain('First page')
    const second = await page(next ?? '')
    expect(second.status).toBe(200)
    expect(second.text).toContain('First page')
    expect(linksOf(second.text)).toContain('/?q=ferry')
  })

  it('say what was ignored', async () => {
    const { text } = await page('/?q=ferry+-+in:berlin&utm_source=letter')
    expect(text).toContain('A minus with nothing right behind it was ignored.')
    expect(text).toContain('<bdi>“utm_source”</bdi> in the address means nothing here and was ignored.')
  })

  it('say which words stand in for one that nobody wrote', async () => {
    expect((await page('/?q=Floridda')).text).toContain(
      'No paragraph has <bdi>“floridda”</bdi>. These words stand in for it: <bdi>florida</bdi>.',
    )
  })

  it('hold partial matches apart', async () => {
    const { text } = await page('/?q=officials+reporters')
    expect(text).toContain('No paragraph has all of this')
    expect(text).toContain('Paragraphs with some of the words')
    expect(text.indexOf('No paragraph has')).toBeLessThan(text.indexOf('Paragraphs with some of the words'))
  })
})

describe('facets', () => {
  it('are links that narrow and widen', async () => {
    const { text } = await page('/?q=Jong-un&sort=newest')
    expect(linksOf(text)).toContain('/?q=Jong-un&language=nb&sort=newest')
    expect(linksOf(text)).toContain('/?q=Jong-un&source=The+Daily+X&sort=newest')
    expect(linksOf(text)).toContain('/?q=Jong-un&from=2018-04&to=2018-05&sort=newest')
    const narrowed = await page('/?q=Jong-un&language=nb&from=2018-04&to=2018-05')
    expect(narrowed.text).toContain('class="is-active"')
    expect(linksOf(narrowed.text)).toContain('/?q=Jong-un&from=2018-04&to=2018-05')
    expect(linksOf(narrowed.text)).toContain('/?q=Jong-un&language=nb')
    expect(linksOf(narrowed.text)).toContain('/?q=Jong-un&language=nb&language=en&from=2018-04&to=2018-05')
  })

  it('keep a chosen one in the form', async () => {
    const { text } = await page('/?q=a&language=no&source=%22x%22&group=article')
    expect(text).toContain('<input type="hidden" name="language" value="nb" />')
    expect(text).toContain('<input type="hidden" name="language" value="nn" />')
    expect(text).toContain('<input type="hidden" name="source" value="&quot;x&quot;" />')
    expect(text).toContain('<input type="hidden" name="group" value="article" />')
  })
})

describe('nothing found', () => {
  it('says what was searched', async () => {
    const { status, text } = await page('/?q=qwertz+-ferry+%22nowhere+to+be%22&language=nb')
    expect(status).toBe(200)
    expect(text).toContain('0 paragraphs in 0 articles')
    expect(text).toContain('<b>qwertz</b>')
    expect(text).toContain('the phrase <b><bdi>“nowhere to be”</bdi></b>')
    expect(text).toMatch(/not <bdi><b>ferry<\/b>/)
    expect(linksOf(text)).toContain('/?q=qwertz+-ferry+%22nowhere+to+be%22')
  })

  it('says when there was nothing to search for', async () => {
    expect((await page('/?q=%22')).text).toContain('There is no word to search for')
  })
})

describe('wrong addresses', () => {
  it('are explained on a page that keeps the query', async () => {
    const { status, text } = await page('/?q=kept&language=klingon')
    expect(status).toBe(400)
    expect(text).toContain('value="kept"')
    expect(text).toContain('klingon')
    expect((await page('/?q=kept&cursor=nonsense')).status).toBe(400)
    expect((await page(`/?q=${'long '.repeat(500)}`)).text).toContain('2000 are allowed')
    expect((await page('/?language=&from=&q=ferry')).status).toBe(200)
  })
})

describe('/p/:paragraphId', () => {
  it('shows the paragraph in its article', async () => {
    const [, second] = (await newsroom.search.article('summit-en')).paragraphs
    const { status, text } = await page(`/p/${second?.id ?? ''}`)
    expect(status).toBe(200)
    expect(text).toContain('A secret summit in Pyongyang</h1>')
    expect(text).toMatch(
      /<p id="summit-en-[0-9a-f]{10}" lang="en" dir="ltr" class="is-target" aria-current="true" ?>\s*The director/,
    )
    expect(text).toContain('Direct talks were held')
  })

  it('says that a retired one is retired', async () => {
    const [retired] = (await newsroom.search.article('corrected')).retired
    const { status, text } = await page(`/p/${retired?.id ?? ''}`)
    expect(status).toBe(200)
    expect(text).toContain('This paragraph is no part of the article any more')
    expect(text).toContain('The captain counted fourteen passengers.')
    expect(linksOf(text)).toContain(`/p/${retired?.supersededBy ?? '?'}`)
  })

  it('escapes what the article holds', async () => {
    const [first] = (await newsroom.search.article('markup')).paragraphs
    const { text } = await page(`/p/${first?.id ?? ''}`)
    expect([...tagsOf(text)].filter(tag => ['script', 'img'].includes(tag))).toEqual([])
    expect(text).not.toContain('javascript:')
  })

  it('has a page for what is not there', async () => {
    const { status, text } = await page('/p/nope')
    expect(status).toBe(404)
    expect(text).toContain('There is nothing here')
    expect((await page('/p/%3Cscript%3E')).text).not.toContain('<script>')
  })
})

describe('a reader', () => {
  it.each([
    [undefined, 'en'],
    ['', 'en'],
    ['*', 'en'],
    ['nb-NO,nb;q=0.9,no;q=0.8', 'nb-NO'],
    ['xx-invalid-tag-that-is-way-too-long', 'en'],
    ['de;q=0, fr', 'fr'],
    ['en;q=0.2, ar', 'ar'],
    [',;,;=q', 'en'],
    ['x'.repeat(10_000), 'en'],
  ])('of Accept-Language %j reads %s', (header, locale) => {
    expect(readerOf(header).locale).toBe(locale)
  })
})
