import { bibliographyEntry } from './bibliography.ts'
import type { Citation } from './citation.ts'

/** CSL-JSON, an array of one item, https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html. */
export function asCslJson(citation: Citation): string {
  const { key, author, title, source, day, url, language, annotation, note } = bibliographyEntry(citation)
  const item = {
    id: key,
    type: 'article-newspaper',
    ...(author.length > 0 && { author: author.map(literal => ({ literal })) }),
    ...(title !== undefined && { title }),
    'container-title': source,
    ...(day && { issued: { 'date-parts': [[day.year, day.month, day.day]] } }),
    ...(url !== undefined && { URL: url }),
    ...(language !== undefined && { language }),
    annote: annotation,
    ...(note !== undefined && { note }),
  }
  return `${JSON.stringify([item], undefined, 2)}\n`
}
