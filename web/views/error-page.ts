import type { ErrorCode } from '../../src/errors.ts'
import type { PlainKey } from '../i18n/catalogue.ts'
import type { Reader } from '../i18n/reader.ts'
import { EMPTY_QUERY, pageUrl } from '../state/page-query.ts'
import type { PageQuery } from '../state/page-query.ts'
import type { PageParts } from './document.ts'
import { html } from './html.ts'
import { searchForm } from './search-form.ts'

/** What an error page says of a problem. `offline`, with status 0: the service itself could not be reached. */
export type ShownProblem = {
  readonly status: number
  readonly code: ErrorCode | 'offline'
  readonly detail: string
  readonly hint?: string
  readonly requestId?: string
}

export type ErrorPage = {
  readonly problem: ShownProblem
  /** What was asked; it stays in the box. */
  readonly query?: PageQuery
  /** The address that failed, to be tried again. */
  readonly retry: string
  readonly reader: Reader
}

const HEADINGS: Readonly<Partial<Record<number, PlainKey>>> = {
  0: 'error.offline',
  400: 'error.badRequest',
  404: 'error.notFound',
  410: 'error.gone',
  503: 'error.unreachable',
  504: 'error.tooSlow',
}

/** What to do, by what ails; for the rest the problem says it itself, in English. */
const ADVICE: Readonly<Partial<Record<ShownProblem['code'], PlainKey>>> = {
  engine_unreachable: 'error.unreachable.text',
  deadline_exceeded: 'error.tooSlow.text',
  offline: 'error.offline.text',
  cursor_expired: 'error.gone.text',
  not_found: 'error.notFound.text',
  query_too_long: 'error.queryTooLong.text',
}

export function errorPage({ problem, query = EMPTY_QUERY, retry, reader }: ErrorPage): PageParts {
  const { status, code, detail, hint, requestId } = problem
  const heading = HEADINGS[status] ?? 'error.other'
  const advice = ADVICE[code]
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
          html`<a href="${pageUrl({ ...EMPTY_QUERY, q: kept, ui: query.ui })}"
            >${reader.say(kept === '' ? 'error.toFirstPage' : 'error.wordsAlone')}</a
          >`
        }
      </p>
      ${status >= 500 && requestId !== undefined && html`<p class="hint">${reader.say('error.request', { id: html`<code>${requestId}</code>` })}</p>`}
    </section>`,
  }
}
