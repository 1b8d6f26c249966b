import { z } from 'zod'
import { AppError } from './errors.ts'

export const ENGINES = ['embedded'] as const
export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const

/** Everything that can be set from outside. `.env.example` says what each setting does; a test holds the two together. */
const SETTINGS = {
  ENGINE: choice(ENGINES, 'embedded'),
  DATA_DIR: text('data'),
  HOST: text('127.0.0.1'),
  PORT: wholeNumber({ from: 0, to: 65_535, fallback: 3000 }),
  LOG_LEVEL: choice(LOG_LEVELS, 'info'),
  SEARCH_TIMEOUT_MS: wholeNumber({ from: 1, to: 600_000, fallback: 2000 }),
  SHUTDOWN_TIMEOUT_MS: wholeNumber({ from: 0, to: 600_000, fallback: 10_000 }),
  TRUST_PROXY: wholeNumber({ from: 0, to: 100, fallback: 0 }),
}

export const SETTING_NAMES: readonly string[] = Object.keys(SETTINGS)

const Environment = z.object(SETTINGS)

export type Config = {
  readonly engine: (typeof ENGINES)[number]
  /** As given: a relative path is one of the working directory. */
  readonly dataDir: string
  readonly host: string
  /** 0: any free port. */
  readonly port: number
  readonly logLevel: (typeof LOG_LEVELS)[number]
  /** Deadline of one search. */
  readonly searchTimeoutMs: number
  /** How long running requests may take to finish when the service is asked to stop. */
  readonly shutdownTimeoutMs: number
  /** How many proxies in front of the service are believed about the reader's address; 0: none. */
  readonly trustProxy: number
}

/**
 * The configuration from environment variables. An empty variable counts as unset.
 *
 * Throws one `invalid_config` that names every wrong variable, what is wrong with it and what would be right.
 */
export function loadConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const parsed = Environment.safeParse(env)
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path, message }) => `  ${path.join('.')} ${message}`)
    throw new AppError('invalid_config', ['The configuration is wrong:', ...problems].join('\n'), {
      hint: 'Correct these environment variables or unset them; .env.example lists every setting with its default.',
    })
  }
  const settings = parsed.data
  return {
    engine: settings.ENGINE,
    dataDir: settings.DATA_DIR,
    host: settings.HOST,
    port: settings.PORT,
    logLevel: settings.LOG_LEVEL,
    searchTimeoutMs: settings.SEARCH_TIMEOUT_MS,
    shutdownTimeoutMs: settings.SHUTDOWN_TIMEOUT_MS,
    trustProxy: settings.TRUST_PROXY,
  }
}

/** Compose files pass on variables that nobody set as empty ones. */
function setting<T extends z.ZodType>(schema: T) {
  return z.preprocess(
    value => (typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined),
    schema,
  )
}

function text(fallback: string) {
  return setting(z.string().default(fallback))
}

function choice<const T extends readonly [string, ...string[]]>(values: T, fallback: T[number]) {
  return setting(
    z
      .string()
      .default(fallback)
      .transform((value, context): T[number] => {
        const found = values.find(known => known === value.toLowerCase())
        if (found !== undefined) return found
        const known =
          values.length === 1 ? `the only one known is ${values[0]}` : `choose one of ${values.join(', ')}`
        context.addIssue({ code: 'custom', message: `is "${value}": ${known} (default ${fallback})` })
        return z.NEVER
      }),
  )
}

/** Digits only: `Number` would also read '0x10', '1e3' and ' 7 '. */
function wholeNumber({ from, to, fallback }: { from: number; to: number; fallback: number }) {
  return setting(
    z
      .string()
      .default(String(fallback))
      .transform((value, context): number => {
        const number = /^\d{1,9}$/.test(value) ? Number(value) : -1
        if (number >= from && number <= to) return number
        context.addIssue({
          code: 'custom',
          message: `is "${value}": write a whole number from ${from} to ${to} (default ${fallback})`,
        })
        return z.NEVER
      }),
  )
}
