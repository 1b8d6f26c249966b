import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { INVISIBLE, LETTER_APOSTROPHES } from '../../src/text/normal-form.ts'
import { splitWords } from '../../src/text/split-words.ts'
import { anyText } from './any-text.ts'

/** What a word is, in one expression: slow, and too deep for very long words. */
const WORD = new RegExp(
  `\\p{Nd}{1,3}(?:[.,'’\\u00a0\\u202f ]\\p{Nd}{3})+(?![\\p{L}\\p{M}\\p{N}])|(?:(?![${LETTER_APOSTROPHES}])[\\p{L}\\p{M}\\p{N}\\u3300-\\u33ff${INVISIBLE}])+`,
  'gu',
)

describe('raw words', () => {
  it('are what the expression says, in any text', () => {
    fc.assert(
      fc.property(anyText, text => {
        const expected = [...text.matchAll(WORD)].map(({ 0: raw, index }) => ({ raw, start: index }))
        expect(splitWords(text)).toEqual(expected)
      }),
      { numRuns: 3000, seed: 5 },
    )
  })

  it('are numbers in groups whatever digits they have', () => {
    expect(splitWords('1,𝟎𝟎𝟎 😀 𝟏 000').map(word => word.raw)).toEqual(['1,𝟎𝟎𝟎', '𝟏 000'])
  })
})
