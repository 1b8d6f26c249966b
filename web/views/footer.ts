import type { Reader } from '../i18n/reader.ts'
import { UI_LANGUAGES, UI_NAMES } from '../i18n/ui-language.ts'
import type { UiLanguage } from '../i18n/ui-language.ts'
import { html } from './html.ts'
import type { Html } from './html.ts'

/** The foot of every page: what may be relied on, and the same page in other languages. */
export const footer = (address: string, reader: Reader): Html =>
  html`<p>${reader.say('page.promise')}</p>
    <nav class="languages" aria-label="${reader.say('page.languages')}">
      <ul>
        ${UI_LANGUAGES.map(ui => html`<li>${languageLink(address, ui, reader)}</li>`)}
      </ul>
    </nav>`

function languageLink(address: string, ui: UiLanguage, reader: Reader): Html {
  const name = html`<bdi lang="${ui}">${UI_NAMES[ui]}</bdi>`
  return ui === reader.ui
    ? html`<strong aria-current="true">${name}</strong>`
    : html`<a href="${inLanguage(address, ui)}" hreflang="${ui}" rel="nofollow">${name}</a>`
}

function inLanguage(address: string, ui: UiLanguage): string {
  const url = new URL(address, 'http://page.invalid')
  url.searchParams.set('ui', ui)
  return url.pathname + url.search
}
