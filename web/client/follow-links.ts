import type { Reader } from '../i18n/reader.ts'
import { pageUrl, readPageQuery } from '../state/page-query.ts'
import type { PageQuery } from '../state/page-query.ts'
import type { LiveSearch } from './live-search.ts'
import { isPlainClick } from './plain-click.ts'

/** Follows links to other searches without leaving the page, and the browser's way back and forward. */
export function followLinks(search: LiveSearch, reader: Reader): void {
  document.addEventListener('click', event => {
    const link = event.target instanceof Element ? event.target.closest('a') : null
    if (link === null || event.defaultPrevented || !isPlainClick(event) || !isSearch(link, reader)) return
    event.preventDefault()
    const next = readPageQuery(new URLSearchParams(link.search))
    void search.go(next, { history: 'push', toTop: next.cursor !== search.query().cursor })
  })
  window.addEventListener('popstate', () => {
    const next = readPageQuery(new URLSearchParams(location.search))
    // another place on this page is no other search
    if (addressOf(next) !== addressOf(search.query())) void search.go(next, { history: 'none' })
  })
}

const addressOf = (query: PageQuery): string => pageUrl(query, { cursor: query.cursor })

/** Whether a link leads to a search page in the same language. */
function isSearch(link: HTMLAnchorElement, reader: Reader): boolean {
  if (link.origin !== location.origin || link.pathname !== '/' || link.hash !== '' || link.target !== '')
    return false
  const { ui } = readPageQuery(new URLSearchParams(link.search))
  return ui === undefined ? !reader.isChosen : ui === reader.ui && reader.isChosen
}
