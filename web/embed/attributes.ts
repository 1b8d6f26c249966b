import { isUiLanguage } from '../i18n/ui-language.ts'
import type { ParagrafOpenIn, ParagrafQuoteKind, ParagrafSearchProperties } from './types/embed.d.ts'

/** How an attribute reads as a property, and back: undefined takes the attribute away. */
export type Attribute<Value> = {
  readonly name: string
  readonly read: (text: string | null) => Value
  readonly write: (value: Value) => string | undefined
}

type Attributes = {
  readonly [Name in keyof ParagrafSearchProperties]: Attribute<ParagrafSearchProperties[Name]>
}

/** More a reader does not look through in a box; for all others there is the page. */
const MAX_LIMIT = 20
const DEFAULT_LIMIT = 6

/** What the element understands. Nothing here throws: what makes no sense is as if it were not there. */
export const ATTRIBUTES: Attributes = {
  endpoint: text('endpoint'),
  language: list('language'),
  source: list('source'),
  author: list('author'),
  speaker: list('speaker'),
  // what is no kind the service refuses, and says so
  kind: list<ParagrafQuoteKind>('kind'),
  in: oneOf('in', ['', 'quotes', 'text']),
  ui: {
    name: 'ui',
    read: given => (isUiLanguage(given) ? given : ''),
    write: value => value || undefined,
  },
  placeholder: text('placeholder'),
  label: text('label'),
  limit: {
    name: 'limit',
    read: given => {
      const limit = /^\d{1,4}$/u.test(given ?? '') ? Number(given) : DEFAULT_LIMIT
      return Math.min(Math.max(limit, 1), MAX_LIMIT)
    },
    write: String,
  },
  openIn: oneOf<ParagrafOpenIn>('open-in', ['page', 'tab', 'event']),
  q: text('q'),
}

function text(name: string): Attribute<string> {
  return { name, read: given => given ?? '', write: value => value || undefined }
}

/** The first of the values is the default. */
function oneOf<Value extends string>(name: string, values: readonly [Value, ...Value[]]): Attribute<Value> {
  return {
    name,
    read: given => values.find(value => value === given) ?? values[0],
    write: value => value || undefined,
  }
}

/** Separated by commas. Values with commas of their own are written as a JSON array. */
function list<Value extends string>(name: string): Attribute<readonly Value[]> {
  return {
    name,
    read: given => readList(given ?? '') as Value[],
    write: values => {
      // who writes no TypeScript may set a text
      const all = typeof values === 'string' ? readList(values) : [...values]
      if (all.length === 0) return undefined
      return all.some(value => /[,[]|^\s|\s$/u.test(value)) ? JSON.stringify(all) : all.join(',')
    },
  }
}

function readList(given: string): string[] {
  const values = given.trimStart().startsWith('[') ? parseArray(given) : given.split(',')
  return values.map(value => value.trim()).filter(value => value !== '')
}

function parseArray(given: string): string[] {
  try {
    const parsed: unknown = JSON.parse(given)
    return Array.isArray(parsed) ? parsed.filter(value => typeof value === 'string') : []
  } catch {
    return given.split(',')
  }
}
