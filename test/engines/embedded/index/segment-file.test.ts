import { describe, expect, test } from 'vitest'
import { AppError } from '../../../../src/errors.ts'
import { decodeSegment, encodeSegment } from '../../../../src/engines/embedded/index/segment-file.ts'
import { crc32 } from 'node:zlib'
import { below, segmentOf, randomDocuments, seeded } from './small-corpus.ts'

const segment = segmentOf(randomDocuments(seeded(3), 60))
const bytes = (): Uint8Array => new Uint8Array(Buffer.concat(encodeSegment(segment)))

function codeOf(read: () => unknown): string {
  try {
    read()
  } catch (error) {
    if (error instanceof AppError) return error.code
    throw error
  }
  return 'fine'
}

describe('a segment as bytes', () => {
  test('comes back as it was, as views of the given bytes', () => {
    const given = bytes()
    const decoded = decodeSegment(given, 'a')
    expect(decoded).toEqual(segment)
    expect(decoded.post.buffer).toBe(given.buffer)
  })

  test('comes back from bytes that begin anywhere in their buffer', () => {
    const shifted = new Uint8Array(bytes().byteLength + 3).subarray(3)
    shifted.set(bytes())
    expect(decodeSegment(shifted, 'a')).toEqual(segment)
  })

  test('an empty one too', () => {
    const empty = segmentOf([])
    expect(decodeSegment(new Uint8Array(Buffer.concat(encodeSegment(empty))), 'a')).toEqual(empty)
  })

  test('every changed byte is noticed', () => {
    const random = seeded(5)
    const { byteLength } = bytes()
    const places = [
      ...Array(64).keys(),
      ...Array.from({ length: 300 }, () => below(random, byteLength)),
      byteLength - 1,
    ]
    for (const place of places) {
      const damaged = bytes()
      damaged[place] = (damaged[place] ?? 0) ^ (1 << below(random, 8))
      expect([place, codeOf(() => decodeSegment(damaged, 'a'))]).toEqual([place, 'index_damaged'])
    }
  })

  test.each([0, 1, 7, 23, 24, 100])('a file cut to %i bytes is damaged', length => {
    expect(codeOf(() => decodeSegment(bytes().slice(0, length), 'a'))).toBe('index_damaged')
  })

  test('a file cut or lengthened at its end is damaged', () => {
    expect(codeOf(() => decodeSegment(bytes().slice(0, -1), 'a'))).toBe('index_damaged')
    expect(codeOf(() => decodeSegment(new Uint8Array([...bytes(), 0]), 'a'))).toBe('index_damaged')
  })

  test('a newer format is told from damage', () => {
    const newer = bytes()
    const view = new DataView(newer.buffer)
    view.setUint32(8, 1000, true)
    view.setUint32(4, crc32(newer.subarray(8)), true)
    expect(codeOf(() => decodeSegment(newer, 'a'))).toBe('index_newer')
  })
})
