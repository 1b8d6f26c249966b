import type { QuoteKind } from '../../domain/paragraph.ts'
import type { Sort } from '../../domain/query.ts'
import type { AnswerHit, SearchAnswer } from '../../search/answer.ts'
import type { Note } from '../../search/notes.ts'
import { facetLinks } from './facet-links.ts'
import { hitItem } from './hit.ts'
import { html } from './html.ts'
import type { Html } from './html.ts'
import { documentOf } from './layout.ts'
import { noResults } from './no-results.ts'
import { groupOf, pageUrl, sortOf } from './page-query.ts'
import type { PageQuery } from './page-query.ts'
import type { Reader } from './reader.ts'
import { searchForm } from './search-form.ts'

export type SearchPage = {
  readonly query: PageQuery
  readonly answer: SearchAnswer
  readonly notes: readonly Note[]
  readonly reader: Reader
}

/** The search page: the newest articles before anything was asked, results after. */
export function searchPage(page: SearchPage): string {
  const { query, answer, reader } = page
  const isAsked = hasWords(query) || activeFilters(query, reader).length > 0
  const facets = facetLinks(answer, query, reader)
  return documentOf({
    title: hasWords(query) ? `${query.q} – Paragraf` : 'Paragraf',
    header: searchForm(query, { isFocused: !isAsked }),
    main: html`<div class="columns">
      <div class="results">
        ${chips(query, reader)}
        <div class="summary">
          ${
            isAsked
              ? html`<h1>${counts(page)}</h1>`
              : html`<h1>Newest articles</h1>
                  <p>${counts(page)}</p>`
          }
          ${facets && html`<p class="to-facets"><a href="#narrow">Narrow the search</a></p>`}
          ${answer.hits.length > 0 && orderLinks(query)}
        </div>
        ${noteList(page)} ${answer.hits.length > 0 ? hitList(answer.hits, page) : noResults(query, answer)}
        ${paging(page)} ${partialList(page)}
      </div>
      ${facets}
    </div>`,
  })
}

const hasWords = (query: PageQuery): boolean => query.q.trim() !== ''

function counts({ answer, reader }: SearchPage): Html {
  const { paragraphs, articles } = answer.total
  const paragraphNoun = paragraphs.value === 1 ? 'paragraph' : 'paragraphs'
  const articleNoun = articles.value === 1 ? 'article' : 'articles'
  return html`${reader.total(paragraphs)} ${paragraphNoun} in ${reader.total(articles)} ${articleNoun}`
}

const SORT_LABELS: Readonly<Record<Sort, string>> = {
  relevance: 'Best match',
  newest: 'Newest',
  oldest: 'Oldest',
}

function orderLinks(query: PageQuery): Html {
  const sorts: readonly Sort[] = hasWords(query) ? ['relevance', 'newest', 'oldest'] : ['newest', 'oldest']
  const link = (label: string, isActive: boolean, change: Partial<PageQuery>): Html =>
    html`<li>
      ${isActive ? html`<strong>${label}</strong>` : html`<a href="${pageUrl(query, change)}" rel="nofollow">${label}</a>`}
    </li>`
  return html` <nav class="order" aria-label="Order of the results">
    <ul>
      ${sorts.map(sort => link(SORT_LABELS[sort], sortOf(query) === sort, { sort }))}
    </ul>
    <ul>
      ${link('All paragraphs', groupOf(query) === 'paragraph', { group: 'paragraph' })}${link('One per article', groupOf(query) === 'article', { group: 'article' })}
    </ul>
  </nav>`
}

/** Notes that tell what nobody would wonder about. */
const QUIET_NOTES: ReadonlySet<Note['code']> = new Set([
  'quote_marks_unified',
  'optional_word',
  'nothing_to_search',
])

function noteList({ answer, notes }: SearchPage): Html | false {
  const messages = [
    ...(answer.degraded ? ['The index could not answer completely: there may be more.'] : []),
    ...answer.receipt.repairs.map(
      ({ term, replacements }) =>
        `No paragraph has “${term}”. These words stand in for it: ${replacements.join(', ')}.`,
    ),
    ...[...answer.receipt.notes, ...notes]
      .filter(note => !QUIET_NOTES.has(note.code))
      .map(note => note.message),
  ]
  return (
    messages.length > 0 &&
    html`<ul class="notes">
      ${messages.map(message => html`<li>${message}</li>`)}
    </ul>`
  )
}

const hitList = (hits: readonly AnswerHit[], { query, reader }: Pick<SearchPage, 'query' | 'reader'>): Html =>
  html`<ol class="hits">
    ${hits.map(hit => hitItem(hit, { query, reader }))}
  </ol>`

function partialList({ answer, query, reader }: SearchPage): Html | false {
  if (answer.partial.length === 0) return false
  return html`<section class="partial" aria-labelledby="partial">
    <h2 id="partial">Paragraphs with some of the words</h2>
    ${hitList(answer.partial, { query, reader })}
  </section>`
}

function paging({ answer, query }: SearchPage): Html | false {
  if (query.cursor === undefined && answer.nextCursor === null) return false
  return html` <nav class="paging" aria-label="Pages">
    ${query.cursor !== undefined && html`<a href="${pageUrl(query)}" rel="nofollow">First page</a>`}
    ${answer.nextCursor !== null && html`<a class="next" href="${pageUrl(query, { cursor: answer.nextCursor })}" rel="next nofollow">Next page</a>`}
  </nav>`
}

const ZONE_LABELS = { quotes: 'in quotes', text: 'outside of quotes' } as const
const KIND_LABELS: Readonly<Record<QuoteKind, string>> = {
  direct: 'quotes in marks',
  dash: 'quotes after a dash',
  scare: 'marked words',
  nested: 'quotes in quotes',
}

type ActiveFilter = { readonly label: Html; readonly href: string }

function activeFilters(query: PageQuery, reader: Reader): ActiveFilter[] {
  const names = (name: 'source' | 'author' | 'speaker'): ActiveFilter[] =>
    query[name].map(value => ({
      label: html`<bdi>${value}</bdi>`,
      href: pageUrl(query, { [name]: query[name].filter(other => other !== value) }),
    }))
  return [
    ...query.language.map(tag => ({
      label: html`<bdi lang="${reader.locale}">${reader.language(tag)}</bdi>`,
      href: pageUrl(query, { language: query.language.filter(other => other !== tag) }),
    })),
    ...names('source'),
    ...names('author'),
    ...names('speaker'),
    ...query.kind.map(kind => ({
      label: html`${KIND_LABELS[kind]}`,
      href: pageUrl(query, { kind: query.kind.filter(other => other !== kind) }),
    })),
    ...(query.in === undefined
      ? []
      : [{ label: html`${ZONE_LABELS[query.in]}`, href: pageUrl(query, { in: undefined }) }]),
    ...(query.from === undefined
      ? []
      : [{ label: html`from ${query.from}`, href: pageUrl(query, { from: undefined }) }]),
    ...(query.to === undefined
      ? []
      : [{ label: html`before ${query.to}`, href: pageUrl(query, { to: undefined }) }]),
  ]
}

/** What narrows the search, each with a way out of it. */
function chips(query: PageQuery, reader: Reader): Html | false {
  const active = activeFilters(query, reader)
  if (active.length === 0) return false
  const chip = ({ label, href }: ActiveFilter): Html =>
    html`<li>
      <a href="${href}" rel="nofollow"
        ><span class="unseen">Remove </span>${label} <span aria-hidden="true">×</span></a
      >
    </li>`
  return html`<ul class="chips" aria-label="Filters">
    ${active.map(chip)}
  </ul>`
}
