/**
 * Searches for better values of `src/language/weights.ts`, one weight after the other, on the tuning half
 * of the sentences and on the invented sentences of `test/cases/language*.txt`. Prints each improvement;
 * what it finds is written into `weights.ts` by hand. Run by `npx tsx bench/language-tune.ts`.
 */
import { readFileSync } from 'node:fs'
import { isLanguage } from '../src/domain/language.ts'
import { tagArticle } from '../src/language/tag-article.ts'
import { WEIGHTS } from '../src/language/weights.ts'
import type { Weights } from '../src/language/weights.ts'
import { simulateArticles } from './language-articles.ts'
import type { SimulatedParagraph } from './language-articles.ts'
import { readSentences } from './language-corpus.ts'

const SEED = 7
const PER_LANGUAGE = 12
const ROUNDS = 2
const STEPS = [0.75, 1.33]
/** The cases are single sentences of languages that the sentences of the corpus do not cover. */
const CASE_IMPORTANCE = 4

/** Set by judgement: the examples say nothing of them, or too little. */
const HELD: readonly (keyof Weights)[] = [
  'sure',
  'quoted',
  'declared',
  'alphabets',
  'undetermined',
  'undeterminedWord',
  'scripts',
]

type Example = {
  readonly paragraphs: readonly Pick<SimulatedParagraph, 'language' | 'text'>[]
  readonly importance: number
}

function readExamples(): Example[] {
  const corpus = readSentences()
  if (corpus === undefined) throw new Error('The sentences in ../shared/data are absent')
  const tuning = new Map([...corpus].map(([language, { tune }]) => [language, tune]))
  const articles = simulateArticles(tuning, { perLanguage: PER_LANGUAGE, seed: SEED })
  const single = readLines('language.txt').flatMap((line): Example[] => {
    const [text = '', language = ''] = line.split(' ==> ')
    return isLanguage(language) ? [{ paragraphs: [{ language, text }], importance: CASE_IMPORTANCE }] : []
  })
  const unmodelled = readLines('language-unmodelled.txt').map((line): Example => {
    const [text = ''] = line.split(' ==> ')
    return { paragraphs: [{ language: 'und', text }], importance: 1 }
  })
  return [...articles.map(({ paragraphs }) => ({ paragraphs, importance: 1 })), ...single, ...unmodelled]
}

function readLines(name: string): string[] {
  const lines = readFileSync(new URL(`../test/cases/${name}`, import.meta.url), 'utf8').split('\n')
  return lines.filter(line => line.includes(' ==> '))
}

/** Mean surprise at the right answer, in nats; a wrong answer given surely costs most. */
function measureLoss(examples: readonly Example[], weights: Weights): number {
  let loss = 0
  let count = 0
  for (const { paragraphs, importance } of examples) {
    const tagged = tagArticle(
      paragraphs.map(({ text }) => text),
      { weights },
    )
    for (const [position, { language }] of paragraphs.entries()) {
      const { alternatives, ...best } = tagged.paragraphs[position] ?? {
        language: 'und',
        confidence: 1,
        alternatives: [],
      }
      const right = [best, ...alternatives].find(guess => guess.language === language)
      // In a language of no list, any answer will do that is not given surely.
      const chance =
        language === 'und' && best.language !== 'und' ? 1 - best.confidence : (right?.confidence ?? 0)
      loss -= importance * Math.log(Math.max(chance, 0.0005))
      count += importance
    }
  }
  return loss / count
}

function main(): void {
  const examples = readExamples()
  let weights: Weights = WEIGHTS
  let loss = measureLoss(examples, weights)
  console.log(`start ${loss.toFixed(5)}`)
  const names = (Object.keys(WEIGHTS) as (keyof Weights)[]).filter(name => !HELD.includes(name))
  for (let round = 0; round < ROUNDS; round++) {
    for (const name of names) {
      for (const step of STEPS) {
        const tried = { ...weights, [name]: weights[name] * step }
        const triedLoss = measureLoss(examples, tried)
        if (triedLoss >= loss - 1e-5) continue
        weights = tried
        loss = triedLoss
        console.log(`${name} ${String(weights[name])} ${loss.toFixed(5)}`)
      }
    }
  }
  console.log(weights)
}

main()
