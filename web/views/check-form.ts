import type { Reader } from '../i18n/reader.ts'
import { html } from './html.ts'
import type { Html } from './html.ts'

/** What stands in the form of the check page. */
export type CheckQuery = { readonly text: string; readonly speaker: string; readonly language: string }

export const EMPTY_CHECK: CheckQuery = { text: '', speaker: '', language: '' }

/** The form stands in the page and not in its head: a draft needs room. */
export function checkForm({ text, speaker, language }: CheckQuery, reader: Reader): Html {
  return html`<form
    class="check"
    action="${reader.href('/check')}"
    method="post"
    accept-charset="utf-8"
    id="check"
  >
    <label for="text">${reader.say('check.text')}</label>
    <textarea id="text" name="text" rows="6" dir="auto" required spellcheck="false">${text}</textarea>
    <div class="check-more">
      <div class="field">
        <label for="speaker">${reader.say('check.speaker')}</label>
        <input id="speaker" name="speaker" type="text" value="${speaker}" dir="auto" autocomplete="off" />
      </div>
      <div class="field">
        <label for="language">${reader.say('facet.language')}</label>
        <input
          id="language"
          name="language"
          type="text"
          value="${language}"
          autocomplete="off"
          placeholder="${reader.say('check.languageFound')}"
        />
      </div>
      <button type="submit">${reader.say('check.submit')}</button>
    </div>
  </form>`
}
