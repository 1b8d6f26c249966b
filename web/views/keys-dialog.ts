import type { PlainKey } from '../i18n/catalogue.ts'
import type { Reader } from '../i18n/reader.ts'
import { html } from './html.ts'
import type { Html } from './html.ts'
import { helpLines } from './search-help.ts'

const KEYS: readonly (readonly [keys: string, meaning: PlainKey])[] = [
  ['/', 'keys.search'],
  ['Enter', 'keys.enter'],
  ['j', 'keys.next'],
  ['k', 'keys.previous'],
  ['?', 'keys.help'],
  ['Esc', 'keys.close'],
]

/** The help that the key `?` opens. Single keys can be switched off, for who speaks to the browser (WCAG 2.1.4). */
export const keysDialog = (reader: Reader): Html =>
  html`<dialog id="keys" aria-labelledby="keys-title">
    <h2 id="keys-title">${reader.say('help.title')}</h2>
    ${helpLines(reader)}
    <h3>${reader.say('keys.title')}</h3>
    <dl>
      ${KEYS.map(
        ([key, meaning]) =>
          html`<div>
            <dt><kbd>${key}</kbd></dt>
            <dd>${reader.say(meaning)}</dd>
          </div>`,
      )}
    </dl>
    <p>
      <label><input type="checkbox" id="keys-on" checked /> ${reader.say('keys.on')}</label>
    </p>
    <form method="dialog"><button type="submit">${reader.say('keys.close.button')}</button></form>
  </dialog>`
