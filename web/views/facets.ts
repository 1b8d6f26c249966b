import type { FacetName } from '../../src/domain/query.ts'
import type { FacetValue } from '../../src/domain/result.ts'
import type { SearchAnswer } from '../../src/search/answer.ts'
import type { Reader } from '../i18n/reader.ts'
import type { PageQuery } from '../state/page-query.ts'
import { facetSection } from './facet-section.ts'
import { html, Html } from './html.ts'
import { monthSection } from './month-section.ts'

/** What was typed to find values of a long facet, and those that begin so. */
export type FacetSearch = {
  readonly name: FacetName
  readonly typed: string
  readonly values: readonly FacetValue[]
}

export type FacetOptions = {
  readonly query: PageQuery
  readonly reader: Reader
  readonly search?: FacetSearch | undefined
}

/** Links that narrow the search and widen it again; undefined where there is nothing to choose. */
export function facets(answer: SearchAnswer, options: FacetOptions): Html | undefined {
  const { language, source, author, speaker, month } = answer.facets
  const sections = [
    language && facetSection('language', language, options),
    source && facetSection('source', source, options),
    author && facetSection('author', author, options),
    speaker && facetSection('speaker', speaker, options),
    month && monthSection(month, options),
  ].filter(section => section instanceof Html)
  if (sections.length === 0) return undefined
  return html`<aside class="facets" id="narrow" aria-label="${options.reader.say('facets.label')}">
    ${sections}
  </aside>`
}
