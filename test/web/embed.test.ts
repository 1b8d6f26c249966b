import { describe, expect, it } from 'vitest'
import { ATTRIBUTES } from '../../web/embed/attributes.ts'
import { boxPath, boxQuery } from '../../web/embed/box-query.ts'
import { endpointOf, homeOf } from '../../web/embed/endpoint.ts'
import { boxReader } from '../../web/embed/reader-of.ts'
import { boxView } from '../../web/embed/views/box.ts'
import type { Box } from '../../web/embed/views/box.ts'
import { pageUrl } from '../../web/state/page-query.ts'

const reader = (ui: Parameters<typeof boxReader>[0]['ui'] = '', lang?: string, languages = ['en']) =>
  boxReader({ ui, lang, languages })

describe('attributes of the box', () => {
  it.each([
    [null, []],
    ['', []],
    ['en', ['en']],
    [' en , nb,', ['en', 'nb']],
    ['The Daily X, Ferry Times', ['The Daily X', 'Ferry Times']],
    ['["Ledger, The", "X"]', ['Ledger, The', 'X']],
    ['["a", 1, null]', ['a']],
    ['[not json, x]', ['[not json', 'x]']],
    ['{"a": 1}', ['{"a": 1}']],
  ])('list %j is %j', (given, expected) => {
    expect(ATTRIBUTES.source.read(given)).toEqual(expected)
  })

  it.each([[[]], [['en']], [['en', 'nb']], [['Ledger, The', 'X']], [['[x]']], [['[', 'b,c']]])(
    'list %j survives being written',
    values => {
      expect(ATTRIBUTES.source.read(ATTRIBUTES.source.write(values) ?? null)).toEqual(values)
    },
  )

  it.each([
    [null, 6],
    ['', 6],
    ['3', 3],
    ['0', 1],
    ['999', 20],
    ['-2', 6],
    ['1e1', 6],
    ['many', 6],
  ])('limit %j is %j', (given, expected) => {
    expect(ATTRIBUTES.limit.read(given)).toBe(expected)
  })

  it('fall back to what goes without saying', () => {
    expect(ATTRIBUTES.openIn.read('window')).toBe('page')
    expect(ATTRIBUTES.openIn.read('tab')).toBe('tab')
    expect(ATTRIBUTES.in.read('titles')).toBe('')
    expect(ATTRIBUTES.in.read('quotes')).toBe('quotes')
    expect(ATTRIBUTES.ui.read('ja')).toBe('')
    expect(ATTRIBUTES.ui.read('ar')).toBe('ar')
    expect(ATTRIBUTES.in.write('')).toBeUndefined()
  })
})

describe('the address of the service', () => {
  it.each([
    ['https://search.example', 'https://search.example'],
    ['https://search.example/', 'https://search.example'],
    ['https://search.example/paragraf/?x=1#y', 'https://search.example/paragraf'],
    ['/search/', 'https://site.example/search'],
    ['//other.example', 'https://other.example'],
    ['https://user:secret@search.example', 'https://search.example'],
    ['javascript:alert(1)', undefined],
    ['data:text/html,x', undefined],
    ['https://', undefined],
  ])('%s is %s', (given, expected) => {
    expect(endpointOf(given, 'https://site.example/page.html')).toBe(expected)
  })

  it('is where the script came from, also below a path', () => {
    expect(homeOf('https://search.example/embed.js?v=2')).toBe('https://search.example/')
    expect(homeOf('https://example.org/paragraf/embed.js')).toBe('https://example.org/paragraf/')
  })
})

describe('what is asked', () => {
  const settings = {
    language: ['en', 'nb'],
    source: ['The Daily X'],
    author: [],
    speaker: ['Ann Example'],
    kind: ['direct'],
    in: 'quotes',
  } as const

  it('of the API is one hit an article, with all filters', () => {
    const query = boxQuery('ferry & boat', { ...settings, reader: reader() })
    const typing = new URLSearchParams(boxPath(query, { isTyping: true, limit: 4 }).split('?')[1])
    expect([...typing]).toEqual([
      ['q', 'ferry & boat'],
      ['language', 'en'],
      ['language', 'nb'],
      ['source', 'The Daily X'],
      ['speaker', 'Ann Example'],
      ['kind', 'direct'],
      ['in', 'quotes'],
      ['sort', 'relevance'],
      ['group', 'article'],
      ['prefix', 'last'],
      ['limit', '4'],
    ])
    expect(boxPath(query, { isTyping: false, limit: 4 })).not.toContain('prefix')
  })

  it('of the page is the same, in the language of the box where the page would choose another', () => {
    const query = (ui: Parameters<typeof reader>[0], languages: string[]) =>
      pageUrl(
        boxQuery('ferry', {
          ...settings,
          language: [],
          source: [],
          speaker: [],
          kind: [],
          in: '',
          reader: reader(ui, 'fr', languages),
        }),
      )
    expect(query('de', ['en'])).toBe('/?q=ferry&ui=de')
    expect(query('', ['en'])).toBe('/?q=ferry&ui=fr')
    expect(query('', ['fr-CH', 'en'])).toBe('/?q=ferry')
  })
})

describe('the language of the box', () => {
  it.each([
    ['de', 'fr', ['en'], 'de', 'de'],
    ['', 'fr', ['en'], 'fr', 'fr'],
    ['', 'en', ['de', 'en-GB'], 'en', 'en-GB'],
    ['', 'de-AT', ['de-DE'], 'de', 'de-AT'],
    ['', 'ja', ['es-MX'], 'es', 'es-MX'],
    ['', undefined, ['ja'], 'en', 'en'],
    ['', 'no', ['en'], 'nb', 'nb'],
    ['', '"><script>', ['en'], 'en', 'en'],
  ] as const)(
    'told %j, among %j, in a browser of %j is %s as in %s',
    (ui, lang, languages, expected, locale) => {
      const chosen = boxReader({ ui, lang, languages })
      expect([chosen.ui, chosen.locale]).toEqual([expected, locale])
    },
  )
})

describe('the view of the box', () => {
  const EVIL = '"><img src=x onerror=alert(1)>'
  const box: Box = {
    typed: EVIL,
    label: EVIL,
    placeholder: EVIL,
    shown: { kind: 'problem', problem: { status: 500, code: 'internal', detail: EVIL } },
    isOpen: true,
    isBusy: false,
    status: EVIL,
    reader: reader(),
    endpoint: 'https://search.example',
    openIn: 'page',
  }

  it('escapes whatever is put into it', () => {
    const { markup } = boxView(box)
    expect(markup).not.toContain('<img')
    expect(markup.split('&lt;img').length - 1).toBe(6)
  })

  it('needs no style and no script of its own, which a policy might forbid', () => {
    const plain = {
      ...box,
      typed: 'ferry',
      label: '',
      placeholder: '',
      status: '',
      shown: { kind: 'nothing' },
    } as const
    expect(boxView(plain).markup).not.toMatch(/\sstyle=|\son[a-z]+=|<style|<script|javascript:/)
  })
})
