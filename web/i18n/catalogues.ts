import type { Catalogue } from './catalogue.ts'
import { en } from './en.ts'
import { createReader } from './reader.ts'
import type { Reader } from './reader.ts'
import { chooseUi } from './ui-language.ts'
import type { UiLanguage } from './ui-language.ts'

/** All of them, for the server; a browser loads its own one only (client/load-reader.ts). */
export const CATALOGUES: Readonly<Record<UiLanguage, Catalogue>> = {
  en,
  // their own words follow
  nb: en,
  de: en,
  fr: en,
  es: en,
  ar: en,
}

/** The reader that an address and an `Accept-Language` header describe. */
export function readerOf(acceptLanguage: string | undefined, chosen?: unknown): Reader {
  const choice = chooseUi(chosen, acceptLanguage)
  return createReader({ catalogue: CATALOGUES[choice.ui], ...choice })
}
