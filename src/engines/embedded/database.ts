import Libsql from 'libsql'

/** What SQLite stores, as far as this project uses it. A boolean would abort the process, so none can be passed. */
export type SqlValue = string | number | null | Uint8Array
/** A blob goes in as bytes and comes back as a buffer. */
export type SqlResult = string | number | null | ArrayBuffer
export type SqlRow = Readonly<Record<string, SqlResult>>

/**
 * The only door to libsql, whose native part ends the process on a boolean or on a lone object as argument, takes
 * missing parameters for NULL, and cuts text at U+0000. Every call passes one array of exactly the parameters asked for.
 */
export type Statement = {
  /** The number of rows changed. */
  run(parameters: readonly SqlValue[]): number
  get(parameters: readonly SqlValue[]): SqlRow | undefined
  all(parameters: readonly SqlValue[]): SqlRow[]
}

export type Database = {
  prepare(sql: string): Statement
  exec(sql: string): void
  close(): void
}

/** `busyTimeoutMs`: how long SQLite itself waits, and blocks this thread, for another connection. */
export function openDatabase(file: string, { busyTimeoutMs }: { readonly busyTimeoutMs: number }): Database {
  const connection = new Libsql(file, { timeout: busyTimeoutMs })
  return {
    prepare: sql => prepareStatement(connection.prepare(sql), sql),
    exec: sql => void connection.exec(sql),
    close: () => void connection.close(),
  }
}

type Native = {
  run(parameters: readonly SqlValue[]): { changes: number }
  get(parameters: readonly SqlValue[]): unknown
  all(parameters: readonly SqlValue[]): unknown[]
}

function prepareStatement(native: Native, sql: string): Statement {
  const wanted = sql.split('?').length - 1
  const check = (parameters: readonly SqlValue[]): readonly SqlValue[] => {
    if (parameters.length !== wanted) {
      throw new TypeError(
        `The statement takes ${wanted} parameters and was given ${parameters.length}: ${sql}`,
      )
    }
    for (const value of parameters) {
      if (typeof value === 'string' && value.includes('\u0000')) {
        throw new TypeError('Text with U+0000 would be stored whole and read back cut at it')
      }
    }
    return parameters
  }
  return {
    run: parameters => native.run(check(parameters)).changes,
    get: parameters => native.get(check(parameters)) as SqlRow | undefined,
    all: parameters => native.all(check(parameters)) as SqlRow[],
  }
}

/** The value of a column that holds text; anything else is a mistake in the statement. */
export function textAt(row: SqlRow, column: string): string {
  const value = row[column]
  if (typeof value === 'string') return value
  throw new TypeError(`The column ${column} holds no text`)
}

export function numberAt(row: SqlRow, column: string): number {
  const value = row[column]
  if (typeof value === 'number') return value
  throw new TypeError(`The column ${column} holds no number`)
}

/** Absent for NULL. */
export const optionalTextAt = (row: SqlRow, column: string): string | undefined =>
  row[column] === null ? undefined : textAt(row, column)
export const optionalNumberAt = (row: SqlRow, column: string): number | undefined =>
  row[column] === null ? undefined : numberAt(row, column)
export function optionalBytesAt(row: SqlRow, column: string): Uint8Array | undefined {
  const value = row[column]
  return value instanceof ArrayBuffer ? new Uint8Array(value) : undefined
}
