import { francAll } from 'franc'
import { describe, expect, it } from 'vitest'
import { parseLanguage } from '../../src/domain/language.ts'
import { candidateOf } from '../../src/language/candidates.ts'
import { measureFranc } from '../../src/language/franc-evidence.ts'
import { readCases } from '../case-file.ts'

/** franc's own order of the candidates, kin merged, as far as it has models of them. */
function orderByFranc(text: string): number[] {
  const candidates = francAll(text, { minLength: 1 }).flatMap(([code]) => {
    const parsed = parseLanguage(code)
    return parsed.ok && parsed.languages[0] !== undefined ? [candidateOf(parsed.languages[0])] : []
  })
  return [...new Set(candidates)]
}

describe('measureFranc', () => {
  const cases = readCases('language.txt').filter(({ input }) => /^[\p{Script=Latin}\P{L}]+$/u.test(input))

  it.each(cases)('puts the languages in the order that franc does: $input', ({ input: text }) => {
    const gaps = measureFranc(text.toLowerCase())
    const order = orderByFranc(text)
    const measured = order.map(candidate => gaps?.[candidate] ?? NaN)
    expect(measured.toSorted((a, b) => a - b)).toEqual(measured)
    expect(Math.min(...(gaps ?? []))).toBe(0)
  })

  it('gives what francAll gives, but for the scale', () => {
    const text = 'le maire a dit que le nouveau pont ouvrirait bientôt'
    const gaps = measureFranc(text)
    const [[, best] = ['', 0], [code, second] = ['', 0]] = francAll(text, { only: ['fra', 'ita'] })
    expect([best, code]).toEqual([1, 'ita'])
    // francAll gives 1 - (distance - nearest) / (300 * length - nearest).
    const [, [, third] = ['', 0]] = francAll(text, { only: ['fra', 'spa'] })
    const gap = (language: 'it' | 'es') => gaps?.[candidateOf(language)] ?? NaN
    expect(gap('it') / gap('es')).toBeCloseTo((1 - second) / (1 - third), 10)
  })

  it('says nothing about a text without a trigram that franc knows', () => {
    expect(measureFranc('新しい橋')).toBeUndefined()
    expect(measureFranc('')).toBeUndefined()
  })
})
