import { loadConfig } from '../src/config.ts'
import type { AnalyzedArticle } from '../src/domain/analyzed.ts'
import type { PutReport, SearchEngine } from '../src/engines/open-engine.ts'
import { AppError, messageOf } from '../src/errors.ts'
import { parseArguments } from './arguments.ts'
import type { IndexerOptions } from './arguments.ts'
import { EXIT, printError } from './indexer-io.ts'
import type { IndexerIO } from './indexer-io.ts'
import { createPacedOutput } from './paced-output.ts'
import { printable } from './read-item.ts'
import { startRebuild } from './rebuild.ts'
import { run } from './run.ts'
import { readVersion } from './version.ts'

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
    return error.code === 'invalid_config' ? EXIT.wrongUsage : EXIT.failed
  }
}

async function runDry(options: IndexerOptions, io: IndexerIO): Promise<number> {
  const output = createPacedOutput(io.stdout)
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
    if (options.ifEmpty && !(await announceIfEmpty(engine, options, io))) return EXIT.fine
    const stop = io.interrupt ?? new AbortController().signal
    if (!options.rebuild) {
      return await run(options, { ...io, put: articles => engine.put(articles), stop, reportTo: io.stdout })
    }
    const rebuild = startRebuild(engine, options)
    return await run(options, { ...io, put: rebuild.put, rebuild, stop, reportTo: io.stdout })
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
