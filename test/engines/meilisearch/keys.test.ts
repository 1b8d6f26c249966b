import { array, assert, integer, nat, oneof, property, string, stringMatching } from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  boundedKey,
  idKey,
  pairKey,
  prefixKey,
  valueKey,
  valueOfKey,
} from '../../../src/engines/meilisearch/keys.ts'

/** What the server does to a facet value before it compares. */
const asServer = (value: string): string => value.trim().normalize('NFKD').toLowerCase()
const BYTES_OF_SERVER = 479

const anything = oneof(
  string({ unit: 'grapheme' }),
  string({ unit: 'binary' }),
  array(integer({ min: 0, max: 0xffff })).map(units => String.fromCharCode(...units)),
  stringMatching(/^[A-Za-z%0-9 ]{0,12}$/),
)

describe('keys of values', () => {
  it('are what the server makes of them', () => {
    assert(property(anything, value => asServer(valueKey(value)) === valueKey(value)))
  })

  it('give the value back', () => {
    assert(property(anything, value => valueOfKey(valueKey(value)) === value))
  })

  it('keep apart what the server would take for one', () => {
    expect(
      new Set(['Ledger', 'LEDGER', 'ledger', ' ledger', 'ﬁ', 'fi', 'й', 'и\u0306'].map(valueKey)).size,
    ).toBe(8)
  })

  it('begin with the key of every beginning', () => {
    assert(
      property(string({ unit: 'grapheme-composite' }), nat(20), (value, length) => {
        const beginning = Array.from(value).slice(0, length).join('')
        expect(valueKey(value).startsWith(valueKey(beginning))).toBe(true)
        expect(boundedKey(value).startsWith(prefixKey(beginning).key)).toBe(true)
      }),
    )
  })

  it('of very long values are short, and differ', () => {
    for (const character of ['x', 'ж', 'क', '語', '😀', 'X']) {
      const long = character.repeat(100_000)
      expect(boundedKey(long)).not.toBe(boundedKey(`${long}${character}`))
      expect(Buffer.byteLength(pairKey(long, long))).toBeLessThan(BYTES_OF_SERVER)
      expect(boundedKey(long).startsWith(prefixKey(long.slice(0, 50_000)).key)).toBe(true)
    }
    expect(prefixKey('x'.repeat(1000)).isExact).toBe(false)
    expect(prefixKey('toppm')).toEqual({ key: 'toppm', isExact: true })
  })
})

describe('keys of ids', () => {
  const id = stringMatching(/^[A-Za-z0-9_-]{1,12}$/)

  it('are lower case and keep the order of code units', () => {
    assert(
      property(id, id, (a, b) => {
        expect(asServer(idKey(a))).toBe(idKey(a))
        const order = (x: string, y: string): number => (x < y ? -1 : x > y ? 1 : 0)
        expect(order(idKey(a), idKey(b))).toBe(order(a, b))
      }),
    )
  })
})
