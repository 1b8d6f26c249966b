import { readFileSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { LANGUAGES } from '../../src/domain/language-table.ts'
import type { MessageKey } from '../../web/i18n/catalogue.ts'
import { CATALOGUES, readerOf } from '../../web/i18n/catalogues.ts'
import { directionOf } from '../../web/i18n/direction.ts'
import { en } from '../../web/i18n/en.ts'
import { chooseUi, UI_LANGUAGES } from '../../web/i18n/ui-language.ts'

const KEYS = Object.keys(en) as MessageKey[]
const OTHERS = UI_LANGUAGES.filter(ui => ui !== 'en')

const formsOf = (message: string | Readonly<Record<string, string>>): string[] =>
  typeof message === 'string' ? [message] : Object.values(message)

const placeholdersOf = (text: string): string[] =>
  [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '').sort()

describe.each(UI_LANGUAGES)('the catalogue %s', ui => {
  const catalogue = CATALOGUES[ui]

  it('has every message, and no other', () => {
    expect(Object.keys(catalogue).sort()).toEqual([...KEYS].sort())
    const empty = KEYS.filter(key =>
      formsOf(catalogue[key]).some(form => form.trim() === '' && key !== 'list.comma'),
    )
    expect(empty).toEqual([])
  })

  it('wants the same values as the English one', () => {
    for (const key of KEYS) {
      const [expected = []] = formsOf(en[key]).map(placeholdersOf)
      for (const form of formsOf(catalogue[key])) {
        // a dual or a singular may be a number by itself
        const wanted = expected.filter(name => name !== 'count' || form.includes('{count}'))
        expect(placeholdersOf(form), `${key}: ${form}`).toEqual(wanted)
      }
    }
  })

  it('has a form for every plural of the language', () => {
    const { pluralCategories } = new Intl.PluralRules(ui).resolvedOptions()
    for (const key of KEYS) {
      const message = catalogue[key]
      if (typeof message === 'string') continue
      expect(Object.keys(message).sort(), key).toEqual([...pluralCategories].sort())
      expect(message.other, key).toContain('{count}')
    }
  })
})

describe.each(OTHERS)('the catalogue %s', ui => {
  it('is a translation and no copy', () => {
    const same = KEYS.filter(key => JSON.stringify(CATALOGUES[ui][key]) === JSON.stringify(en[key]))
    // examples of the query language, names of fields and words that are the same in both
    const allowed =
      /^(list\.|results\.totals|help\.(dates|quotes)\.example|facet\.source|chips\.label|hit\.original|field\.in|paging\.label|marks)/
    expect(same.filter(key => !allowed.test(key))).toEqual([])
  })
})

describe('messages', () => {
  it('are all used', () => {
    const folder = fileURLToPath(new URL('../../web', import.meta.url))
    const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter(name => name.endsWith('.ts') && !name.includes('i18n'))
      .map(name => readFileSync(`${folder}/${name}`, 'utf8'))
      .join('\n')
    const own = new Set(['language.unknown', 'marks'])
    expect(KEYS.filter(key => !sources.includes(`'${key}'`) && !own.has(key))).toEqual([])
  })

  it('count in the plurals of their language', () => {
    const said = (ui: string, count: number): string =>
      readerOf(undefined, ui).plain('count.paragraphs', { count })
    expect([0, 1, 2, 3, 11, 100].map(count => said('ar', count))).toEqual([
      'لا فقرات',
      'فقرة واحدة',
      'فقرتان',
      '3 فقرات',
      '11 فقرة',
      '100 فقرة',
    ])
    expect([0, 1, 2].map(count => said('fr', count))).toEqual([
      '0 paragraphe',
      '1 paragraphe',
      '2 paragraphes',
    ])
    expect([0, 1, 1234].map(count => said('de', count))).toEqual(['0 Absätze', '1 Absatz', '1.234 Absätze'])
  })

  it('say how sure a number is, also where the form is a number by itself', () => {
    const said = (ui: string, value: number, relation: 'atLeast' | 'approximate'): string =>
      readerOf(undefined, ui).plain('count.paragraphs', { count: { value, relation } })
    expect(said('en', 2000, 'atLeast')).toBe('≥\u202f2,000 paragraphs')
    expect(said('en', 1, 'approximate')).toBe('≈\u202f1 paragraph')
    expect(said('ar', 2, 'atLeast')).toBe('≥\u202f2 فقرة')
  })

  it('escape what is put into them, but for what is markup already', () => {
    const reader = readerOf('en')
    const name = '<script>alert(1)</script> & {count} {name}'
    expect(reader.say('speaker.saidBy', { name }).markup).toBe(
      'Said by &lt;script&gt;alert(1)&lt;/script&gt; &amp; {count} {name}',
    )
    expect(reader.say('speaker.saidBy', { name: reader.say('speaker.probably', { name: '<' }) }).markup).toBe(
      'Said by probably &lt;',
    )
    expect(reader.plain('facets.exclude', { value: '<' })).toBe('Exclude <')
  })
})

describe('a reader', () => {
  it.each([
    [undefined, undefined, 'en', 'en'],
    ['ja, en;q=0.5', undefined, 'en', 'en'],
    ['ja', undefined, 'en', 'en'],
    ['nn-NO, en', undefined, 'nb', 'nb-NO'],
    ['no', undefined, 'nb', 'nb'],
    ['fr-CA;q=0.3, es-MX', undefined, 'es', 'es-MX'],
    ['de-AT', 'ar', 'ar', 'ar'],
    ['de-AT, ar-EG;q=0.1', 'ar', 'ar', 'ar-EG'],
    ['de', 'klingon', 'de', 'de'],
    ['de', ['ar', 'fr'], 'de', 'de'],
  ])('of Accept-Language %j and ?ui=%j reads %s as in %s', (header, chosen, ui, locale) => {
    expect(chooseUi(chosen, header)).toMatchObject({ ui, locale })
  })

  it('goes on in the language that was chosen in the address', () => {
    expect(readerOf('de', 'fr').href('/check')).toBe('/check?ui=fr')
    expect(readerOf('de', 'fr').href('/p/x?y=1')).toBe('/p/x?y=1&ui=fr')
    expect(readerOf('de').href('/check')).toBe('/check')
  })

  it('reads Arabic from right to left, and the rest from left to right', () => {
    expect(UI_LANGUAGES.filter(ui => readerOf(undefined, ui).direction === 'rtl')).toEqual(['ar'])
  })
})

it('knows the direction of every language as the table does, where that is certain', () => {
  for (const { tag, direction } of LANGUAGES) {
    if (directionOf(tag) !== 'auto') expect(directionOf(tag), tag).toBe(direction)
  }
  expect(LANGUAGES.filter(({ direction, tag }) => direction === 'rtl' && directionOf(tag) === 'ltr')).toEqual(
    [],
  )
})
