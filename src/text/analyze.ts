import type { AnalyzedParagraph, AnalyzedToken, TokenRange } from '../domain/analyzed.ts'
import type { Language } from '../domain/language.ts'
import type { Paragraph, Quote } from '../domain/paragraph.ts'
import { lower } from './normal-form.ts'
import { rememberByLanguage } from './remember-words.ts'
import { stemsOf } from './stem.ts'
import { splitWords } from './split-words.ts'
import { termsOf, tokenize } from './tokenize.ts'

export type Analyzer = (text: string, language: Language) => readonly AnalyzedToken[]

/** Of one language. */
const REMEMBERED_WORDS = 200_000

/** Text as the index takes it: one analysis for all engines. The analyzer remembers the words it has seen. */
export function createAnalyzer(): Analyzer {
  const analyze = rememberByLanguage(analyzeWord, REMEMBERED_WORDS)
  return (text, language) => {
    const ofWord = analyze(language)
    const tokens: AnalyzedToken[] = []
    for (const { raw } of splitWords(text)) {
      for (const token of ofWord(raw)) tokens.push(token)
    }
    return tokens
  }
}

function analyzeWord(raw: string, language: Language): readonly AnalyzedToken[] {
  const { terms } = termsOf(raw)
  return terms.map(({ term, gram }) => {
    if (gram) return { term, stems: [] }
    // a stemmer wants the word with its accents; of a word of several scripts only its folded parts are known
    const word = terms.length === 1 ? raw : term
    const accented = lower(word, language)
    const stems = stemsOf(word, language)
    return accented === term || terms.length > 1 ? { term, stems } : { term, stems, accented }
  })
}

/** A paragraph as engines take it. */
export const analyzeParagraph = (paragraph: Paragraph, analyze: Analyzer): AnalyzedParagraph => ({
  paragraph,
  tokens: analyze(paragraph.text, paragraph.language),
  quoteTokens: quoteTokens(paragraph.text, paragraph.quotes),
})

function quoteTokens(text: string, quotes: readonly Quote[]): TokenRange[] {
  if (quotes.length === 0) return []
  const tokens = tokenize(text)
  return quotes.map(({ start, end }) => {
    const first = lowerBound(tokens.length, at => (tokens[at]?.start ?? 0) >= start)
    const after = lowerBound(tokens.length, at => (tokens[at]?.end ?? 0) > end)
    return { first, after: Math.max(first, after) }
  })
}

/** The first number below `length` for which `isReached` holds, which then holds for all that follow. */
function lowerBound(length: number, isReached: (at: number) => boolean): number {
  let [low, high] = [0, length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (isReached(middle)) high = middle
    else low = middle + 1
  }
  return low
}
