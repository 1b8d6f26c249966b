import { franc } from 'franc'
import { parseLanguage } from '../src/domain/language.ts'
import type { Language } from '../src/domain/language.ts'
import { tagArticle } from '../src/language/tag-article.ts'
import type { SimulatedArticle, SimulatedParagraph } from './language-articles.ts'

export type Answer = { readonly language: Language; readonly confidence: number }

/** One paragraph, and what franc with its defaults and the tagger say of it. */
export type Judged = SimulatedParagraph & {
  readonly articleLanguage: Language
  readonly franc: Language
  readonly ours: Answer
}

export function judgeArticle({ main, paragraphs }: SimulatedArticle): Judged[] {
  const tagged = tagArticle(paragraphs.map(({ text }) => text))
  return paragraphs.map((paragraph, position) => ({
    ...paragraph,
    articleLanguage: main,
    franc: askFranc(paragraph.text),
    ours: tagged.paragraphs[position] ?? { language: 'und', confidence: 0 },
  }))
}

function askFranc(text: string): Language {
  const parsed = parseLanguage(franc(text))
  return (parsed.ok ? parsed.languages[0] : undefined) ?? 'und'
}

const MERGED: Partial<Record<Language, string>> = {
  nb: 'nb/nn',
  nn: 'nb/nn',
  hr: 'hr/sr/bs',
  sr: 'hr/sr/bs',
  bs: 'hr/sr/bs',
  id: 'id/ms',
  ms: 'id/ms',
}

export function isSameMerged(a: Language, b: Language): boolean {
  return (MERGED[a] ?? a) === (MERGED[b] ?? b)
}

export type Share = { readonly right: number; readonly of: number }

export function countRight<T>(items: readonly T[], isRight: (item: T) => boolean): Share {
  return { right: items.filter(isRight).length, of: items.length }
}

export function percent({ right, of }: Share): string {
  return of === 0 ? '–' : `${((100 * right) / of).toFixed(2)} %`
}

export type SpeedRatio = {
  readonly ratio: number
  readonly lowest: number
  readonly highest: number
  readonly oursMs: number
  readonly francMs: number
}

/**
 * How many times as fast as franc with its defaults, on the same paragraphs. Both run in turn in one
 * process, so that what else the machine does hits both; the median of the paired ratios counts.
 */
export function measureSpeed(articles: readonly SimulatedArticle[], rounds: number): SpeedRatio {
  const texts = articles.map(({ paragraphs }) => paragraphs.map(({ text }) => text))
  const count = texts.reduce((sum, paragraphs) => sum + paragraphs.length, 0)
  const pairs: { ours: number; franc: number }[] = []
  for (let round = 0; round <= rounds; round++) {
    const ours = timeOf(() => {
      for (const paragraphs of texts) tagArticle(paragraphs)
    })
    const theirs = timeOf(() => {
      for (const paragraphs of texts) for (const text of paragraphs) franc(text)
    })
    // The first round warms both up.
    if (round > 0) pairs.push({ ours: ours / count, franc: theirs / count })
  }
  const ratios = pairs.map(pair => pair.franc / pair.ours).sort((a, b) => a - b)
  return {
    ratio: median(ratios),
    lowest: ratios[0] ?? 0,
    highest: ratios.at(-1) ?? 0,
    oursMs: median(pairs.map(pair => pair.ours)),
    francMs: median(pairs.map(pair => pair.franc)),
  }
}

function timeOf(run: () => void): number {
  const start = performance.now()
  run()
  return performance.now() - start
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}
