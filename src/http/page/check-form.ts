import { html } from './html.ts'
import type { Html } from './html.ts'

/** What stands in the form of the check page. */
export type CheckQuery = { readonly text: string; readonly speaker: string; readonly language: string }

export const EMPTY_CHECK: CheckQuery = { text: '', speaker: '', language: '' }

/** The form stands in the page and not in its head: a draft needs room. */
export function checkForm({ text, speaker, language }: CheckQuery): Html {
  return html`<form class="check" action="/check" method="post" accept-charset="utf-8">
    <label for="text">A quotation, or a draft with quotations in it</label>
    <textarea id="text" name="text" rows="6" dir="auto" required spellcheck="false">${text}</textarea>
    <div class="check-more">
      <label for="speaker">Said by</label>
      <input id="speaker" name="speaker" type="text" value="${speaker}" dir="auto" autocomplete="off" />
      <label for="language">Language</label>
      <input
        id="language"
        name="language"
        type="text"
        value="${language}"
        autocomplete="off"
        placeholder="found by itself"
      />
      <button type="submit">Check</button>
    </div>
  </form>`
}
