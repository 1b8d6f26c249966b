import { array, assert, constantFrom, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseQuery } from '../../src/search/parse-query.ts'
import type { ParsedQuery, QueryTerm } from '../../src/search/query-syntax.ts'
import { readCases } from '../case-file.ts'

const showTerm = ({ kind, text }: QueryTerm): string => (kind === 'phrase' ? `"${text}"` : text)

function show({ required, excluded, filters, notes }: ParsedQuery): string {
  return [
    ...required.map(group => {
      const terms = group.map(showTerm).join(' | ')
      return group.length > 1 ? `(${terms})` : terms
    }),
    ...excluded.map(term => `-${showTerm(term)}`),
    ...filters.map(({ field, value, isExcluded }) => `${isExcluded ? '-' : ''}${field}=${value}`),
    ...(notes.length > 0 ? ['//', ...notes.map(note => note.code)] : []),
  ].join(' ')
}

describe('a typed query', () => {
  for (const file of ['query-phrases.txt', 'query-operators.txt', 'query-fields.txt', 'query-hostile.txt']) {
    for (const { line, input, expected } of readCases(file)) {
      it(`${file}:${line} ${JSON.stringify(input)}`, () => expect(show(parseQuery(input))).toBe(expected))
    }
  }
})

describe('offsets', () => {
  it('say where each thing was typed, marks and minus included', () => {
    const typed = 'one -"two three" source:"Daily X" four'
    const { required, excluded, filters } = parseQuery(typed)
    const things = [...required.flat(), ...excluded, ...filters].map(({ start, end }) =>
      typed.slice(start, end),
    )
    expect(things).toEqual(['one', 'four', '-"two three"', 'source:"Daily X"'])
  })

  it('never overlap, and hold every letter that is no operator, whatever is typed', () => {
    const alphabet = [
      'a',
      'b',
      ' ',
      ' ',
      '"',
      '“',
      '”',
      '«',
      '»',
      "'",
      '’',
      '-',
      'OR',
      'lang:',
      '「',
      '」',
      '中',
      'ש',
      '1',
      '\u0000',
    ]
    assert(
      property(array(constantFrom(...alphabet), { maxLength: 40 }), pieces => {
        const typed = pieces.join('')
        const { required, excluded, filters } = parseQuery(typed)
        const things = [...required.flat(), ...excluded, ...filters].sort((a, b) => a.start - b.start)
        let end = 0
        let between = ''
        for (const thing of things) {
          expect(thing.start).toBeGreaterThanOrEqual(end)
          between += `${typed.slice(end, thing.start)}\n`
          end = thing.end
        }
        between += typed.slice(end)
        expect(between.replaceAll(/OR|lang:/g, '')).not.toMatch(/[\p{L}\p{N}]/u)
      }),
      { seed: 7, numRuns: 3000 },
    )
  })
})

describe('a word at the end', () => {
  it('may still be typed when nothing stands behind it', () => {
    expect(parseQuery('top secr').endsInWord).toBe(true)
    expect(parseQuery('top secret ').endsInWord).toBe(false)
    expect(parseQuery('top "secret"').endsInWord).toBe(false)
    expect(parseQuery('secret lang:en').endsInWord).toBe(false)
    expect(parseQuery('secret -top').endsInWord).toBe(false)
  })
})

describe('long input', () => {
  it('is read quickly, however many marks it holds', () => {
    const start = performance.now()
    for (const piece of ["'a ", '"', '“', "'", '-', 'a:', '« ', 'OR ', "a'b", '‘a'])
      parseQuery(piece.repeat(2000 / piece.length))
    expect(performance.now() - start).toBeLessThan(1500)
  })
})
