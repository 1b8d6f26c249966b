import { describe, expect, it } from 'vitest'
import { asHtml } from '../../../src/citation/formats/as-html.ts'
import { asMarkdown } from '../../../src/citation/formats/as-markdown.ts'
import { asText } from '../../../src/citation/formats/as-text.ts'
import { CITATION_WRITERS } from '../../../src/citation/formats/format-citation.ts'
import { citationOf, HOSTILE, quotesIn } from './cited-paragraph.ts'

const TEXT = '«Vi snur», sa Lindvik. «Båten er ‘helt’ tom», sa en annen.'
const FERRY = {
  id: 'ferje-1',
  text: TEXT,
  language: 'nb',
  articleLanguage: 'nb',
  source: 'Havnebladet',
  title: 'Ferja snudde',
  author: ['Siri Moe', 'Jon Ask'],
  url: 'https://havn.example/ferja',
  quotes: quotesIn(
    TEXT,
    { text: 'Vi snur', speaker: 'Tora Lindvik', confidence: 0.9 },
    { text: 'Båten er ‘helt’ tom', speaker: 'Per Vik', confidence: 0.5 },
    { text: 'helt', kind: 'scare' },
  ),
} as const
const quote = (number: number) => ({ kind: 'quote', number }) as const

describe('a citation to be read', () => {
  it('says who said what, and where it stands', () => {
    expect(asText(citationOf(FERRY, { selection: quote(0) }))).toBe(
      '«Vi snur» — Tora Lindvik (Siri Moe og Jon Ask: Ferja snudde, Havnebladet, 18. april 2018). ' +
        'https://havn.example/ferja#:~:text=Vi%20snur',
    )
  })

  it('says that a speaker is only probable, in the language of the citation', () => {
    const said = (language: 'nb' | 'en' | 'de' | 'ja'): string =>
      asText(citationOf(FERRY, { selection: quote(1), language }))
    expect(said('nb')).toMatch(/^«Båten er ‘helt’ tom» — trolig Per Vik \(/)
    expect(said('en')).toMatch(/^“Båten er ‘helt’ tom” — probably Per Vik \(/)
    expect(said('de')).toMatch(/^„Båten er ‚helt‘ tom“ — vermutlich Per Vik \(/)
    expect(said('ja')).toMatch(/^「Båten er 『helt』 tom」 — おそらく Per Vik \(/)
    for (const write of [asMarkdown, asHtml])
      expect(write(citationOf(FERRY, { selection: quote(1), language: 'en' }))).toContain('probably Per Vik')
  })

  it('names nobody for a whole paragraph, and the speaker for a part of what he said', () => {
    expect(asText(citationOf(FERRY))).toMatch(
      /^«‘Vi snur’, sa Lindvik\. ‘Båten er «helt» tom’, sa en annen\.» \(/,
    )
    const start = TEXT.indexOf('Båten er')
    expect(asText(citationOf(FERRY, { selection: { kind: 'range', start, end: start + 8 } }))).toMatch(
      /^«Båten er» — trolig Per Vik \(/,
    )
    expect(asText(citationOf(FERRY, { selection: { kind: 'range', start: 0, end: 20 } }))).toMatch(
      /^«[^—]* \(/,
    )
  })

  it('leaves out what is unknown, with everything that would join it', () => {
    const bare = { ...FERRY, title: null, author: [], publishedAt: null, url: null }
    expect(asText(citationOf(bare, { selection: quote(0) }))).toBe('«Vi snur» — Tora Lindvik (Havnebladet).')
    expect(asMarkdown(citationOf(bare, { selection: quote(0) }))).toBe(
      '«Vi snur» — Tora Lindvik (*Havnebladet*).',
    )
    expect(asHtml(citationOf(bare, { selection: quote(0) }))).toBe(
      '<blockquote lang="nb" dir="ltr">\n<p>Vi snur</p>\n</blockquote>\n<p>— <bdi>Tora Lindvik</bdi> (<bdi>Havnebladet</bdi>).</p>\n',
    )
  })

  it('says since when the words are gone, and no longer leads to them on the page', () => {
    const gone = { ...FERRY, retiredAt: '2018-05-03T09:00:00Z' }
    const permalink = 'https://sok.example/p/ferje-1'
    const text = asText(citationOf(gone, { selection: quote(0), permalink }))
    expect(text).toContain('18. april 2018; ikke lenger i artikkelen siden 3. mai 2018). ')
    expect(text).toMatch(/ https:\/\/havn\.example\/ferja https:\/\/sok\.example\/p\/ferje-1$/)
    expect(asHtml(citationOf(gone, { language: 'en' }))).toContain(
      '; no longer in the article since May 3, 2018',
    )
  })

  it('is one line, whatever the names hold', () => {
    const text = asText(citationOf({ ...FERRY, source: 'A\r\nB\u2028C\u0007D' }))
    expect(text).not.toMatch(/[\p{Cc}\u2028]/u)
  })

  it('refuses to link where no address is known', () => {
    expect(() => CITATION_WRITERS.link.write(citationOf({ ...FERRY, url: 'javascript:alert(1)' }))).toThrow(
      'No web address',
    )
  })
})

describe('Markdown', () => {
  it('takes the meaning from every character of what was published', () => {
    const markdown = asMarkdown(citationOf({ ...HOSTILE, language: 'en' }))
    const links = markdown.matchAll(/\[((?:[^\]\\]|\\.)*)\]\(([^)\s]*)\)/gu)
    const [[, title = '', address = ''] = []] = [...links]
    expect(title.replaceAll(/\\(.)/gu, '$1')).toBe(HOSTILE.title)
    expect(address.split('#')[0]).toBe('https://avis.example/a_b/%281%29?x=1&y={2}%20')
    const outside = markdown.replace(`[${title}](${address})`, '').replaceAll(/\\./gu, '')
    // what is left are the two stars around the source
    expect(outside.match(/[`*_[\]<>&~|#$\\]/gu)).toEqual(['*', '*'])
  })
})

describe('HTML', () => {
  it('quotes in a block with its address, its language and no markup of others', () => {
    const html = asHtml(citationOf(HOSTILE))
    expect(html).toContain(
      '<blockquote cite="https://avis.example/a_b/(1)?x=1&amp;y={2}%20#kommentar:~:text=',
    )
    expect(html).toContain('lang="en" dir="ltr">')
    expect(html).toContain('&lt;b&gt;tags&lt;/b&gt;')
    const tags = [...html.matchAll(/<\/?([^\s>]*)/gu)].map(([, name = '']) => name)
    expect(new Set(tags)).toEqual(new Set(['a', 'bdi', 'blockquote', 'cite', 'p', 'time']))
  })

  it('puts no marks around a block, and outer marks within', () => {
    const html = asHtml(citationOf(FERRY, { language: 'en' }))
    expect(html).toContain('<p>“Vi snur”, sa Lindvik. “Båten er ‘helt’ tom”, sa en annen.</p>')
  })
})
