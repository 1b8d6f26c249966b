import type { PlainKey } from '../i18n/catalogue.ts'
import type { Reader } from '../i18n/reader.ts'
import { html } from './html.ts'
import type { Html } from './html.ts'

/** What may be typed, as a reader of this language would, and what it means. */
const LINES: readonly (readonly [example: PlainKey, meaning: PlainKey])[] = [
  ['help.words.example', 'help.words'],
  ['help.phrase.example', 'help.phrase'],
  ['help.gap.example', 'help.gap'],
  ['help.without.example', 'help.without'],
  ['help.or.example', 'help.or'],
  ['help.filter.example', 'help.filter'],
  ['help.quotes.example', 'help.quotes'],
  ['help.dates.example', 'help.dates'],
]

export const helpLines = (reader: Reader): Html =>
  html`<dl>
    ${LINES.map(
      ([example, meaning]) =>
        html`<div>
          <dt><kbd dir="auto">${reader.say(example)}</kbd></dt>
          <dd>${reader.say(meaning)}</dd>
        </div>`,
    )}
  </dl>`

export const searchHelp = (reader: Reader): Html =>
  html`<details class="help" id="help">
    <summary>${reader.say('help.title')}</summary>
    ${helpLines(reader)}
    <p class="needs-script">
      <button type="button" class="as-link" data-dialog="keys">${reader.say('keys.title')}</button>
    </p>
  </details>`
