import { SingleBar } from 'cli-progress'

export type Progress = {
  /** Bytes read since the last call. */
  advance(bytes: number): void
  /** The row that was checked last. */
  reached(row: number): void
  stop(): void
}

export const SILENT: Progress = { advance: () => {}, reached: () => {}, stop: () => {} }

/** A bar on a terminal; `totalBytes` is undefined when nobody can know. */
export function createBar(stderr: NodeJS.WritableStream, totalBytes: number | undefined): Progress {
  const counted = 'row {row}, {duration_formatted}'
  const bar = new SingleBar({
    stream: stderr,
    format: totalBytes === undefined ? counted : `{bar} {percentage}% | ${counted}`,
    barCompleteChar: '█',
    barIncompleteChar: '░',
    hideCursor: true,
    clearOnComplete: true,
    stopOnComplete: false,
    fps: 5,
  })
  bar.start(totalBytes ?? 1, 0, { row: 0 })
  return {
    advance: bytes => bar.increment(totalBytes === undefined ? 0 : bytes),
    reached: row => bar.update({ row }),
    stop: () => bar.stop(),
  }
}
