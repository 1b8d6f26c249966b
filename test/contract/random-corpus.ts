import type { Language } from '../../src/domain/language.ts'
import { QUOTE_KINDS } from '../../src/domain/paragraph.ts'
import type { ArticleDraft, QuoteDraft } from './articles.ts'

/** A seeded generator of numbers in [0, 1): mulberry32, Tommy Ettinger, public domain. */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

export type Random = {
  readonly below: (limit: number) => number
  readonly pick: <T>(values: readonly [T, ...T[]]) => T
  readonly chance: (share: number) => boolean
}

export function createRandom(seed: number): Random {
  const next = randomNumbers(seed)
  const below = (limit: number): number => Math.floor(next() * limit)
  return { below, pick: values => values[below(values.length)] ?? values[0], chance: share => next() < share }
}

type Words = readonly [string, ...string[]]
const words = (list: string): Words => list.split(' ') as unknown as Words

/** Few words a language, inflected and near to each other, so that random queries meet random texts. */
export const VOCABULARY = {
  nb: words(
    'havnen havna havner ferge fergen ferga møtet møter møte på og i ikke Jong-un l’eau ordfører ordføreren 1 000 nivå nivået høyt',
  ),
  nn: words('hamna hamner ferje ferja møtet møte på og ikkje nivået høgt ordførar ordføraren vassdrag'),
  en: words(
    'harbour harbours ferry ferries level levels the of and not news new running run mayor mayor’s 1,000 high highly',
  ),
  de: words(
    'Hafen Häfen Häuser Haus Straße Strasse der die und nicht Bürgermeister Bürgermeisters Fähre Fähren hoch',
  ),
  fr: words(
    'négociées négocier l’eau port ports résumé resume le la et pas maire maires ferry niveau niveaux',
  ),
  tr: words('İstanbul liman limanda limanlar ısı ve değil gemi gemiler'),
  ru: words('выборы выборов ёлка елка порт порта мэр мэра и не паром парома'),
  el: words('λόγος λόγου ΛΌΓΟΣ πόλη πόλης και δεν'),
  ar: words('المدينة مدينة أحمد احمد مُحَمَّد في و الميناء ميناء'),
  hi: words('नेता नेताओं की का में शहर शहरों बंदरगाह'),
  zh: words('北京 大学 京大 学生 人民 市长 港口 渡轮 的 在'),
  ja: words('東京 京都 大学 が か 港 フェリー 市長 人々 の'),
  ko: words('대통령은 대통령 서울 항구 시장 여객선이'),
  th: words('น้ำ น้ำท่วม ท่า ท่าเรือ เรือ เมือง'),
} as const satisfies Partial<Record<Language, Words>>

export type CorpusLanguage = keyof typeof VOCABULARY
export const CORPUS_LANGUAGES = Object.keys(VOCABULARY) as unknown as readonly [
  CorpusLanguage,
  ...CorpusLanguage[],
]
const SPACELESS: ReadonlySet<Language> = new Set(['zh', 'ja', 'th'])

export const SOURCES: Words = ['Havnebladet', 'HAVNEBLADET', 'Der Bote', 'L’Écho', 'Ledger', 'Вестник']
export const AUTHORS: Words = ['Tora Lindvik', 'tora lindvik', 'Jon Ask', 'Ada Möre', 'O’Neill']

/** One person under several spellings, two with the same consonants, and a role. */
export const SPEAKERS: Words = [
  'Tora Lindvik',
  'tora lindvik',
  'Тора Линдвик',
  'Jon Berg',
  'Jan Borg',
  'havnesjefen',
]

/** Anywhere, within words too, and within each other: what lies in a quote is decided token by token. */
export function randomQuotes(random: Random, text: string): QuoteDraft[] {
  if (random.chance(0.4)) return []
  return Array.from({ length: 1 + random.below(3) }, (): QuoteDraft => {
    const start = random.below(text.length)
    return {
      start,
      end: Math.min(text.length, start + 1 + random.below(40)),
      kind: random.pick(QUOTE_KINDS),
      ...(random.chance(0.7) ? { speaker: random.pick(SPEAKERS) } : {}),
    }
  }).toSorted((a, b) => ('start' in a && 'start' in b ? a.start - b.start || b.end - a.end : 0))
}

export function randomText(random: Random, language: CorpusLanguage, length: number): string {
  const separators: Words = SPACELESS.has(language)
    ? ['', '', '', '、', '。']
    : [' ', ' ', ' ', ' ', ', ', '. ', ' – ', ' «']
  let text = ''
  for (let i = 0; i < length; i++) {
    const from = random.chance(0.05) ? random.pick(CORPUS_LANGUAGES) : language
    text += random.pick(VOCABULARY[from]) + random.pick(separators)
  }
  return text.trim() || 'x'
}

const DAY = 86_400

export function randomArticle(random: Random, id: string): ArticleDraft {
  const language = random.pick(CORPUS_LANGUAGES)
  const when = (random.below(900) - 450) * DAY
  const paragraphs = Array.from({ length: 1 + random.below(6) }, () => {
    const own = random.chance(0.1) ? random.pick(CORPUS_LANGUAGES) : language
    const text = randomText(random, own, 1 + random.below(14))
    return { text, language: own, quotes: randomQuotes(random, text) }
  })
  return {
    id,
    language,
    source: random.pick(SOURCES),
    author: Array.from({ length: random.below(3) }, () => random.pick(AUTHORS)).filter(
      (name, i, all) => all.indexOf(name) === i,
    ),
    paragraphs,
    ...(random.chance(0.7) ? { title: randomText(random, language, 1 + random.below(4)) } : {}),
    ...(random.chance(0.9) ? { publishedAt: when } : {}),
    ...(random.chance(0.1) ? { visibleFrom: random.below(200) } : {}),
    ...(random.chance(0.1) ? { visibleUntil: random.below(200) } : {}),
  }
}
