import type { Language } from '../../src/domain/language.ts'

const RIGHT_TO_LEFT: ReadonlySet<Language> = new Set<Language>(['ar', 'fa', 'he', 'ps', 'ur', 'yi'])
/** Kurdish, Azerbaijani and Punjabi are written in both directions; nobody knows about what is in no known language. */
const EITHER: ReadonlySet<Language> = new Set<Language>(['und', 'ku', 'az', 'pa'])

/** `dir` of an element with text of that language. */
export function directionOf(language: Language): 'rtl' | 'ltr' | 'auto' {
  if (EITHER.has(language)) return 'auto'
  return RIGHT_TO_LEFT.has(language) ? 'rtl' : 'ltr'
}
