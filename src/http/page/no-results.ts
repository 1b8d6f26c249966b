import type { SearchAnswer } from '../../search/answer.ts'
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
          There is no word to search for in <bdi><q>${query.q}</q></bdi
          >.
        </p>`
  }
  return html` <section class="nothing">
    <h2>Nothing was found</h2>
    ${
      clauses.length > 0 &&
      html`<p>All of these must stand in one paragraph:</p>
        <ul>
          ${clauses.map(clauseItem)}
        </ul>`
    }
    <p>What you can do:</p>
    <ul>
      ${isFiltered && html`<li><a href="${pageUrl({ ...EMPTY_QUERY, q: query.q })}">Search without filters</a></li>`}
      ${clauses.some(clause => clause.kind === 'phrase') && html`<li>Leave out the quotation marks: then the words may stand anywhere in the paragraph, inflected too.</li>`}
      <li>Search for fewer words, or for names: they are the same in more languages.</li>
    </ul>
  </section>`
}

function clauseItem(clause: ReceiptClause): Html {
  if (clause.kind === 'or')
    return html`<li>${clause.of.map((term, index) => html`${index > 0 && ' or '}${termText(term)}`)}</li>`
  const not = clause.isExcluded && 'not '
  if (clause.kind === 'filter')
    return html`<li>
      ${not}${clause.field}: <bdi><b>${clause.text}</b></bdi>
    </li>`
  return html`<li>${not}${termText(clause)}</li>`
}

function termText(term: ReceiptTerm): Html {
  if (term.kind === 'phrase') return html`the phrase <bdi><b>“${term.text}”</b></bdi>`
  return html`<bdi><b>${term.words?.join(' · ') ?? term.text}</b></bdi
    >${term.inflections && ' or another form of it'}`
}
