import { describe, expect, it } from 'vitest'
import { nearestName } from '../../src/search/near.ts'
import { isoInstant, monthRange, parseDate } from '../../src/search/parse-date.ts'

describe('a typed date', () => {
  it.each([
    ['2018', '2018-01-01T00:00:00Z'],
    ['2018-04', '2018-04-01T00:00:00Z'],
    ['2018-04-18', '2018-04-18T00:00:00Z'],
    [' 2018-04-18 ', '2018-04-18T00:00:00Z'],
    ['1893-02-28', '1893-02-28T00:00:00Z'],
    ['2024-02-29', '2024-02-29T00:00:00Z'],
    ['2018-04-18T09:30', '2018-04-18T09:30:00Z'],
    ['2018-04-18T09:30:15Z', '2018-04-18T09:30:15Z'],
    ['2018-04-18T09:30:15.999Z', '2018-04-18T09:30:15Z'],
    ['2018-04-18T09:30:00+02:00', '2018-04-18T07:30:00Z'],
    ['2018-04-18T09:30:00 02:00', '2018-04-18T07:30:00Z'],
    ['2018-04-18T09:30:00-02:00', '2018-04-18T11:30:00Z'],
  ])('%s begins at %s', (typed, instant) => {
    const seconds = parseDate(typed)
    expect(seconds === undefined ? undefined : isoInstant(seconds)).toBe(instant)
  })

  it.each([
    '',
    'yesterday',
    '18',
    '2018-13',
    '2018-02-30',
    '2023-02-29',
    '2018-4-1',
    '2018-04-18T25:00',
    '2018-04-18T09',
    '2018-04-18 09:30',
    '18.4.2018',
    '20180418',
    '-2018',
    '2018-04-31T00:00:00Z',
  ])('%j is none', typed => expect(parseDate(typed)).toBeUndefined())
})

describe('a month', () => {
  it('ends where the next begins', () => {
    expect(monthRange('2018-12')).toEqual({ from: parseDate('2018-12'), to: parseDate('2019-01') })
    expect(monthRange('2018')).toBeUndefined()
    expect(monthRange('2018-13')).toBeUndefined()
  })
})

describe('a name that nobody knows', () => {
  it.each([
    ['lang', 'language'],
    ['limt', 'limit'],
    ['Sources', 'source'],
    ['groop', 'group'],
    ['xyz', undefined],
    ['', undefined],
  ])('%s was probably meant as %s', (typed, expected) => {
    expect(nearestName(typed, ['q', 'language', 'source', 'limit', 'group'])).toBe(expected)
  })
})
