import { html } from './html.ts'
import type { Html } from './html.ts'
import type { PageQuery } from './page-query.ts'

const ZONE_OPTIONS = [
  ['', 'Everywhere'],
  ['quotes', 'In quotes'],
  ['text', 'Outside of quotes'],
] as const

/** The box, with everything that narrows the search carried along. */
export function searchForm(query: PageQuery, { isFocused = false } = {}): Html {
  return html` <div class="bar">
      <a class="name" href="/">Paragraf</a>
      <form class="search" role="search" action="/" method="get">
        <label class="unseen" for="q">Search the paragraphs</label>
        <input
          id="q"
          name="q"
          type="search"
          value="${query.q}"
          dir="auto"
          autocomplete="off"
          autocapitalize="none"
          spellcheck="false"
          ${isFocused && html` autofocus`}
          placeholder="Words, or a “phrase”"
        />
        ${hidden('language', query.language)}${hidden('source', query.source)}${hidden('author', query.author)}
        ${hidden('speaker', query.speaker)}${hidden('kind', query.kind)}${hidden('from', [query.from])}${hidden('to', [query.to])}${hidden('sort', [query.sort])}${hidden('group', [query.group])}
        <label class="unseen" for="in">Search in</label>
        <select id="in" name="in">
          ${ZONE_OPTIONS.map(([zone, label]) => html`<option value="${zone}" ${zone === (query.in ?? '') && html` selected`}>${label}</option>`)}
        </select>
        <button type="submit">Search</button>
      </form>
      <a href="/check">Check a quote</a>
    </div>
    ${searchHelp()}`
}

function hidden(name: string, values: readonly (string | undefined)[]): Html[] {
  return values.flatMap(value =>
    value === undefined ? [] : [html`<input type="hidden" name="${name}" value="${value}" />`],
  )
}

function searchHelp(): Html {
  return html` <details class="help">
    <summary>How to search</summary>
    <dl>
      <div>
        <dt><kbd>two words</kbd></dt>
        <dd>both, in any order and inflected</dd>
      </div>
      <div>
        <dt><kbd>“these very words”</kbd></dt>
        <dd>a phrase; any language’s quotation marks will do</dd>
      </div>
      <div>
        <dt><kbd>“begins … ends”</kbd></dt>
        <dd>a phrase with a gap of up to 30 words</dd>
      </div>
      <div>
        <dt><kbd>-word -“a phrase”</kbd></dt>
        <dd>without it</dd>
      </div>
      <div>
        <dt><kbd>ferry OR boat</kbd></dt>
        <dd>one or both</dd>
      </div>
      <div>
        <dt><kbd>lang:nb</kbd> <kbd>source:“Daily X”</kbd> <kbd>author:</kbd></dt>
        <dd>only these; with a minus, all others</dd>
      </div>
      <div>
        <dt><kbd>in:quotes</kbd> <kbd>speaker:lindvik</kbd></dt>
        <dd>within one quotation, and of this speaker; <kbd>in:text</kbd> is outside of quotations</dd>
      </div>
      <div>
        <dt><kbd>after:2018-04</kbd> <kbd>before:2019</kbd></dt>
        <dd>published in that time, UTC; the first day counts, the last does not</dd>
      </div>
    </dl>
  </details>`
}
