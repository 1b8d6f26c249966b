import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { QUOTE_KINDS } from '../../src/domain/paragraph.ts'
import type { Quote } from '../../src/domain/paragraph.ts'
import type { AnswerHit, SearchAnswer } from '../../src/search/answer.ts'
import { quotedParts } from '../../src/search/answer-paragraph.ts'
import { readerOf } from '../../web/i18n/catalogues.ts'
import { UI_LANGUAGES } from '../../web/i18n/ui-language.ts'
import { EMPTY_QUERY } from '../../web/state/page-query.ts'
import { documentOf } from '../../web/views/document.ts'
import { elementId } from '../../web/views/element-id.ts'
import { errorPage } from '../../web/views/error-page.ts'
import { searchPage } from '../../web/views/search-page.ts'
import { shortened } from '../../web/views/shortened.ts'
import { speechParts } from '../../web/views/speech-parts.ts'

const hit = (id: string, change: Partial<AnswerHit> = {}): AnswerHit => ({
  id,
  articleId: id.split('-')[0] ?? '',
  position: 1,
  kind: 'text',
  language: 'en',
  articleLanguage: 'en',
  source: 'The Marlwick Ledger',
  title: 'Ferry aground',
  author: [],
  publishedAt: '2024-03-11T00:00:00Z',
  url: null,
  permalink: `/p/${id}`,
  text: `The ferry of ${id}.`,
  quotes: [],
  highlight: [{ text: `The ferry of ${id}.`, isMatch: false }],
  snippet: [{ text: `The ferry of ${id}.`, isMatch: false }],
  match: 'asTyped',
  coverage: 1,
  spans: [],
  score: 1,
  moreInArticle: 0,
  ...change,
})

const answer = (hits: readonly AnswerHit[], change: Partial<SearchAnswer> = {}): SearchAnswer => ({
  total: {
    paragraphs: { value: hits.length, relation: 'exact' },
    articles: { value: 1, relation: 'exact' },
  },
  hits,
  partial: [],
  facets: {},
  receipt: { clauses: [], notes: [], repairs: [] },
  degraded: false,
  nextCursor: null,
  tookMs: 1,
  ...change,
})

const rendered = (page: SearchAnswer, ui = 'en'): string => {
  const reader = readerOf(undefined, ui)
  const parts = searchPage({ query: { ...EMPTY_QUERY, q: 'ferry' }, answer: page, reader })
  return documentOf(parts, reader).replaceAll(/\s+/g, ' ')
}

describe('results', () => {
  it('stand under their article, in order of its best paragraph', () => {
    const page = rendered(answer([hit('a-1'), hit('b-1'), hit('a-2'), hit('a-3')]))
    const order = [...page.matchAll(/id="hits-([ab](?:-\d)?)"/g)].map(([, id]) => id)
    expect(order).toEqual(['a', 'a-1', 'a-2', 'a-3', 'b', 'b-1'])
    expect(page).toContain('<summary>2 more in this article</summary>')
  })

  it('count what is folded as what is on this page, where there is another one', () => {
    const page = rendered(answer([hit('a-1'), hit('a-2')], { nextCursor: 'next' }))
    expect(page).toContain('<summary>1 more in this article on this page</summary>')
  })

  it('mark what was found in the title, and say what was found below it', () => {
    const title = hit('a-0', {
      kind: 'title',
      snippet: [
        { text: 'Ferry', isMatch: true },
        { text: ' aground', isMatch: false },
      ],
    })
    const page = rendered(answer([title, hit('a-1', { match: 'inflected' })]))
    expect(page).toMatch(/<h2><a [^>]*><mark>Ferry<\/mark> aground<\/a><\/h2>/)
    expect(page).toContain('<span class="label">in another form</span>')
    expect(page).not.toContain('<summary>1 more')
  })

  it('say how sure a number is', () => {
    const total = {
      paragraphs: { value: 2000, relation: 'atLeast' },
      articles: { value: 30, relation: 'approximate' },
    } as const
    const heading = (ui: string): string | undefined =>
      // a thin space is white space to the test, not to the page
      /<h1>(.*?)<\/h1>/.exec(rendered(answer([hit('a-1')], { total }), ui))?.[1]
    expect(heading('en')).toBe('≥ 2,000 paragraphs in ≈ 30 articles')
    expect(heading('de')).toBe('≥ 2.000 Absätze in ≈ 30 Artikeln')
  })
})

describe('an error', () => {
  it('leads to the first page in the language that was chosen, whatever failed', () => {
    const problem = { status: 400, code: 'invalid_request', detail: '' } as const
    const page = errorPage({ problem, retry: '/check?ui=ar', reader: readerOf(undefined, 'ar') })
    expect(page.main.markup).toContain('href="/?ui=ar"')
    const unchosen = errorPage({ problem, retry: '/check', reader: readerOf('ar') })
    expect(unchosen.main.markup).toContain('href="/"')
  })
})

describe('every language', () => {
  it.each(UI_LANGUAGES)('%s has a whole page, in its direction', ui => {
    const page = rendered(answer([hit('a-1')]), ui)
    expect(page).toContain(`<html lang="${ui}" dir="${ui === 'ar' ? 'rtl' : 'ltr'}">`)
    expect(page).not.toMatch(/undefined|\{\w+\}|\[object/)
  })
})

describe('parts of a text that was not searched', () => {
  it('are those that the service makes', () => {
    const quotes = fc
      .array(fc.record({ a: fc.nat(40), b: fc.nat(40), kind: fc.constantFrom(...QUOTE_KINDS) }), {
        maxLength: 6,
      })
      .map(ranges =>
        ranges
          .map(({ a, b, kind }): Quote => {
            const [start, end] = [Math.min(a, b), Math.max(a, b)]
            return { start, end, text: '', kind, confidence: 1 }
          })
          .filter(({ start, end }) => end > start)
          .sort((x, y) => x.start - y.start || y.end - x.end),
      )
    const text = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'
    fc.assert(
      fc.property(quotes, some => {
        expect(speechParts(text, some)).toEqual(quotedParts(text, some))
      }),
    )
  })
})

describe('small things', () => {
  it('shorten what was typed by characters', () => {
    expect(shortened('x'.repeat(40))).toBe('x'.repeat(40))
    expect(shortened('🚢'.repeat(41))).toBe(`${'🚢'.repeat(39)}…`)
  })

  it('give elements ids that differ where values do', () => {
    const values = ['a b', 'a_b', 'a-b', 'a_20b', 'ä', '東京', '<script>', '"']
    const ids = values.map(value => elementId('source', value))
    expect(new Set(ids).size).toBe(values.length)
    for (const id of ids) expect(id).toMatch(/^[\w-]+$/)
  })
})
