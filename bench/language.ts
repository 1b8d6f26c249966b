/**
 * How often the language tagger is right, beside franc with its defaults, and how fast it is.
 * Run by `npx tsx bench/language.ts`; needs the sentences in `../shared/data`.
 *
 * Corpus: simulated articles of 10 paragraphs, made of the half of the sentences that nothing was tuned
 * on, with a fixed seed (`language-articles.ts`). Labels are those of the treebanks, and some are wrong:
 * a corpus of Norwegian holds lines that are English, one of English holds lists of names and bare
 * addresses. They count against both.
 */
import { cpus } from 'node:os'
import type { Language } from '../src/domain/language.ts'
import { simulateArticles } from './language-articles.ts'
import { readBriefArticles, readFixture, readSeedArticles, readSentences } from './language-corpus.ts'
import type { LabelledArticle } from './language-corpus.ts'
import { countRight, isSameMerged, judgeArticle, measureSpeed, percent } from './language-measure.ts'
import type { Judged, Share } from './language-measure.ts'

const PER_LANGUAGE = 60
const SEED = 2026
const SPEED_ARTICLES_PER_LANGUAGE = 10
const SPEED_ROUNDS = 9

type Figure = {
  readonly name: string
  readonly franc: string
  readonly ours: string
  readonly must: string
  readonly aim: string
}

function main(): void {
  const corpus = readSentences()
  if (corpus === undefined) {
    console.log('Skipped: ../shared/data/sentences is absent; the benchmark has no sentences to judge.')
    return
  }
  const report = new Map([...corpus].map(([language, halves]) => [language, halves.report]))
  const articles = simulateArticles(report, { perLanguage: PER_LANGUAGE, seed: SEED })
  const judged = articles.flatMap(judgeArticle)
  const [cpu] = cpus()
  console.log(
    `Node ${process.version}, ${String(cpus().length)} × ${cpu?.model.trim() ?? 'unknown processor'}`,
  )
  console.log(
    `${String(articles.length)} articles, ${String(judged.length)} paragraphs, seed ${String(SEED)}\n`,
  )

  printFigures([...simulatedFigures(judged), ...fixtureFigures(), ...seedFigures(), speedFigure(report)])
  printLanguages(judged)
  printCalibration(judged)
  printConfusions(judged)
}

const isRight = (item: Judged) => item.ours.language === item.language
const isRightMerged = (item: Judged) => isSameMerged(item.ours.language, item.language)
const isFrancRight = (item: Judged) => item.franc === item.language
const isFrancRightMerged = (item: Judged) => isSameMerged(item.franc, item.language)

function simulatedFigures(judged: readonly Judged[]): Figure[] {
  const figure = (
    name: string,
    items: readonly Judged[],
    { merged = false, must, aim = '' }: { merged?: boolean; must: string; aim?: string },
  ): Figure => ({
    name: `${name} (${String(items.length)})`,
    franc: percent(countRight(items, merged ? isFrancRightMerged : isFrancRight)),
    ours: percent(countRight(items, merged ? isRightMerged : isRight)),
    must,
    aim,
  })
  const whole = judged.filter(item => item.headingWords === 0)
  const foreign = judged.filter(item => item.language !== item.articleLanguage)
  const unrelated = foreign.filter(item => !isSameMerged(item.language, item.articleLanguage))
  const kin = foreign.filter(item => isSameMerged(item.language, item.articleLanguage))
  return [
    figure('paragraphs right, close pairs merged', judged, { merged: true, must: '98.8 %', aim: '99.5 %' }),
    figure('paragraphs right, strict', judged, { must: '96 %', aim: '98 %' }),
    figure(
      'nb, a sentence or more, strict',
      whole.filter(item => item.language === 'nb'),
      { must: '97 %', aim: '99 %' },
    ),
    figure(
      'nn, a sentence or more, strict',
      whole.filter(item => item.language === 'nn'),
      { must: '97 %', aim: '99 %' },
    ),
    figure(
      'headings of one word, strict',
      judged.filter(item => item.headingWords === 1),
      { must: '99 %' },
    ),
    figure('foreign paragraphs kept foreign, strict', foreign, { must: '93 %', aim: '97 %' }),
    figure('… in a language other than the kin of the article’s', unrelated, { must: '' }),
    figure('… in the kin of the article’s (nb in nn, hr in sr…)', kin, { must: '' }),
    figure(
      'given with confidence ≥ 0.9, strict',
      judged.filter(item => item.ours.confidence >= 0.9),
      { must: '99 %' },
    ),
  ]
}

