import type { Reader } from '../i18n/reader.ts'
import { hasWords } from '../state/page-query.ts'
import type { PageQuery } from '../state/page-query.ts'
import { html } from './html.ts'
import type { Html } from './html.ts'
import { searchHelp } from './search-help.ts'

const ZONES = [
  ['', 'zone.any'],
  ['quotes', 'zone.quotes'],
  ['text', 'zone.text'],
] as const

/** The box, with everything that narrows the search carried along. */
export function searchForm(query: PageQuery, reader: Reader, { isFocused = false } = {}): Html {
  return html` <div class="bar">
      <a class="name" href="${reader.href('/')}">Paragraf</a>
      <form class="search" id="search" role="search" action="/" method="get">
        <label class="unseen" for="q">${reader.say('search.label')}</label>
        <input
          id="q"
          name="q"
          type="search"
          value="${query.q}"
          dir="auto"
          autocomplete="off"
          autocapitalize="none"
          spellcheck="false"
          enterkeyhint="search"
          ${isFocused && !hasWords(query) && html` autofocus`}
          placeholder="${reader.say('search.placeholder')}"
        />
        ${carried({ ...query, ui: reader.isChosen ? reader.ui : undefined })}
        <label class="unseen" for="in">${reader.say('search.in')}</label>
        <select id="in" name="in">
          ${ZONES.map(([zone, label]) => html`<option value="${zone}" ${zone === (query.in ?? '') && html` selected`}>${reader.say(label)}</option>`)}
        </select>
        <button type="submit">${reader.say('search.submit')}</button>
      </form>
      <a href="${reader.href('/check')}">${reader.say('check.title')}</a>
    </div>
    ${searchHelp(reader)}`
}

const CARRIED = [
  'language',
  'source',
  'author',
  'speaker',
  'kind',
  'from',
  'to',
  'sort',
  'group',
  'ui',
] as const satisfies readonly (keyof PageQuery)[]

const carried = (query: PageQuery): Html[] =>
  CARRIED.flatMap(name =>
    [query[name] ?? []].flat().map(value => html`<input type="hidden" name="${name}" value="${value}" />`),
  )
