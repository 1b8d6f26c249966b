import { AppError } from '../../errors.ts'
import { batchRow } from './batch-row.ts'
import type { BatchRow } from './batch-row.ts'
import { readCsv } from './read-csv.ts'
import { decodeUtf8, readLines } from './read-lines.ts'

export const BATCH_FORMATS = ['csv', 'ndjson'] as const
export type BatchFormat = (typeof BATCH_FORMATS)[number]

/** UTF-16 code units of one record or line. */
const MAX_RECORD = 64 * 1024

/**
 * The rows of a batch, in order, one at a time and never the whole of it. Throws `unreadable_input` for bytes that are no
 * UTF-8 and for CSV without a column `text`; what is wrong with one row is that row.
 */
export async function* readRows(
  bytes: AsyncIterable<Uint8Array>,
  format: BatchFormat,
): AsyncGenerator<BatchRow> {
  try {
    const pieces = decodeUtf8(bytes)
    yield* format === 'csv' ? readCsvRows(pieces) : readNdjsonRows(pieces)
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause
    throw new AppError('unreadable_input', 'The batch is not UTF-8.', {
      hint: 'Convert it first, for example with `iconv -f WINDOWS-1252 -t UTF-8 old.csv > new.csv`.',
      cause,
    })
  }
}

/** What a column may be called that holds quotations. */
const TEXT_NAMES = ['text', 'quote', 'quotation', 'claim']

async function* readCsvRows(pieces: AsyncIterable<string>): AsyncGenerator<BatchRow> {
  let columns: readonly string[] | undefined
  let row = 0
  for await (const record of readCsv(pieces, MAX_RECORD)) {
    if (columns === undefined) {
      columns = readHeader(record.isRead ? record.fields : [])
      continue
    }
    row++
    if (!record.isRead) {
      yield { row, isRead: false, error: { code: 'invalid_request', message: `Not CSV: ${record.reason}.` } }
      continue
    }
    const { fields } = record
    if (fields.length > columns.length) {
      const message = `The row has ${fields.length} fields, the header ${columns.length}: a field with a comma needs quotation marks.`
      yield { row, isRead: false, error: { code: 'invalid_request', message } }
      continue
    }
    yield batchRow(row, Object.fromEntries(columns.map((name, i) => [name, fields[i]])))
  }
}

function readHeader(fields: readonly string[]): readonly string[] {
  const names = fields.map(field => field.trim().toLowerCase())
  const text = TEXT_NAMES.find(name => names.includes(name))
  if (text !== undefined) return names.map(name => (name === text ? 'text' : name))
  throw new AppError('unreadable_input', 'The first row of the CSV names no column “text”.', {
    hint: 'Begin with a header row such as text,language,speaker,id.',
  })
}

async function* readNdjsonRows(pieces: AsyncIterable<string>): AsyncGenerator<BatchRow> {
  for await (const { number: row, text } of readLines(pieces, MAX_RECORD)) {
    if (text === undefined) {
      yield { row, isRead: false, error: { code: 'payload_too_large', message: 'The line is too long.' } }
    } else if (text.trim() !== '') {
      const fields = parseObject(text)
      yield fields
        ? batchRow(row, fields)
        : { row, isRead: false, error: { code: 'invalid_request', message: 'The line is no JSON object.' } }
    }
  }
}

function parseObject(line: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(line)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined
  } catch {
    return undefined
  }
}
