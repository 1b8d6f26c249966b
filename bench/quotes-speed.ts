import { extractQuotes } from '../src/quotes/extract-quotes.ts'
import { quantile } from './measure.ts'
import type { GoldArticle } from './quotes-judge.ts'

/** Paragraphs a second of one core, tokenizing included. */
export type Speed = {
  readonly paragraphs: number
  readonly characters: number
  readonly median: number
  readonly lowest: number
  readonly highest: number
}

/** Rounds before those that count: compiling is time of the process, too, and a run of the indexer is long. */
const WARM_UP = 5

/** Time of this process, not of the clock: the machine has other work, too. */
export function measureSpeed(articles: readonly GoldArticle[], rounds: number): Speed {
  const inputs = articles.map(({ language, paragraphs }) =>
    paragraphs.map(({ text }) => ({ text, language, kind: 'text' as const })),
  )
  const texts = inputs.flat()
  const rates: number[] = []
  for (let round = -WARM_UP; round < rounds; round++) {
    const before = process.cpuUsage()
    for (const paragraphs of inputs) extractQuotes(paragraphs)
    const { user, system } = process.cpuUsage(before)
    if (round >= 0) rates.push(texts.length / ((user + system) / 1e6))
  }
  return {
    paragraphs: texts.length,
    characters: texts.reduce((sum, { text }) => sum + text.length, 0),
    median: quantile(rates, 0.5),
    lowest: Math.min(...rates),
    highest: Math.max(...rates),
  }
}