function fixtureFigures(): Figure[] {
  const name = 'language-fixture.jsonl, each sentence alone, merged'
  const sentences = readFixture()
  if (sentences === undefined)
    return [{ name, franc: '', ours: 'skipped: absent', must: '97 %', aim: '98.5 %' }]
  const judged = sentences.flatMap(({ language, text }) =>
    judgeArticle({ main: language, paragraphs: [{ language, text, headingWords: 0 }] }),
  )
  return [
    {
      name: `${name} (${String(judged.length)})`,
      franc: percent(countRight(judged, isFrancRightMerged)),
      ours: percent(countRight(judged, isRightMerged)),
      must: '97 %',
      aim: '98.5 %',
    },
  ]
}

function seedFigures(): Figure[] {
  const brief = (readBriefArticles() ?? []).map(article => articleFigure(article.id, [article]))
  const seeds = readSeedArticles()
  return [...brief, ...(seeds === undefined ? [] : [articleFigure('seeds/expected.ndjson', seeds)])]
}

function articleFigure(name: string, articles: readonly LabelledArticle[]): Figure {
  const judged = articles.flatMap(({ paragraphs }) =>
    judgeArticle({
      main: paragraphs[0]?.language ?? 'und',
      paragraphs: paragraphs.map(paragraph => ({ ...paragraph, headingWords: 0 })),
    }),
  )
  const ofAll = ({ right, of }: Share) => `${String(right)}/${String(of)}`
  return {
    name,
    franc: ofAll(countRight(judged, isFrancRight)),
    ours: ofAll(countRight(judged, isRight)),
    must: 'all',
    aim: '',
  }
}

function speedFigure(sentences: ReadonlyMap<Language, readonly string[]>): Figure {
  const articles = simulateArticles(sentences, { perLanguage: SPEED_ARTICLES_PER_LANGUAGE, seed: SEED + 1 })
  const { ratio, lowest, highest, oursMs, francMs } = measureSpeed(articles, SPEED_ROUNDS)
  return {
    name: `speed, median of ${String(SPEED_ROUNDS)} paired rounds (${lowest.toFixed(1)}–${highest.toFixed(1)} ×)`,
    franc: `${francMs.toFixed(3)} ms`,
    ours: `${oursMs.toFixed(3)} ms, ${ratio.toFixed(2)} ×`,
    must: '1 ×',
    aim: '3 ×',
  }
}

function printFigures(figures: readonly Figure[]): void {
  printTable([
    ['figure', 'franc', 'ours', 'must', 'aim'],
    ...figures.map(({ name, franc, ours, must, aim }) => [name, franc, ours, must, aim]),
  ])
}

function printLanguages(judged: readonly Judged[]): void {
  const languages = [...new Set(judged.map(item => item.language))].sort()
  printTable([
    ['language', 'paragraphs', 'franc merged', 'ours merged', 'franc strict', 'ours strict'],
    ...languages.map(language => {
      const own = judged.filter(item => item.language === language)
      const shares = [isFrancRightMerged, isRightMerged, isFrancRight, isRight].map(test =>
        percent(countRight(own, test)),
      )
      return [language, String(own.length), ...shares]
    }),
  ])
}

const CONFIDENCE_BOUNDS = [0, 0.5, 0.7, 0.8, 0.9, 0.95, 0.99, 0.999, 1.01]

function printCalibration(judged: readonly Judged[]): void {
  const rows = CONFIDENCE_BOUNDS.slice(0, -1).map((from, index) => {
    const to = CONFIDENCE_BOUNDS[index + 1] ?? 1
    const items = judged.filter(({ ours }) => ours.confidence >= from && ours.confidence < to)
    const mean = items.reduce((sum, { ours }) => sum + ours.confidence, 0) / items.length
    const given = items.length === 0 ? '–' : `${(100 * mean).toFixed(2)} %`
    return [
      `${String(from)} to ${to > 1 ? '1' : String(to)}`,
      String(items.length),
      given,
      percent(countRight(items, isRight)),
    ]
  })
  printTable([['confidence', 'paragraphs', 'mean given', 'right, strict'], ...rows])
}

function printConfusions(judged: readonly Judged[]): void {
  const pairs = new Map<string, { paragraphs: number; headings: number }>()
  for (const item of judged.filter(item => !isRight(item))) {
    const pair = `${item.language} → ${item.ours.language}`
    const counts = pairs.get(pair) ?? { paragraphs: 0, headings: 0 }
    if (item.headingWords === 0) counts.paragraphs++
    else counts.headings++
    pairs.set(pair, counts)
  }
  const sorted = [...pairs].sort(([, a], [, b]) => b.paragraphs + b.headings - (a.paragraphs + a.headings))
  printTable([
    ['taken for another', 'paragraphs', 'headings'],
    ...sorted.map(([pair, { paragraphs, headings }]) => [pair, String(paragraphs), String(headings)]),
  ])
}

function printTable(rows: readonly (readonly string[])[]): void {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map(row => (row[column] ?? '').length)))
  for (const row of rows)
    console.log(
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
  console.log()
}

main()
