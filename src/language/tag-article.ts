import { francAll } from 'franc'
import { LANGUAGES, parseLanguage } from '../domain/language.ts'
import type { Language } from '../domain/language.ts'

export type LanguageGuess = {
  readonly language: Language
  /** Probability that `language` is right, 0 to 1. */
  readonly confidence: number
}

export type TaggedParagraph = LanguageGuess & {
  /** Other languages it may be, most probable first; without `language` itself. */
  readonly alternatives: readonly LanguageGuess[]
}

export type TaggedArticle = {
  /** The language most of the article is written in; `und` when no paragraph has a letter. */
  readonly language: Language
  /** One entry for each paragraph given, in the same order. */
  readonly paragraphs: readonly TaggedParagraph[]
}

const FRANC_LANGUAGES: string[] = [
  ...LANGUAGES.map(entry => entry.iso6393 as string),
  'cmn',
  'zlm',
  'azj',
  'uzn',
  'lvs',
  'swh',
  'als',
  'npi',
  'pbu',
  'pes',
  'ydd',
]

const UNKNOWN: TaggedParagraph = { language: 'und', confidence: 1, alternatives: [] }

export function tagArticle(
  paragraphs: readonly string[],
  options: { readonly declared?: Language } = {},
): TaggedArticle {
  const scores = paragraphs.map(scoreParagraph)
  const totals = new Map<Language, number>()
  for (const score of scores) {
    for (const [language, value] of score) {
      totals.set(language, (totals.get(language) ?? 0) + Math.max(0, 3 + value))
    }
  }
  if (options.declared !== undefined) {
    totals.set(options.declared, (totals.get(options.declared) ?? 0) + 6)
  }
  const main = [...totals].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 'und'
  return { language: main, paragraphs: scores.map(score => chooseLanguage(score, main)) }
}

function scoreParagraph(text: string): Map<Language, number> {
  const scores = new Map<Language, number>()
  const letters = text.slice(0, 2048)
  if (!/\p{L}/u.test(letters)) return scores
  for (const [code, closeness] of francAll(letters, { only: FRANC_LANGUAGES, minLength: 1 })) {
    const parsed = parseLanguage(code)
    const language = parsed.ok ? parsed.languages[0] : undefined
    if (language === undefined || language === 'und' || scores.has(language)) continue
    scores.set(language, Math.max(-6, -0.3 * (1 - closeness) * letters.length))
  }
  return scores
}

function chooseLanguage(score: Map<Language, number>, main: Language): TaggedParagraph {
  if (score.size === 0) return UNKNOWN
  const posterior = [...score].map(([language, value]) => ({
    language,
    weight: Math.exp(value + (language === main ? 3.5 : 0)),
  }))
  const sum = posterior.reduce((total, { weight }) => total + weight, 0)
  const guesses = posterior
    .map(({ language, weight }) => ({ language, confidence: weight / sum }))
    .sort((a, b) => b.confidence - a.confidence)
  const [best = UNKNOWN, ...others] = guesses
  return { ...best, alternatives: others.slice(0, 3) }
}
