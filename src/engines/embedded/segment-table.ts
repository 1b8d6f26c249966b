import { numberAt, optionalBytesAt, textAt, type Database } from './database.ts'

/** A segment as a generation lists it. Sequences of different segments do not overlap. */
export type SegmentRow = {
  readonly name: string
  readonly firstSequence: number
  readonly lastSequence: number
  readonly documents: number
  readonly bytes: number
  /** One bit a document, least significant first; absent while none is deleted. */
  readonly deleted: Uint8Array | undefined
  readonly deletedCount: number
}

export type SegmentTable = ReturnType<typeof openSegmentTable>

export function openSegmentTable(database: Database) {
  const select = database.prepare('SELECT * FROM segments ORDER BY first_sequence')
  const insert = database.prepare('INSERT INTO segments VALUES (?, ?, ?, ?, ?, NULL, 0)')
  const markDeleted = database.prepare('UPDATE segments SET deleted = ?, deleted_count = ? WHERE name = ?')
  const remove = database.prepare('DELETE FROM segments WHERE name = ?')
  return {
    all: (): SegmentRow[] =>
      select.all([]).map(row => ({
        name: textAt(row, 'name'),
        firstSequence: numberAt(row, 'first_sequence'),
        lastSequence: numberAt(row, 'last_sequence'),
        documents: numberAt(row, 'documents'),
        bytes: numberAt(row, 'bytes'),
        deleted: optionalBytesAt(row, 'deleted'),
        deletedCount: numberAt(row, 'deleted_count'),
      })),
    insert: (row: Omit<SegmentRow, 'deleted' | 'deletedCount'>): void =>
      void insert.run([row.name, row.firstSequence, row.lastSequence, row.documents, row.bytes]),
    markDeleted: (name: string, deleted: Uint8Array, count: number): void =>
      void markDeleted.run([deleted, count, name]),
    remove: (name: string): void => void remove.run([name]),
  }
}
