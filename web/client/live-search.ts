import type { SearchAnswer } from '../../src/search/answer.ts'
import type { Reader } from '../i18n/reader.ts'
import { apiUrl, pageUrl, readPageQuery } from '../state/page-query.ts'
import type { PageQuery } from '../state/page-query.ts'
import { repairsOf, testRepairs } from '../state/repairs.ts'
import { errorPage } from '../views/error-page.ts'
import { searchPage } from '../views/search-page.ts'
import type { SearchPage } from '../views/search-page.ts'
import { totalsText } from '../views/totals.ts'
import { createAnswerMemory } from './answer-memory.ts'
import { ask, ProblemError } from './ask.ts'
import type { Busy } from './busy.ts'
import { createLatest } from './latest.ts'
import { pause } from './pause.ts'
import type { Screen } from './screen.ts'

export type Step = {
  /** What becomes of the history: a new entry, another address for this one, or nothing. */
  readonly history: 'push' | 'replace' | 'none'
  /** The box is being typed in and is left alone. */
  readonly isTyped?: boolean
  /** Another page of results is read from its beginning. */
  readonly toTop?: boolean
}

/** The one search that a page shows. */
export type LiveSearch = {
  /** What is asked for: always what stands in the address. */
  query(): PageQuery
  /** Searches for something else, unless something newer is asked for before the answer comes. Never rejects. */
  go(next: PageQuery, step: Step): Promise<void>
  /** Shows the same results with something more unfolded. Rejects with `ProblemError` when these can't be had. */
  unfold(change: (page: SearchPage) => Partial<Pick<SearchPage, 'contexts' | 'facetSearch'>>): Promise<void>
}

/** Readers who pause this long over no results are offered others. */
const OFFER_AFTER_MS = 300

export function createLiveSearch(screen: Screen, busy: Busy, reader: Reader): LiveSearch {
  const latest = createLatest()
  const memory = createAnswerMemory()
  useCanonicalAddress()
  let query = readPageQuery(new URLSearchParams(location.search))
  /** What is shown; undefined while it is what the server rendered, or an error. */
  let page: SearchPage | undefined

  async function go(
    next: PageQuery,
    { history: entry, isTyped = false, toTop = false }: Step,
  ): Promise<void> {
    query = next
    const address = pageUrl(query, { cursor: query.cursor })
    if (entry === 'push') history.pushState(null, '', address)
    if (entry === 'replace') history.replaceState(null, '', address)
    if (!isTyped) screen.setField(query.q)
    const url = apiUrl(query)
    // back and forward show what was there; everything else asks anew
    const remembered = entry === 'none' ? memory.get(url) : undefined
    if (remembered) latest.cancel()
    else busy.begin()
    try {
      const answer = remembered ?? (await latest.run(signal => ask<SearchAnswer>(url, { signal })))
      if (answer === undefined) return
      busy.end()
      memory.add(url, answer)
      page = { query, answer, reader }
      screen.show(searchPage(page))
      if (toTop) screen.toTop()
      screen.announce(totalsText(answer, reader))
      await offer(page)
    } catch (error) {
      busy.end()
      if (!(error instanceof ProblemError)) throw error
      page = undefined
      const shown = errorPage({ problem: error.problem, query, retry: address, reader })
      screen.show(shown)
      screen.announce(shown.title)
    }
  }

  /** Tries what could be searched instead of a search that found nothing. */
  async function offer({ query: asked, answer }: SearchPage): Promise<void> {
    const repairs = repairsOf(asked, answer)
    if (repairs.length === 0) return
    const offers = await latest.run(async signal => {
      await pause(OFFER_AFTER_MS, signal)
      return testRepairs(repairs, async repaired => {
        const tried = await ask<SearchAnswer>(`${apiUrl(repaired)}&limit=1`, { signal }).catch(
          () => undefined,
        )
        return tried?.total
      })
    })
    if (offers === undefined || offers.length === 0 || page?.answer !== answer) return
    page = { ...page, offers }
    screen.show(searchPage(page))
  }

  async function unfold(change: Parameters<LiveSearch['unfold']>[0]): Promise<void> {
    // the server sends a page and not its data: these are asked for by the first who needs them
    if (page === undefined) {
      const answer = await latest.run(signal => ask<SearchAnswer>(apiUrl(query), { signal }))
      if (answer === undefined) return
      busy.end()
      page = { query, answer, reader }
    }
    page = { ...page, ...change(page) }
    screen.show(searchPage(page))
  }

  return { query: () => query, go, unfold }
}

/** The server knows what an address means: that `no` is `nb` and `nn`, and which parameters are none of the page's. */
function useCanonicalAddress(): void {
  const canonical = document.querySelector<HTMLLinkElement>('link[rel="canonical"]')
  if (canonical === null || canonical.href === location.href) return
  const { pathname, search } = new URL(canonical.href)
  history.replaceState(history.state, '', pathname + search + location.hash)
}
