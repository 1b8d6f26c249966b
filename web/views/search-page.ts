import type { ParagraphAnswer, SearchAnswer } from '../../src/search/answer.ts'
import type { Note } from '../../src/search/notes.ts'
import type { Reader } from '../i18n/reader.ts'
import { hasWords, isAsked, pageUrl } from '../state/page-query.ts'
import type { PageQuery } from '../state/page-query.ts'
import type { Offer } from '../state/repairs.ts'
import { chips } from './chips.ts'
import type { PageParts } from './document.ts'
import { exportLinks } from './export-links.ts'
import { facets } from './facets.ts'
import type { FacetSearch } from './facets.ts'
import { hitList, isComplete } from './hit-list.ts'
import { html } from './html.ts'
import type { Html } from './html.ts'
import { noResults } from './no-results.ts'
import { noteList } from './note-list.ts'
import { orderLinks } from './order.ts'
import { searchForm } from './search-form.ts'
import { totals } from './totals.ts'

export type SearchPage = {
  readonly query: PageQuery
  /** What `/api/search` says. */
  readonly answer: SearchAnswer
  /** On the address, beside those of the receipt. */
  readonly notes?: readonly Note[]
  /** Where nothing was found: what finds something. */
  readonly offers?: readonly Offer[]
  /** What was unfolded since the answer came; only a browser knows. */
  readonly contexts?: ReadonlyMap<string, ParagraphAnswer>
  readonly facetSearch?: FacetSearch | undefined
  readonly reader: Reader
}

/** The search page: the newest articles before anything was asked, results after. */
export function searchPage(page: SearchPage): PageParts {
  const { query, answer, notes = [], offers = [], reader } = page
  const narrowing = facets(answer, { query, reader, search: page.facetSearch })
  const hasHits = answer.hits.length > 0
  const isFound = hasHits || query.cursor !== undefined
  return {
    title: hasWords(query) ? `${query.q} – Paragraf` : 'Paragraf',
    address: pageUrl(query, { cursor: query.cursor }),
    header: searchForm(query, reader, { isFocused: !isAsked(query) }),
    main: html`<div class="columns">
      <div class="results">
        ${chips(query, answer, reader)}
        <div class="summary">
          ${
            isAsked(query)
              ? html`<h1>${totals(answer, reader)}</h1>`
              : html`<h1>${reader.say('results.newest')}</h1>
                  <p>${totals(answer, reader)}</p>`
          }
          ${narrowing && html`<p class="to-facets"><a href="#narrow">${reader.say('facets.label')}</a></p>`}
          ${hasHits && orderLinks(query, reader)}
        </div>
        ${noteList(answer, notes, reader)}
        ${isFound ? foundList(page) : noResults({ query, answer, offers, reader })}
        ${paging(answer, query, reader)} ${hasHits && isAsked(query) && exportLinks(query, reader)}
        ${partialList(page)}
      </div>
      ${narrowing}
    </div>`,
  }
}

const foundList = ({ answer, query, reader, contexts }: SearchPage): Html =>
  hitList(answer.hits, {
    query,
    reader,
    contexts,
    name: 'hits',
    isComplete: isComplete(answer, query.cursor),
  })

function partialList({ answer: { partial }, query, reader, contexts }: SearchPage): Html | false {
  if (partial.length === 0) return false
  return html`<section class="partial" aria-labelledby="partial">
    <h2 id="partial">${reader.say('results.partial')}</h2>
    ${hitList(partial, { query, reader, contexts, name: 'partial', isComplete: false })}
  </section>`
}

function paging({ nextCursor }: SearchAnswer, query: PageQuery, reader: Reader): Html | false {
  if (query.cursor === undefined && nextCursor === null) return false
  return html`<nav class="paging" aria-label="${reader.say('paging.label')}">
    ${query.cursor !== undefined && html`<a href="${pageUrl(query)}" rel="nofollow">${reader.say('paging.first')}</a>`}
    ${nextCursor !== null && html`<a class="next" href="${pageUrl(query, { cursor: nextCursor })}" rel="next nofollow">${reader.say('paging.next')}</a>`}
  </nav>`
}
