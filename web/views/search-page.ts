import type { AnswerHit, SearchAnswer } from '../../src/search/answer.ts'
import type { Note } from '../../src/search/notes.ts'
import type { Reader } from '../i18n/reader.ts'
import { hasWords, isAsked, pageUrl } from '../state/page-query.ts'
import type { PageQuery } from '../state/page-query.ts'
import { chips } from './chips.ts'
import type { PageParts } from './document.ts'
import { facetLinks } from './facet-links.ts'
import { hitItem } from './hit.ts'
import { html } from './html.ts'
import type { Html } from './html.ts'
import { noResults } from './no-results.ts'
import { noteList } from './note-list.ts'
import { orderLinks } from './order.ts'
import { searchForm } from './search-form.ts'

export type SearchPage = {
  readonly query: PageQuery
  /** What `/api/search` says. */
  readonly answer: SearchAnswer
  /** On the address, beside those of the receipt. */
  readonly notes?: readonly Note[]
  readonly reader: Reader
}

/** The search page: the newest articles before anything was asked, results after. */
export function searchPage({ query, answer, notes = [], reader }: SearchPage): PageParts {
  const facets = facetLinks(answer, query, reader)
  const hasHits = answer.hits.length > 0
  return {
    title: hasWords(query) ? `${query.q} – Paragraf` : 'Paragraf',
    header: searchForm(query, reader, { isFocused: !isAsked(query) }),
    main: html`<div class="columns">
      <div class="results">
        ${chips(query, reader)}
        <div class="summary">
          ${
            isAsked(query)
              ? html`<h1>${totals(answer, reader)}</h1>`
              : html`<h1>${reader.say('results.newest')}</h1>
                  <p>${totals(answer, reader)}</p>`
          }
          ${facets && html`<p class="to-facets"><a href="#narrow">${reader.say('facets.label')}</a></p>`}
          ${hasHits && orderLinks(query, reader)}
        </div>
        ${noteList(answer, notes, reader)}
        ${hasHits ? hitList(answer.hits, query, reader) : noResults(query, answer, reader)}
        ${paging(answer, query, reader)} ${partialList(answer, query, reader)}
      </div>
      ${facets}
    </div>`,
    address: pageUrl(query, { cursor: query.cursor }),
  }
}

/** How much was found. */
export const totals = ({ total }: SearchAnswer, reader: Reader): Html =>
  reader.say('results.totals', {
    paragraphs: reader.say('count.paragraphs', { count: total.paragraphs }),
    inArticles: reader.say('count.inArticles', { count: total.articles }),
  })

/** The same for what is no markup. */
export const totalsText = ({ total }: SearchAnswer, reader: Reader): string =>
  reader.plain('results.totals', {
    paragraphs: reader.plain('count.paragraphs', { count: total.paragraphs }),
    inArticles: reader.plain('count.inArticles', { count: total.articles }),
  })

const hitList = (hits: readonly AnswerHit[], query: PageQuery, reader: Reader): Html =>
  html`<ol class="hits">
    ${hits.map(hit => hitItem(hit, { query, reader }))}
  </ol>`

function partialList({ partial }: SearchAnswer, query: PageQuery, reader: Reader): Html | false {
  if (partial.length === 0) return false
  return html`<section class="partial" aria-labelledby="partial">
    <h2 id="partial">${reader.say('results.partial')}</h2>
    ${hitList(partial, query, reader)}
  </section>`
}

function paging({ nextCursor }: SearchAnswer, query: PageQuery, reader: Reader): Html | false {
  if (query.cursor === undefined && nextCursor === null) return false
  return html`<nav class="paging" aria-label="${reader.say('paging.label')}">
    ${query.cursor !== undefined && html`<a href="${pageUrl(query)}" rel="nofollow">${reader.say('paging.first')}</a>`}
    ${nextCursor !== null && html`<a class="next" href="${pageUrl(query, { cursor: nextCursor })}" rel="next nofollow">${reader.say('paging.next')}</a>`}
  </nav>`
}
