import { csvLine } from '../citation/batch/csv-line.ts'
import type { BatchFormat } from '../citation/batch/read-rows.ts'
import type { AnswerHit } from '../search/answer.ts'

type Cell = (hit: AnswerHit) => string | number | null

/** What stands in a table; NDJSON holds the paragraph as `/api/paragraphs/:id` gives it, quotes included. */
const COLUMNS: readonly (readonly [name: string, cell: Cell])[] = [
  ['id', hit => hit.id],
  ['permalink', hit => hit.permalink],
  ['source', hit => hit.source],
  ['publishedAt', hit => hit.publishedAt],
  ['language', hit => hit.language],
  ['title', hit => hit.title],
  ['author', hit => hit.author.join('; ')],
  ['url', hit => hit.url],
  ['articleId', hit => hit.articleId],
  ['position', hit => hit.position],
  ['kind', hit => hit.kind],
  ['text', hit => hit.text],
  ['speakers', hit => [...new Set(hit.quotes.flatMap(quote => quote.speaker ?? []))].join('; ')],
  ['match', hit => hit.match],
]

/** Spreadsheets read UTF-8 only where it says so. */
const BYTE_ORDER_MARK = '\ufeff'

/** What stands before the first row. */
export const exportHead = (format: BatchFormat): string =>
  format === 'csv' ? BYTE_ORDER_MARK + csvLine(COLUMNS.map(([name]) => name)) : ''

export function exportRow(hit: AnswerHit, format: BatchFormat): string {
  if (format === 'csv') return csvLine(COLUMNS.map(([, cell]) => String(cell(hit) ?? '')))
  const { highlight: _h, snippet: _s, score: _c, moreInArticle: _m, coverage: _o, ...row } = hit
  return `${JSON.stringify(row)}\n`
}
