import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseQuery } from '../../src/search/parse-query.ts'
import type { ReceiptClause } from '../../src/search/receipt.ts'
import {
  apiUrl,
  EMPTY_QUERY,
  exportUrl,
  facetUrl,
  pageUrl,
  readPageQuery,
} from '../../web/state/page-query.ts'
import type { PageQuery } from '../../web/state/page-query.ts'
import { monthsOf, periodOf, periodRange, periodsOf } from '../../web/state/periods.ts'
import { withFilter, withoutClause, withoutMarks } from '../../web/state/query-text.ts'
import { repairsOf, testRepairs } from '../../web/state/repairs.ts'

const readUrl = (url: string): PageQuery => readPageQuery(new URL(url, 'http://page.example').searchParams)

const defined = (query: PageQuery): Partial<PageQuery> =>
  Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined))

describe('the address', () => {
  const value = fc.string({ minLength: 1, unit: 'grapheme' })
  const values = fc.array(value, { maxLength: 3 })
  const query: fc.Arbitrary<PageQuery> = fc.record({
    q: fc.oneof(fc.constant(''), value),
    language: fc.subarray(['nb', 'zh', 'ar']),
    source: values,
    author: values,
    speaker: values,
    kind: fc.subarray(['direct', 'dash', 'scare', 'nested'] as const),
    in: fc.constantFrom('quotes' as const, 'text' as const, undefined),
    from: fc.constantFrom('2018', '2018-04-18T09:30:00+02:00', undefined),
    to: fc.constantFrom('2019-01', undefined),
    sort: fc.constantFrom('newest' as const, 'relevance' as const, undefined),
    group: fc.constantFrom('article' as const, undefined),
    prefix: fc.constantFrom('last' as const, undefined),
    cursor: fc.constantFrom('abc-_.', undefined),
    ui: fc.constantFrom('ar' as const, undefined),
  })

  it('holds the whole state, whatever was typed', () => {
    fc.assert(
      fc.property(query, state => {
        expect(defined(readUrl(pageUrl(state, { cursor: state.cursor })))).toEqual(defined(state))
      }),
    )
  })

  it('begins at the first page after every change but turning it', () => {
    const state = { ...EMPTY_QUERY, q: 'ferry', cursor: 'c' }
    expect(pageUrl(state, { sort: 'newest' })).toBe('/?q=ferry&sort=newest')
    expect(pageUrl(state, { cursor: 'd' })).toBe('/?q=ferry&cursor=d')
    expect(pageUrl(EMPTY_QUERY)).toBe('/')
  })

  it('of the API says what the page leaves open, and nothing of the interface', () => {
    expect(apiUrl({ ...EMPTY_QUERY, ui: 'ar' })).toBe('/api/search?sort=newest&group=article')
    expect(apiUrl({ ...EMPTY_QUERY, q: 'a', prefix: 'last' })).toBe(
      '/api/search?q=a&sort=relevance&group=paragraph&prefix=last',
    )
  })

  it('of a file asks for all that was found, by date', () => {
    const state: PageQuery = {
      ...EMPTY_QUERY,
      q: 'a b',
      source: ['X'],
      sort: 'relevance',
      group: 'article',
      ui: 'ar',
    }
    expect(exportUrl('csv', state)).toBe('/api/export.csv?q=a+b&source=X')
    expect(exportUrl('ndjson', { ...state, sort: 'oldest', cursor: 'c' })).toBe(
      '/api/export.ndjson?q=a+b&source=X&sort=oldest',
    )
  })

  it('of a facet leaves its own filter out', () => {
    const state: PageQuery = { ...EMPTY_QUERY, q: 'x', source: ['A'], language: ['nb'], from: '2018' }
    expect(facetUrl('source', 'B&', state)).toBe('/api/facets/source?q=B%26&language=nb&from=2018')
    expect(facetUrl('month', '', state)).toBe('/api/facets/month?language=nb&source=A')
  })
})

describe('a filter that is typed for the reader', () => {
  const name = fc
    .oneof(
      fc.string({ minLength: 1, unit: 'grapheme' }),
      fc.constantFrom(
        'The "X" Daily',
        'צה"ל',
        'L’Écho «du» soir',
        '毎日「新聞」',
        "O'Brien",
        'a "b" «c»',
        'x:y',
        '-z',
      ),
    )
    // as the index holds names: white space collapsed, no control characters, with something to read
    .map(text => text.replaceAll(/[\p{Cc}\ufffd\s]+/gu, ' ').trim())
    .filter(text => /[\p{L}\p{N}]/u.test(text))

  it('is read as it was meant, or is not offered', () => {
    fc.assert(
      fc.property(
        name,
        fc.boolean(),
        fc.constantFrom('source', 'author', 'speaker'),
        (text, isExcluded, field) => {
          const q = withFilter('ferry', { field, text, isExcluded })
          if (q === undefined) return
          const { filters, required } = parseQuery(q)
          expect(filters).toMatchObject([{ field, value: text, isExcluded }])
          expect(required.flat().map(term => term.text)).toEqual(['ferry'])
        },
      ),
    )
  })

  it('is offered for every name but one that holds all kinds of marks', () => {
    expect(withFilter('', { field: 'source', text: 'The "X"', isExcluded: true })).toBe('-source:«The "X"»')
    expect(withFilter('a', { field: 'language', text: 'nb', isExcluded: true })).toBe('a -language:nb')
    expect(withFilter('', { field: 'source', text: '"«「', isExcluded: true })).toBeUndefined()
  })
})

const word = (text: string, isExcluded = false): ReceiptClause => ({
  kind: 'word',
  text,
  inflections: true,
  prefix: false,
  typos: 0,
  isExcluded,
})
const phrase = (text: string, isExcluded = false): ReceiptClause => ({
  kind: 'phrase',
  text,
  gaps: 0,
  isExcluded,
})

