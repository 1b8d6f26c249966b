import type { Reader } from '../i18n/reader.ts'
import { EMPTY_QUERY, pageUrl } from '../state/page-query.ts'
import type { PageQuery } from '../state/page-query.ts'
import type { PageParts } from './document.ts'
import { html } from './html.ts'
import { problemAdvice, problemHeading } from './problem-text.ts'
import type { ShownProblem } from './problem-text.ts'
import { searchForm } from './search-form.ts'

export type ErrorPage = {
  readonly problem: ShownProblem
  /** What was asked; it stays in the box. */
  readonly query?: PageQuery
  /** The address that failed, to be tried again. */
  readonly retry: string
  readonly reader: Reader
}

export function errorPage({ problem, query = EMPTY_QUERY, retry, reader }: ErrorPage): PageParts {
  const { status, code, detail, hint, requestId } = problem
  const heading = problemHeading(problem)
  const advice = problemAdvice(problem)
  const kept = code === 'query_too_long' ? '' : query.q
  return {
    title: `${reader.plain(heading)} – Paragraf`,
    address: retry,
    header: searchForm(query, reader),
    main: html`<section class="error">
      <h1>${reader.say(heading)}</h1>
      <div lang="en" dir="ltr">
        ${detail !== '' && html`<p>${detail}</p>`}
        ${hint !== undefined && advice === undefined && html`<p>${hint}</p>`}
      </div>
      ${advice && html`<p>${reader.say(advice)}</p>`}
      <p class="ways">
        ${(status >= 500 || status === 0) && html`<a href="${retry}">${reader.say('error.retry')}</a>`}
        ${
          status < 500 &&
          status !== 0 &&
          html`<a href="${reader.href(pageUrl({ ...EMPTY_QUERY, q: kept }))}"
            >${reader.say(kept === '' ? 'error.toFirstPage' : 'error.wordsAlone')}</a
          >`
        }
      </p>
      ${status >= 500 && requestId !== undefined && html`<p class="hint">${reader.say('error.request', { id: html`<code>${requestId}</code>` })}</p>`}
    </section>`,
  }
}
