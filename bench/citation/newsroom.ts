import type { Article } from '../../src/domain/article.ts'
import type { Language } from '../../src/domain/language.ts'
import { between, pick } from '../random.ts'
import type { Random } from '../random.ts'
import type { Quotation } from './quotations.ts'
import { textOf, wordsOf } from './words.ts'

/** How a quotation stands in a text: `Q` what was said, `N` who said it. */
const FRAMES: Readonly<Partial<Record<Language, readonly string[]>>> = {
  en: ['“Q,” said N.', 'N said: “Q”', '“Q,” N told reporters.'],
  de: ['„Q“, sagte N.', 'N sagte: „Q“'],
  fr: ['« Q », a déclaré N.', 'N a déclaré : « Q »'],
  es: ['«Q», dijo N.', 'N dijo: “Q”'],
  it: ['«Q», ha detto N.'],
  pt: ['“Q”, disse N.'],
  nl: ['“Q”, zei N.'],
  ru: ['«Q», — сказал N.', 'N сказал: «Q»'],
  pl: ['„Q” – powiedział N.'],
  nb: ['– Q, sa N.', '«Q», sa N.'],
  nn: ['– Q, sa N.', '«Q», sa N.'],
  da: ['»Q«, sagde N.'],
  sv: ['– Q, sade N.', '”Q”, sade N.'],
  fi: ['”Q”, sanoi N.'],
  zh: ['N说：“Q”', '“Q，”N说。'],
  ja: ['Nは「Q」と述べた。'],
}
const OTHERWISE = ['N: “Q”', '“Q” – N']

const NAMES =
  'Tora Lindvik,Even Holm,Marit Solberg,Anselm Korr,Ilse Vandt,Rosa Menkev,Pavo Istrel,Nadja Orlen,Tomas Velk,Sena Arvold'.split(
    ',',
  )

/** Shares of the quotations that are published again word for word, and with one or two words changed. */
const REPRINTED = 0.2
const VARIED = 0.3

/** Articles of a few paragraphs each, in which every quotation stands once, and some again elsewhere. */
export function articlesWith(quotations: readonly Quotation[], random: Random): Article[] {
  const byLanguage = new Map<Language, string[]>()
  const add = (language: Language, text: string): void => {
    byLanguage.set(language, [...(byLanguage.get(language) ?? []), framed(text, language, random)])
  }
  for (const quotation of quotations) {
    add(quotation.language, quotation.text)
    if (random() < REPRINTED) add(quotation.language, quotation.text)
    if (random() < VARIED) add(quotation.language, varied(quotation, quotations, random))
  }
  return [...byLanguage].flatMap(([language, paragraphs]) => articlesOf(language, paragraphs, random))
}

function framed(text: string, language: Language, random: Random): string {
  const said = text.replace(/[.。।]\s*$/u, '')
  const frame = pick(random, FRAMES[language] ?? OTHERWISE)
  return frame.replaceAll(/Q|(?<!\p{L})N(?!\p{Ll})/gu, sign => (sign === 'Q' ? said : pick(random, NAMES)))
}

function varied({ text, language, material }: Quotation, all: readonly Quotation[], random: Random): string {
  const whole = wordsOf(text, language)
  const words = [...whole.words]
  const donors = all.filter(other => other.language === language && other.material === material)
  for (let i = 0, n = between(random, 1, 2); i < n; i++) {
    words[between(random, 0, words.length - 1)] = pick(
      random,
      wordsOf(pick(random, donors).text, language).words,
    )
  }
  return textOf({ ...whole, words })
}

function articlesOf(language: Language, paragraphs: readonly string[], random: Random): Article[] {
  const left = paragraphs.map(text => ({ text, at: random() })).sort((a, b) => a.at - b.at)
  const articles: Article[] = []
  while (left.length > 0) {
    const number = articles.length
    articles.push({
      id: `quoted-${language}-${number}`,
      source: `Outlet ${between(random, 1, 40)}`,
      author: [],
      publishedAt: Date.UTC(2015, 0, 1) / 1000 + between(random, 0, 300_000_000),
      languages: [language],
      body: { kind: 'paragraphs', paragraphs: left.splice(0, 6).map(({ text }) => text) },
    })
  }
  return articles
}
