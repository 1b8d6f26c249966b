import type { Language } from '../domain/language.ts'
import { inferArticle, indexOfLargest } from './article.ts'
import type { ArticlePosterior, ArticlePrior } from './article.ts'
import { candidateOf, CANDIDATES, KIN, newScores } from './candidates.ts'
import type { Scores } from './candidates.ts'
import { scoreEld, scoreQuickly } from './evidence.ts'
import { tellKinApart } from './kin.ts'
import { countLetters, sampleOf, withoutQuoted } from './sample.ts'
import type { Sample } from './sample.ts'
import { WEIGHTS } from './weights.ts'
import type { Weights } from './weights.ts'

export type LanguageGuess = {
  readonly language: Language
  /** Chance that `language` is right, 0 to 1. */
  readonly confidence: number
}

export type TaggedParagraph = LanguageGuess & {
  /** At most three other languages it may be, most probable first. */
  readonly alternatives: readonly LanguageGuess[]
}

export type TaggedArticle = {
  /** The language most of the article is written in; `und` when no paragraph has a letter. */
  readonly language: Language
  /** One entry for each paragraph given, in the same order. */
  readonly paragraphs: readonly TaggedParagraph[]
}

/**
 * Says which language each paragraph of an article is in.
 *
 * A paragraph is judged by its script, its letters, its common words and two detectors, and by the
 * article around it: headings and names follow the article, a paragraph in another language keeps its
 * own, and so does one that only quotes another. A paragraph without a letter is `und`; so may be one in
 * a language nobody here models, if it is not tagged with the nearest at a low confidence.
 *
 * `declared` is what the publisher gives for the whole article, several languages where a code covers several (`no` is
 * nb and nn): strong evidence for the main language, which clear text in another overrules. `weights` is there for `bench/language-tune.ts`.
 *
 * Pure and deterministic; time grows linearly with the number of paragraphs, and of a long paragraph
 * only a sample is read.
 */
export function tagArticle(
  paragraphs: readonly string[],
  options: { readonly declared?: readonly Language[]; readonly weights?: Weights } = {},
): TaggedArticle {
  const { declared = [], weights = WEIGHTS } = options
  const readable = paragraphs.flatMap((text, position) =>
    /\p{L}/u.test(text) ? [readParagraph(text, { position, weights })] : [],
  )
  const tagged: TaggedParagraph[] = paragraphs.map(() => ({
    language: 'und',
    confidence: 1,
    alternatives: [],
  }))
  if (readable.length === 0) return { language: 'und', paragraphs: tagged }

  const posterior = inferLanguages(readable, { declared, weights })
  const kinships = KIN.map(kin => resolveKin(kin, { readable, posterior, declared, weights }))
  for (const [row, { position }] of readable.entries()) {
    const [best, ...alternatives] = rankLanguages(
      posterior.texts[row],
      kinships.map(({ texts }) => texts.get(row)),
    )
    if (best !== undefined)
      tagged[position] = { ...best, alternatives: alternatives.slice(0, MOST_ALTERNATIVES) }
  }
  const [main] = rankLanguages(
    posterior.main,
    kinships.map(({ main: chances }) => chances),
  )
  return { language: main?.language ?? 'und', paragraphs: tagged }
}

const MOST_ALTERNATIVES = 3
/** Languages less likely than this are neither alternatives nor worth telling from their kin. */
const NEGLIGIBLE = 0.001

type ReadParagraph = {
  readonly position: number
  readonly sample: Sample
  /** The sample without what it quotes, when it quotes something. */
  readonly around: Sample | undefined
  readonly quick: Scores
}

function readParagraph(
  text: string,
  { position, weights }: { readonly position: number; readonly weights: Weights },
): ReadParagraph {
  const sample = sampleOf(text)
  const around = withoutQuoted(sample)
  const whole = scoreQuickly(sample, weights)
  const quick = around === undefined ? whole : addScores(scoreQuickly(around, weights), whole, weights.quoted)
  return { position, sample, around, quick }
}

