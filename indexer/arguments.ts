import { Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import { parseLanguage } from '../src/domain/language.ts'
import type { Language } from '../src/domain/language.ts'
import { TEXT_FORMATS } from './formats.ts'
import type { TextFormat } from './formats.ts'

export type IndexerOptions = {
  /** At least one; `-` is standard input, at most once. */
  readonly paths: readonly string[]
  readonly stdinFormat: TextFormat
  readonly source?: string
  readonly languages?: readonly Language[]
  readonly dataDir?: string
  /** Paragraphs. */
  readonly batchSize: number
  /** Batches on their way to the engine at once. */
  readonly concurrency: number
  readonly dryRun: boolean
  readonly ifEmpty: boolean
  /** Everything that is read becomes a new index, which takes the place of the old one at the end. */
  readonly rebuild: boolean
  /** Swap in even an empty or much smaller index. */
  readonly force: boolean
  readonly quiet: boolean
  readonly json: boolean
}

export type ParsedArguments =
  | { readonly kind: 'run'; readonly options: IndexerOptions }
  /** Help, version or a usage error: there is only something to print. */
  | { readonly kind: 'exit'; readonly code: 0 | 2; readonly stdout: string; readonly stderr: string }

const EXAMPLES = `
Files: .txt and .md (with YAML front matter if you like), .json (an article or an array),
.ndjson, .jsonl and .ndjson.gz (an article a line). A .paragrafignore in a folder, written like
a .gitignore, leaves files out.

Fields of an article: text or paragraphs; id, title, source, author, publishedAt (or date), url,
language, visibleFrom, visibleUntil.

Exit code: 0 all is indexed, 1 something was rejected or failed, 2 wrong usage, 130 interrupted.

Examples:
  paragraf-index articles/
  paragraf-index --dry-run article.md
  zcat archive.ndjson.gz | paragraf-index --source "The Marlwick Ledger" -
`

/** Reads the command line. Never throws, prints or exits. */
export function parseArguments(argv: readonly string[], { version }: { version: string }): ParsedArguments {
  let stdout = ''
  let stderr = ''
  const command = new Command('paragraf-index')
    .description('Splits articles into paragraphs and puts them into the search index.')
    .argument('<path...>', 'files, folders, or - for standard input')
    .option('--dry-run', 'print the prepared paragraphs as NDJSON; touch no index', false)
    .option('--if-empty', 'index only when the index holds no paragraph', false)
    .option('--rebuild', 'make a new index of what is read, and swap it in at the end', false)
    .option('--force', 'with --rebuild: swap in even an empty or much smaller index', false)
    .option(
      '--source <name>',
      'outlet of articles that name none (default: the name of their folder)',
      parseName,
    )
    .option('--language <tag>', 'language of articles that declare none', parseTag)
    .option('--data-dir <folder>', 'folder of the embedded index (default: DATA_DIR, else data)', parseName)
    .addOption(new Option('--stdin-format <format>', 'format of -').choices(TEXT_FORMATS).default('ndjson'))
    .option('--batch-size <paragraphs>', 'paragraphs put into the index at once', countUpTo(100_000), 4000)
    .option('--concurrency <batches>', 'batches on their way at once', countUpTo(64), 2)
    .option('--quiet', 'no progress and no report, only what went wrong', false)
    .option('--json', 'print the report as JSON', false)
    .version(version)
    .addHelpText('after', EXAMPLES)
    .showHelpAfterError('Run paragraf-index --help to see how it is used.')
    .exitOverride()
    .configureOutput({
      writeOut: text => {
        stdout += text
      },
      writeErr: text => {
        stderr += text
      },
    })
  try {
    command.parse([...argv], { from: 'user' })
    const paths = command.args
    if (paths.filter(path => path === '-').length > 1)
      command.error('error: standard input (-) can be read only once')
    if (paths.includes('')) command.error('error: a path is empty')
    const { force, rebuild } = command.opts<ParsedOptions>()
    if (force && !rebuild) command.error('error: --force means nothing without --rebuild')
    const { language, ...options } = command.opts<ParsedOptions>()
    return { kind: 'run', options: { ...options, ...(language && { languages: language }), paths } }
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    return { kind: 'exit', code: error.exitCode === 0 ? 0 : 2, stdout, stderr }
  }
}

/** As commander names them after their flags. */
type ParsedOptions = Omit<IndexerOptions, 'paths' | 'languages'> & { readonly language?: readonly Language[] }

function parseName(value: string): string {
  if (value.trim() === '') throw new InvalidArgumentError('It is empty.')
  return value.trim()
}

function parseTag(value: string): readonly Language[] {
  const parsed = parseLanguage(value)
  if (parsed.ok) return parsed.languages
  throw new InvalidArgumentError(
    parsed.near.length === 0 ? 'Use a tag such as en, nb or zh.' : `Did you mean ${parsed.near.join(', ')}?`,
  )
}

function countUpTo(max: number): (value: string) => number {
  return value => {
    const count = /^\d{1,9}$/.test(value) ? Number(value) : 0
    if (count < 1 || count > max)
      throw new InvalidArgumentError(`It must be a whole number from 1 to ${max}.`)
    return count
  }
}
