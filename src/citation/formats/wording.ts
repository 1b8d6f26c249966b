import type { Language } from '../../domain/language.ts'

/** What a citation says besides names and titles, in one language. */
export type Wording = {
  /** Before the name of a speaker who is not sure. */
  readonly probably: string
  /** Of words that the article no longer holds; `day` as that language writes it. */
  readonly goneSince: (day: string) => string
}

const ENGLISH: Wording = {
  probably: 'probably',
  goneSince: day => `no longer in the article since ${day}`,
}

const WORDINGS: Readonly<Partial<Record<Language, Wording>>> = {
  ar: { probably: 'على الأرجح', goneSince: day => `لم يعد في المقال منذ ${day}` },
  da: { probably: 'formentlig', goneSince: day => `ikke længere i artiklen siden ${day}` },
  de: { probably: 'vermutlich', goneSince: day => `nicht mehr im Artikel seit dem ${day}` },
  el: { probably: 'πιθανώς', goneSince: day => `εκτός άρθρου από τις ${day}` },
  en: ENGLISH,
  es: { probably: 'probablemente', goneSince: day => `ya no figura en el artículo desde el ${day}` },
  fi: { probably: 'todennäköisesti', goneSince: day => `poistunut artikkelista ${day}` },
  fr: { probably: 'probablement', goneSince: day => `absent de l’article depuis le ${day}` },
  hi: { probably: 'संभवतः', goneSince: day => `${day} से लेख में नहीं` },
  it: { probably: 'probabilmente', goneSince: day => `non più nell’articolo dal ${day}` },
  ja: { probably: 'おそらく', goneSince: day => `${day}以降、記事にはない` },
  nb: { probably: 'trolig', goneSince: day => `ikke lenger i artikkelen siden ${day}` },
  nl: { probably: 'waarschijnlijk', goneSince: day => `niet meer in het artikel sinds ${day}` },
  nn: { probably: 'truleg', goneSince: day => `ikkje lenger i artikkelen sidan ${day}` },
  pl: { probably: 'prawdopodobnie', goneSince: day => `nieobecne w artykule od ${day}` },
  pt: { probably: 'provavelmente', goneSince: day => `já não consta do artigo desde ${day}` },
  ru: { probably: 'вероятно,', goneSince: day => `нет в статье с ${day}` },
  sv: { probably: 'troligen', goneSince: day => `inte längre i artikeln sedan ${day}` },
  tr: { probably: 'muhtemelen', goneSince: day => `${day} tarihinden beri makalede yok` },
  zh: { probably: '可能是', goneSince: day => `自${day}起不再见于文章` },
}

/** In English for a language that nobody has written it in. */
export const wordingOf = (language: Language): Wording => WORDINGS[language] ?? ENGLISH

/** The day of an ISO instant as that language writes it, UTC; for an unknown language `2018-04-18`. */
export function writtenDay(instant: string, language: Language): string {
  if (language === 'und') return instant.slice(0, instant.indexOf('T'))
  return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(instant))
}

/** Names as that language lists them: `A, B and C`. */
export const writtenList = (names: readonly string[], language: Language): string =>
  new Intl.ListFormat(language === 'und' ? 'en' : language, { type: 'conjunction' }).format(names)
