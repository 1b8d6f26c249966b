import { isUiLanguage } from '../i18n/ui-language.ts'
import { startLiveSearch } from './live-search.ts'
import { loadReader } from './load-reader.ts'

/** What the page does once it runs in a browser with script; without, it is the same page. */
const chosen = new URLSearchParams(location.search).get('ui')
const reader = await loadReader(document.documentElement.lang, isUiLanguage(chosen) ? chosen : undefined)
if (location.pathname === '/') startLiveSearch(reader)
