import { cpus } from 'node:os'

/** Times in milliseconds of the queries of one type, and what they found. */
export type Measured = {
  readonly type: string
  readonly times: readonly number[]
  readonly found: readonly number[]
}

const COLUMNS = ['type', 'n', 'p50', 'p95', 'p99', 'max', 'median found'] as const

/** A table as plain text: one line a type. */
export function tableOf(measured: readonly Measured[]): string {
  const rows = measured.map(({ type, times, found }) => [
    type,
    String(times.length),
    ...[0.5, 0.95, 0.99, 1].map(share => quantile(times, share).toFixed(2)),
    String(quantile(found, 0.5)),
  ])
  const lines = [[...COLUMNS], ...rows]
  const widths = COLUMNS.map((_, column) => Math.max(...lines.map(line => line[column]?.length ?? 0)))
  return lines
    .map(line =>
      line
        .map((cell, k) => (k === 0 ? cell.padEnd(widths[k] ?? 0) : cell.padStart(widths[k] ?? 0)))
        .join('  '),
    )
    .join('\n')
}

/** The smallest value that at least that share of the values does not exceed. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0
}

export function machineLine(): string {
  const processors = cpus()
  return `${processors.length} × ${processors[0]?.model ?? 'unknown processor'}, Node ${process.version}, one thread`
}

export const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(0)} MB`
