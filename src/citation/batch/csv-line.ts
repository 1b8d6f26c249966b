import { stringify } from 'csv-stringify/sync'

/** A record of CSV (RFC 4180) with its line end, such that no spreadsheet takes a field for a formula. */
export const csvLine = (cells: readonly string[]): string =>
  stringify([[...cells]], { escape_formulas: true })
