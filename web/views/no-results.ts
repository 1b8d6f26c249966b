import type { SearchAnswer } from '../../src/search/answer.ts'
import type { ReceiptClause, ReceiptTerm } from '../../src/search/receipt.ts'
import type { Reader } from '../i18n/reader.ts'
import { EMPTY_QUERY, hasFilters, hasWords, pageUrl } from '../state/page-query.ts'
import type { PageQuery } from '../state/page-query.ts'
import { html } from './html.ts'
import type { Html } from './html.ts'
import { shortened } from './shortened.ts'

/** Says what was searched, since that may not be what was meant, and offers ways on. */
export function noResults(query: PageQuery, answer: SearchAnswer, reader: Reader): Html {
  const { clauses } = answer.receipt
  const isFiltered = hasFilters(query)
  if (clauses.length === 0 && !isFiltered) {
    return hasWords(query)
      ? html`<p>${reader.say('nothing.noWord', { typed: html`<bdi>${shortened(query.q)}</bdi>` })}</p>`
      : html`<p>
          ${reader.say('nothing.emptyIndex', { command: html`<code>npm run index -- PATH</code>` })}
        </p>`
  }
  const hasPhrase = clauses.some(clause => clause.kind === 'phrase')
  return html`<section class="nothing">
    <h2>${reader.say(clauses.length > 1 ? 'nothing.notAll' : 'nothing.heading')}</h2>
    ${clauses.length > 0 && searched(clauses, reader)}
    <ul>
      ${isFiltered && html`<li><a href="${pageUrl({ ...EMPTY_QUERY, q: query.q, ui: query.ui })}">${reader.say('nothing.withoutFilters')}</a></li>`}
      ${hasPhrase && html`<li>${reader.say('nothing.withoutMarks')}</li>`}
      <li>${reader.say('nothing.fewerWords')}</li>
    </ul>
  </section>`
}

function searched(clauses: readonly ReceiptClause[], reader: Reader): Html {
  const isInflected = clauses.some(clause => clause.kind === 'word' && clause.inflections)
  const list = clauses.map(
    (clause, index) => html`${index > 0 && reader.say('list.comma')}${clauseText(clause, reader)}`,
  )
  return html`<p>
    ${reader.say('nothing.searched', { clauses: list })} ${isInflected && reader.say('nothing.inflections')}
  </p>`
}

function clauseText(clause: ReceiptClause, reader: Reader): Html {
  if (clause.kind === 'or') {
    return html`${clause.of.map((term, index) => html`${index > 0 && reader.say('list.or')}${termText(term, reader)}`)}`
  }
  const text =
    clause.kind === 'filter'
      ? html`${clause.field} <bdi><b>${shortened(clause.text)}</b></bdi>`
      : termText(clause, reader)
  return clause.isExcluded ? reader.say('receipt.not', { clause: text }) : text
}

function termText(term: ReceiptTerm, reader: Reader): Html {
  if (term.kind === 'phrase')
    return reader.say('receipt.phrase', { words: html`<bdi><b>“${shortened(term.text)}”</b></bdi>` })
  return html`<bdi><b>${shortened(term.words?.join(' · ') ?? term.text)}</b></bdi>`
}
