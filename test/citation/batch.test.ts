import * as fc from 'fast-check'
import { stringify } from 'csv-stringify/sync'
import { describe, expect, it } from 'vitest'
import { checkBatch } from '../../src/citation/batch/check-batch.ts'
import { readCsv } from '../../src/citation/batch/read-csv.ts'
import type { CsvRecord } from '../../src/citation/batch/read-csv.ts'
import { readRows } from '../../src/citation/batch/read-rows.ts'
import type { BatchFormat } from '../../src/citation/batch/read-rows.ts'
import type { BatchRow } from '../../src/citation/batch/batch-row.ts'
import { writeHead, writeRow } from '../../src/citation/batch/write-rows.ts'
import type { VerdictRow } from '../../src/citation/batch/verdict-row.ts'
import type { CheckQuotation } from '../../src/citation/check-quotation.ts'
import { AppError } from '../../src/errors.ts'

const all = async <T>(values: AsyncIterable<T>): Promise<T[]> => {
  const taken: T[] = []
  for await (const value of values) taken.push(value)
  return taken
}

async function* inPieces(text: string, size: number): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += size) {
    await Promise.resolve()
    yield text.slice(at, at + size)
  }
}

async function* bytesOf(...chunks: readonly (string | Uint8Array)[]): AsyncGenerator<Uint8Array> {
  for (const chunk of chunks) {
    await Promise.resolve()
    yield typeof chunk === 'string' ? Buffer.from(chunk) : chunk
  }
}

const csv = (text: string, size = 7, limit = 1000): Promise<CsvRecord[]> =>
  all(readCsv(inPieces(text, size), limit))
const rows = (text: string | Uint8Array, format: BatchFormat): Promise<BatchRow[]> =>
  all(readRows(bytesOf(text), format))

const fieldsOf = (records: readonly CsvRecord[]): unknown[] =>
  records.map(record => (record.isRead ? record.fields : record.reason))

describe('CSV', () => {
  it('is read as it was written, however it is cut', async () => {
    const field = fc.string({ unit: fc.constantFrom('a', 'ø', '"', ',', ';', '\n', '\r', ' ', '𝒜', '京') })
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(field, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 1, max: 40 }),
        async (records, size) => {
          const written = stringify([['first', 'line'], ...records], { quoted: true })
          expect(fieldsOf(await csv(written, size))).toEqual([['first', 'line'], ...records])
        },
      ),
      { numRuns: 500, seed: 1 },
    )
  })

  it('may be parted by semicolons or tabs, have blank lines, no line break at its end, or end lines with CRLF', async () => {
    expect(fieldsOf(await csv('a;b\r\n"1,5";2\r\n\r\n3;4'))).toEqual([
      ['a', 'b'],
      ['1,5', '2'],
      ['3', '4'],
    ])
    expect(fieldsOf(await csv('a\tb\n1\t2\n'))).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ])
    expect(fieldsOf(await csv('a\n"x"'))).toEqual([['a'], ['x']])
    expect(fieldsOf(await csv(''))).toEqual([])
  })

  it('takes a mark within a field as a character, and goes on behind a mark that is never closed', async () => {
    for (const size of [1, 3, 1000]) {
      expect(fieldsOf(await csv('t,s\nsaid "so",x\n"never closed,y\nnext,z\n', size))).toEqual([
        ['t', 's'],
        ['said "so"', 'x'],
        'a quotation mark is never closed',
        ['next', 'z'],
      ])
      expect(fieldsOf(await csv('t,s\n"a" b,y\nnext,z\n"c', size))).toEqual([
        ['t', 's'],
        'something stands behind the closing quotation mark of field 1',
        ['next', 'z'],
        'a quotation mark is never closed',
      ])
    }
  })

  it('gives up what is too long, and only that', async () => {
    const long = 'x'.repeat(5000)
    for (const size of [10, 900, 9000]) {
      expect(fieldsOf(await csv(`t,s\n${long},1\nnext,2\n"${long}\n",3\nlast,4\n`, size))).toEqual([
        ['t', 's'],
        'it is too long',
        ['next', '2'],
        'a quotation mark is never closed',
        'a quotation mark is never closed',
        ['last', '4'],
      ])
    }
  })
})

