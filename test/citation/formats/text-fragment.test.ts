import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createFragmentFinder } from '../../../src/citation/formats/find-fragment.ts'
import type { TextBlock } from '../../../src/citation/formats/find-fragment.ts'
import { fragmentUrl, textDirective, writeDirective } from '../../../src/citation/formats/text-fragment.ts'

// what browsers make of directives is tested in a browser: test/browser/fragment.test.ts

const blocks = (...texts: readonly string[]): TextBlock[] => texts.map(text => ({ text, language: 'en' }))

/** The directive that leads to words in the last of some blocks. */
function directiveOf(texts: readonly string[], words: string): string | undefined {
  const text = texts.at(-1) ?? ''
  const start = text.lastIndexOf(words)
  const directive = textDirective(blocks(...texts), {
    block: texts.length - 1,
    start,
    end: start + words.length,
  })
  return directive && writeDirective(directive)
}

describe('a text directive', () => {
  it('is the words alone where they stand once', () => {
    expect(directiveOf(['Nobody was hurt, she said.'], 'Nobody was hurt')).toBe('Nobody%20was%20hurt')
  })

  it('encodes what a directive or a link is made of', () => {
    expect(directiveOf(['“R&D, well-known (or not)”'], 'R&D, well-known (or not)')).toBe(
      'R%26D%2C%20well%2Dknown%20%28or%20not%29',
    )
  })

  it('takes as many neighbours as tell the words from others, before it or behind it', () => {
    expect(directiveOf(['Good day, good night.'], 'good')).toBe('day%2C-,good')
    expect(directiveOf(['A good day.', 'A good night.'], 'A good')).toBe('day.-,A%20good')
    expect(directiveOf(['It was a good day. It was a good night.'], 'a good')).toBe('a%20good,-night')
  })

  it('knows that browsers see no difference of case and accents', () => {
    expect(directiveOf(['ÉTÉ 1', 'Ete 2'], 'Ete')).toMatch(/^1-,Ete$|^Ete,-2$/)
  })

  it('reaches beyond a part of a word', () => {
    expect(directiveOf(['The ferrymen and the ferryman.'], 'ferry')).toMatch(/,-man/)
  })

  it('names a long text by its beginning and its end', () => {
    const text = Array.from({ length: 80 }, (_, i) => `word${i}`).join(' ')
    expect(directiveOf([text], text)).toBe('word0%20word1%20word2%20word3,word76%20word77%20word78%20word79')
  })

  it('is none where nothing tells the words from others, and is none soon', () => {
    expect(directiveOf(['na '.repeat(15_000).trim()], 'na')).toBeUndefined()
  })

  it('is never one that finds other words first', () => {
    const word = fc.constantFrom('a', 'rose', 'is', 'a-rose', 'Rose', 'rosé', '“a', 'rose”,')
    const paragraph = fc.array(word, { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(fc.array(paragraph, { minLength: 1, maxLength: 4 }), fc.nat(), fc.nat(), (words, a, b) => {
        const page = blocks(...words.map(one => one.join(' ')))
        const block = a % page.length
        const own = words[block] ?? []
        const first = b % own.length
        const start = own.slice(0, first).join(' ').length + (first > 0 ? 1 : 0)
        const end = start + own.slice(first, first + 3).join(' ').length
        const directive = textDirective(page, { block, start, end })
        fc.pre(directive !== undefined)
        const found = createFragmentFinder(page)(directive ?? { start: '' })
        expect(found).toEqual({ from: { block, at: start }, to: { block, at: end } })
        expect(writeDirective(directive ?? { start: '' })).toMatch(/^[A-Za-z0-9%._,-]+$/)
      }),
      { numRuns: 500, seed: 4 },
    )
  })
})

describe('the address', () => {
  const page = blocks('Nobody was hurt.')
  const range = { block: 0, start: 0, end: 6 }

  it('keeps the fragment that it has', () => {
    expect(fragmentUrl('https://a.example/x', page, range)).toBe('https://a.example/x#:~:text=Nobody')
    expect(fragmentUrl('https://a.example/x#part', page, range)).toBe(
      'https://a.example/x#part:~:text=Nobody',
    )
    expect(fragmentUrl('https://a.example/x#', page, range)).toBe('https://a.example/x#:~:text=Nobody')
  })
})
