import type { Catalogue } from '../i18n/catalogue.ts'
import { createReader } from '../i18n/reader.ts'
import type { Reader } from '../i18n/reader.ts'
import type { UiLanguage } from '../i18n/ui-language.ts'

const CATALOGUES: Readonly<Record<UiLanguage, () => Promise<Catalogue>>> = {
  en: async () => (await import('../i18n/en.ts')).en,
  nb: async () => (await import('../i18n/nb.ts')).nb,
  de: async () => (await import('../i18n/de.ts')).de,
  fr: async () => (await import('../i18n/fr.ts')).fr,
  es: async () => (await import('../i18n/es.ts')).es,
  ar: async () => (await import('../i18n/ar.ts')).ar,
}

/** The same reader that the server wrote the page for, with the one catalogue that it takes. */
export async function loadReader(locale: string, chosen: UiLanguage | undefined): Promise<Reader> {
  const ui = chosen ?? (new Intl.Locale(locale).language as UiLanguage)
  const catalogue = await CATALOGUES[ui]()
  return createReader({ catalogue, ui, locale, isChosen: chosen !== undefined })
}
