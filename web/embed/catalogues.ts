import type { Catalogue } from '../i18n/catalogue.ts'
import { CATALOGUES } from '../i18n/catalogues.ts'
import { UI_LANGUAGES } from '../i18n/ui-language.ts'
import type { UiLanguage } from '../i18n/ui-language.ts'
import { BOX_KEYS } from './keys.ts'

export type BoxCatalogue = Pick<Catalogue, (typeof BOX_KEYS)[number]>

/**
 * What the box says, in all languages: little enough to be one file with its script, which then needs nothing else at any
 * address. The build runs this module and keeps its result only.
 */
export const BOX_CATALOGUES = Object.fromEntries(
  UI_LANGUAGES.map(ui => [ui, Object.fromEntries(BOX_KEYS.map(key => [key, CATALOGUES[ui][key]]))]),
) as Readonly<Record<UiLanguage, BoxCatalogue>>
