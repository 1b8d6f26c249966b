import type { Writable } from 'node:stream'
import type { AnalyzedArticle } from '../src/domain/analyzed.ts'
import type { PutReport, RebuildReport } from '../src/engines/open-engine.ts'
import { AppError } from '../src/errors.ts'
import { createPreparer } from '../src/ingest/prepare-article.ts'
import type { IndexerOptions } from './arguments.ts'
import { describeRejections, describeReport } from './describe-report.ts'
import { findFiles } from './find-files.ts'
import { indexArticles } from './index-articles.ts'
import { EXIT, printError } from './indexer-io.ts'
import type { IndexerIO } from './indexer-io.ts'
import { createProgress, SILENT } from './progress.ts'
import type { Progress } from './progress.ts'
import { readFileArticles, readInputArticles } from './read-articles.ts'
import type { ReadOptions } from './read-articles.ts'
import type { ReadItem } from './read-item.ts'
import type { Rebuild } from './rebuild.ts'
import { createRecorder } from './report.ts'
import type { Recorder, Report } from './report.ts'

export type RunContext = IndexerIO & {
  readonly put: (articles: readonly AnalyzedArticle[]) => Promise<PutReport>
  /** With `--rebuild`: makes what was put the index, or lets it go. */
  readonly rebuild?: Pick<Rebuild, 'finish' | 'abandon'>
  /** Aborted when interrupted, and when nobody reads what is written. */
  readonly stop: AbortSignal
  readonly reportTo: Writable
}

/** Reads, prepares and puts everything the options name, and reports it. Resolves to the exit code. */
export async function run(options: IndexerOptions, context: RunContext): Promise<number> {
  const { stop, put } = context
  const started = performance.now()
  const recorder = createRecorder()
  const progress = await startProgress(options, context)
  let failure: AppError | undefined
  let rebuilt: RebuildReport | undefined
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
    if (stop.aborted) await context.rebuild?.abandon()
    else rebuilt = await context.rebuild?.finish()
  } catch (error) {
    await context.rebuild?.abandon()
    if (!(error instanceof AppError)) throw error
    failure = error
  } finally {
    progress.stop()
  }
  const report = recorder.report((performance.now() - started) / 1000)
  printReport(report, { options, context })
  if (rebuilt !== undefined) printRebuilt(rebuilt, { options, context })
  if (failure !== undefined) printError(failure, context)
  const isInterrupted = context.interrupt?.aborted === true
  if (isInterrupted && !options.quiet)
    context.stderr.write(
      context.rebuild
        ? 'Stopped before the end; the old index is as it was.\n'
        : 'Stopped before the end; what is reported is in the index.\n',
    )
  if (failure !== undefined) return EXIT.failed
  if (isInterrupted) return EXIT.interrupted
  return report.rejectedCount > 0 || stop.aborted ? EXIT.failed : EXIT.fine
}

async function* readAll(
  options: IndexerOptions,
  { context, recorder, progress }: { context: RunContext; recorder: Recorder; progress: Progress },
): AsyncGenerator<ReadItem> {
  const readOptions: ReadOptions = {
    ...(options.source === undefined ? {} : { source: options.source }),
    ...(options.languages === undefined ? {} : { languages: options.languages }),
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

function printRebuilt(
  { before, after }: RebuildReport,
  { options, context }: { options: IndexerOptions; context: RunContext },
): void {
  if (!options.quiet)
    context.stderr.write(`The new index holds ${after} paragraphs, the old one held ${before}\n`)
}

function printReport(
  report: Report,
  { options, context }: { options: IndexerOptions; context: RunContext },
): void {
  context.stderr.write(describeRejections(report))
  if (options.json) context.reportTo.write(`${JSON.stringify(report)}\n`)
  else if (!options.quiet) context.reportTo.write(describeReport(report, options))
}
