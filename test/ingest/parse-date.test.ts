import { describe, expect, test } from 'vitest'
import { parseDate } from '../../src/ingest/parse-date.ts'

describe('dates that can be read', () => {
  test.each([
    ['2018-04-18', '2018-04-18T00:00:00Z'],
    ['20180418', '2018-04-18T00:00:00Z'],
    ['2018-04-18T06:30', '2018-04-18T06:30:00Z'],
    ['2018-04-18 06:30:15', '2018-04-18T06:30:15Z'],
    ['2018-04-18T06:30:15.987Z', '2018-04-18T06:30:15Z'],
    ['2018-04-18T06:30:15+02:00', '2018-04-18T04:30:15Z'],
    ['2018-04-18T06:30:15 -0530', '2018-04-18T12:00:15Z'],
    ['20180418T063015Z', '2018-04-18T06:30:15Z'],
    [' 2018-04-18T06:30:15+02 ', '2018-04-18T04:30:15Z'],
    ['1814-05-17', '1814-05-17T00:00:00Z'],
    ['0079-08-24T13:00', '0079-08-24T13:00:00Z'],
    ['2024-02-29', '2024-02-29T00:00:00Z'],
  ])('%s is %s', (value, expected) => {
    expect(parseDate(value)).toEqual({ ok: true, seconds: Date.parse(expected) / 1000 })
  })

  test.each([
    [1_524_009_600, 1_524_009_600],
    [1_524_009_600.9, 1_524_009_600],
    [0, 0],
    [-4_911_321_600, -4_911_321_600],
    ['1524009600', 1_524_009_600],
  ])('%s are seconds since 1970', (value, seconds) => expect(parseDate(value)).toEqual({ ok: true, seconds }))
})

test.each([
  ['yesterday'],
  ['2018'],
  ['2018-04'],
  ['2018-02-30'],
  ['2023-02-29'],
  ['2018-13-01'],
  ['2018-04-18T25:00'],
  ['2018-04-18T06:30+99:00'],
  ['18.04.2018'],
  ['Wed, 18 Apr 2018 10:00:00 GMT'],
  [1_524_009_600_000],
  ['1524009600000'],
  [Number.NaN],
  [true],
  [['2018-04-18']],
  [''],
])('%j is refused, with a reason', value => {
  const parsed = parseDate(value)
  expect(parsed.ok).toBe(false)
  expect(!parsed.ok && parsed.problem.length > 10).toBe(true)
})
