import { bibliographyEntry } from './bibliography.ts'
import type { Citation } from './citation.ts'

/**
 * RIS, one reference of the type NEWS; tags as reference managers read them (Research Information Systems, “RIS Format
 * Specifications”, 2012). Names stay whole: `Family, Given` would be a guess. Lines end with CR LF.
 */
export function asRis(citation: Citation): string {
  const { key, author, title, source, day, url, language, annotation, note } = bibliographyEntry(citation)
  const date = day && `${digits(day.year, 4)}/${digits(day.month, 2)}/${digits(day.day, 2)}/`
  const fields: readonly (readonly [tag: string, value: string | undefined])[] = [
    ['TY', 'NEWS'],
    ['ID', key],
    ...author.map(name => ['AU', name] as const),
    ['TI', title],
    ['T2', source],
    ['PY', day && digits(day.year, 4)],
    ['DA', date],
    ['LA', language],
    ['UR', url],
    ['N1', annotation],
    ['N1', note],
    ['ER', ''],
  ]
  return fields.flatMap(([tag, value]) => (value === undefined ? [] : [`${tag}  - ${value}\r\n`])).join('')
}

const digits = (number: number, length: number): string => String(number).padStart(length, '0')
