import { SingleBar } from 'cli-progress'

export type ProgressCounts = { readonly articles: number; readonly paragraphs: number }

export type Progress = {
  /** Bytes read since the last call. */
  advance(bytes: number): void
  update(counts: ProgressCounts): void
  stop(): void
}

export type ProgressOptions = {
  readonly stderr: NodeJS.WritableStream
  readonly isTTY: boolean
  /** Of all input files; undefined when nobody can know, as with standard input. */
  readonly totalBytes: number | undefined
  /** Milliseconds on a clock that never goes back. */
  readonly now: () => number
}

const LINE_EVERY_MS = 5000

export const SILENT: Progress = { advance: () => {}, update: () => {}, stop: () => {} }

/** A bar where a terminal can draw it, a plain line every few seconds elsewhere. */
export function createProgress({ stderr, isTTY, totalBytes, now }: ProgressOptions): Progress {
  return isTTY ? createBar({ stderr, totalBytes }) : createLines({ stderr, now })
}

function createBar({ stderr, totalBytes }: Pick<ProgressOptions, 'stderr' | 'totalBytes'>): Progress {
  const counted = '{articles} articles, {paragraphs} paragraphs, {duration_formatted}'
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
  bar.start(totalBytes ?? 1, 0, { articles: 0, paragraphs: 0 })
  return {
    advance: bytes => bar.increment(totalBytes === undefined ? 0 : bytes),
    update: counts => bar.update(counts),
    stop: () => bar.stop(),
  }
}

function createLines({ stderr, now }: Pick<ProgressOptions, 'stderr' | 'now'>): Progress {
  let last = now()
  return {
    advance: () => {},
    update: ({ articles, paragraphs }) => {
      if (now() - last < LINE_EVERY_MS) return
      last = now()
      stderr.write(`${articles} articles, ${paragraphs} paragraphs so far\n`)
    },
    stop: () => {},
  }
}
