import { isUiLanguage } from '../i18n/ui-language.ts'
import { createBusy } from './busy.ts'
import { startChecking } from './check-quote.ts'
import { unfoldContexts } from './contexts.ts'
import { writeCitations } from './citations.ts'
import { startCopying } from './copy.ts'
import { searchFacets } from './facet-search.ts'
import { followLinks } from './follow-links.ts'
import { createLiveSearch } from './live-search.ts'
import { loadReader } from './load-reader.ts'
import { createScreen } from './screen.ts'
import { startSearchBox } from './search-box.ts'
import { startShortcuts } from './shortcuts.ts'

/** What a page does once it runs in a browser with script; without, it is the same page. */
const chosen = new URLSearchParams(location.search).get('ui')
const reader = await loadReader(document.documentElement.lang, isUiLanguage(chosen) ? chosen : undefined)
const screen = createScreen(reader)
const busy = createBusy(isBusy => screen.showBusy(isBusy))

startShortcuts()
startCopying(screen, reader)
writeCitations(reader)
if (location.pathname === '/check') startChecking(screen, busy, reader)
if (location.pathname === '/') {
  const search = createLiveSearch(screen, busy, reader)
  startSearchBox(search)
  unfoldContexts(search)
  searchFacets(search)
  followLinks(search, reader)
}
document.documentElement.dataset['ready'] = ''
