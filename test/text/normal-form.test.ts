import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { editDistance, mayStandInFor } from '../../src/text/edit-distance.ts'
import { fold, FOLDS_BY_CHARACTER, nameKey, normalText } from '../../src/text/normal-form.ts'
import { splitWords } from '../../src/text/split-words.ts'

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

describe('characters that fold by themselves', () => {
  const characters = Array.from({ length: 0x10000 }, (_, unit) => String.fromCharCode(unit)).filter(
    character => FOLDS_BY_CHARACTER.test(character) && splitWords(character).length > 0,
  )

  it('never vanish', () => {
    expect(characters.length).toBeGreaterThan(1500)
    expect(characters.filter(character => fold(character) === '')).toEqual([])
  })

  it('fold the same in any word of such characters', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...characters), { maxLength: 12 }), word => {
        expect(fold(word.join(''))).toBe(word.map(fold).join(''))
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