describe('what was searched', () => {
  it('can be typed without one of its parts', () => {
    const source: ReceiptClause = { kind: 'filter', field: 'source', text: 'Daily "X"', isExcluded: true }
    const or: ReceiptClause = {
      kind: 'or',
      of: [
        { kind: 'phrase', text: 'a b', gaps: 0 },
        { kind: 'phrase', text: 'c', gaps: 0 },
      ],
    }
    const all = [word('ferry'), phrase('the boat', true), or, source]
    expect(withoutClause(all, word('nothing'))).toBe('ferry -"the boat" "a b" OR "c" -source:«Daily "X"»')
    expect(all.map(clause => withoutClause(all, clause))).toEqual([
      '-"the boat" "a b" OR "c" -source:«Daily "X"»',
      'ferry "a b" OR "c" -source:«Daily "X"»',
      'ferry -"the boat" -source:«Daily "X"»',
      'ferry -"the boat" "a b" OR "c"',
    ])
  })

  it('can be typed without its quotation marks', () => {
    expect(withoutMarks([phrase('it was [Clinton] … OR -left'), phrase('not me', true)])).toBe(
      'it was Clinton left -"not me"',
    )
  })
})

describe('repairs', () => {
  const none = { value: 0, relation: 'exact' } as const
  const some = { value: 3, relation: 'exact' } as const
  const answerOf = (clauses: readonly ReceiptClause[], paragraphs: typeof none | typeof some = none) => ({
    total: { paragraphs, articles: paragraphs },
    receipt: { clauses, notes: [], repairs: [] },
  })

  it('are looked for only where nothing was found', () => {
    expect(repairsOf({ ...EMPTY_QUERY, q: 'a b' }, answerOf([word('a'), word('b')], some))).toEqual([])
    expect(repairsOf({ ...EMPTY_QUERY, q: 'a' }, answerOf([word('a')]))).toEqual([])
  })

  it('leave out a filter, the marks, the zone, or one part', () => {
    const query: PageQuery = {
      ...EMPTY_QUERY,
      q: 'a "b c"',
      in: 'quotes',
      source: ['X'],
      cursor: 'z',
      prefix: 'last',
    }
    const repairs = repairsOf(query, answerOf([word('a'), phrase('b c')]))
    expect(repairs.map(({ query: repaired }) => pageUrl(repaired))).toEqual([
      '/?q=a+%22b+c%22',
      '/?q=a+%22b+c%22&source=X',
      '/?q=a+b+c&source=X&in=quotes',
      '/?q=%22b+c%22&source=X&in=quotes',
      '/?q=a&source=X&in=quotes',
    ])
  })

  it('are offered only when they were tried and find something, with what they find', async () => {
    const repairs = repairsOf({ ...EMPTY_QUERY, q: 'a b c' }, answerOf([word('a'), word('b'), word('c')]))
    const offers = await testRepairs(repairs, ({ q }) =>
      Promise.resolve(
        q === 'a b'
          ? { paragraphs: some, articles: some }
          : q === 'a c'
            ? undefined
            : { paragraphs: none, articles: none },
      ),
    )
    expect(offers.map(({ query, total }) => [query.q, total.paragraphs.value])).toEqual([['a b', 3]])
  })
})

describe('periods', () => {
  it('are months without a gap, and years where these are too many', () => {
    expect(
      periodsOf([
        { value: '2018-11', count: 2 },
        { value: '2019-02', count: 1 },
      ]),
    ).toEqual([
      { period: '2018-11', count: 2 },
      { period: '2018-12', count: 0 },
      { period: '2019-01', count: 0 },
      { period: '2019-02', count: 1 },
    ])
    expect(
      periodsOf([
        { value: '2015-05', count: 2 },
        { value: '2018-06', count: 1 },
        { value: '2018-07', count: 3 },
      ]),
    ).toEqual([
      { period: '2015', count: 2 },
      { period: '2016', count: 0 },
      { period: '2017', count: 0 },
      { period: '2018', count: 4 },
    ])
    expect(
      periodsOf([
        { value: '0999-12', count: 1 },
        { value: '2018-06', count: 1 },
      ]).map(({ period }) => period),
    ).toEqual(['0999', '2018'])
    expect(periodsOf([])).toEqual([])
  })

  it('keep what they count', () => {
    const months = fc.uniqueArray(
      fc.record({
        value: fc
          .tuple(fc.integer({ min: 1900, max: 2030 }), fc.integer({ min: 1, max: 12 }))
          .map(([year, month]) => `${year}-${String(month).padStart(2, '0')}`),
        count: fc.integer({ min: 1, max: 9 }),
      }),
      { selector: ({ value }) => value },
    )
    const sum = (counts: readonly { readonly count: number }[]): number =>
      counts.reduce((total, { count }) => total + count, 0)
    fc.assert(
      fc.property(months, values => {
        expect(sum(periodsOf(values))).toBe(sum(values))
      }),
    )
  })

  it('are ranges of dates and are known again', () => {
    expect(periodRange('2018-12')).toEqual({ from: '2018-12', to: '2019-01' })
    expect(periodRange('2018')).toEqual({ from: '2018', to: '2019' })
    expect(periodRange('2018-13')).toBeUndefined()
    expect(periodOf('2018-12', '2019-01')).toBe('2018-12')
    expect(periodOf('2018-12', '2019-02')).toBeUndefined()
    expect(periodOf('2018', '2019')).toBe('2018')
    expect(
      monthsOf('2018', [
        { value: '2018-02', count: 1 },
        { value: '2017-01', count: 1 },
      ]),
    ).toEqual([{ period: '2018-02', count: 1 }])
  })
})
