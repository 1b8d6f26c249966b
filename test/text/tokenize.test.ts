import { describe, expect, it } from 'vitest'
import { runsOf } from '../../src/text/scripts.ts'
import { splitWords } from '../../src/text/split-words.ts'
import { termsOf, tokenize } from '../../src/text/tokenize.ts'
import { readCases } from '../case-file.ts'

describe('tokens', () => {
  for (const { line, input, expected } of readCases('tokens.txt')) {
    it(`tokens.txt:${line} ${JSON.stringify(input)}`, () => {
      expect(
        tokenize(input)
          .map(token => token.term)
          .join('|'),
      ).toBe(expected)
    })
  }

  it('stand at offsets of the original text', () => {
    const text = 'L’été à Łódź: ﬁn de 1 000 négociations, 東京タワーと𠮷野家。น้ำท่วม ½'
    for (const token of tokenize(text)) {
      const raw = text.slice(token.start, token.end)
      const terms = tokenize(raw).map(one => one.term)
      expect(terms, raw).toContain(token.term)
    }
  })

  it('of n-grams tell where their first character ends', () => {
    const [first] = tokenize('東京都')
    expect(first).toMatchObject({ start: 0, end: 2, firstEnd: 1 })
  })

  it('cover letters that fold to several, and marks that fold away', () => {
    expect(tokenize('x ß y')[1]).toMatchObject({ term: 'ss', start: 2, end: 3 })
    expect(tokenize('cafe\u0301 x')[0]).toMatchObject({ term: 'cafe', start: 0, end: 5 })
    const kana = tokenize('ｶﾞｷﾞ')
    expect(kana.map(({ term, start, end }) => ({ term, start, end }))).toEqual([
      { term: 'ガギ', start: 0, end: 4 },
      { term: 'ギ', start: 2, end: 4 },
    ])
  })

  it('are the same with and without a character beyond the basic plane in the text', () => {
    const text = 'Kim Jong-un møtte 1 000 menn i 東京, «på ekstremt høyt nivå»'
    const plain = splitWords(text).map(word => word.raw)
    expect(splitWords(`${text} 😀`).map(word => word.raw)).toEqual(plain)
    expect(splitWords(`😀 ${text}`).map(word => word.raw)).toEqual(plain)
  })

  it('are the same from termsOf and tokenize', () => {
    for (const { input } of readCases('tokens.txt')) {
      const terms = splitWords(input).flatMap(({ raw }) => termsOf(raw).terms.map(term => term.term))
      expect(terms).toEqual(tokenize(input).map(token => token.term))
    }
  })

  it('are found in words that a regular expression cannot hold', () => {
    const [last] = termsOf(`${'ab'.repeat(2_600_000)}京`).terms.slice(-1)
    expect(last).toEqual({ term: '京', from: 5_200_000, to: 5_200_001, gram: 2 })
    expect(runsOf('京都'.repeat(2_600_000)).map(run => run.text.length)).toEqual([5_200_000])
    expect(splitWords('𠀋'.repeat(5_200_000)).map(word => word.raw.length)).toEqual([10_400_000])
  }, 30_000)
})
