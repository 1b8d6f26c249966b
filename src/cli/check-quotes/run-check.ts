import { createReadStream, createWriteStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { Readable, Writable } from 'node:stream'
import { Readable as ReadableStream } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { checkBatch } from '../../citation/batch/check-batch.ts'
import { readRows } from '../../citation/batch/read-rows.ts'
import type { VerdictRow } from '../../citation/batch/verdict-row.ts'
import { writeHead, writeRow } from '../../citation/batch/write-rows.ts'
import { createQuotationCheck } from '../../citation/check-quotation.ts'
import { loadConfig } from '../../config.ts'
import { AppError, messageOf, systemCodeOf } from '../../errors.ts'
import { parseArguments } from './arguments.ts'
import type { CheckOptions } from './arguments.ts'
import { createBar, SILENT } from './progress.ts'
import type { Progress } from './progress.ts'

/** The process around the command, so that a test can be one. */
export type CommandIO = {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly stdin: Readable
  readonly stdout: Writable
  /** Progress, and everything that went wrong. */
  readonly stderr: Writable
  /** Whether `stderr` is a terminal that can draw a bar. */
  readonly isTTY: boolean
  /** Ends the check after the row that is under way. */
  readonly interrupt?: AbortSignal
}

const EXIT = { fine: 0, failed: 1, wrongUsage: 2, interrupted: 130 } as const

/** One row may wait for a slow index longer than a reader would. */
const ROW_TIMEOUT_MS = 10_000

/** Checks the quotations of a file against the index of the configuration. Resolves to the exit code. */
export async function runCheck(argv: readonly string[], io: CommandIO): Promise<number> {
  const parsed = parseArguments(argv)
  if (parsed.kind === 'exit') {
    io.stdout.write(parsed.stdout)
    io.stderr.write(parsed.stderr)
    return parsed.code
  }
  try {
    return await checkFile(parsed.options, io)
  } catch (error) {
    // nobody reads what is written, as with `| head`: there is nobody to tell, either
    if (systemCodeOf(error) === 'EPIPE') return EXIT.failed
    const known = error instanceof AppError ? error : systemError(error, parsed.options)
    if (!known) throw error
    io.stderr.write(`Error: ${known.message}\n${known.hint === undefined ? '' : `${known.hint}\n`}`)
    return known.code === 'invalid_config' ? EXIT.wrongUsage : EXIT.failed
  }
}

async function checkFile(options: CheckOptions, io: CommandIO): Promise<number> {
  const totalBytes = await sizeOf(options)
  const config = loadConfig(options.dataDir === undefined ? io.env : { ...io.env, DATA_DIR: options.dataDir })
  // Not imported above: --help and usage errors need no native database.
  const { openEngine } = await import('../../engines/open-engine.ts')
  const engine = openEngine(config, {
    log: ({ level, message, error }) => {
      if (level !== 'info')
        io.stderr.write(`${level}: ${message}${error === undefined ? '' : `: ${messageOf(error)}`}\n`)
    },
  })
  const checker = createQuotationCheck(engine)
  const progress = options.quiet || !io.isTTY ? SILENT : createBar(io.stderr, totalBytes)
  const counts = { last: options.fromRow - 1, errors: 0 }
  let isInterrupted = false
  try {
    await engine.prepare()
    const rows = readRows(bytesOf(options, io, progress), options.format)
    const verdicts = checkBatch(checker, rows, { fromRow: options.fromRow, timeoutMs: ROW_TIMEOUT_MS })
    const lines = linesOf(verdicts, {
      options,
      counts,
      progress,
      ...(io.interrupt && { interrupt: io.interrupt }),
    })
    await pipeline(ReadableStream.from(lines), openOutput(options, io), { end: options.output !== undefined })
    isInterrupted = io.interrupt?.aborted ?? false
  } finally {
    progress.stop()
    await checker.close()
    await engine.close()
  }
  if (isInterrupted) {
    io.stderr.write(`Interrupted: go on with --from-row ${counts.last + 1}\n`)
    return EXIT.interrupted
  }
  return counts.errors > 0 ? EXIT.failed : EXIT.fine
}

type Writing = {
  readonly options: CheckOptions
  readonly counts: { last: number; errors: number }
  readonly progress: Progress
  readonly interrupt?: AbortSignal
}

async function* linesOf(
  verdicts: AsyncIterable<VerdictRow>,
  { options, counts, progress, interrupt }: Writing,
): AsyncGenerator<string> {
  const head = writeHead(options.outputFormat)
  if (options.fromRow === 1 && head !== '') yield head
  for await (const verdict of verdicts) {
    yield writeRow(verdict, options.outputFormat)
    counts.last = verdict.row
    if (verdict.verdict === 'error') counts.errors++
    progress.reached(verdict.row)
    if (interrupt?.aborted) return
  }
}

/** Opens a file only when it is read: a stream that nobody reads yet has nobody to tell that it can't be opened. */
async function* bytesOf(
  { file }: CheckOptions,
  { stdin }: CommandIO,
  progress: Progress,
): AsyncGenerator<Uint8Array> {
  const stream: AsyncIterable<Uint8Array> = file === '-' ? stdin : createReadStream(file)
  for await (const chunk of stream) {
    progress.advance(chunk.length)
    yield chunk
  }
}

/** Undefined when nobody can know. */
async function sizeOf({ file }: CheckOptions): Promise<number | undefined> {
  return file === '-' ? undefined : (await stat(file)).size
}

function openOutput({ output, fromRow }: CheckOptions, { stdout }: CommandIO): Writable {
  return output === undefined ? stdout : createWriteStream(output, { flags: fromRow > 1 ? 'a' : 'w' })
}

/** What the operating system says about the files that were named. */
function systemError(error: unknown, { file, output }: CheckOptions): AppError | undefined {
  if (systemCodeOf(error) === undefined) return undefined
  const hint = `Look at ${output === undefined ? file : `${file} and ${output}`}.`
  return new AppError('unreadable_input', messageOf(error), { hint, cause: error })
}
