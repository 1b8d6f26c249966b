import type { Catalogue } from '../i18n/catalogue.ts'
import { createReader } from '../i18n/reader.ts'
import type { Reader } from '../i18n/reader.ts'
import { chooseUi, uiLanguageOf } from '../i18n/ui-language.ts'
import type { UiLanguage } from '../i18n/ui-language.ts'
import { BOX_CATALOGUES } from './catalogues.ts'

export type Surroundings = {
  /** The attribute `ui`, if it has one that is known. */
  readonly ui: UiLanguage | ''
  /** Of the nearest element that says so. */
  readonly lang: string | undefined
  /** Of the browser, the best first. */
  readonly languages: readonly string[]
}

/**
 * How the box speaks: as it was told, else as what stands around it, else as the browser. What the service's pages would
 * speak otherwise goes on to them in their addresses.
 */
export function boxReader({ ui, lang, languages }: Surroundings): Reader {
  const chosen = ui || (lang === undefined ? undefined : uiLanguageOf(lang))
  const choice = chooseUi(chosen, preferences(lang, languages).join(','))
  const own = chooseUi(undefined, languages.join(','))
  // as many of the messages as the views of the box ask for: a test counts them
  return createReader({
    catalogue: BOX_CATALOGUES[choice.ui] as Catalogue,
    ...choice,
    isChosen: choice.ui !== own.ui,
  })
}

/** Where a page says no more than `en`, numbers and days are those of the browser's English. */
function preferences(lang: string | undefined, languages: readonly string[]): readonly string[] {
  if (lang === undefined) return languages
  return lang.includes('-') ? [lang, ...languages] : [...languages, lang]
}
