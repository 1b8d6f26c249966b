import type { SearchAnswer } from '../../src/search/answer.ts'
import type { Note } from '../../src/search/notes.ts'
import type { Reader } from '../i18n/reader.ts'
import { html } from './html.ts'
import type { Content, Html } from './html.ts'

/** Notes that tell what nobody would wonder about. */
const QUIET_NOTES: ReadonlySet<Note['code']> = new Set([
  'quote_marks_unified',
  'optional_word',
  'nothing_to_search',
])

/** What was searched otherwise than it was typed. */
export function noteList(answer: SearchAnswer, notes: readonly Note[], reader: Reader): Html | false {
  const messages: Content[] = [
    ...(answer.degraded ? [reader.say('notes.degraded')] : []),
    ...answer.receipt.repairs.map(({ term, replacements }) =>
      reader.say('notes.repair', {
        term: html`<bdi>${term}</bdi>`,
        replacements: replacements.map(
          (word, i) => html`${i > 0 && reader.say('list.comma')}<bdi>${word}</bdi>`,
        ),
      }),
    ),
    ...[...answer.receipt.notes, ...notes]
      .filter(note => !QUIET_NOTES.has(note.code))
      .map(note => note.message),
  ]
  return (
    messages.length > 0 &&
    html`<ul class="notes">
      ${messages.map(message => html`<li>${message}</li>`)}
    </ul>`
  )
}
