import { parseDocument } from 'yaml'
import { messageOf } from '../src/errors.ts'

export type FrontMatter =
  | { readonly ok: true; readonly fields: Readonly<Record<string, unknown>>; readonly body: string }
  | { readonly ok: false; readonly line: number; readonly reason: string }

const NO_FRONT_MATTER = 'if the --- is no front matter, put an empty line above it'

/**
 * Parts a file into the YAML between a first line `---` and the next line `---` (or `...`), and the text below. A text
 * that does not begin so is all body. Every value stays text (`failsafe`): `007` and `1.10` are no numbers, `no` is no
 * boolean, and no tag can run code.
 */
export function splitFrontMatter(text: string): FrontMatter {
  const opening = /^---[ \t]*(?:\r\n|[\n\r])/.exec(text)
  if (opening === null) return { ok: true, fields: {}, body: text }
  const rest = text.slice(opening[0].length)
  const closing = /^(?:---|\.\.\.)[ \t]*$/m.exec(rest)
  if (closing === null) {
    return { ok: false, line: 1, reason: `the front matter has no closing line ---; ${NO_FRONT_MATTER}` }
  }

  const document = parseDocument(rest.slice(0, closing.index), { schema: 'failsafe' })
  const [error] = document.errors
  if (error !== undefined) {
    const [{ line, col }] = error.linePos ?? [{ line: 1, col: 1 }]
    // The message goes on with the place and a picture of the line.
    const what = error.message.split(' at line ')[0] ?? error.message
    return { ok: false, line: line + 1, reason: `the front matter is not YAML at column ${col}: ${what}` }
  }
  try {
    const fields: unknown = document.toJS({ maxAliasCount: 100 }) ?? {}
    if (isRecord(fields)) return { ok: true, fields, body: rest.slice(closing.index + closing[0].length) }
  } catch (cause) {
    return { ok: false, line: 2, reason: `the front matter is not usable: ${messageOf(cause)}` }
  }
  return {
    ok: false,
    line: 2,
    reason: `the front matter is no list of \`name: value\` lines; ${NO_FRONT_MATTER}`,
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
