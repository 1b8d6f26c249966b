/**
 * How often the extractor finds who says what, by language and by rule, and how fast it is. Nothing is fetched:
 *
 *     npx tsx bench/quotes.ts [--treebanks <folder>] [--wikinews <folder>] [--novel <folder>] [--errors <language>]
 *
 * `--treebanks`: a folder for each language (`de/`), in it CoNLL-U files of Universal Dependencies; `*-test.conllu` is
 * refused. `--wikinews`: files of `data/dev` of uhh-lt/german-news-quotation-attribution-2024. `--novel`: `dataset/` of
 * YueChenkkk/Chinese-Dataset-Speaker-Identification, of which the dev and train parts are read. What is read as gold
 * says `quotes-gold.ts`. `--errors` prints what went wrong in one language (`seeds`: in the sample newsroom).
 */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { isLanguage } from '../src/domain/language.ts'
import { readExpected } from '../test/seeds.ts'
import { groupBy } from './group-by.ts'
import { percent } from './language-measure.ts'
import { machineLine } from './measure.ts'
import { goldOf } from './quotes-gold.ts'
import { judgeArticle, judgeNames } from './quotes-judge.ts'
import type { GoldArticle, Judged } from './quotes-judge.ts'
import { readChineseNovel } from './quotes-novel.ts'
import {
  calibrationTable,
  errorLines,
  languageMean,
  languageTable,
  nameErrorLines,
  nameTable,
  ruleTable,
  seedErrorLines,
} from './quotes-report.ts'
import { judgeSeeds, seedFigures } from './quotes-seeds.ts'
import { measureSpeed } from './quotes-speed.ts'
import { readWikinews } from './quotes-wikinews.ts'
import { readTreebank } from './treebank.ts'
import type { TreebankDocument } from './treebank.ts'

const SPEED_ROUNDS = 9

function main(): void {
  const { values } = parseArgs({
    options: {
      treebanks: { type: 'string' },
      wikinews: { type: 'string' },
      novel: { type: 'string' },
      errors: { type: 'string' },
    },
  })
  const treebanks = values.treebanks === undefined ? [] : readTreebanks(values.treebanks)
  const wikinews = values.wikinews === undefined ? [] : readWikinews(values.wikinews)
  const { novel } = values
  const dialogue =
    novel === undefined ? [] : [...readChineseNovel(novel, 'dev'), ...readChineseNovel(novel, 'train')]

  const corpora = { treebanks, 'German Wikinews': wikinews, 'Chinese novel': dialogue }
  const seeds = judgeSeeds()
  if (values.errors !== undefined) {
    const lines =
      values.errors === 'seeds'
        ? seedErrorLines(seeds)
        : Object.values(corpora).flatMap(articles => {
            const own = articles.filter(({ language }) => language === values.errors)
            return [...errorLines(own.flatMap(judgeArticle)), ...nameErrorLines(own.flatMap(judgeNames))]
          })
    console.log(lines.join('\n'))
    return
  }

  console.log(`${machineLine()}\n`)
  console.log('The sample newsroom (`seeds/expected.ndjson`)\n')
  for (const [name, share] of Object.entries(seedFigures(seeds)))
    console.log(`  ${name}: ${String(share.right)} of ${String(share.of)}, ${percent(share)}`)
  for (const [name, articles] of Object.entries(corpora)) report(name, articles.flatMap(judgeArticle))
  if (treebanks.length > 0)
    console.log(`\ntreebanks: what nobody says\n\n${nameTable(treebanks.flatMap(judgeNames))}`)
  printSpeed('the sample newsroom', seedArticles())
  for (const [name, articles] of Object.entries(corpora)) printSpeed(name, articles)
}

function readTreebanks(folder: string): GoldArticle[] {
  return readdirSync(folder)
    .sort()
    .flatMap(language => {
      if (!isLanguage(language)) throw new Error(`${join(folder, language)} is not named after a language`)
      const files = readdirSync(join(folder, language)).filter(name => name.endsWith('.conllu'))
      const test = files.find(name => name.includes('-test'))
      if (test !== undefined) throw new Error(`${test}: test files are not for tuning`)
      const documents = withoutRepeats(files.flatMap(name => readTreebank(join(folder, language, name))))
      return goldOf(documents).map(paragraphs => ({ language, paragraphs }))
    })
}

/** Treebanks of one language share sentences. */
function withoutRepeats(documents: readonly TreebankDocument[]): TreebankDocument[] {
  const seen = new Set<string>()
  return documents.filter(({ paragraphs }) => {
    const text = paragraphs.map(paragraph => paragraph.text).join('\n')
    if (seen.has(text)) return false
    seen.add(text)
    return true
  })
}

function report(name: string, judged: readonly Judged[]): void {
  if (judged.length === 0) return
  console.log(`\n${name}: by language\n\n${languageTable(judged)}`)
  if (new Set(judged.map(({ language }) => language)).size > 1) console.log(`\n${languageMean(judged)}`)
  console.log(`\n${name}: by rule\n\n${ruleTable(judged)}`)
  console.log(`\n${name}: by confidence\n\n${calibrationTable(judged)}`)
}

const seedArticles = (): GoldArticle[] => {
  const articles = groupBy(readExpected(), ({ articleId }) => articleId)
  return [...articles.values()].map(paragraphs => ({
    language: isLanguage(paragraphs[1]?.language ?? '') ? (paragraphs[1]?.language as 'en') : 'und',
    paragraphs: paragraphs.map(({ text }) => ({ text, quotes: [] })),
  }))
}

function printSpeed(name: string, articles: readonly GoldArticle[]): void {
  if (articles.length === 0) return
  const { paragraphs, characters, median, lowest, highest } = measureSpeed(articles, SPEED_ROUNDS)
  const [mid, low, high] = [median, lowest, highest].map(rate => rate.toFixed(0))
  console.log(
    `\nspeed, ${name}: ${String(mid)} paragraphs/s of one core (${String(low)}–${String(high)}), ` +
      `${String(paragraphs)} paragraphs of ${(characters / paragraphs).toFixed(0)} characters`,
  )
}

main()
