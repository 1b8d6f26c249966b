import { ar } from './ar.ts'
import type { Catalogue } from './catalogue.ts'
import { de } from './de.ts'
import { en } from './en.ts'
import { es } from './es.ts'
import { fr } from './fr.ts'
import { nb } from './nb.ts'
import { createReader } from './reader.ts'
import type { Reader } from './reader.ts'
import { chooseUi } from './ui-language.ts'
import type { UiLanguage } from './ui-language.ts'

/** All of them, for the server; a browser loads its own one only (client/load-reader.ts). */
export const CATALOGUES: Readonly<Record<UiLanguage, Catalogue>> = { en, nb, de, fr, es, ar }

/** The reader that an address and an `Accept-Language` header describe. */
export function readerOf(acceptLanguage: string | undefined, chosen?: unknown): Reader {
  const choice = chooseUi(chosen, acceptLanguage)
  return createReader({ catalogue: CATALOGUES[choice.ui], ...choice })
}
