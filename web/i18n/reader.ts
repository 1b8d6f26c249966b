import type { Language } from '../../src/domain/language.ts'
import type { Total } from '../../src/domain/result.ts'
import { html } from '../views/html.ts'
import type { Content, Html } from '../views/html.ts'
import type { Catalogue, MessageKey, PluralForms, ValueName } from './catalogue.ts'
import { directionOf } from './direction.ts'
import { fillIn } from './fill-in.ts'
import type { UiLanguage } from './ui-language.ts'

/** A number, or one that says how sure it is. */
export type Count = number | Total

type Value<Name extends string> = Name extends 'count' ? Count : Content
/** What a message wants, if it wants anything. */
export type Values<Key extends MessageKey> = [ValueName<Key>] extends [never]
  ? []
  : [{ readonly [Name in ValueName<Key>]: Value<Name> }]
type PlainValues<Key extends MessageKey> = [ValueName<Key>] extends [never]
  ? []
  : [{ readonly [Name in ValueName<Key>]: Name extends 'count' ? Count : string }]

/** How one reader is spoken to: in which words, and how numbers, dates and languages are written. */
export type Reader = {
  readonly ui: UiLanguage
  /** BCP 47, in the language of `ui`; for `lang` of the interface. */
  readonly locale: string
  readonly direction: 'ltr' | 'rtl'
  /** The language was chosen in the address and goes on to every link. */
  readonly isChosen: boolean
  /** A message of the catalogue, escaped. */
  say<Key extends MessageKey>(key: Key, ...values: Values<Key>): Html
  /** The same as plain text, for what is no markup. */
  plain<Key extends MessageKey>(key: Key, ...values: PlainValues<Key>): string
  number(value: number): string
  /** With ≥ or ≈ where it is not exact. */
  total(total: Total): string
  percent(share: number): string
  /** An ISO instant as a day in UTC. */
  day(instant: string): string
  /** `2018-04` as a month, `2018` as a year. */
  period(period: string): string
  language(language: Language): string
  /** The address of a page of this service, in the language that was chosen there; of the reader's own choice without one. */
  href(path: string): string
}

export type ReaderOptions = {
  readonly catalogue: Catalogue
  readonly ui: UiLanguage
  readonly locale: string
  readonly isChosen?: boolean
}

export function createReader({ catalogue, ui, locale, isChosen = false }: ReaderOptions): Reader {
  const numbers = new Intl.NumberFormat(locale)
  const percents = new Intl.NumberFormat(locale, { style: 'percent', roundingMode: 'floor' })
  const plurals = new Intl.PluralRules(locale)
  const days = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' })
  const months = new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'long', timeZone: 'UTC' })
  const years = new Intl.DateTimeFormat(locale, { year: 'numeric', timeZone: 'UTC' })
  const languages = new Intl.DisplayNames(locale, { type: 'language', fallback: 'none' })
  const number = (value: number): string => numbers.format(value)
  const total = ({ value, relation }: Total): string => `${SIGNS[relation]}${number(value)}`

  function formOf(forms: PluralForms, { value, relation }: Total): string {
    const form = forms[plurals.select(value)] ?? forms.other
    // a form that is a number by itself, as a dual, says nothing of how sure it is
    return relation === 'exact' || form.includes('{count}') ? form : forms.other
  }

  /** The pieces of a message; what is put in is a text, or markup where the message becomes markup. */
  function pieces<Value>(
    key: MessageKey,
    values: Readonly<Record<string, unknown>> = {},
  ): (string | Value)[] {
    const message: Catalogue[MessageKey] = catalogue[key]
    if (typeof message === 'string') return fillIn(message, values as Record<string, Value>)
    const { count, ...others } = values as { readonly count: Count } & Record<string, Value>
    const exact = typeof count === 'number' ? { value: count, relation: 'exact' as const } : count
    const form = formOf(message, exact)
    return fillIn<string | Value>(form, { ...others, count: total(exact) })
  }

  return {
    ui,
    locale,
    isChosen,
    direction: directionOf(ui) === 'rtl' ? 'rtl' : 'ltr',
    say: (key, ...[values]) => html`${pieces<Content>(key, values)}`,
    plain: (key, ...[values]) => pieces<string>(key, values).join(''),
    number,
    total,
    percent: share => percents.format(share),
    day: instant => days.format(new Date(instant)),
    period: period =>
      period.length === 4
        ? years.format(new Date(`${period}-01-01T00:00:00Z`))
        : months.format(new Date(`${period}-01T00:00:00Z`)),
    language: language =>
      language === 'und' ? catalogue['language.unknown'] : (languages.of(language) ?? language),
    href: path => (isChosen ? `${path}${path.includes('?') ? '&' : '?'}ui=${ui}` : path),
  }
}

const SIGNS = { exact: '', atLeast: '≥\u202f', approximate: '≈\u202f' } as const
