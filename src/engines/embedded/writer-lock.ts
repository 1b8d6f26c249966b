import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { AppError, systemCodeOf } from '../../errors.ts'
import type { Database } from './database.ts'

/**
 * One writer at a time. The lock is SQLite's own write lock, so it ends with the process that holds it; the file beside it
 * only tells who that is.
 */
export type WriterLock = {
  /** Runs `work` in a transaction of the only writer; commits when it returns, rolls back when it throws. */
  transaction<T>(work: () => T | Promise<T>, options: { readonly timeoutMs: number }): Promise<T>
}

const RETRY_MS = 25

export function createWriterLock(database: Database, directory: string): WriterLock {
  const noteFile = join(directory, 'writer.json')
  return {
    async transaction(work, { timeoutMs }) {
      await beginImmediate(database, () => lockedError(directory, noteFile, timeoutMs), timeoutMs)
      try {
        writeFileSync(
          noteFile,
          JSON.stringify({ pid: process.pid, host: hostname(), since: new Date().toISOString() }),
        )
        const result = await work()
        database.exec('COMMIT')
        return result
      } catch (error) {
        rollback(database)
        throw error
      } finally {
        rmSync(noteFile, { force: true })
      }
    },
  }
}

async function beginImmediate(database: Database, locked: () => AppError, timeoutMs: number): Promise<void> {
  const end = performance.now() + timeoutMs
  for (;;) {
    try {
      database.exec('BEGIN IMMEDIATE')
      return
    } catch (error) {
      if (!systemCodeOf(error)?.startsWith('SQLITE_BUSY')) throw error
      if (performance.now() >= end) throw locked()
    }
    await sleep(RETRY_MS)
  }
}

/** SQLite has often rolled back by itself (a full disk), and then there is nothing to roll back. */
function rollback(database: Database): void {
  try {
    database.exec('ROLLBACK')
  } catch {
    return
  }
}

function lockedError(directory: string, noteFile: string, timeoutMs: number): AppError {
  return new AppError(
    'index_locked',
    `Another process has been writing to ${directory} for over ${timeoutMs / 1000} s${holder(noteFile)}`,
    { hint: 'Wait until it is done and run this again; nothing was lost.', retryAfter: 5 },
  )
}

function holder(noteFile: string): string {
  try {
    const note: unknown = JSON.parse(readFileSync(noteFile, 'utf8'))
    if (
      typeof note !== 'object' ||
      note === null ||
      !('pid' in note) ||
      !('host' in note) ||
      !('since' in note)
    )
      return ''
    return `: process ${String(note.pid)} on ${String(note.host)}, since ${String(note.since)}`
  } catch {
    return ''
  }
}
