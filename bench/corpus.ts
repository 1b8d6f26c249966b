import type { Article } from '../src/domain/article.ts'
import type { Language } from '../src/domain/language.ts'
import type { Quote } from '../src/domain/paragraph.ts'
import { createQuoter, type Quoter } from './quotations.ts'
import { between, pick, seeded, zipfMandelbrot, type Random } from './random.ts'
import { MODELS, SHARED_NAMES, type LanguageModel } from './vocabulary.ts'

/** A generated article always has a title, a language and paragraphs. */
export type GeneratedArticle = Article & {
  readonly title: string
  readonly language: Language
  readonly body: { readonly kind: 'paragraphs'; readonly paragraphs: readonly string[] }
  /** Of each paragraph of the body. */
  readonly quotes: readonly (readonly Quote[])[]
}

const SOURCES = 200
const AUTHORS = 400
const LEMMAS = 40_000
const YEARS = 20
const FIRST_SECOND = Date.UTC(2005, 0, 1) / 1000
const SECONDS_A_YEAR = 31_556_952
/** Share of the words of an article that are of its topic: what makes words occur together. */
const TOPIC_SHARE = 0.12
const NAME_SHARE = 0.02

/**
 * Articles of generated news in 12 languages, the same for the same seed: 200 sources, 400 authors, dates over 20 years,
 * 3–16 paragraphs of 15–90 words each, a quarter of which quote one of the article's speakers. Endless; titles are
 * paragraphs too.
 */
export function* generateArticles(seed: number): Generator<GeneratedArticle, never> {
  const random = seeded(seed)
  const writers = MODELS.map(model => createWriter(model, random))
  const sourceRank = zipfMandelbrot(SOURCES)
  for (let number = 0; ; number++) {
    const { language, say, topic, quoter } = pickByShare(writers, random)
    const words = topic()
    const speakers = quoter.speakers()
    const count = between(random, 3, 16)
    const paragraphs = Array.from({ length: count }, () =>
      quoter.paragraph(paragraphLength(random), speakers, length => say(length, words)),
    )
    yield {
      id: `article-${seed}-${number}`,
      source: `Source ${sourceRank(random)}`,
      title: say(between(random, 4, 11), words).replace(/[.。।]\s*$/u, ''),
      author: Array.from({ length: between(random, 0, 2) }, () => `Author ${between(random, 1, AUTHORS)}`),
      publishedAt: FIRST_SECOND + Math.floor(random() * YEARS * SECONDS_A_YEAR),
      language,
      body: { kind: 'paragraphs', paragraphs: paragraphs.map(({ text }) => text) },
      quotes: paragraphs.map(({ quotes }) => quotes),
    }
  }
}

/** Articles with at least that many paragraphs together, titles included. */
export function generateCorpus(paragraphs: number, seed: number): GeneratedArticle[] {
  const articles: GeneratedArticle[] = []
  let size = 0
  for (const article of generateArticles(seed)) {
    articles.push(article)
    size += article.body.paragraphs.length + 1
    if (size >= paragraphs) return articles
  }
  return articles
}

/** The mean of three dice is nearly bell-shaped: 15 to 90 words, 52 on average. */
const paragraphLength = (random: Random): number => Math.round(15 + 25 * (random() + random() + random()))

type Writer = {
  readonly language: Language
  readonly share: number
  /** A few words that an article is about. */
  readonly topic: () => readonly string[]
  readonly say: (length: number, topic: readonly string[]) => string
  readonly quoter: Quoter
}

function createWriter(model: LanguageModel, random: Random): Writer {
  const vocabulary = [...model.functionWords, ...composeWords(model, random)]
  const partsOfNames = vocabulary.slice(model.functionWords.length, 20_000)
  const rank = zipfMandelbrot(vocabulary.length)
  const any = (): string => vocabulary[rank(random)] ?? ''
  const hasNames = /^[a-z]/u.test(model.functionWords[0] ?? '')
  return {
    language: model.language,
    share: model.share,
    quoter: createQuoter(model, { random, word: () => pick(random, partsOfNames) }),
    topic: () =>
      Array.from({ length: 8 }, () => pick(random, vocabulary.slice(model.functionWords.length, 5000))),
    say(length, topic) {
      let text = ''
      let left = 0
      for (let i = 0; i < length; i++) {
        const dice = random()
        const word =
          dice < TOPIC_SHARE
            ? pick(random, topic)
            : hasNames && dice < TOPIC_SHARE + NAME_SHARE
              ? pick(random, SHARED_NAMES)
              : any()
        const isFirst = left === 0
        if (isFirst) left = between(random, 6, 22)
        text += isFirst ? capitalized(word) : word
        left--
        text += left === 0 || i === length - 1 ? model.stop : random() < 0.07 ? commaOf(model) : model.space
      }
      return text.trim()
    },
  }
}

const capitalized = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1)
const commaOf = ({ space }: LanguageModel): string => (space === '' ? '，' : ', ')

/** Word forms: lemmas with their endings, all different, in no order. */
function composeWords({ syllables, endings, length }: LanguageModel, random: Random): string[] {
  const forms = new Set<string>()
  for (let i = 0; i < LEMMAS; i++) {
    const lemma = Array.from({ length: between(random, length[0], length[1]) }, () =>
      pick(random, syllables),
    ).join('')
    const count = between(random, 1, Math.min(3, endings.length))
    for (let k = 0; k < count; k++) forms.add(lemma + pick(random, endings).replace('-', ''))
  }
  return [...forms]
}

function pickByShare(writers: readonly Writer[], random: Random): Writer {
  let dice = random() * writers.reduce((sum, { share }) => sum + share, 0)
  for (const writer of writers) {
    dice -= writer.share
    if (dice <= 0) return writer
  }
  return writers[0] as Writer
}
