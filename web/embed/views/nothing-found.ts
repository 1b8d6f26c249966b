import type { SearchAnswer } from '../../../src/search/answer.ts'
import type { Reader } from '../../i18n/reader.ts'
import type { PageQuery } from '../../state/page-query.ts'
import { html } from '../../views/html.ts'
import type { Html } from '../../views/html.ts'
import { searchedText } from '../../views/receipt-text.ts'
import { shortened } from '../../views/shortened.ts'

export type NothingFound = {
  readonly query: PageQuery
  readonly answer: Pick<SearchAnswer, 'receipt'>
  readonly reader: Reader
}

/** Says what was searched, since that may not be what was meant. */
export function nothingFound({ query, answer, reader }: NothingFound): Html {
  const { clauses } = answer.receipt
  if (clauses.length === 0) {
    const typed = html`<bdi>${shortened(query.q)}</bdi>`
    return html`<p class="nothing" part="empty">${reader.say('nothing.noWord', { typed })}</p>`
  }
  return html`<div class="nothing" part="empty">
    <p class="headline">${reader.say(clauses.length > 1 ? 'nothing.notAll' : 'nothing.heading')}</p>
    <p>${reader.say('nothing.searched', { clauses: searchedText(clauses, reader) })}</p>
  </div>`
}
