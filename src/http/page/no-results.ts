import type { SearchAnswer } from '../../search/answer.ts'
import { shown } from '../../search/notes.ts'
import type { ReceiptClause, ReceiptTerm } from '../../search/receipt.ts'
import { html } from './html.ts'
import type { Html } from './html.ts'
import { EMPTY_QUERY, pageUrl } from './page-query.ts'
import type { PageQuery } from './page-query.ts'

/** Says what was searched, since that may not be what was meant, and offers ways on. */
export function noResults(query: PageQuery, answer: SearchAnswer): Html {
  const { clauses } = answer.receipt
  const isFiltered =
    query.language.length + query.source.length + query.author.length > 0 ||
    query.from !== undefined ||
    query.to !== undefined
  if (clauses.length === 0 && !isFiltered) {
    return query.q.trim() === ''
      ? html`<p>The index is empty. Fill it with <code>npm run index -- PATH</code>.</p>`
      : html`<p>
          There is no word to search for in <bdi><q>${shown(query.q)}</q></bdi
          >.
        </p>`
  }
  const hasPhrase = clauses.some(clause => clause.kind === 'phrase')
  return html`<section class="nothing">
    <h2>${clauses.length > 1 ? 'No paragraph has all of this' : 'Nothing was found'}</h2>
    ${clauses.length > 0 && searched(clauses)}
    <ul>
      ${isFiltered && html`<li><a href="${pageUrl({ ...EMPTY_QUERY, q: query.q })}">Search without filters</a></li>`}
      ${hasPhrase && html`<li>Without quotation marks, words may stand anywhere in the paragraph, inflected too.</li>`}
      <li>Fewer words find more; names are the same in more languages.</li>
    </ul>
  </section>`
}

function searched(clauses: readonly ReceiptClause[]): Html {
  const isInflected = clauses.some(clause => clause.kind === 'word' && clause.inflections)
  return html`<p>
    Searched in one paragraph:
    ${clauses.map((clause, index) => html`${index > 0 && ', '}${clauseText(clause)}`)}.
    ${isInflected && 'Other forms of the words count, too.'}
  </p>`
}

function clauseText(clause: ReceiptClause): Html {
  if (clause.kind === 'or') {
    return html`${clause.of.map((term, index) => html`${index > 0 && ' or '}${termText(term)}`)}`
  }
  const not = clause.isExcluded && 'not '
  if (clause.kind !== 'filter') return html`${not}${termText(clause)}`
  return html`${not}${clause.field} <bdi><b>${shown(clause.text)}</b></bdi>`
}

function termText(term: ReceiptTerm): Html {
  if (term.kind === 'phrase') return html`the phrase <bdi><b>“${shown(term.text)}”</b></bdi>`
  return html`<bdi><b>${shown(term.words?.join(' · ') ?? term.text)}</b></bdi>`
}
