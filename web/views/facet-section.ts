import type { Language } from '../../src/domain/language.ts'
import type { FacetValue } from '../../src/domain/result.ts'
import type { AnswerFacet } from '../../src/search/answer.ts'
import type { PlainKey } from '../i18n/catalogue.ts'
import type { Reader } from '../i18n/reader.ts'
import { pageUrl } from '../state/page-query.ts'
import type { PageQuery } from '../state/page-query.ts'
import { withFilter } from '../state/query-text.ts'
import { elementId } from './element-id.ts'
import type { FacetOptions } from './facets.ts'
import { html } from './html.ts'
import type { Html } from './html.ts'

/** Facets whose values are alternatives of one parameter. */
export type NamedFacet = 'language' | 'source' | 'author' | 'speaker'

const FACET_HEADINGS: Readonly<Record<NamedFacet, PlainKey>> = {
  language: 'facet.language',
  source: 'facet.source',
  author: 'facet.author',
  speaker: 'facet.speaker',
}

/** Values in sight; the others are folded, and can be searched. */
const SHOWN_VALUES = 7

export function facetSection(
  name: NamedFacet,
  { values, relation, truncated }: AnswerFacet,
  options: FacetOptions,
): Html | false {
  if (values.length === 0) return false
  const { query, reader, search } = options
  const isLong = truncated || values.length > SHOWN_VALUES
  const searched = search?.name === name && search.typed !== '' ? search : undefined
  const item = ({ value, count }: Partial<FacetValue> & { value: string }): Html =>
    valueItem(
      { name, value, count: count === undefined ? '' : reader.total({ value: count, relation }) },
      query,
      reader,
    )
  // a chosen value stays in sight, so that it can be taken back
  const shown = values.filter(({ value }, place) => place < SHOWN_VALUES || isActive(query, name, value))
  const others = values.filter(value => !shown.includes(value))
  // counts of a search inside a facet are those of no query: only what this answer has counted is shown with a number
  const found = searched?.values.map(({ value }) => values.find(known => known.value === value) ?? { value })
  return html`<section>
    <h2 id="facet-${name}">${reader.say(FACET_HEADINGS[name])}</h2>
    ${isLong && searchField(name, searched?.typed ?? '', reader)}
    ${found?.length === 0 && html`<p class="hint">${reader.say('facets.noneBegin')}</p>`}
    <ul aria-labelledby="facet-${name}">
      ${(found ?? shown).map(item)}
    </ul>
    ${
      found === undefined &&
      others.length > 0 &&
      html`<details>
        <summary>${reader.say('facets.more', { count: others.length })}</summary>
        <ul aria-labelledby="facet-${name}">
          ${others.map(item)}
        </ul>
        ${truncated && html`<p class="hint">${reader.say('facets.truncated')}</p>`}
      </details>`
    }
  </section>`
}

const searchField = (name: NamedFacet, typed: string, reader: Reader): Html =>
  html`<input
    class="facet-search needs-script"
    id="facet-${name}-search"
    data-facet="${name}"
    type="search"
    value="${typed}"
    dir="auto"
    autocomplete="off"
    spellcheck="false"
    placeholder="${reader.say('facets.search')}"
    aria-label="${reader.say('facets.searchIn', { facet: reader.say(FACET_HEADINGS[name]) })}"
  />`

const isSame = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase()

const isActive = (query: PageQuery, name: NamedFacet, value: string): boolean =>
  query[name].some(other => isSame(other, value))

type Item = { readonly name: NamedFacet; readonly value: string; readonly count: string }

function valueItem({ name, value, count }: Item, query: PageQuery, reader: Reader): Html {
  const active = isActive(query, name, value)
  const chosen = active ? query[name].filter(other => !isSame(other, value)) : [...query[name], value]
  const label = name === 'language' ? reader.language(value as Language) : value
  const excluding = active ? undefined : withFilter(query.q, { field: name, text: value, isExcluded: true })
  return html`<li>
    <a
      href="${pageUrl(query, { [name]: chosen })}"
      id="${elementId(name, value)}"
      rel="nofollow"
      ${active && html` class="is-active"`}
      ><span class="value"
        >${active && html`<span class="unseen">${reader.say('chips.remove')} </span>`}<bdi
          >${label}</bdi
        ></span
      >
      <span class="count">${count}</span></a
    >
    ${
      excluding !== undefined &&
      html`<a
        class="exclude"
        href="${pageUrl(query, { q: excluding })}"
        rel="nofollow"
        title="${reader.say('facets.exclude', { value: label })}"
        aria-label="${reader.say('facets.exclude', { value: label })}"
        >−</a
      >`
    }
  </li>`
}
