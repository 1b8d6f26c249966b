import type { Reader } from '../i18n/reader.ts'
import { readPageQuery } from '../state/page-query.ts'
import type { LiveSearch } from './live-search.ts'

/** Follows links to other searches without leaving the page, and the browser's way back and forward. */
export function followLinks(search: LiveSearch, reader: Reader): void {
  document.addEventListener('click', event => {
    const link = event.target instanceof Element ? event.target.closest('a') : null
    if (link === null || !isPlainClick(event) || !isSearch(link, reader)) return
    event.preventDefault()
    const next = readPageQuery(new URLSearchParams(link.search))
    void search.go(next, { history: 'push', toTop: next.cursor !== search.query().cursor })
  })
  window.addEventListener('popstate', () => {
    void search.go(readPageQuery(new URLSearchParams(location.search)), { history: 'none' })
  })
}

const isPlainClick = (event: MouseEvent): boolean =>
  event.button === 0 &&
  !event.defaultPrevented &&
  !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)

/** Whether a link leads to a search page in the same language. */
function isSearch(link: HTMLAnchorElement, reader: Reader): boolean {
  if (link.origin !== location.origin || link.pathname !== '/' || link.hash !== '' || link.target !== '')
    return false
  const { ui } = readPageQuery(new URLSearchParams(link.search))
  return ui === undefined ? !reader.isChosen : ui === reader.ui && reader.isChosen
}
