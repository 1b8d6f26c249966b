import { z } from 'zod'
import { AppError } from './errors.ts'

export const ENGINES = ['embedded', 'meilisearch', 'opensearch'] as const
export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const

/** Everything that can be set from outside. `.env.example` says what each setting does; a test holds the two together. */
const SETTINGS = {
  ENGINE: choice(ENGINES, 'embedded'),
  DATA_DIR: text('data'),
  MEILI_URL: address('http://127.0.0.1:7700'),
  MEILI_KEY: optionalText(),
  OPENSEARCH_URL: address('http://127.0.0.1:9200'),
  OPENSEARCH_USERNAME: optionalText(),
  OPENSEARCH_PASSWORD: optionalText(),
  INDEX_NAME: indexName('paragraf'),
  HOST: text('127.0.0.1'),
  PORT: wholeNumber({ from: 0, to: 65_535, fallback: 3000 }),
  PUBLIC_URL: publicAddress(),
  CORS_ORIGINS: origins(),
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
  readonly meilisearch: { readonly url: string; readonly apiKey?: string }
  readonly opensearch: { readonly url: string; readonly username?: string; readonly password?: string }
  /** What the names of all indices on a server begin with. */
  readonly indexName: string
  readonly host: string
  /** 0: any free port. */
  readonly port: number
  /** Where readers reach the service, without a slash at the end; absent when nobody said so. */
  readonly publicUrl?: string
  /** Whose pages may read the API from browsers, as browsers write origins; `*`: all pages. Empty: only the service's own. */
  readonly corsOrigins: '*' | readonly string[]
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
    meilisearch: {
      url: settings.MEILI_URL,
      ...(settings.MEILI_KEY !== undefined && { apiKey: settings.MEILI_KEY }),
    },
    opensearch: {
      url: settings.OPENSEARCH_URL,
      ...(settings.OPENSEARCH_USERNAME !== undefined && { username: settings.OPENSEARCH_USERNAME }),
      ...(settings.OPENSEARCH_PASSWORD !== undefined && { password: settings.OPENSEARCH_PASSWORD }),
    },
    indexName: settings.INDEX_NAME,
    host: settings.HOST,
    port: settings.PORT,
    ...(settings.PUBLIC_URL !== undefined && { publicUrl: settings.PUBLIC_URL }),
    corsOrigins: settings.CORS_ORIGINS,
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

function optionalText() {
  return setting(z.string().optional())
}

/** Of a server; the value is not repeated in the message, for it may hold a password. */
function address(fallback: string) {
  const message = `is no address of a server: write something like ${fallback} (the default)`
  const isAddress = (value: string): boolean =>
    URL.canParse(value) && ['http:', 'https:'].includes(new URL(value).protocol)
  return setting(z.string().default(fallback).refine(isAddress, { message }))
}

/** Of the service itself, perhaps below a path of another site; without the slash at its end. */
function publicAddress() {
  const message = 'is no address of a site: write something like https://search.example.org'
  const isAddress = (value: string): boolean => {
    if (!URL.canParse(value)) return false
    const { protocol, search, hash, username } = new URL(value)
    return ['http:', 'https:'].includes(protocol) && search + hash + username === '' && !/[?#]/.test(value)
  }
  return setting(
    z
      .string()
      .refine(isAddress, { message })
      .transform(value => new URL(value).href.replace(/\/+$/, ''))
      .optional(),
  )
}

/** Of other sites, separated by commas or spaces. That everybody may read must be said, and said alone. */
function origins() {
  return setting(
    z
      .string()
      .default('')
      .transform((value, context): '*' | readonly string[] => {
        const given = value.split(/[\s,]+/).filter(one => one !== '')
        if (given.length === 1 && given[0] === '*') return '*'
        for (const wrong of given.filter(one => originOf(one) === undefined)) {
          context.addIssue({
            code: 'custom',
            message: `holds "${wrong}": write origins such as https://www.example.org, without a path, or * alone for every site (default none)`,
          })
        }
        return [...new Set(given.flatMap(one => originOf(one) ?? []))]
      }),
  )
}

/** As a browser sends it: lower case, without the port that goes without saying. */
function originOf(value: string): string | undefined {
  if (!URL.canParse(value)) return undefined
  const { protocol, origin, href } = new URL(value)
  const isOrigin = ['http:', 'https:'].includes(protocol) && href === `${origin}/` && !/[*?#]/.test(value)
  return isOrigin ? origin : undefined
}

/** What every server takes for a name of an index. */
function indexName(fallback: string) {
  const message = `must be lower-case letters, digits and _, beginning with a letter (default ${fallback})`
  return setting(
    z
      .string()
      .default(fallback)
      .refine(value => /^[a-z][a-z0-9_]{0,63}$/.test(value), { message }),
  )
}

function choice<const T extends readonly [string, ...string[]]>(values: T, fallback: T[number]) {
  return setting(
    z
      .string()
      .default(fallback)
      .transform((value, context): T[number] => {
        const found = values.find(known => known === value.toLowerCase())
        if (found !== undefined) return found
        context.addIssue({
          code: 'custom',
          message: `is "${value}": choose one of ${values.join(', ')} (default ${fallback})`,
        })
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
