import { describe, expect, it } from 'vitest'
import {
  isLanguage,
  languageEntry,
  LANGUAGES,
  parseLanguage,
  STEMMED_LANGUAGES,
} from '../../src/domain/language.ts'

describe('the closed list', () => {
  const known = LANGUAGES.filter(({ tag }) => tag !== 'und')

  it('names each language once', () => {
    for (const key of ['tag', 'iso6393', 'english', 'own'] as const) {
      const values = LANGUAGES.map(entry => entry[key])
      expect(new Set(values).size, key).toBe(values.length)
    }
  })

  it.each(known.map(entry => [entry.tag, entry] as const))('agrees with Unicode about %s', (tag, entry) => {
    expect(new Intl.Locale(tag).maximize().script).toBe(entry.script)
    expect(entry.direction).toBe(['Arab', 'Hebr'].includes(entry.script) ? 'rtl' : 'ltr')
    // Filipino is what Unicode makes of Tagalog; every other tag is canonical as it stands.
    expect(Intl.getCanonicalLocales(tag)[0]).toBe(tag === 'tl' ? 'fil' : tag)
    expect(Intl.getCanonicalLocales(entry.iso6393)[0]).toBe(tag === 'tl' ? 'fil' : tag)
  })

  it('ends with the unknown language', () => {
    expect(LANGUAGES.at(-1)?.tag).toBe('und')
    expect(isLanguage('und')).toBe(true)
    expect(isLanguage('no')).toBe(false)
    expect(isLanguage('constructor')).toBe(false)
  })

  it('knows which languages have a stemmer', () => {
    expect(STEMMED_LANGUAGES).toHaveLength(32)
    expect(STEMMED_LANGUAGES).toContain('nn')
    expect(STEMMED_LANGUAGES).not.toContain('pl')
    expect(languageEntry('ga').hasStemmer).toBe(true)
  })
})

describe('parseLanguage', () => {
  it.each([
    ['en', ['en']],
    ['EN', ['en']],
    ['en-GB', ['en']],
    ['zh-Hant-TW', ['zh']],
    ['pt_BR', ['pt']],
    ['nb-NO', ['nb']],
    ['nob', ['nb']],
    ['no', ['nb', 'nn']],
    ['nor', ['nb', 'nn']],
    ['no-NO', ['nb', 'nn']],
    ['norsk', ['nb', 'nn']],
    ['norsk bokmål', ['nb']],
    ['Norwegian Nynorsk', ['nn']],
    ['sh', ['hr', 'sr', 'bs']],
    ['sr-Latn', ['sr']],
    ['iw', ['he']],
    ['in', ['id']],
    ['ger', ['de']],
    ['deu', ['de']],
    ['cmn', ['zh']],
    ['fil', ['tl']],
    ['  Français ', ['fr']],
    ['francais', ['fr']],
    ['ΕΛΛΗΝΙΚΆ', ['el']],
    ['日本語', ['ja']],
    ['हिन्दी', ['hi']],
    ['und', ['und']],
  ])('reads %s', (value, languages) => {
    expect(parseLanguage(value)).toEqual({ ok: true, languages })
  })

  it.each(LANGUAGES.map(entry => [entry.tag, entry] as const))(
    'reads every code and name of %s',
    (tag, entry) => {
      for (const value of [tag, entry.iso6393, entry.english, entry.own]) {
        expect(parseLanguage(value), value).toEqual({ ok: true, languages: [tag] })
      }
    },
  )

  it.each([
    ['englsh', 'en'],
    ['frensh', 'fr'],
    ['Deutch', 'de'],
    ['swedsh', 'sv'],
    ['jp', 'ja'],
    ['gr', 'el'],
    ['dk', 'da'],
    ['cz', 'cs'],
    ['ua', 'uk'],
  ])('offers the near ones for %s', (value, nearest) => {
    const parsed = parseLanguage(value)
    expect(parsed.ok).toBe(false)
    if (!parsed.ok) {
      expect(parsed.near[0]).toBe(nearest)
      expect(parsed.near.length).toBeLessThanOrEqual(3)
    }
  })

  it.each(['', ' ', 'klingon', '🙂', '-', 'en-', '-en', 'toString', '__proto__', 'x'.repeat(100_000)])(
    'refuses %#: what is no language and like none',
    value => {
      expect(parseLanguage(value).ok).toBe(false)
    },
  )
})
