import { Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import { BATCH_FORMATS } from '../../citation/batch/read-rows.ts'
import type { BatchFormat } from '../../citation/batch/read-rows.ts'

export type CheckOptions = {
  /** `-` is standard input. */
  readonly file: string
  /** Of the file; default: by its name. */
  readonly format: BatchFormat
  /** Of what is written; default: that of the file. */
  readonly outputFormat: BatchFormat
  /** Rows before it were checked already. */
  readonly fromRow: number
  /** Default: standard output. */
  readonly output?: string
  readonly dataDir?: string
  readonly quiet: boolean
}

export type ParsedArguments =
  | { readonly kind: 'run'; readonly options: CheckOptions }
  /** Help or a usage error: there is only something to print. */
  | { readonly kind: 'exit'; readonly code: 0 | 2; readonly stdout: string; readonly stderr: string }

const EXAMPLES = `
Rows: CSV with a header row, or NDJSON with an object a line. Fields: text (or quote, quotation,
claim); language, speaker and id are optional. Other fields are left alone.

Verdicts: verbatim, trimmed, altered, notFound; error for a row that could not be checked.

An interrupted check says with which --from-row it goes on; with --output it then appends.

Exit code: 0 every row was checked, 1 rows had errors or the check failed, 2 wrong usage,
130 interrupted.

Examples:
  check-quotes draft.csv --output verdicts.csv
  check-quotes quotes.ndjson --from-row 5001 --output verdicts.ndjson
`

/** Reads the command line. Never throws, prints or exits. */
export function parseArguments(argv: readonly string[]): ParsedArguments {
  let stdout = ''
  let stderr = ''
  const command = new Command('check-quotes')
    .description('Checks quotations against the index: did anybody say so, exactly so, who, and where.')
    .argument('<file>', 'a CSV or NDJSON file, or - for standard input')
    .addOption(
      new Option('--format <format>', 'format of the file (default: by its name, ndjson for -)').choices(
        BATCH_FORMATS,
      ),
    )
    .addOption(
      new Option('--output-format <format>', 'format of the verdicts (default: that of the file)').choices(
        BATCH_FORMATS,
      ),
    )
    .option('--from-row <number>', 'begin with this row', parseRow, 1)
    .option('--output <file>', 'where verdicts are written (default: standard output)', parseName)
    .option('--data-dir <folder>', 'folder of the embedded index (default: DATA_DIR, else data)', parseName)
    .option('--quiet', 'no progress, only what went wrong', false)
    .addHelpText('after', EXAMPLES)
    .showHelpAfterError('Run check-quotes --help to see how it is used.')
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
    const [file = ''] = command.args
    const options = command.opts<ParsedOptions>()
    const format = options.format ?? formatOf(file)
    if (format === undefined)
      command.error(`error: ${file} is neither .csv nor .ndjson nor .jsonl; say which with --format`)
    else return { kind: 'run', options: { outputFormat: format, ...options, file, format } }
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    return { kind: 'exit', code: error.exitCode === 0 ? 0 : 2, stdout, stderr }
  }
  return { kind: 'exit', code: 2, stdout, stderr }
}

/** As commander names them after their flags. */
type ParsedOptions = Omit<CheckOptions, 'file' | 'format' | 'outputFormat'> & {
  readonly format?: BatchFormat
  readonly outputFormat?: BatchFormat
}

function formatOf(file: string): BatchFormat | undefined {
  if (file === '-' || /\.(ndjson|jsonl)$/i.test(file)) return 'ndjson'
  return /\.csv$/i.test(file) ? 'csv' : undefined
}

function parseName(value: string): string {
  if (value.trim() === '') throw new InvalidArgumentError('It is empty.')
  return value
}

function parseRow(value: string): number {
  const row = /^\d{1,12}$/.test(value) ? Number(value) : 0
  if (row < 1) throw new InvalidArgumentError('It must be a whole number from 1.')
  return row
}
