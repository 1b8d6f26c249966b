import type { AnalyzedArticle, AnalyzedParagraph } from '../src/domain/analyzed.ts'
import { tokenize } from '../src/text/tokenize.ts'
import { between, pick, seeded } from './random.ts'
import type { Random } from './random.ts'

const SHORTEST = 2
const LONGEST = 6
/** In so many of its language's paragraphs a common word stands at least. */
const COMMON_SHARE = 0.02
const ATTEMPTS = 10_000

const MARKS = ['“”', '""', '„“', '«»', '「」', '””'] as const

/** `count` phrases of each length, with marks and commas as people type them: in turn such as stand in a text, and such as need not. */
export function commonPhrases(articles: readonly AnalyzedArticle[], count: number, seed: number): string[] {
  const random = seeded(seed)
  const paragraphs = articles.flatMap(article => article.paragraphs)
  const common = commonWords(paragraphs)
  const lengths = Array.from({ length: LONGEST - SHORTEST + 1 }, (_, i) => SHORTEST + i)
  return lengths.flatMap(length =>
    Array.from({ length: count }, (_, i) => {
      const words = commonRun(paragraphs, { common, length, random })
      return typed(i % 2 === 0 ? words : shuffled(words, random), random)
    }),
  )
}

/** Terms by language. */
function commonWords(paragraphs: readonly AnalyzedParagraph[]): ReadonlySet<string> {
  const frequencies = new Map<string, number>()
  const sizes = new Map<string, number>()
  for (const { paragraph, tokens } of paragraphs) {
    sizes.set(paragraph.language, (sizes.get(paragraph.language) ?? 0) + 1)
    for (const term of new Set(tokens.map(token => token.term))) {
      const key = `${paragraph.language} ${term}`
      frequencies.set(key, (frequencies.get(key) ?? 0) + 1)
    }
  }
  const isCommon = ([key, frequency]: [string, number]): boolean =>
    frequency >= COMMON_SHARE * (sizes.get(key.slice(0, key.indexOf(' '))) ?? 0)
  return new Set([...frequencies].filter(isCommon).map(([key]) => key))
}

type Wanted = { readonly common: ReadonlySet<string>; readonly length: number; readonly random: Random }

/** Words side by side in some text, as they are written there, all of them common in its language. */
function commonRun(paragraphs: readonly AnalyzedParagraph[], { common, length, random }: Wanted): string[] {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const { paragraph } = pick(random, paragraphs)
    const tokens = tokenize(paragraph.text)
    const from = between(random, 0, tokens.length - length)
    const run = tokens.slice(Math.max(0, from), from + length)
    if (run.length === length && run.every(({ term }) => common.has(`${paragraph.language} ${term}`)))
      // an n-gram up to where the next one begins
      return run.map(({ start, end }, i) =>
        paragraph.text.slice(start, Math.min(end, run[i + 1]?.start ?? end)),
      )
  }
  throw new Error(`There is no run of ${length} common words`)
}

function shuffled(words: readonly string[], random: Random): string[] {
  const rest = [...words]
  return words.map(() => rest.splice(between(random, 0, rest.length - 1), 1)[0] ?? '')
}

const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u

function typed(words: readonly string[], random: Random): string {
  const [open = '', close = ''] = pick(random, MARKS)
  if (words.some(word => UNSPACED.test(word))) return `${open}${words.join('')}${close}`
  const comma = between(random, 0, 2 * words.length)
  return `${open}${words.map((word, i) => (i === comma ? `${word},` : word)).join(' ')}${close}`
}
