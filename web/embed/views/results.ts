import type { AnswerHit, SearchAnswer } from '../../../src/search/answer.ts'
import type { Reader } from '../../i18n/reader.ts'
import { pageUrl } from '../../state/page-query.ts'
import type { PageQuery } from '../../state/page-query.ts'
import { html } from '../../views/html.ts'
import type { Html } from '../../views/html.ts'
import { noteList } from '../../views/note-list.ts'
import { totals } from '../../views/totals.ts'
import type { ParagrafOpenIn } from '../types/embed.d.ts'
import { boxHit } from './box-hit.ts'
import { nothingFound } from './nothing-found.ts'

export type Results = {
  /** What was asked for, as the service's page would be. */
  readonly query: PageQuery
  readonly answer: SearchAnswer
}

export type ResultsOptions = {
  readonly reader: Reader
  readonly endpoint: string
  readonly openIn: ParagrafOpenIn
}

/** What was found: how much, what was searched otherwise than typed, the best of it, and where the rest is. */
export function results({ query, answer }: Results, options: ResultsOptions): Html {
  const { reader, endpoint, openIn } = options
  const { hits, partial } = answer
  const target = openIn === 'tab' && html` target="_blank" rel="noopener"`
  return html`${
      hits.length > 0
        ? html`<p class="count" part="count">${totals(answer, reader)}</p>`
        : nothingFound({ query, answer, reader })
    }
    ${noteList(answer, [], reader)} ${hitList(hits, 'hits', options)}
    ${
      partial.length > 0 &&
      html`<p class="count" part="count" id="some">${reader.say('results.partial')}</p>
        ${hitList(partial, 'partial', options)}`
    }
    <p class="foot" part="foot">
      <a class="all" id="all" part="all" href="${endpoint}${pageUrl(query)}" ${target}
        >${reader.say(hits.length > 0 ? 'embed.all' : 'embed.page')}</a
      >
    </p>`
}

function hitList(
  hits: readonly AnswerHit[],
  name: 'hits' | 'partial',
  { reader, endpoint, openIn }: ResultsOptions,
): Html | false {
  if (hits.length === 0) return false
  return html`<ol class="hits" part="list" ${name === 'partial' && html` aria-labelledby="some"`}>
    ${hits.map(hit => boxHit(hit, { reader, name, openIn, href: permalinkOf({ ...hit, permalink: reader.href(hit.permalink) }, endpoint) }))}
  </ol>`
}

/** Where a hit stands in its article, on the service's page. */
export const permalinkOf = (
  { permalink, id }: Pick<AnswerHit, 'permalink' | 'id'>,
  endpoint: string,
): string => `${endpoint}${permalink}#${id}`
