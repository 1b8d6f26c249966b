import { languageEntry } from '../../domain/language.ts'
import type { Language } from '../../domain/language.ts'
import type { Total } from '../../domain/result.ts'

/** How numbers, dates and languages are written for one reader. */
export type Reader = {
  /** BCP 47; also for `lang` of what is written below. */
  readonly locale: string
  number(value: number): string
  total(total: Total): string
  /** An ISO instant as a day in UTC. */
  day(instant: string): string
  /** `2018-04` as a month. */
  month(month: string): string
  language(language: Language): string
}

/** The reader that an `Accept-Language` header describes; English when it says nothing usable. */
export function readerOf(acceptLanguage: string | undefined): Reader {
  const locale = localeOf(acceptLanguage ?? '')
  const numbers = new Intl.NumberFormat(locale)
  const days = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' })
  const months = new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'long', timeZone: 'UTC' })
  const languages = new Intl.DisplayNames(locale, { type: 'language', fallback: 'none' })
  const number = (value: number): string => numbers.format(value)
  return {
    locale,
    number,
    total: ({ value, relation }) => `${TOTAL_PREFIX[relation]}${number(value)}`,
    day: instant => days.format(new Date(instant)),
    month: month => months.format(new Date(`${month}-01T00:00:00Z`)),
    language: language =>
      (language === 'und' ? undefined : languages.of(language)) ?? languageEntry(language).english,
  }
}

const TOTAL_PREFIX = { exact: '', atLeast: 'at least ', approximate: 'about ' } as const

const DEFAULT_LOCALE = 'en'
/** More languages than these nobody reads; a header may hold thousands. */
const MAX_PREFERENCES = 10

function localeOf(acceptLanguage: string): string {
  const preferences = acceptLanguage
    .slice(0, 500)
    .split(',', MAX_PREFERENCES)
    .map(preference => {
      const [tag = '', quality = 'q=1'] = preference.split(';').map(part => part.trim())
      return { tag, quality: Number(/^q=([\d.]{1,5})$/u.exec(quality)?.[1] ?? 0) }
    })
    .filter(({ tag, quality }) => /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}$/u.test(tag) && quality > 0)
    .sort((a, b) => b.quality - a.quality)
  for (const { tag } of preferences) {
    try {
      const [supported] = Intl.NumberFormat.supportedLocalesOf(tag)
      if (supported !== undefined) return supported
    } catch {
      // well-formed to the eye, not to BCP 47: as if it were not there
    }
  }
  return DEFAULT_LOCALE
}

/** Attributes of an element with text of that language: Kurdish, Azerbaijani and others are written in both directions. */
export function directionOf(language: Language): 'rtl' | 'ltr' | 'auto' {
  if (language === 'und' || language === 'ku' || language === 'az' || language === 'pa') return 'auto'
  return languageEntry(language).direction
}