function addScores(scores: Scores, more: Scores, weight: number): Scores {
  const sum = scores.slice()
  for (let candidate = 0; candidate < sum.length; candidate++) {
    sum[candidate] = (sum[candidate] ?? 0) + weight * (more[candidate] ?? 0)
  }
  return sum
}

type Question = { readonly declared: readonly Language[]; readonly weights: Weights }

function inferLanguages(
  readable: readonly ReadParagraph[],
  { declared, weights }: Question,
): ArticlePosterior {
  const prior = expectArticle(readable, { declared, weights })
  const quick = inferArticle(
    readable.map(paragraph => paragraph.quick),
    prior,
  )
  let doubts = 0
  const rows = readable.map((paragraph, row) => {
    const chances = quick.texts[row]
    const isSure = chances !== undefined && (chances[indexOfLargest(chances)] ?? 0) >= weights.sure
    if (isSure || paragraph.sample.words.length === 0) return paragraph.quick
    doubts++
    return askEld(paragraph, weights)
  })
  return doubts === 0 ? quick : inferArticle(rows, prior)
}

/** Fewer words than these around a quote are too few for eld. */
const FEWEST_WORDS_AROUND = 4

function askEld({ sample, around, quick }: ReadParagraph, weights: Weights): Scores {
  if (around === undefined) return addScores(quick, scoreEld(sample, weights), 1)
  if (around.words.length < FEWEST_WORDS_AROUND)
    return addScores(quick, scoreEld(sample, weights), weights.quoted)
  return addScores(quick, scoreEld(around, weights), 1)
}

function expectArticle(readable: readonly ReadParagraph[], { declared, weights }: Question): ArticlePrior {
  const { foreign, foreignLine, foreignEnglish, wholeParagraph } = weights
  const foreignLanguages = newScores((1 - foreignEnglish) / (CANDIDATES.length - 1))
  foreignLanguages[candidateOf('en')] = foreignEnglish
  const main = newScores()
  for (const language of declared) if (language !== 'und') main[candidateOf(language)] = weights.declared
  return {
    foreign: readable.map(({ sample }) => {
      const size = Math.min(1, countLetters(sample) / wholeParagraph)
      return foreignLine + (foreign - foreignLine) * size
    }),
    foreignLanguages,
    main,
  }
}

/** What is known of some kin in an article; a paragraph surely in none of them has no entry. */
type Kinship = { readonly main: Float64Array; readonly texts: ReadonlyMap<number, Float64Array> }

function resolveKin(
  kin: (typeof KIN)[number],
  article: Question & { readonly readable: readonly ReadParagraph[]; readonly posterior: ArticlePosterior },
): Kinship {
  const { readable, posterior } = article
  const candidate = candidateOf(kin[0])
  const rows = [...readable.keys()].filter(row => (posterior.texts[row]?.[candidate] ?? 0) >= NEGLIGIBLE)
  const samples = rows.flatMap(row => readable[row]?.sample ?? [])
  const { main, texts } = tellKinApart(kin, samples, article)
  return { main, texts: new Map(rows.map((row, index) => [row, texts[index] ?? main])) }
}

function rankLanguages(
  chances: Float64Array | undefined,
  chancesOfKin: readonly (Float64Array | undefined)[],
): LanguageGuess[] {
  const guesses: LanguageGuess[] = []
  for (let candidate = 0; candidate < CANDIDATES.length; candidate++) {
    const confidence = chances?.[candidate] ?? 0
    const language = CANDIDATES[candidate]
    if (confidence < NEGLIGIBLE || language === undefined) continue
    const family = KIN.findIndex(([first]) => first === language)
    const shares = chancesOfKin[family]
    if (shares === undefined) guesses.push({ language, confidence })
    else {
      for (const [member, kin] of (KIN[family] ?? []).entries()) {
        guesses.push({ language: kin, confidence: confidence * (shares[member] ?? 0) })
      }
    }
  }
  return guesses
    .filter(({ confidence }) => confidence >= NEGLIGIBLE)
    .sort((a, b) => b.confidence - a.confidence)
}
