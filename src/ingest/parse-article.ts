import { z } from 'zod'
import type { Article, ArticleBody } from '../domain/article.ts'
import { parseLanguage } from '../domain/language.ts'
import type { Language } from '../domain/language.ts'
import { cleanText, isVisible } from './clean-text.ts'
import { articleIdOf } from './ids.ts'
import { parseDate } from './parse-date.ts'

/** What the surroundings of a record say where the record itself does not. */
export type ArticleDefaults = {
  readonly source?: string
  readonly languages?: readonly Language[]
  /** How `text` is written; default `plain`. */
  readonly markup?: 'plain' | 'markdown'
  /** The file's path below the indexed folder when the whole file is this article: its identity without id and URL. */
  readonly path?: string
}

export type ParsedArticle =
  | {
      readonly ok: true
      readonly article: Article
      /** Names of the record's fields that mean nothing here. */
      readonly unknownFields: readonly string[]
      /** True when neither an id, a URL nor a path names the article, so that a changed text makes it another one. */
      readonly isKnownByText: boolean
    }
  /** Every problem of the record, each a sentence that begins with the field. */
  | { readonly ok: false; readonly problems: readonly string[] }

// These stand in every paragraph of the article or in every facet, so that a broken export must not blow them up.
const MAX_TITLE = 1_000
const MAX_NAME = 200
const MAX_AUTHORS = 100
const MAX_ID = 2_000
const MAX_URL = 2_000

/** Exports write a field they know nothing of as null or empty: that is absence. */
const orAbsent = <T extends z.ZodType>(schema: T) =>
  z.preprocess(
    value => (value === null || (typeof value === 'string' && !isVisible(value)) ? undefined : value),
    schema.optional(),
  )

const line = (max: number) =>
  z
    .string({ error: 'must be text' })
    .transform(cleanText)
    .refine(text => text.length <= max, { error: `is longer than ${max} characters` })

const idField = z
  .union([z.string(), z.int().transform(String)], { error: 'must be text or a whole number' })
  .transform(id => id.trim())
  .refine(id => id.length <= MAX_ID, { error: `is longer than ${MAX_ID} characters` })

const urlField = z
  .string({ error: 'must be text' })
  .transform(url => url.trim())
  .superRefine((url, context) => {
    const protocol = URL.canParse(url) ? new URL(url).protocol : ''
    if (protocol !== 'https:' && protocol !== 'http:') {
      context.addIssue({
        code: 'custom',
        message: `${quoted(url)} is not a web address beginning with https:// or http://`,
      })
    } else if (url.length > MAX_URL) {
      context.addIssue({ code: 'custom', message: `is longer than ${MAX_URL} characters` })
    }
  })

const dateField = z.unknown().transform((value, context) => {
  if (value === undefined) return undefined
  const parsed = parseDate(value)
  if (parsed.ok) return parsed.seconds
  context.addIssue({ code: 'custom', message: `${quoted(value)} ${parsed.problem}` })
  return z.NEVER
})

const languageField = z.string({ error: 'must be text' }).transform((value, context): readonly Language[] => {
  const parsed = parseLanguage(value)
  if (parsed.ok) return parsed.languages
  const near =
    parsed.near.length === 0 ? 'use a tag such as en, nb or zh' : `did you mean ${parsed.near.join(', ')}?`
  context.addIssue({ code: 'custom', message: `${quoted(value)} is not a known language: ${near}` })
  return z.NEVER
})

const authorField = z.union(
  [line(MAX_NAME).transform(name => [name]), z.array(orAbsent(line(MAX_NAME))).max(MAX_AUTHORS)],
  {
    error: `must be a name or a list of at most ${MAX_AUTHORS} names, each of at most ${MAX_NAME} characters`,
  },
)

