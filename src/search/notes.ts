/** What a note may say. Part of the public interface: never rename one, add a new one instead. */
export const NOTE_CODES = [
  'quote_marks_unified',
  'unclosed_quote',
  'empty_quote',
  'stray_quote_mark',
  'lone_minus',
  'or_ignored',
  'and_is_a_word',
  'unknown_field',
  'empty_filter',
  'unknown_language',
  'unknown_kind',
  'invalid_date',
  'not_supported',
  'characters_ignored',
  'word_without_letters',
  'duplicate_word',
  'optional_word',
  'nothing_to_search',
  'filters_conflict',
  'unknown_parameter',
] as const
export type NoteCode = (typeof NOTE_CODES)[number]

/** One thing of the query that was changed, cut or ignored; `message` is a sentence for the reader. */
export type Note = {
  readonly code: NoteCode
  readonly message: string
  /** Which part of what was typed it is about, where the message names one; for messages in other languages. */
  readonly about?: string
}

const LONGEST_SHOWN = 40

/** What the reader typed, short enough to stand in a sentence. */
export function shown(typed: string): string {
  const characters = Array.from(typed)
  return characters.length <= LONGEST_SHOWN ? typed : `${characters.slice(0, LONGEST_SHOWN - 1).join('')}…`
}

/** Each thing is said once, however often it was typed. */
export function uniqueNotes(notes: readonly Note[]): Note[] {
  const byMessage = new Map(notes.map(note => [`${note.code} ${note.message}`, note]))
  return [...byMessage.values()]
}
