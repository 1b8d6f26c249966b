import type { SearchAnswer } from '../../src/search/answer.ts'
import type { Note, NoteCode } from '../../src/search/notes.ts'
import type { MessageKey } from '../i18n/catalogue.ts'
import type { Reader } from '../i18n/reader.ts'
import { html } from './html.ts'
import type { Html } from './html.ts'
import { inMarks } from './in-marks.ts'

/** What a note says; null for one that tells what nobody would wonder about. */
const NOTES = {
  quote_marks_unified: null,
  optional_word: null,
  nothing_to_search: null,
  unclosed_quote: 'note.unclosedQuote',
  empty_quote: 'note.emptyQuote',
  stray_quote_mark: 'note.strayMark',
  lone_minus: 'note.loneMinus',
  or_ignored: 'note.orIgnored',
  and_is_a_word: 'note.andIsAWord',
  unknown_field: 'note.unknownField',
  empty_filter: 'note.emptyFilter',
  unknown_language: 'note.unknownLanguage',
  unknown_kind: 'note.unknownKind',
  invalid_date: 'note.invalidDate',
  not_supported: 'note.notSupported',
  characters_ignored: 'note.charactersIgnored',
  word_without_letters: 'note.wordWithoutLetters',
  duplicate_word: 'note.duplicateWord',
  filters_conflict: 'note.filtersConflict',
  unknown_parameter: 'note.unknownParameter',
} as const satisfies Readonly<Record<NoteCode, MessageKey | null>>

/** What was searched otherwise than it was typed: the receipt, where it matters. */
export function noteList(answer: SearchAnswer, notes: readonly Note[], reader: Reader): Html | false {
  const { receipt, degraded } = answer
  const messages = [
    ...(degraded ? [reader.say('notes.degraded')] : []),
    ...receipt.repairs.map(({ term, replacements }) =>
      reader.say('notes.repair', {
        term: inMarks(term, reader),
        replacements: replacements.map(
          (word, place) => html`${place > 0 && reader.say('list.comma')}<bdi>${word}</bdi>`,
        ),
      }),
    ),
    ...[...receipt.notes, ...notes].flatMap(note => noteText(note, reader)),
  ]
  return (
    messages.length > 0 &&
    html`<ul class="notes">
      ${messages.map(message => html`<li>${message}</li>`)}
    </ul>`
  )
}

const FIELD_NOTES: ReadonlySet<NoteCode> = new Set<NoteCode>(['unknown_field', 'empty_filter'])

function noteText({ code, about = '' }: Note, reader: Reader): Html | [] {
  const key = NOTES[code]
  // a mark needs no marks around it
  const typed = code === 'stray_quote_mark' ? html`<bdi>${about}</bdi>` : undefined
  const words = FIELD_NOTES.has(code) ? `${about}:` : about
  return key === null ? [] : reader.say(key, { about: typed ?? inMarks(words, reader) })
}
