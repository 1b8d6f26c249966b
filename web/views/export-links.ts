import type { Reader } from '../i18n/reader.ts'
import { exportUrl } from '../state/page-query.ts'
import type { PageQuery } from '../state/page-query.ts'
import { html } from './html.ts'
import type { Html } from './html.ts'

const FORMATS = ['csv', 'ndjson'] as const

/** Files with all that a search finds; not while somebody types, since they hold the words as they stand. */
export function exportLinks(query: PageQuery, reader: Reader): Html | false {
  if (query.prefix !== undefined) return false
  return html`<p class="export">
    ${reader.say('export.label')}
    ${FORMATS.map(format => html`<a href="${exportUrl(format, query)}" rel="nofollow" download>${format.toUpperCase()}</a> `)}
  </p>`
}
