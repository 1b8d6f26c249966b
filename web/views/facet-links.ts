import type { Language } from '../../src/domain/language.ts'
import type { FacetValue } from '../../src/domain/result.ts'
import type { AnswerFacet, SearchAnswer } from '../../src/search/answer.ts'
import type { PlainKey } from '../i18n/catalogue.ts'
import type { Reader } from '../i18n/reader.ts'
import { pageUrl } from '../state/page-query.ts'
import type { PageQuery } from '../state/page-query.ts'
import { periodRange } from '../state/period.ts'
import { html, Html } from './html.ts'
import type { Content } from './html.ts'

const SHOWN_VALUES = 10

/** Links that narrow the search and widen it again; nothing where there is nothing to choose. */
export function facetLinks({ facets }: SearchAnswer, query: PageQuery, reader: Reader): Html | false {
  const { language, source, author, speaker, month } = facets
  const sections = [
    language && facetSection('facet.language', language, reader, languageOption(query, reader)),
    source && facetSection('facet.source', source, reader, nameOption(query, 'source')),
    author && facetSection('facet.author', author, reader, nameOption(query, 'author')),
    speaker && facetSection('facet.speaker', speaker, reader, nameOption(query, 'speaker')),
    month && facetSection('facet.month', newestFirst(month), reader, monthOption(query, reader)),
  ].filter(section => section instanceof Html)
  if (sections.length === 0) return false
  return html`<aside class="facets" id="narrow" aria-label="${reader.say('facets.label')}">
    ${sections}
  </aside>`
}

type Option = { readonly label: Content; readonly isActive: boolean; readonly href: string }

const languageOption =
  (query: PageQuery, reader: Reader) =>
  ({ value }: FacetValue): Option => {
    const isActive = query.language.includes(value)
    const language = isActive ? query.language.filter(tag => tag !== value) : [...query.language, value]
    const label = html`<bdi>${reader.language(value as Language)}</bdi>`
    return { label, isActive, href: pageUrl(query, { language }) }
  }

const nameOption =
  (query: PageQuery, name: 'source' | 'author' | 'speaker') =>
  ({ value }: FacetValue): Option => {
    const isSame = (other: string): boolean => other.toLowerCase() === value.toLowerCase()
    const isActive = query[name].some(isSame)
    const values = isActive ? query[name].filter(other => !isSame(other)) : [...query[name], value]
    return { label: html`<bdi>${value}</bdi>`, isActive, href: pageUrl(query, { [name]: values }) }
  }

const monthOption =
  (query: PageQuery, reader: Reader) =>
  ({ value }: FacetValue): Option => {
    const range = periodRange(value)
    if (range === undefined) return { label: value, isActive: false, href: pageUrl(query) }
    const isActive = query.from === range.from && query.to === range.to
    const change = isActive ? { from: undefined, to: undefined } : range
    const label = html`<time datetime="${value}"><bdi>${reader.period(value)}</bdi></time>`
    return { label, isActive, href: pageUrl(query, change) }
  }

const newestFirst = (facet: AnswerFacet): AnswerFacet => ({
  ...facet,
  values: facet.values.toSorted((a, b) => (a.value < b.value ? 1 : -1)),
})

function facetSection(
  heading: PlainKey,
  { values, relation, truncated }: AnswerFacet,
  reader: Reader,
  optionOf: (value: FacetValue) => Option,
): Html | false {
  if (values.length === 0) return false
  const items = values.map(value => ({ option: optionOf(value), count: value.count }))
  // a chosen value stays in sight, so that it can be taken back
  const shown = items.filter(({ option }, index) => option.isActive || index < SHOWN_VALUES)
  const others = items.filter(item => !shown.includes(item))
  const list = (some: typeof items): Html =>
    html`<ul>
      ${some.map(item => optionItem(item, relation, reader))}
    </ul>`
  return html`<section>
    <h2>${reader.say(heading)}</h2>
    ${list(shown)}
    ${
      others.length > 0 &&
      html`<details>
        <summary>${reader.say('facets.more', { count: others.length })}</summary>
        ${list(others)}
      </details>`
    }
    ${truncated && html`<p class="hint">${reader.say('facets.truncated')}</p>`}
  </section>`
}

function optionItem(
  { option, count }: { option: Option; count: number },
  relation: AnswerFacet['relation'],
  reader: Reader,
): Html {
  const { label, isActive, href } = option
  return html`<li>
    <a href="${href}" rel="nofollow" ${isActive && html` class="is-active"`}
      ><span class="value"
        >${isActive && html`<span class="unseen">${reader.say('chips.remove')} </span>`}${label}</span
      >
      <span class="count">${reader.total({ value: count, relation })}</span></a
    >
  </li>`
}
