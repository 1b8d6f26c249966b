/** The languages that the interface speaks. */
export const UI_LANGUAGES = ['en', 'nb', 'de', 'fr', 'es', 'ar'] as const
export type UiLanguage = (typeof UI_LANGUAGES)[number]

/** As each calls itself. */
export const UI_NAMES: Readonly<Record<UiLanguage, string>> = {
  en: 'English',
  nb: 'Norsk bokmål',
  de: 'Deutsch',
  fr: 'Français',
  es: 'Español',
  ar: 'العربية',
}

export const isUiLanguage = (value: unknown): value is UiLanguage =>
  UI_LANGUAGES.some(language => language === value)

export type UiChoice = {
  readonly ui: UiLanguage
  /** A locale of that language. */
  readonly locale: string
  /** The address says so, not the browser. */
  readonly isChosen: boolean
}

const DEFAULT: UiLanguage = 'en'

/** What `?ui=` says, else the best of an `Accept-Language` header that is spoken here, else English. */
export function chooseUi(chosen: unknown, acceptLanguage: string | undefined): UiChoice {
  const preferred = preferredLanguages(acceptLanguage ?? '').flatMap(tag => {
    const ui = uiLanguageOf(tag)
    const locale = supportedLocale(tag)
    return ui === undefined || locale === undefined ? [] : [{ ui, locale }]
  })
  if (isUiLanguage(chosen)) {
    const locale = preferred.find(({ ui }) => ui === chosen)?.locale ?? chosen
    return { ui: chosen, locale, isChosen: true }
  }
  return { ...(preferred[0] ?? { ui: DEFAULT, locale: DEFAULT }), isChosen: false }
}

/** More languages than these nobody reads; a header may hold thousands. */
const MAX_PREFERENCES = 10

/** Language tags of a header, the best first. */
export function preferredLanguages(acceptLanguage: string): string[] {
  return acceptLanguage
    .slice(0, 500)
    .split(',', MAX_PREFERENCES)
    .map(preference => {
      const [tag = '', quality = 'q=1'] = preference.split(';').map(part => part.trim())
      return { tag, quality: Number(/^q=([\d.]{1,5})$/u.exec(quality)?.[1] ?? 0) }
    })
    .filter(({ tag, quality }) => /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}$/u.test(tag) && quality > 0)
    .sort((a, b) => b.quality - a.quality)
    .map(({ tag }) => tag)
}

/** Who reads Nynorsk or just Norwegian reads Bokmål. */
const NORWEGIAN = /^(?:no|nn)(?=-|$)/iu

/** The one that readers of a language tag understand, if any is spoken here. */
export function uiLanguageOf(tag: string): UiLanguage | undefined {
  const primary = tag.replace(NORWEGIAN, 'nb').split('-')[0]?.toLowerCase()
  return UI_LANGUAGES.find(language => language === primary)
}

function supportedLocale(tag: string): string | undefined {
  try {
    return Intl.NumberFormat.supportedLocalesOf(tag.replace(NORWEGIAN, 'nb'))[0]
  } catch {
    // well-formed to the eye, not to BCP 47: as if it were not there
    return undefined
  }
}
