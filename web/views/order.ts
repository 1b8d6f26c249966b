import type { Sort } from '../../src/domain/query.ts'
import type { PlainKey } from '../i18n/catalogue.ts'
import type { Reader } from '../i18n/reader.ts'
import { groupOf, hasWords, pageUrl, sortOf } from '../state/page-query.ts'
import type { PageQuery } from '../state/page-query.ts'
import { html } from './html.ts'
import type { Html } from './html.ts'

const SORT_LABELS: Readonly<Record<Sort, PlainKey>> = {
  relevance: 'sort.relevance',
  newest: 'sort.newest',
  oldest: 'sort.oldest',
}

/** Links to the same results in another order, or fewer of each article. */
export function orderLinks(query: PageQuery, reader: Reader): Html {
  const sorts: readonly Sort[] = hasWords(query) ? ['relevance', 'newest', 'oldest'] : ['newest', 'oldest']
  const link = (label: PlainKey, isActive: boolean, change: Partial<PageQuery>): Html =>
    html`<li>
      <a href="${pageUrl(query, change)}" rel="nofollow" ${isActive && html` aria-current="true"`}
        >${reader.say(label)}</a
      >
    </li>`
  return html`<nav class="order" aria-label="${reader.say('order.label')}">
    <ul>
      ${sorts.map(sort => link(SORT_LABELS[sort], sortOf(query) === sort, { sort }))}
    </ul>
    <ul>
      ${link('group.paragraph', groupOf(query) === 'paragraph', { group: 'paragraph' })}
      ${link('group.article', groupOf(query) === 'article', { group: 'article' })}
    </ul>
  </nav>`
}
