import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { editDistance, mayStandInFor } from '../../src/text/edit-distance.ts'
import { fold, foldPlain, nameKey, normalText } from '../../src/text/normal-form.ts'
import { splitWords } from '../../src/text/split-words.ts'
import { termsOf, tokenize } from '../../src/text/tokenize.ts'

describe('the normal form', () => {
  it('is its own normal form', () => {
    for (const word of ['Négociées', 'İstanbul', 'ὁ', 'ﬁ', 'أحمد', 'น้ำ', 'ｶﾞ', 'ẞ', 'ǿ', 'Ё', '½', '１']) {
      expect(fold(fold(word)), word).toBe(fold(word))
    }
  })

  it('of names ignores case, accents and punctuation', () => {
    expect(nameKey('Der Hafenbote')).toBe(nameKey('der  HAFENBOTE'))
    expect(nameKey("O'Brien-Å")).toBe(nameKey('o’brien å'))
    expect(nameKey('!!!')).toBe('!!!')
  })

  it('of a whole text keeps its wording', () => {
    expect(normalText('  a\u00a0 b\n')).toBe('a b')
    expect(normalText('Malmo')).not.toBe(normalText('Malmö'))
    expect(normalText('cafe\u0301')).toBe(normalText('café'))
  })
})

describe('plain words', () => {
  const characters = Array.from({ length: 0x10000 }, (_, unit) => String.fromCharCode(unit)).filter(
    character => foldPlain(character) !== undefined && splitWords(character).length === 1,
  )
  /** The same word with a character that is dropped, and that no plain word has. */
  const unlike = (word: string): string => `${word}\u200b`

  it('are those of all alphabets', () => {
    for (const word of [
      'Négociées',
      'ЁЖИК',
      'Ἄνθρωπος',
      'أحمد',
      'हिंदी',
      'Ąžuolas',
      'Straße',
      'Tiếng',
      '2018',
      '٣٤',
    ]) {
      expect(foldPlain(word), word).toBe(fold(unlike(word)))
    }
    for (const word of ['cafe\u0301', '京', 'ไทย', '한국', "l'eau", '½', '𝟎', '\ud800', 'ـ', 'हिन्दी']) {
      expect(foldPlain(word), word).toBeUndefined()
    }
  })

  it('fold as all words do, and are one token', () => {
    const plainWord = fc.array(fc.constantFrom(...characters), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(plainWord, ofCharacters => {
        const word = ofCharacters.join('')
        expect(foldPlain(word)).toBe(fold(unlike(word)))
        expect(termsOf(word)).toEqual(termsOf(unlike(word)))
        const tokens = tokenize(unlike(word)).map(token => ({ ...token, end: word.length }))
        expect(tokenize(word)).toEqual(tokens.map(token => ({ ...token, firstEnd: word.length, word })))
      }),
      { numRuns: 20_000, seed: 11 },
    )
  })
})

describe('the edit distance', () => {
  it('counts inserted, deleted, replaced and swapped letters', () => {
    expect(editDistance('levels', 'levles', 2)).toBe(1)
    expect(editDistance('levels', 'level', 2)).toBe(1)
    expect(editDistance('kevels', 'levels', 2)).toBe(1)
    expect(editDistance('levels', 'lvees', 2)).toBe(2)
    expect(editDistance('ca', 'abc', 3)).toBe(3)
    expect(editDistance('levels', 'other', 2)).toBe(3)
  })

  it('lets no number stand in for another', () => {
    expect(mayStandInFor('levels', 'level5', 1)).toBe(false)
    expect(mayStandInFor('levels', 'levels', 1)).toBe(false)
    expect(mayStandInFor('levels', 'levees', 1)).toBe(true)
  })
})
