import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { STEMMED_LANGUAGES, type Language } from '../../src/domain/language.ts'
import type { Clause } from '../../src/domain/query.ts'
import { phraseClause, withPrefix, wordClauses } from '../../src/text/clauses.ts'
import { createMatcher } from '../../src/text/match.ts'

const found = (text: string, query: Clause | undefined, language: Language = 'nb'): string[] =>
  createMatcher(query)(text, language).spans.map(span => text.slice(span.start, span.end))

const words = (typed: string): Clause => ({ kind: 'and', of: wordClauses(typed, STEMMED_LANGUAGES) })

describe('a word', () => {
  const text = 'Toppmøtet i Nord-Korea: «møtet» mellom Kim Jong-un og Trumps folk, på l’eau, 1 000 menn.'

  it('finds its inflected forms in the language of the paragraph, and only there', () => {
    expect(found(text, words('toppmøte'))).toEqual(['Toppmøtet'])
    expect(found(text, words('toppmøte'), 'en')).toEqual([])
    expect(createMatcher(words('toppmøter'))(text, 'nb').spans[0]?.kind).toBe('inflected')
    expect(createMatcher(words('TOPPMØTET'))(text, 'nb').spans[0]?.kind).toBe('asTyped')
  })

  it('that joins several tokens finds them side by side', () => {
    expect(found(text, words('Jong-un'))).toEqual(['Jong-un'])
    expect(found('Jong og un', words('Jong-un'))).toEqual([])
    expect(found('Jongun', words('Jong-un'))).toEqual(['Jongun'])
    expect(found(text, words('eau'))).toEqual(['eau'])
    expect(found(text, words('1,000'))).toEqual(['1 000'])
  })

  it('matches by prefix only when asked to', () => {
    expect(found(text, words('kore'))).toEqual([])
    expect(found(text, withPrefix(wordClauses('kore', [])[0] ?? words('x')))).toEqual(['Korea'])
  })

  it('stands in for a near one only when the engine repaired it', () => {
    const [clause] = wordClauses('Korae', [])
    const query: Clause = { kind: 'word', terms: ['korae'], stems: [], edits: 1 }
    expect(clause).toBeDefined()
    expect(createMatcher(query)(text, 'nb').matches).toBe(false)
    const repaired = createMatcher(query, [{ term: 'korae', replacements: ['korea'] }])(text, 'nb')
    expect(repaired.spans).toMatchObject([{ kind: 'typo', start: 17, end: 22 }])
  })

  it('in Chinese is found inside a run, one character as well', () => {
    expect(found('他在北京大学读书', words('北京'), 'zh')).toEqual(['北京'])
    expect(found('他在北京大学读书', words('学'), 'zh')).toEqual(['学'])
    expect(found('東京、都内', words('京都'), 'ja')).toEqual([])
  })
})

describe('a phrase', () => {
  const text = 'De sa at det var samtaler på «ekstremt høyt nivå», men ikke mellom Trump og Kim.'

  it('is contiguous, whatever punctuation stands between', () => {
    expect(found(text, phraseClause('samtaler på ekstremt'))).toEqual(['samtaler på «ekstremt'])
    expect(found(text, phraseClause('nivå men ikke'))).toEqual(['nivå», men ikke'])
    expect(found(text, phraseClause('samtaler ekstremt'))).toEqual([])
    expect(found(text, phraseClause('samtale på'))).toEqual([])
  })

  it('has gaps of up to thirty words where it says …', () => {
    expect(found(text, phraseClause('samtaler … nivå'))).toEqual(['samtaler på «ekstremt høyt nivå'])
    expect(found(`a ${'x '.repeat(30)}b`, phraseClause('a…b'))).toHaveLength(1)
    expect(found(`a ${'x '.repeat(31)}b`, phraseClause('a…b'))).toHaveLength(0)
    expect(found('a b c a d', phraseClause('a … d'))).toEqual(['a b c a d', 'a d'])
  })

  it('may go on in a text without spaces', () => {
    expect(found('創立50周年を祝う', phraseClause('50周'), 'ja')).toEqual(['50周'])
    expect(found('創立50周年を祝う', phraseClause('立50周年を'), 'ja')).toEqual(['立50周年を'])
  })

  it('of many gaps does not take for ever', () => {
    const many = phraseClause(Array.from({ length: 30 }, () => 'a').join('…') + '…z')
    expect(found('a '.repeat(2000), many)).toEqual([])
  })

  it('with a step that may be missing is found with it and without it', () => {
    const optional: Clause = {
      kind: 'phrase',
      steps: [
        { term: 'mellom', maxGap: 0 },
        { term: 'donald', maxGap: 0, optional: true },
        { term: 'trump', maxGap: 0 },
      ],
    }
    expect(found(text, optional)).toEqual(['mellom Trump'])
    expect(found('mellom Donald Trump', optional)).toEqual(['mellom Donald Trump'])
    expect(found('mellom herr Trump', optional)).toEqual([])
  })
})

describe('exclusion and alternatives', () => {
  it('are decided as they read', () => {
    const [kim, trump] = [words('kim'), words('trump')]
    expect(createMatcher({ kind: 'or', of: [kim, trump] })('Kim', 'en').matches).toBe(true)
    expect(createMatcher({ kind: 'and', of: [kim, trump] })('Kim', 'en').matches).toBe(false)
    expect(createMatcher({ kind: 'and', of: [kim, { kind: 'not', of: trump }] })('Kim', 'en').matches).toBe(
      true,
    )
    const both = createMatcher({ kind: 'and', of: [kim, { kind: 'not', of: trump }] })('Kim, Trump', 'en')
    expect(both.matches).toBe(false)
    expect(both.spans).toHaveLength(1)
  })
})

describe('Han, kana and Thai', () => {
  const alphabets = {
    zh: '的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动',
    ja: 'のにはをたがでてと日本東京大学人々年カタガギパタワーっょ',
    th: 'กขคงจฉชซญดตถทธนบปพมยรลวสหอฮะาิีึืุูเแโใไ่้๊๋็์ำ',
  } as const
  for (const language of ['zh', 'ja', 'th'] as const) {
    it(`${language}: every substring of a text is found as a phrase, exactly where it stands`, () => {
      const characters = Array.from(alphabets[language])
      const text = fc
        .array(fc.constantFrom(...characters, '、', ' ', 'AI', '50'), { minLength: 4, maxLength: 30 })
        .map(pieces => pieces.join('').normalize('NFC'))
      fc.assert(
        fc.property(text, fc.nat(), fc.nat(), (whole, from, length) => {
          const runs = whole.match(/[^、 AI50]+/gu) ?? []
          for (const run of runs) {
            const points = Array.from(run)
            const start = from % points.length
            const part = points.slice(start, start + 1 + (length % (points.length - start))).join('')
            const spans = createMatcher(phraseClause(part))(whole, language).spans
            const places = [...whole.matchAll(new RegExp(`(?=${part})`, 'gu'))].map(match => match.index)
            expect(spans.map(span => span.start)).toEqual(places.filter(place => place >= 0))
            for (const span of spans) expect(whole.slice(span.start, span.end)).toBe(part)
          }
        }),
        { seed: 20261122, numRuns: 2000 },
      )
    })
  }
})
