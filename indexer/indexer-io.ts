import type { Readable, Writable } from 'node:stream'
import type { AppError } from '../src/errors.ts'

/** The process around the indexer, so that a test can be one. */
export type IndexerIO = {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly stdin: Readable
  /** The report, or the paragraphs of a dry run. */
  readonly stdout: Writable
  /** Progress, and everything that went wrong. */
  readonly stderr: Writable
  /** Whether `stderr` is a terminal that can draw a bar. */
  readonly isTTY: boolean
  /** Ends the run after the batches under way. */
  readonly interrupt?: AbortSignal
}

export const EXIT = { fine: 0, failed: 1, wrongUsage: 2, interrupted: 130 } as const

export function printError({ message, hint }: AppError, { stderr }: Pick<IndexerIO, 'stderr'>): void {
  stderr.write(`Error: ${message}\n${hint === undefined ? '' : `${hint}\n`}`)
}
