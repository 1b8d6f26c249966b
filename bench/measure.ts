import { cpus, loadavg } from 'node:os'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** Times in milliseconds of the queries of one type, and what they found. */
export type Measured = {
  readonly type: string
  readonly times: readonly number[]
  /** Of all threads of the process, the compiler's and the collector's too: for machines that have other work to do. */
  readonly processorTimes: readonly number[]
  readonly found: readonly number[]
}

const COLUMNS = [
  'type',
  'n',
  'p50',
  'p95',
  'p99',
  'max',
  'cpu p50',
  'cpu p95',
  'cpu p99',
  'median found',
] as const

/** A table as plain text: one line a type, times in milliseconds. */
export function tableOf(measured: readonly Measured[]): string {
  const rows = measured.map(({ type, times, processorTimes, found }) => [
    type,
    String(times.length),
    ...[0.5, 0.95, 0.99, 1].map(share => quantile(times, share).toFixed(2)),
    ...[0.5, 0.95, 0.99].map(share => quantile(processorTimes, share).toFixed(2)),
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

/** Adds up the time of what it measures, by the clock and by the processor. */
export class Stopwatch {
  milliseconds = 0
  processorMilliseconds = 0

  measure<T>(work: () => T): T {
    const processor = process.cpuUsage()
    const start = performance.now()
    const result = work()
    this.milliseconds += performance.now() - start
    const { user, system } = process.cpuUsage(processor)
    this.processorMilliseconds += (user + system) / 1000
    return result
  }

  async measureAsync<T>(work: () => Promise<T>): Promise<T> {
    const processor = process.cpuUsage()
    const start = performance.now()
    const result = await work()
    this.milliseconds += performance.now() - start
    const { user, system } = process.cpuUsage(processor)
    this.processorMilliseconds += (user + system) / 1000
    return result
  }

  rate(count: number): string {
    const perSecond = (milliseconds: number): string => ((count / milliseconds) * 1000).toFixed(0)
    return `${perSecond(this.milliseconds)} paragraphs/s (${perSecond(this.processorMilliseconds)} per second of processor time)`
  }
}

export function machineLine(): string {
  const processors = cpus()
  const load = loadavg()[0]?.toFixed(1)
  return `${processors.length} × ${processors[0]?.model ?? 'unknown processor'}, Node ${process.version}, one thread; load average at the start ${load}`
}

export const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(0)} MB`

/** So that memory which only waits to be collected is not counted. */
export function collectGarbage(): void {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  collect()
}
