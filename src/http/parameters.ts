import type { Request } from 'express'
import { z } from 'zod'
import { parseLanguage } from '../domain/language.ts'
import type { Language } from '../domain/language.ts'
import { QUOTE_KINDS } from '../domain/paragraph.ts'
import type { QuoteKind } from '../domain/paragraph.ts'
import type { Filters } from '../domain/query.ts'
import { nearestName } from '../search/near.ts'
import { parseDate } from '../search/parse-date.ts'
import { AppError, STATUS_OF_CODE } from '../errors.ts'
import type { ErrorCode } from '../errors.ts'
import { InvalidRequest } from './invalid-request.ts'
import type { ParameterProblem } from './invalid-request.ts'

/** Names that other services use, and ours. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  query: 'q',
  search: 'q',
  text: 'q',
  page: 'cursor',
  offset: 'cursor',
  after: 'from',
  before: 'to',
  size: 'limit',
  count: 'limit',
  per_page: 'limit',
  order: 'sort',
}

/** The parameters of a request as the schema reads them. Throws `InvalidRequest` with every problem. */
export function parseParameters<T>(
  req: Pick<Request, 'originalUrl' | 'query'>,
  schema: z.ZodObject<z.ZodRawShape> & z.ZodType<T>,
): T {
  assertDecodable(req.originalUrl)
  const parsed = schema.safeParse(req.query)
  if (parsed.success) return parsed.data
  const names = Object.keys(schema.shape)
  const [first, ...others] = parsed.error.issues.flatMap(issue => problemsOf(issue, names))
  // a schema that refuses says why
  if (first === undefined) throw new AppError('internal', 'The parameters were refused without a reason.')
  throw new InvalidRequest(first, others)
}

/** Express reads a broken `%` as U+FFFD, and nobody would know why nothing is found. */
function assertDecodable(url: string): void {
  try {
    decodeURIComponent(url.replaceAll('+', ' '))
  } catch {
    throw new InvalidRequest({
      parameter: '',
      code: 'invalid_request',
      message: 'The parameters are not encoded correctly.',
      hint: 'Encode every special character as %XX of its UTF-8 bytes, the % sign itself as %25.',
    })
  }
}

function problemsOf(issue: z.core.$ZodIssue, names: readonly string[]): ParameterProblem[] {
  if (issue.code === 'unrecognized_keys') return issue.keys.map(key => unknownParameter(key, names))
  const parameter = String(issue.path[0] ?? '')
  const { code = 'invalid_request', hint = 'Correct it, or leave it out.' } =
    issue.code === 'custom' ? readParams(issue.params) : {}
  return [{ parameter, code, message: `The parameter “${parameter}” ${issue.message}.`, hint }]
}

function unknownParameter(name: string, names: readonly string[]): ParameterProblem {
  const other = OTHER_NAMES[name.toLowerCase()]
  const near = other !== undefined && names.includes(other) ? other : nearestName(name, names)
  return {
    parameter: name.slice(0, 100),
    code: 'unknown_parameter',
    message: `There is no parameter “${name.slice(0, 100)}” here.`,
    hint:
      near === undefined
        ? `Known are ${names.join(', ')}.`
        : `Did you mean “${near}”? Known are ${names.join(', ')}.`,
  }
}

function readParams(params: Readonly<Record<string, unknown>> | undefined): {
  code?: ErrorCode
  hint?: string
} {
  const { code, hint } = params ?? {}
  return {
    ...(typeof code === 'string' && code in STATUS_OF_CODE && { code: code as ErrorCode }),
    ...(typeof hint === 'string' && { hint }),
  }
}

/** A parameter that may stand once. */
export const single = z.string({ error: 'was given more than once' })

export function wholeNumber({ from, to, fallback }: { from: number; to: number; fallback: number }) {
  const hint = `Without it, it is ${fallback}.`
  return single.default(String(fallback)).transform(readNumber({ from, to, hint }))
}

export function optionalNumber({ from, to }: { from: number; to: number }) {
  return single.transform(readNumber({ from, to })).optional()
}

