/** One record of a CSV file, or why it is none. */
export type CsvRecord =
  | { readonly isRead: true; readonly fields: readonly string[] }
  | { readonly isRead: false; readonly reason: string }

/**
 * The records of CSV (RFC 4180) that comes in pieces; blank lines are none. The first of `,` `;` and tab in it parts the
 * fields. A record that can't be read is one record with its reason, and the next line begins anew: a quotation mark that
 * is never closed must not swallow the rest of the file, as it does with csv-parse 7. A mark within an unquoted field is
 * a character. Holds one piece and one record of at most `limit` UTF-16 code units.
 */
export async function* readCsv(pieces: AsyncIterable<string>, limit: number): AsyncGenerator<CsvRecord> {
  let left: Left = { text: '', isWithinLine: false }
  let delimiter: string | undefined
  for await (const piece of pieces) {
    const text = left.text + (left.isWithinLine ? behindLine(piece) : piece)
    left = { text, isWithinLine: left.isWithinLine && !piece.includes('\n') }
    delimiter ??= delimiterOf(text)
    if (delimiter === undefined && text.length <= limit) continue
    if (!left.isWithinLine)
      left = yield* takeRecords(text, { delimiter: delimiter ?? ',', limit, isLast: false })
  }
  const last = delimiter ?? delimiterOf(`${left.text}\n`) ?? ','
  yield* takeRecords(left.text, { delimiter: last, limit, isLast: true })
}

/** What no record was made of yet, and whether it begins within a line that was given up. */
type Left = { readonly text: string; readonly isWithinLine: boolean }

const behindLine = (piece: string): string =>
  piece.includes('\n') ? piece.slice(piece.indexOf('\n') + 1) : ''

/** Undefined as long as there is no whole line. */
function delimiterOf(text: string): string | undefined {
  const end = text.search(/\S[^\n]*\n/)
  if (end < 0) return undefined
  const first = text.slice(end, text.indexOf('\n', end))
  return /[,;\t]/.exec(first.replaceAll(/"[^"]*"/g, ''))?.[0] ?? ','
}

type Taking = { readonly delimiter: string; readonly limit: number; readonly isLast: boolean }

/** Yields the records that are there; gives back what is left. */
function* takeRecords(text: string, { delimiter, limit, isLast }: Taking): Generator<CsvRecord, Left> {
  let from = 0
  for (;;) {
    const taken = takeRecord(text, from, delimiter)
    const isTooLong = (taken?.end ?? text.length) - from > limit
    if (taken && !isTooLong) {
      if (taken.record) yield taken.record
      from = taken.end
      continue
    }
    if (!isTooLong && !isLast) return { text: text.slice(from), isWithinLine: false }
    if (from >= text.length) return NOTHING_LEFT
    const isOpen = hasOpenQuote(text.slice(from, from + limit), delimiter)
    if (!isOpen && !isTooLong) {
      const last = takeRecord(`${text}\n`, from, delimiter)
      if (last?.record) yield last.record
      return NOTHING_LEFT
    }
    yield { isRead: false, reason: isOpen ? 'a quotation mark is never closed' : 'it is too long' }
    // the next line begins anew
    const end = text.indexOf('\n', from)
    if (end < 0) return { text: '', isWithinLine: true }
    from = end + 1
  }
}

const NOTHING_LEFT: Left = { text: '', isWithinLine: false }

type Taken = { readonly record: CsvRecord | undefined; readonly end: number }

/** The record that begins at `from`, and where the next one begins. Undefined when it does not end here. */
function takeRecord(text: string, from: number, delimiter: string): Taken | undefined {
  const fields: string[] = []
  for (let at = from; ;) {
    if (text[at] === '"') {
      const quoted = takeQuoted(text, at)
      if (!quoted) return undefined
      fields.push(quoted.field)
      at = quoted.end
      if (text[at] === '\r' && text[at + 1] === '\n') at++
      if (at >= text.length) return undefined
      if (text[at] === '\n') return { record: { isRead: true, fields }, end: at + 1 }
      if (text[at] !== delimiter) {
        // where its line ends, the next one begins: the mark may have been meant for another one
        const end = text.indexOf('\n', from)
        if (end < 0) return undefined
        const reason = `something stands behind the closing quotation mark of field ${fields.length}`
        return { record: { isRead: false, reason }, end: end + 1 }
      }
      at++
      continue
    }
    const end = endOfField(text, at, delimiter)
    if (end === undefined) return undefined
    const field = text.slice(at, end)
    if (text[end] === delimiter) {
      fields.push(field)
      at = end + 1
      continue
    }
    fields.push(field.replace(/\r$/, ''))
    const isBlank = fields.length === 1 && (fields[0] ?? '').trim() === ''
    return { record: isBlank ? undefined : { isRead: true, fields }, end: end + 1 }
  }
}

function takeQuoted(text: string, at: number): { field: string; end: number } | undefined {
  for (let close = text.indexOf('"', at + 1); close >= 0; close = text.indexOf('"', close + 2)) {
    if (text[close + 1] === '"') continue
    return { field: text.slice(at + 1, close).replaceAll('""', '"'), end: close + 1 }
  }
  return undefined
}

function endOfField(text: string, at: number, delimiter: string): number | undefined {
  const line = text.indexOf('\n', at)
  const next = text.indexOf(delimiter, at)
  if (next >= 0 && (line < 0 || next < line)) return next
  return line < 0 ? undefined : line
}

/** Whether the record that begins a text has a quotation mark that is never closed in it. */
function hasOpenQuote(text: string, delimiter: string): boolean {
  for (let at = 0; at < text.length;) {
    if (text[at] === '"') {
      const quoted = takeQuoted(text, at)
      if (!quoted) return true
      at = quoted.end
    }
    const end = endOfField(text, at, delimiter)
    if (end === undefined || text[end] === '\n') return false
    at = end + 1
  }
  return false
}
