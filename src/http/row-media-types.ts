import type { BatchFormat } from '../citation/batch/read-rows.ts'

/** What is sent a row at a time, as a whole or as it comes. */
export const ROW_MEDIA_TYPES: Readonly<Record<BatchFormat, string>> = {
  csv: 'text/csv; charset=utf-8; header=present',
  ndjson: 'application/x-ndjson; charset=utf-8',
}
