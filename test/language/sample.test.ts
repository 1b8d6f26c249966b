import { describe, expect, it } from 'vitest'
import { sampleOf, withoutQuoted } from '../../src/language/sample.ts'

describe('sampleOf', () => {
  it('splits at apostrophes and keeps accents with their letters', () => {
    expect(sampleOf("L'EAU, c’est l\u2019e\u0301te\u0301").words).toEqual([
      'l',
      'eau',
      'c',
      'est',
      'l',
      'été',
    ])
  })

  it('leaves addresses, handles and invisible characters out', () => {
    const text =
      'Les mer: https://example.org/new-road, www.example.org eller tips@example.org @avisa nord\u00ADmenn'
    expect(sampleOf(text).words).toEqual(['les', 'mer', 'eller', 'nordmenn'])
  })

  it('keeps what follows an at sign in a script without spaces', () => {
    expect(sampleOf('SETI@homeを使用した').words.join('')).toContain('を使用した')
  })

  it('reads the beginning, the middle and the end of a long text', () => {
    const { text } = sampleOf(`begin ${'x '.repeat(50_000)}middle ${'x '.repeat(50_000)}end`)
    expect(text.length).toBeLessThan(2_000)
    for (const part of ['begin', 'middle', 'end']) expect(text).toContain(part)
  })
})

describe('withoutQuoted', () => {
  it.each([
    ['hun sa: «we will go» og gikk', 'hun sa og gikk'],
    ['hun sa: “we will go” og gikk', 'hun sa og gikk'],
    ['sie sagte: „we will go“ und ging', 'sie sagte und ging'],
    ['sie sagte: »we will go« und ging', 'sie sagte und ging'],
    ['hon sade: ”we will go” och gick', 'hon sade och gick'],
    ['she said: "nous irons" and left', 'she said and left'],
    ['彼は「we will go」と言った', '彼は と言った'],
  ])('takes the quote out of %s', (text, rest) => {
    expect(withoutQuoted(sampleOf(text))?.words.join(' ')).toBe(rest)
  })

  it.each(['no quote at all', '«all of it is quoted»', 'an unclosed « mark', '«»', ''])(
    'has nothing to say of %s',
    text => {
      expect(withoutQuoted(sampleOf(text))).toBeUndefined()
    },
  )
})
