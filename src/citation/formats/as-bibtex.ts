import { bibliographyEntry } from './bibliography.ts'
import type { Citation } from './citation.ts'

/**
 * BibTeX, in UTF-8, with the fields of BibTeX (`journal`, `year`, `month`) and the day for biblatex (`date`), which takes
 * that instead. Written here and not with citation-js: in Unicode that escapes nothing, so that a `%` or a `}` in a title
 * breaks the file, and its ASCII drops every letter that TeX has no command for.
 */
export function asBibtex(citation: Citation): string {
  const { key, author, title, source, day, url, language, annotation, note } = bibliographyEntry(citation)
  const fields: readonly (readonly [name: string, value: string | false | undefined])[] = [
    // in braces of its own a name is not taken apart, and a title keeps its capitals
    ['author', author.length > 0 && author.map(name => `{${escape(name)}}`).join(' and ')],
    ['title', title !== undefined && `{${escape(title)}}`],
    ['journal', escape(source)],
    ['year', day && String(day.year)],
    ['month', day && MONTHS[day.month - 1]],
    ['date', day && [day.year, day.month, day.day].map(twoDigits).join('-')],
    ['url', url !== undefined && verbatim(url)],
    ['language', language],
    ['annotation', escape(annotation)],
    ['note', note !== undefined && escape(note)],
  ]
  const lines = fields.flatMap(([name, value]) =>
    typeof value === 'string' ? [`  ${name} = ${name === 'month' ? value : `{${value}}`},\n`] : [],
  )
  return `@article{${key},\n${lines.join('')}}\n`
}

/** Macros that every style defines. */
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

const twoDigits = (number: number): string => String(number).padStart(2, '0')

/** Braces as commands: BibTeX counts braces, also those behind a backslash. */
const COMMANDS: Readonly<Record<string, string>> = {
  '\\': String.raw`\textbackslash{}`,
  '{': String.raw`\textbraceleft{}`,
  '}': String.raw`\textbraceright{}`,
  '~': String.raw`\textasciitilde{}`,
  '^': String.raw`\textasciicircum{}`,
}

const escape = (text: string): string =>
  text.replaceAll(/[\\{}~^&%$#_]/gu, character => COMMANDS[character] ?? `\\${character}`)

/** Addresses are taken as they are; only braces and backslashes would end the field. */
const verbatim = (url: string): string =>
  url.replaceAll(/[{}\\]/gu, character => encodeURIComponent(character))