const ArticleRecord = z
  .looseObject(
    {
      id: orAbsent(idField),
      title: orAbsent(line(MAX_TITLE)),
      source: orAbsent(line(MAX_NAME)),
      author: orAbsent(authorField),
      publishedAt: orAbsent(dateField),
      date: orAbsent(dateField),
      url: orAbsent(urlField),
      language: orAbsent(languageField),
      visibleFrom: orAbsent(dateField),
      visibleUntil: orAbsent(dateField),
      text: orAbsent(z.string({ error: 'must be text' })),
      paragraphs: z.preprocess(
        value => value ?? undefined,
        z.array(z.string({ error: 'must be text' }), { error: 'must be a list of texts' }).optional(),
      ),
    },
    { error: 'must be a JSON object with the fields of one article' },
  )
  .superRefine((record, context) => {
    const problem = (field: string, message: string) =>
      context.addIssue({ code: 'custom', path: [field], message })
    const hasParagraphs = record.paragraphs?.some(isVisible) ?? false
    if (record.text === undefined && !hasParagraphs)
      problem('text', 'is missing or empty: an article needs text or paragraphs')
    if (record.text !== undefined && hasParagraphs)
      problem('text', 'stands beside paragraphs: keep only one of the two')
    const { publishedAt, date, visibleFrom, visibleUntil } = record
    if (publishedAt !== undefined && date !== undefined && publishedAt !== date) {
      problem('date', 'is another than publishedAt: keep only one of the two')
    }
    if (visibleFrom !== undefined && visibleUntil !== undefined && visibleUntil <= visibleFrom) {
      problem('visibleUntil', 'is not after visibleFrom')
    }
  })

const KNOWN_FIELDS: ReadonlySet<string> = new Set(Object.keys(ArticleRecord.shape))

/** One article as a program gives it (a JSON value, or front matter and the text below it). Reports all its problems. */
export function parseArticle(record: unknown, defaults: ArticleDefaults): ParsedArticle {
  const parsed = ArticleRecord.safeParse(record)
  const problems = parsed.success ? [] : parsed.error.issues.map(describeIssue)
  const source = (parsed.success ? parsed.data.source : undefined) ?? defaults.source
  if (parsed.success && source === undefined) problems.push('source is missing: name the outlet')
  if (!parsed.success || source === undefined) return { ok: false, problems }

  const { id, url, title, author, publishedAt, date, language, visibleFrom, visibleUntil } = parsed.data
  const body = bodyOf(parsed.data, defaults.markup ?? 'plain')
  const declared = (language ?? defaults.languages ?? []).filter(tag => tag !== 'und')
  const published = publishedAt ?? date
  const article: Article = {
    id: articleIdOf({
      ...(id === undefined ? {} : { id }),
      ...(url === undefined ? {} : { url }),
      source,
      ...(defaults.path === undefined ? {} : { path: defaults.path }),
      content: [title ?? '', ...(body.kind === 'text' ? [body.text] : body.paragraphs)].join('\n'),
    }),
    source,
    ...(title === undefined ? {} : { title }),
    author: [...new Set((author ?? []).filter(name => name !== undefined))],
    ...(url === undefined ? {} : { url }),
    ...(published === undefined ? {} : { publishedAt: published }),
    ...(declared.length === 0 ? {} : { languages: declared }),
    ...(visibleFrom === undefined ? {} : { visibleFrom }),
    ...(visibleUntil === undefined ? {} : { visibleUntil }),
    body,
  }
  return {
    ok: true,
    article,
    unknownFields: Object.keys(parsed.data).filter(field => !KNOWN_FIELDS.has(field)),
    isKnownByText: id === undefined && url === undefined && defaults.path === undefined,
  }
}

function bodyOf(record: z.infer<typeof ArticleRecord>, markup: 'plain' | 'markdown'): ArticleBody {
  if (record.text !== undefined) return { kind: 'text', text: record.text, markup }
  return { kind: 'paragraphs', paragraphs: record.paragraphs ?? [] }
}

function describeIssue(issue: z.core.$ZodIssue): string {
  const [field, ...rest] = issue.path
  if (field === undefined) return issue.message
  return `${String(field)}${rest.map(part => `[${String(part)}]`).join('')} ${issue.message}`
}

/** A value as it stood there, short, and with its control characters visible. */
function quoted(value: unknown): string {
  const json = JSON.stringify(value) ?? String(value)
  return json.length <= 80 ? json : `${json.slice(0, 79)}…`
}
