import { AppError } from '../../errors.ts'
import type { CheckQuotation } from '../check-quotation.ts'
import type { BatchRow } from './batch-row.ts'
import { errorRow, verdictRow } from './verdict-row.ts'
import type { VerdictRow } from './verdict-row.ts'

export type BatchOptions = {
  readonly signal?: AbortSignal
  /** Rows before this one are skipped; from 1. */
  readonly fromRow?: number
  /** How long one row may take, milliseconds. */
  readonly timeoutMs: number
}

/** Rows that are checked at once: one waits for the index while another is compared. */
const AT_ONCE = 3

/**
 * Checks one row after the other and yields their verdicts in order. Holds only the rows that are being checked: reads on
 * when a verdict is taken. What goes wrong with one row is its verdict; only when the index can't be reached at all, or the
 * caller gives up, does it throw.
 */
export async function* checkBatch(
  checker: CheckQuotation,
  rows: AsyncIterable<BatchRow>,
  options: BatchOptions,
): AsyncGenerator<VerdictRow> {
  const running: Promise<VerdictRow>[] = []
  try {
    for await (const row of rows) {
      if (row.row < (options.fromRow ?? 1)) continue
      options.signal?.throwIfAborted()
      const checked = checkRow(checker, row, options)
      // whoever waits for an earlier row must not be ended by a later one
      checked.catch(() => undefined)
      running.push(checked)
      const first = running.length >= AT_ONCE ? running.shift() : undefined
      if (first) yield await first
    }
    for (let first = running.shift(); first; first = running.shift()) yield await first
  } finally {
    await Promise.allSettled(running)
  }
}

async function checkRow(
  checker: CheckQuotation,
  row: BatchRow,
  { signal, timeoutMs }: BatchOptions,
): Promise<VerdictRow> {
  if (!row.isRead) return errorRow(row, row.error)
  const { text, languages, speaker } = row
  const [language] = languages
  try {
    const checked = await checker.check(
      { text, ...(language && { language, languages }), ...(speaker !== undefined && { speaker }) },
      { limit: 1, deadline: performance.now() + timeoutMs, ...(signal && { signal }) },
    )
    return verdictRow(row, checked)
  } catch (error) {
    if (!(error instanceof AppError) || ENDS_ALL.has(error.code)) throw error
    return errorRow(row, error)
  }
}

/** No other row will fare better. */
const ENDS_ALL: ReadonlySet<string> = new Set([
  'cancelled',
  'shutting_down',
  'engine_unreachable',
  'index_missing',
  'index_outdated',
  'index_damaged',
])
