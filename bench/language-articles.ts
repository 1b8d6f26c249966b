import type { Language } from '../src/domain/language.ts'
import { pick, seeded } from './random.ts'
import type { Random } from './random.ts'

export type SimulatedParagraph = {
  readonly language: Language
  readonly text: string
  /** Number of words of a heading; 0 for a paragraph of one or more sentences. */
  readonly headingWords: number
}

export type SimulatedArticle = { readonly main: Language; readonly paragraphs: readonly SimulatedParagraph[] }

export type Sentences = ReadonlyMap<Language, readonly string[]>

const PARAGRAPHS = 10
const HEADING_SHARE = 0.14
const HEADING_WORDS = 4
const MOST_SENTENCES = 3
const MOST_FOREIGN = 3

/** Relatives among the languages of the corpus; a language without one gets a random language. */
const RELATIVES: Partial<Record<Language, readonly Language[]>> = {
  cs: ['pl', 'sl'],
  da: ['nb', 'nn', 'sv'],
  de: ['nl', 'en'],
  en: ['nl', 'de'],
  es: ['pt', 'it', 'fr'],
  fr: ['es', 'it', 'pt'],
  hr: ['sr', 'sl'],
  is: ['nn', 'da', 'nb'],
  it: ['es', 'pt', 'fr'],
  ja: ['zh'],
  nb: ['nn', 'da', 'sv'],
  nl: ['de', 'en'],
  nn: ['nb', 'da', 'sv'],
  pl: ['cs', 'sl'],
  pt: ['es', 'it', 'fr'],
  sl: ['hr', 'sr', 'cs'],
  sr: ['hr', 'sl'],
  sv: ['da', 'nb', 'nn'],
  zh: ['ja'],
}

/**
 * Articles as a newspaper might print them, made of real sentences: half of them in one language, half
 * with one to three paragraphs in one other language (a third English, a third random, a third a
 * relative); 14 % of the lines are headings of one to four words, in the language of the article.
 */
export function simulateArticles(
  sentences: Sentences,
  { perLanguage, seed }: { readonly perLanguage: number; readonly seed: number },
): SimulatedArticle[] {
  const random = seeded(seed)
  const languages = [...sentences.keys()].sort()
  const articles: SimulatedArticle[] = []
  for (const main of languages) {
    for (let index = 0; index < perLanguage; index++) {
      const other =
        index % 2 === 0 ? undefined : foreignLanguage(main, Math.floor(index / 2) % 3, languages, random)
      articles.push(simulateArticle(sentences, { main, other, random }))
    }
  }
  return articles
}

function foreignLanguage(
  main: Language,
  third: number,
  languages: readonly Language[],
  random: Random,
): Language {
  const others = languages.filter(language => language !== main)
  const relatives = RELATIVES[main] ?? []
  if (third === 0 && main !== 'en') return 'en'
  if (third === 2 && relatives.length > 0) return pick(random, relatives)
  return pick(random, others)
}

function simulateArticle(
  sentences: Sentences,
  { main, other, random }: { main: Language; other: Language | undefined; random: Random },
): SimulatedArticle {
  const foreign = new Set<number>()
  if (other !== undefined) {
    const count = 1 + Math.floor(random() * MOST_FOREIGN)
    while (foreign.size < count) foreign.add(Math.floor(random() * PARAGRAPHS))
  }
  const paragraphs = Array.from({ length: PARAGRAPHS }, (_, position) => {
    if (other !== undefined && foreign.has(position)) return simulateParagraph(sentences, other, random)
    if (random() < HEADING_SHARE) return simulateHeading(sentences, main, random)
    return simulateParagraph(sentences, main, random)
  })
  return { main, paragraphs }
}

function simulateParagraph(sentences: Sentences, language: Language, random: Random): SimulatedParagraph {
  const own = sentences.get(language) ?? []
  const start = Math.floor(random() * own.length)
  const count = 1 + Math.floor(random() * MOST_SENTENCES)
  return { language, text: own.slice(start, start + count).join(' '), headingWords: 0 }
}

function simulateHeading(sentences: Sentences, language: Language, random: Random): SimulatedParagraph {
  const wanted = 1 + Math.floor(random() * HEADING_WORDS)
  for (;;) {
    const sentence = pick(random, sentences.get(language) ?? [])
    const words = [...new Intl.Segmenter(language, { granularity: 'word' }).segment(sentence)]
      .filter(({ isWordLike }) => isWordLike === true)
      .filter(({ segment }) => /\p{L}/u.test(segment))
    const last = words[wanted - 1]
    const first = words[0]
    if (first === undefined || last === undefined) continue
    const text = sentence.slice(first.index, last.index + last.segment.length)
    return { language, text, headingWords: wanted }
  }
}
