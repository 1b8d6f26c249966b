import type { SearchAnswer } from '../../src/search/answer.ts'
import type { Reader } from '../i18n/reader.ts'
import { hasFilters, hasWords } from '../state/page-query.ts'
import type { PageQuery } from '../state/page-query.ts'
import type { Offer } from '../state/repairs.ts'
import { html } from './html.ts'
import type { Html } from './html.ts'
import { inMarks } from './in-marks.ts'
import { offerList } from './offers.ts'
import { searchedText } from './receipt-text.ts'
import { shortened } from './shortened.ts'

export type NoResults = {
  readonly query: PageQuery
  readonly answer: SearchAnswer
  readonly offers: readonly Offer[]
  readonly reader: Reader
}

/** Says what was searched, since that may not be what was meant, and offers what finds something. */
export function noResults({ query, answer, offers, reader }: NoResults): Html {
  const { clauses } = answer.receipt
  if (clauses.length === 0 && !hasFilters(query)) {
    return hasWords(query)
      ? html`<p>${reader.say('nothing.noWord', { typed: inMarks(shortened(query.q), reader) })}</p>`
      : html`<p>
          ${reader.say('nothing.emptyIndex', { command: html`<code>npm run index -- PATH</code>` })}
        </p>`
  }
  const isInflected = clauses.some(clause => clause.kind === 'word' && clause.inflections)
  return html`<section class="nothing">
    <h2>${reader.say(clauses.length > 1 ? 'nothing.notAll' : 'nothing.heading')}</h2>
    ${
      clauses.length > 0 &&
      html`<p>
        ${reader.say('nothing.searched', { clauses: searchedText(clauses, reader) })}
        ${isInflected && reader.say('nothing.inflections')}
      </p>`
    }
    ${offerList(offers, reader)}
    <p class="hint">${reader.say('nothing.fewerWords')}</p>
  </section>`
}