describe('the rows of a batch', () => {
  it('are read from CSV by the names of its columns', async () => {
    expect(
      await rows('\ufeffID,Quote,Speaker,language,mine\n7,"a ""b"" c",Tora,en,x\n8,d,,,\n', 'csv'),
    ).toEqual([
      { row: 1, id: '7', isRead: true, text: 'a "b" c', languages: ['en'], speaker: 'Tora' },
      { row: 2, id: '8', isRead: true, text: 'd', languages: [] },
    ])
  })

  it('are read from NDJSON, where rows are lines', async () => {
    const read = await rows(
      '{"text":"a","id":5}\n\nnothing\n[1]\n{"text":3}\n{"text":"b","language":"xq"}',
      'ndjson',
    )
    expect(read.map(row => [row.row, row.isRead ? row.text : row.error.code])).toEqual([
      [1, 'a'],
      [3, 'invalid_request'],
      [4, 'invalid_request'],
      [5, 'invalid_request'],
      [6, 'unknown_language'],
    ])
  })

  it('are refused as a whole when they are not UTF-8, or when no column holds quotations', async () => {
    await expect(rows(Buffer.from('text\nbl\xe5b\xe6r\n', 'latin1'), 'csv')).rejects.toMatchObject({
      code: 'unreadable_input',
    })
    await expect(rows('a,b\n1,2\n', 'csv')).rejects.toMatchObject({ code: 'unreadable_input' })
  })
})

/** Says how often it was asked, and waits until it is told to answer. */
function slowChecker(): CheckQuotation & { asked: string[]; answer(): void } {
  const waiting: (() => void)[] = []
  const asked: string[] = []
  return {
    asked,
    answer: () => waiting.shift()?.(),
    async check({ text }) {
      asked.push(text)
      await new Promise<void>(resolve => void waiting.push(resolve))
      if (text === 'bad') throw new AppError('invalid_request', 'It is bad.')
      if (text === 'end') throw new AppError('engine_unreachable', 'It is away.')
      return { text, language: 'und', verdict: 'notFound', matches: [], notes: [], degraded: false }
    },
    remember: () => Promise.resolve({ matches: [], degraded: false }),
    close: () => Promise.resolve(),
  }
}

async function* manyRows(texts: readonly string[], taken: { count: number }): AsyncGenerator<BatchRow> {
  for (const [i, text] of texts.entries()) {
    await Promise.resolve()
    taken.count++
    yield { row: i + 1, isRead: true, text, languages: [] }
  }
}

const settle = (): Promise<void> => new Promise(resolve => setImmediate(resolve))

describe('a batch', () => {
  it('reads no further than its verdicts are taken, and keeps their order', async () => {
    const checker = slowChecker()
    const taken = { count: 0 }
    const texts = Array.from({ length: 1000 }, (_, i) => `text ${i}`)
    const verdicts = checkBatch(checker, manyRows(texts, taken), { timeoutMs: 1000 })
    const first = verdicts.next()
    await settle()
    expect(taken.count).toBeLessThanOrEqual(4)
    checker.answer()
    expect((await first).value).toMatchObject({ row: 1, text: 'text 0' })
    await settle()
    expect(taken.count).toBeLessThanOrEqual(5)
  })

  it('goes on behind a row that fails, and ends when no other row can fare better', async () => {
    const checker = slowChecker()
    const keepAnswering = setInterval(() => checker.answer(), 0)
    try {
      const some = checkBatch(checker, manyRows(['a', 'bad', 'b'], { count: 0 }), { timeoutMs: 1000 })
      expect((await all(some)).map(row => [row.row, row.verdict, row.errorCode])).toEqual([
        [1, 'notFound', null],
        [2, 'error', 'invalid_request'],
        [3, 'notFound', null],
      ])
      const ended = checkBatch(checker, manyRows(['a', 'end', 'b', 'c', 'd'], { count: 0 }), {
        timeoutMs: 1000,
      })
      await expect(all(ended)).rejects.toMatchObject({ code: 'engine_unreachable' })
    } finally {
      clearInterval(keepAnswering)
    }
  })

  it('begins with the row that is asked for', async () => {
    const checker = slowChecker()
    const keepAnswering = setInterval(() => checker.answer(), 0)
    const some = checkBatch(checker, manyRows(['a', 'b', 'c'], { count: 0 }), { timeoutMs: 1000, fromRow: 3 })
    expect((await all(some)).map(row => row.row)).toEqual([3])
    clearInterval(keepAnswering)
    expect(checker.asked).toEqual(['c'])
  })
})

describe('verdicts in CSV', () => {
  const verdict = (text: string): VerdictRow => ({
    row: 1,
    id: null,
    verdict: 'notFound',
    similarity: null,
    coverage: null,
    isPartOfLonger: null,
    text,
    attested: null,
    differences: [],
    speaker: null,
    speakerConfidence: null,
    speakerWarning: false,
    source: null,
    title: null,
    publishedAt: null,
    url: null,
    permalink: null,
    notes: [],
    degraded: false,
    errorCode: null,
    error: null,
  })

  it('hold nothing that a spreadsheet takes for a formula, and are read back', async () => {
    for (const text of ['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx', '=HYPERLINK("x")']) {
      const records = await csv(writeHead('csv') + writeRow(verdict(text), 'csv'))
      const [head, row] = fieldsOf(records) as string[][]
      expect(row?.[head?.indexOf('text') ?? -1]).toBe(`'${text}`)
    }
  })
})
