import type { SearchAnswer } from '../../src/search/answer.ts'
import type { Reader } from '../i18n/reader.ts'
import { apiUrl, pageUrl, readPageQuery } from '../state/page-query.ts'
import type { PageQuery } from '../state/page-query.ts'
import type { PageParts } from '../views/document.ts'
import { errorPage } from '../views/error-page.ts'
import { footer } from '../views/footer.ts'
import { searchPage } from '../views/search-page.ts'
import { totalsText } from '../views/totals.ts'
import { createAnswerMemory } from './answer-memory.ts'
import { ask, ProblemError } from './ask.ts'
import { createBusy } from './busy.ts'
import { elementOf } from './elements.ts'
import { createLatest } from './latest.ts'
import { patch } from './patch.ts'
import { watchTyping } from './typing.ts'

type Step = {
  /** What becomes of the history: a new entry, another address for this one, or nothing. */
  readonly history: 'push' | 'replace' | 'none'
  /** The box is being typed in and is left alone. */
  readonly isTyped?: boolean
  /** Another page of results is read from its beginning. */
  readonly toTop?: boolean
}

/** Searches while somebody types and follows the page's own links, without loading the page anew. */
export function startLiveSearch(reader: Reader): void {
  const latest = createLatest()
  const memory = createAnswerMemory()
  const status = elementOf('status', HTMLElement)
  const box = elementOf('q', HTMLInputElement)
  const main = elementOf('main', HTMLElement)
  const busy = createBusy(isBusy => {
    main.setAttribute('aria-busy', String(isBusy))
    if (isBusy) status.textContent = reader.plain('search.busy')
  })
  let query = readPageQuery(new URLSearchParams(location.search))

  async function go(
    next: PageQuery,
    { history: entry, isTyped = false, toTop = false }: Step,
  ): Promise<void> {
    query = next
    const address = pageUrl(query, { cursor: query.cursor })
    if (entry === 'push') history.pushState(null, '', address)
    if (entry === 'replace') history.replaceState(null, '', address)
    const url = apiUrl(query)
    // back and forward show what was there; everything else asks anew
    const remembered = entry === 'none' ? memory.get(url) : undefined
    if (remembered) {
      latest.cancel()
      busy.end()
      show(searchPage({ query, answer: remembered, reader }), isTyped)
      return
    }
    busy.begin()
    try {
      const answer = await latest.run(signal => ask<SearchAnswer>(url, { signal }))
      if (answer === undefined) return
      busy.end()
      memory.add(url, answer)
      show(searchPage({ query, answer, reader }), isTyped)
      if (toTop) main.scrollIntoView()
      status.textContent = totalsText(answer, reader)
    } catch (error) {
      busy.end()
      if (!(error instanceof ProblemError)) throw error
      const page = errorPage({ problem: error.problem, query, retry: address, reader })
      show(page, isTyped)
      status.textContent = page.title
    }
  }

  function show({ title, header, main: view, address }: PageParts, isTyped: boolean): void {
    document.title = title
    patch(elementOf('top', HTMLElement), header)
    patch(main, view)
    patch(elementOf('bottom', HTMLElement), footer(address, reader))
    if (!isTyped) box.value = query.q
  }

  const forgetTyping = watchTyping(box, typed => {
    const q = typed.trim() === '' ? '' : typed
    const next: PageQuery = { ...query, q, prefix: q === '' ? undefined : 'last', cursor: undefined }
    // one entry of the history for all keys of a search
    const isGoingOn = query.prefix === 'last'
    void go(next, { history: isGoingOn ? 'replace' : 'push', isTyped: true })
  })

  /** The words as they stand, once somebody says that these are all. */
  function submit(): void {
    forgetTyping()
    const { value: zone } = elementOf('in', HTMLSelectElement)
    const next: PageQuery = {
      ...query,
      q: box.value,
      in: zone === 'quotes' || zone === 'text' ? zone : undefined,
      prefix: undefined,
      cursor: undefined,
    }
    void go(next, { history: query.prefix === 'last' ? 'replace' : 'push' })
  }

  /** Follows a link to another search without leaving the page. */
  function follow(event: MouseEvent): void {
    const link = event.target instanceof Element ? event.target.closest('a') : null
    if (link === null || !isPlainClick(event) || !isSearch(link, reader)) return
    event.preventDefault()
    forgetTyping()
    const next = readPageQuery(new URLSearchParams(link.search))
    const turnsPage = next.cursor !== query.cursor
    void go(next, { history: 'push', toTop: turnsPage })
  }

  document.addEventListener('submit', event => {
    if (event.target !== box.form) return
    event.preventDefault()
    submit()
  })
  document.addEventListener('change', event => {
    if (event.target instanceof HTMLSelectElement && event.target.id === 'in') submit()
  })
  document.addEventListener('click', follow)
  window.addEventListener('popstate', () => {
    forgetTyping()
    void go(readPageQuery(new URLSearchParams(location.search)), { history: 'none' })
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