/** Digits only: `Number` would also read '', '0x10', '1e3' and ' 7 '. */
function readNumber({ from, to, hint }: { from: number; to: number; hint?: string }) {
  return (value: string, context: z.RefinementCtx): number => {
    const number = /^\d{1,9}$/u.test(value) ? Number(value) : -1
    if (number >= from && number <= to) return number
    context.addIssue({
      code: 'custom',
      message: `must be a whole number from ${from} to ${to}`,
      params: { hint },
    })
    return z.NEVER
  }
}

export function choice<const T extends readonly [string, ...string[]]>(values: T) {
  return z.enum(values, { error: `must be ${values.length === 1 ? '' : 'one of '}${values.join(', ')}` })
}

const MAX_VALUES = 100
const MAX_VALUE_LENGTH = 300

const hasControlCharacter = (value: string): boolean => /\p{Cc}/u.test(value)

/** The beginning of a name. */
export const namePrefix = single
  .max(300, { error: 'must not be longer than 300 characters' })
  .refine(value => !hasControlCharacter(value), { error: 'holds a control character' })

/** A parameter that may be repeated; its values are alternatives. */
const repeated = z
  .union([z.string(), z.array(z.string())])
  .transform(value => (typeof value === 'string' ? [value] : value))
  .refine(values => values.length <= MAX_VALUES, { error: `may be given ${MAX_VALUES} times at most` })

const names = repeated
  .refine(values => values.every(value => value.trim() !== ''), { error: 'must not be empty' })
  .refine(values => !values.some(hasControlCharacter), { error: 'holds a control character' })
  .refine(values => values.every(value => value.length <= MAX_VALUE_LENGTH), {
    error: `must not be longer than ${MAX_VALUE_LENGTH} characters`,
  })

const kinds = repeated.transform((values, context): QuoteKind[] => {
  const known = QUOTE_KINDS.filter(kind => values.includes(kind))
  if (known.length === new Set(values).size) return known
  context.addIssue({ code: 'custom', message: `must be one of ${QUOTE_KINDS.join(', ')}` })
  return z.NEVER
})

function readLanguages(values: readonly string[], context: z.RefinementCtx): Language[] {
  const known = new Set<Language>()
  for (const value of values) {
    const parsed = parseLanguage(value)
    if (parsed.ok) for (const language of parsed.languages) known.add(language)
    else {
      context.addIssue({
        code: 'custom',
        message: `is “${value.slice(0, 40)}”, which is no language known here`,
        params: {
          code: 'unknown_language',
          hint:
            parsed.near.length > 0
              ? `Did you mean ${parsed.near.join(' or ')}?`
              : 'Give a tag such as nb, en or zh, or the name of a language.',
        },
      })
    }
  }
  return [...known]
}

const languages = repeated.transform(readLanguages)

/** One language; of those that a code means the first. */
export const language = single.transform(
  (value, context): Language => readLanguages([value], context)[0] ?? 'und',
)

const date = single.transform((value, context): number => {
  const seconds = parseDate(value)
  if (seconds !== undefined) return seconds
  context.addIssue({
    code: 'custom',
    message: 'must be a date',
    params: { hint: 'Write 2018, 2018-04, 2018-04-18 or 2018-04-18T09:30:00Z; without an offset it is UTC.' },
  })
  return z.NEVER
})

/** The parameters that filter, on every route that filters. */
export const FILTER_PARAMETERS = {
  language: languages.optional(),
  source: names.optional(),
  author: names.optional(),
  speaker: names.optional(),
  kind: kinds.optional(),
  from: date.optional(),
  to: date.optional(),
}

type FilterParameters = z.infer<z.ZodObject<typeof FILTER_PARAMETERS>>

export function toFilters({ language, source, author, speaker, kind, from, to }: FilterParameters): Filters {
  if (from !== undefined && to !== undefined && from >= to) {
    throw new InvalidRequest({
      parameter: 'to',
      code: 'invalid_request',
      message: 'The parameter “to” must be later than “from”.',
      hint: '“from” is inclusive, “to” exclusive: all of April 2018 is from=2018-04 and to=2018-05.',
    })
  }
  return {
    ...(language && { language: { any: language } }),
    ...(source && { source: { any: source } }),
    ...(author && { author: { any: author } }),
    ...(speaker && { speaker: { any: speaker } }),
    ...(kind && { quoteKind: { any: kind } }),
    ...((from !== undefined || to !== undefined) && {
      publishedAt: { ...(from !== undefined && { from }), ...(to !== undefined && { to }) },
    }),
  }
}
