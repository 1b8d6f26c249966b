import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { byteLines } from '../../indexer/byte-lines.ts'
import { decodeUtf8 } from '../../indexer/decode.ts'
import { findJsonError } from '../../indexer/json-error.ts'
import { parseJson } from '../../indexer/parse-json.ts'

async function* chunksOf(bytes: Uint8Array, sizes: readonly number[]): AsyncGenerator<Uint8Array> {
  let start = 0
  for (const size of [...sizes, bytes.length]) {
    await Promise.resolve()
    yield bytes.subarray(start, start + size)
    start += size
  }
}

test('lines are the same however the stream is cut', async () => {
  const lines = fc.array(
    fc.string({ unit: 'binary', maxLength: 6 }).map(text => text.replaceAll('\n', '')),
    { minLength: 1 },
  )
  await fc.assert(
    fc.asyncProperty(lines, fc.array(fc.nat(9)), async (texts, sizes) => {
      const bytes = Buffer.from(`${texts.join('\n')}\n`)
      const found: [number, string][] = []
      for await (const line of byteLines(chunksOf(bytes, sizes))) {
        found.push([line.line, Buffer.from(line.bytes ?? []).toString()])
      }
      expect(found).toEqual(texts.map((text, index) => [index + 1, text]))
    }),
    { seed: 3 },
  )
})

test('a text is JSON for findJsonError when it is for JSON.parse, and else its error lies within', () => {
  const mutated = fc.tuple(
    fc.json(),
    fc.nat(),
    fc.constantFrom('', '"', ',', '}', ']', '{', '\\', 'x', '1', '-', '.', '\n', '\u0001'),
    fc.nat(3),
  )
  fc.assert(
    fc.property(mutated, ([json, where, put, removed]) => {
      const at = where % (json.length + 1)
      const text = json.slice(0, at) + put + json.slice(at + removed)
      const isJson = parseJson(Buffer.from(text)).ok
      const error = findJsonError(text)
      expect(error === undefined).toBe(isJson)
      if (error !== undefined) expect(error).toBeLessThanOrEqual(text.length)
    }),
    { seed: 3, numRuns: 3000 },
  )
})

test('bytes are decoded when they are UTF-8 for Buffer, and else the first wrong one is named', () => {
  const bytes = fc.uint8Array({ maxLength: 12 }).filter(array => array.every(byte => byte !== 0))
  const prefix = fc.string({ unit: 'grapheme', maxLength: 6 }).map(text => text.replaceAll('\0', ''))
  fc.assert(
    fc.property(prefix, bytes, (text, tail) => {
      const whole = Buffer.concat([Buffer.from(text), tail])
      const decoded = decodeUtf8(whole)
      const isText = Buffer.from(whole.toString()).equals(whole)
      if (whole[0] === 0xff || whole[0] === 0xfe) return
      expect(decoded.ok).toBe(isText)
      if (decoded.ok) expect(decoded.text).toBe(whole.toString().replace(/^\uFEFF/, ''))
      else expect(decoded.reason).toMatch(/byte \d+ of the line \(0x[89A-F][0-9A-F]\)/)
    }),
    { seed: 3, numRuns: 2000 },
  )
})
