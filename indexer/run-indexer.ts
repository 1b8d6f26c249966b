import { once } from 'node:events'
import type { Readable, Writable } from 'node:stream'
import { loadConfig } from '../src/config.ts'
import type { AnalyzedArticle } from '../src/domain/analyzed.ts'
import type { PutReport, SearchEngine } from '../src/engines/open-engine.ts'
import { AppError, messageOf } from '../src/errors.ts'
import { createPreparer } from '../src/ingest/prepare-article.ts'
import { parseArguments } from './arguments.ts'
import type { IndexerOptions } from './arguments.ts'
import { describeRejections, describeReport } from './describe-report.ts'
import { findFiles } from './find-files.ts'
import { indexArticles } from './index-articles.ts'
import { createProgress, SILENT } from './progress.ts'
import type { Progress } from './progress.ts'
import { readFileArticles, readInputArticles } from './read-articles.ts'
import type { ReadOptions } from './read-articles.ts'
import { printable } from './read-item.ts'
import type { ReadItem } from './read-item.ts'
import { createRecorder } from './report.ts'
import type { Recorder, Report } from './report.ts'
import { readVersion } from './version.ts'

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

const FAILED = 1
const WRONG_USAGE = 2
const INTERRUPTED = 130

/** The whole indexer. Resolves to the exit code: 0 fine, 1 something was rejected or failed, 2 wrong usage, 130 stopped. */
export async function runIndexer(argv: readonly string[], io: IndexerIO): Promise<number> {
  // Whoever reads the report may go away (`| head`): that must not end what is being indexed.
  for (const stream of [io.stdout, io.stderr]) stream.on('error', () => {})
  const parsed = parseArguments(argv, { version: await readVersion() })
  if (parsed.kind === 'exit') {
    io.stdout.write(parsed.stdout)
    io.stderr.write(parsed.stderr)
    return parsed.code
  }
  const { options } = parsed
  try {
    return options.dryRun ? await runDry(options, io) : await runWithEngine(options, io)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    printError(error, io)
    return error.code === 'invalid_config' ? WRONG_USAGE : FAILED
  }
}

async function runDry(options: IndexerOptions, io: IndexerIO): Promise<number> {
  const output = createOutput(io.stdout)
  const put = async (articles: readonly AnalyzedArticle[]): Promise<PutReport> => {
    let indexed = 0
    for (const { paragraphs } of articles) {
      indexed += paragraphs.length
      await output.write(paragraphs.map(({ paragraph }) => `${JSON.stringify(paragraph)}\n`).join(''))
    }
    return { indexed, unchanged: 0, retired: 0, rejected: [] }
  }
  // One batch at a time keeps the lines in order.
  const stop = AbortSignal.any([output.closed, ...(io.interrupt === undefined ? [] : [io.interrupt])])
  return run({ ...options, concurrency: 1 }, { ...io, put, stop, reportTo: io.stderr })
}

async function runWithEngine(options: IndexerOptions, io: IndexerIO): Promise<number> {
  const env = options.dataDir === undefined ? io.env : { ...io.env, DATA_DIR: options.dataDir }
  const config = loadConfig(env)
  // Not imported above: --help, --dry-run and usage errors need no native database.
  const { openEngine } = await import('../src/engines/open-engine.ts')
  const engine = openEngine(config, {
    log: ({ level, message, error }) => {
      const cause = error === undefined ? '' : `: ${messageOf(error)}`
      if (level !== 'info' || !options.quiet) io.stderr.write(`${level}: ${printable(message + cause)}\n`)
    },
  })
  try {
    await engine.prepare()
    if (options.ifEmpty && !(await announceIfEmpty(engine, options, io))) return 0
    const stop = io.interrupt ?? new AbortController().signal
    return await run(options, { ...io, put: articles => engine.put(articles), stop, reportTo: io.stdout })
  } finally {
    await engine.close()
  }
}

/** Says in one line what `--if-empty` found; true when there is something to do. */
async function announceIfEmpty(
  engine: SearchEngine,
  { paths, quiet }: IndexerOptions,
  io: IndexerIO,
): Promise<boolean> {
  const { paragraphs } = await engine.stats()
  const line =
    paragraphs === 0
      ? `The index is empty: indexing ${paths.join(', ')}\n`
      : `The index holds ${paragraphs} paragraphs already: nothing to do\n`
  if (!quiet) io.stderr.write(printable(line.trimEnd()) + '\n')
  return paragraphs === 0
}

