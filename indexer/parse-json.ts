import { decodeUtf8 } from './decode.ts'
import { findJsonError } from './json-error.ts'

export type ParsedJson =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly line: number; readonly reason: string }

/** The value of JSON in UTF-8, or the place where it stops being that; `line` counts from 1 within the bytes given. */
export function parseJson(bytes: Uint8Array): ParsedJson {
  const decoded = decodeUtf8(bytes)
  if (!decoded.ok) return decoded
  try {
    return { ok: true, value: JSON.parse(decoded.text) }
  } catch {
    // The message says less than the place.
    const { text } = decoded
    const at = findJsonError(text) ?? text.length
    const before = text.slice(0, at)
    const line = before.split('\n').length
    const column = at - before.lastIndexOf('\n')
    const what =
      at >= text.trimEnd().length
        ? 'it ends too early'
        : `unexpected ${JSON.stringify(text.slice(at, at + 12))}`
    return { ok: false, line, reason: `is not JSON at column ${column}: ${what}` }
  }
}
