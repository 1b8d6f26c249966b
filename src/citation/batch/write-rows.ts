import { csvLine } from './csv-line.ts'
import type { BatchFormat } from './read-rows.ts'
import { VERDICT_COLUMNS } from './verdict-row.ts'
import type { VerdictRow } from './verdict-row.ts'

/** A row as a line; of CSV such that no spreadsheet takes a field for a formula. */
export function writeRow(row: VerdictRow, format: BatchFormat): string {
  if (format === 'ndjson') return `${JSON.stringify(row)}\n`
  return csvLine(VERDICT_COLUMNS.map(column => cellOf(row[column])))
}

/** What stands before the first row: the names of the columns, or nothing. */
export const writeHead = (format: BatchFormat): string => (format === 'csv' ? csvLine(VERDICT_COLUMNS) : '')

function cellOf(value: VerdictRow[keyof VerdictRow]): string {
  if (value === null) return ''
  return typeof value === 'object' ? value.join(' ') : String(value)
}