type RunContext = IndexerIO & {
  readonly put: (articles: readonly AnalyzedArticle[]) => Promise<PutReport>
  /** Aborted when interrupted, and when nobody reads what is written. */
  readonly stop: AbortSignal
  readonly reportTo: Writable
}

async function run(options: IndexerOptions, context: RunContext): Promise<number> {
  const { stop, put } = context
  const started = performance.now()
  const recorder = createRecorder()
  const progress = await startProgress(options, context)
  let failure: AppError | undefined
  try {
    await indexArticles(readAll(options, { context, recorder, progress }), {
      prepare: createPreparer(),
      put,
      recorder,
      onProgress: () => progress.update(recorder.progress()),
      batchSize: options.batchSize,
      concurrency: options.concurrency,
      stop,
    })
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    failure = error
  } finally {
    progress.stop()
  }
  const report = recorder.report((performance.now() - started) / 1000)
  printReport(report, { options, context })
  if (failure !== undefined) printError(failure, context)
  const isInterrupted = context.interrupt?.aborted === true
  if (isInterrupted && !options.quiet)
    context.stderr.write('Stopped before the end; what is reported is in the index.\n')
  if (failure !== undefined) return FAILED
  if (isInterrupted) return INTERRUPTED
  return report.rejectedCount > 0 || stop.aborted ? FAILED : 0
}

async function* readAll(
  options: IndexerOptions,
  { context, recorder, progress }: { context: RunContext; recorder: Recorder; progress: Progress },
): AsyncGenerator<ReadItem> {
  const readOptions: ReadOptions = {
    ...(options.source === undefined ? {} : { source: options.source }),
    ...(options.language === undefined ? {} : { language: options.language }),
    onBytes: bytes => progress.advance(bytes),
    stop: context.stop,
  }
  for (const path of options.paths) {
    if (path === '-') {
      yield* readInputArticles(context.stdin, { ...readOptions, format: options.stdinFormat })
      continue
    }
    for await (const found of findFiles(path)) {
      if (context.stop.aborted) return
      if (found.kind === 'file') yield* readFileArticles(found, readOptions)
      else if (found.kind === 'skipped') recorder.skipped(found.why)
      else yield found
    }
  }
}

async function startProgress(
  options: IndexerOptions,
  { stderr, isTTY, stop }: RunContext,
): Promise<Progress> {
  if (options.quiet || (isTTY && options.dryRun)) return SILENT
  const totalBytes = isTTY ? await measure(options.paths, stop) : undefined
  return createProgress({ stderr, isTTY, totalBytes, now: () => performance.now() })
}

async function measure(paths: readonly string[], stop: AbortSignal): Promise<number | undefined> {
  if (paths.includes('-')) return undefined
  let bytes = 0
  for (const path of paths) {
    for await (const found of findFiles(path)) {
      if (stop.aborted) return bytes
      if (found.kind === 'file') bytes += found.bytes
    }
  }
  return bytes
}

function printReport(
  report: Report,
  { options, context }: { options: IndexerOptions; context: RunContext },
): void {
  context.stderr.write(describeRejections(report))
  if (options.json) context.reportTo.write(`${JSON.stringify(report)}\n`)
  else if (!options.quiet) context.reportTo.write(describeReport(report, options))
}

function printError({ message, hint }: AppError, { stderr }: Pick<IndexerIO, 'stderr'>): void {
  stderr.write(`Error: ${message}\n${hint === undefined ? '' : `${hint}\n`}`)
}

/** Writes at the pace of the reader; `closed` is aborted when the reader goes away, as `head` does. */
function createOutput(stdout: Writable) {
  const gone = new AbortController()
  stdout.on('error', () => gone.abort())
  return {
    closed: gone.signal,
    async write(text: string): Promise<void> {
      if (gone.signal.aborted || stdout.write(text)) return
      try {
        await once(stdout, 'drain', { signal: gone.signal })
      } catch {
        gone.abort()
      }
    },
  }
}
