import type { AppError } from '../../errors.ts'
import { html } from './html.ts'
import { documentOf } from './layout.ts'
import { EMPTY_QUERY, pageUrl } from './page-query.ts'
import type { PageQuery } from './page-query.ts'
import { searchForm } from './search-form.ts'

export type ErrorPage = {
  readonly error: AppError
  /** What was asked; it stays in the box. */
  readonly query?: PageQuery
  /** The address that failed, to be tried again. */
  readonly retry?: string
  readonly requestId?: string | undefined
}

const HEADINGS: Readonly<Partial<Record<number, string>>> = {
  400: 'This cannot be searched',
  404: 'There is nothing here',
  410: 'This page of results is gone',
  503: 'The index cannot be reached',
  504: 'The index took too long',
}

export function errorPage({ error, query = EMPTY_QUERY, retry, requestId }: ErrorPage): string {
  const heading = HEADINGS[error.status] ?? 'Something went wrong'
  return documentOf({
    title: `${heading} – Paragraf`,
    header: searchForm(query),
    main: html` <section class="error">
      <h1>${heading}</h1>
      <p>${error.message}</p>
      ${error.hint !== undefined && html`<p>${error.hint}</p>`}
      <p class="ways">
        ${error.status >= 500 && retry !== undefined && html`<a href="${retry}">Try again</a>`}
        ${error.status < 500 && html`<a href="${pageUrl({ ...EMPTY_QUERY, q: error.code === 'query_too_long' ? '' : query.q })}">${query.q === '' || error.code === 'query_too_long' ? 'To the first page' : 'Search for the words alone'}</a>`}
      </p>
      ${error.status >= 500 && requestId !== undefined && html`<p class="hint">Request <code>${requestId}</code></p>`}
    </section>`,
  })
}
