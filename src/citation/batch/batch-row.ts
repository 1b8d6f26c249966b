import { parseLanguage } from '../../domain/language.ts'
import type { Language } from '../../domain/language.ts'
import type { ErrorCode } from '../../errors.ts'

/** One row of a batch: a quotation to check, or why it can't be. */
export type BatchRow = RowName &
  (
    | {
        readonly isRead: true
        readonly text: string
        /** Empty: unknown. */
        readonly languages: readonly Language[]
        readonly speaker?: string
      }
    | { readonly isRead: false; readonly error: RowError }
  )

export type RowName = {
  /** From 1: of CSV the records behind the header, of NDJSON the lines. Blank lines are no rows, but lines. */
  readonly row: number
  /** The caller's own name for it. */
  readonly id?: string
}

export type RowError = { readonly code: ErrorCode; readonly message: string }

/** UTF-16 code units of one quotation. */
export const MAX_TEXT = 10_000

/** A row of named fields. Fields that mean nothing here are the caller's own, and are left alone. */
export function batchRow(row: number, fields: Readonly<Record<string, unknown>>): BatchRow {
  const id = fields['id']
  const name: RowName = { row, ...((typeof id === 'string' || typeof id === 'number') && { id: String(id) }) }
  const wrong = (code: ErrorCode, message: string): BatchRow => ({
    ...name,
    isRead: false,
    error: { code, message },
  })
  const { text, language, speaker } = fields
  if (typeof text !== 'string') return wrong('invalid_request', 'The row has no “text”.')
  if (text.length > MAX_TEXT)
    return wrong('payload_too_large', `The text is longer than ${MAX_TEXT} characters.`)
  if (!isAbsent(speaker) && typeof speaker !== 'string')
    return wrong('invalid_request', 'The “speaker” is no text.')
  const languages = readLanguage(language)
  if (languages === undefined)
    return wrong('unknown_language', `“${String(language).slice(0, 40)}” is no language known here.`)
  return {
    ...name,
    isRead: true,
    text,
    languages,
    ...(typeof speaker === 'string' && speaker.trim() !== '' && { speaker: speaker.trim() }),
  }
}

const isAbsent = (value: unknown): boolean => value === undefined || value === null || value === ''

function readLanguage(value: unknown): readonly Language[] | undefined {
  if (isAbsent(value)) return []
  if (typeof value !== 'string') return undefined
  const parsed = parseLanguage(value)
  return parsed.ok ? parsed.languages : undefined
}
