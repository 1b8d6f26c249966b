import type { AnalyzedToken } from '../../domain/analyzed.ts'
import type { Language } from '../../domain/language.ts'
import type { Clause, PhraseClause, PhraseStep, WordClause } from '../../domain/query.ts'
import type { ScorePart } from '../../domain/result.ts'
import { phraseOccurrences } from '../../text/match.ts'
import type { Token } from '../../text/tokenize.ts'
import { labelOf, type QueryParts } from './query-parts.ts'

/**
 * Verifies and scores paragraphs by their analysed tokens, for engines that find candidates and know no rank: BM25 of the
 * clauses (Robertson & Zaragoza 2009) and what raises it, with the weights of the embedded engine. Phrases are those of the
 * shared matcher; a word is a token with its term, or its stem in the language of the paragraph, or its beginning.
 */
const K1 = 1.2
const B = 0.75
/** Shares of a clause's BM25 score. */
const NEARBY_WEIGHT = 0.2
const TYPED_WEIGHT = 0.2
const ACCENTED_WEIGHT = 0.2
const TITLE_WEIGHT = 0.15
/** Tokens of a paragraph of news; a statistic of the index would move scores by less than a typed form does. */
const AVERAGE_LENGTH = 50

export type TokenText = {
  /** How many tokens it has. */
  readonly length: number
  /** All of them in order: for phrases. */
  readonly tokens: readonly AnalyzedToken[]
  /** Those in whose term or stems one of the pieces stands, and perhaps others, in any order: for words. */
  readonly tokensWith: (pieces: readonly string[]) => readonly AnalyzedToken[]
  readonly language: Language
}

export type ScoredText = {
  /** Whether the whole query is satisfied. */
  readonly matches: boolean
  /** Which of the positive clauses are. */
  readonly matched: readonly boolean[]
  readonly score: number
  /** The parts of the score; they add up to it. */
  readonly explanation: readonly ScorePart[]
}

export type TokenScorer = (text: TokenText, title: TokenText | undefined) => ScoredText

/** What one occurrence is worth that stands in `paragraphs` of `all`. */
export function inverseFrequency(paragraphs: number, all: number): number {
  const n = Math.min(paragraphs, all)
  return Math.log(1 + (all - n + 0.5) / (n + 0.5))
}

export type ScoreOptions = {
  readonly parts: QueryParts
  readonly nearby: readonly PhraseClause[]
  /** What one occurrence of each positive clause is worth. */
  readonly idf: readonly number[]
}

export function createTokenScorer({ parts, nearby, idf }: ScoreOptions): TokenScorer {
  const clauses = parts.positive.map((clause, i) => ({ clause, label: labelOf(clause), idf: idf[i] ?? 0 }))
  const nearbyIdf = 2 * (idf.reduce((sum, one) => sum + one, 0) / Math.max(1, idf.length))
  const phrases = nearby.map(phrase => ({ steps: phrase.steps, label: `nearby ${labelOf(phrase)}` }))

  return (text, title) => {
    const norm = normOf(text.length)
    const explanation: ScorePart[] = []
    const add = (label: string, score: number): void => {
      if (score !== 0) explanation.push({ label, score })
    }
    const matched = clauses.map(one => {
      const { clause, label } = one
      if (clause.kind !== 'word') {
        const times = timesOf(clause, text)
        add(label, one.idf * saturated(times, norm))
        return times > 0
      }
      const found = tokensOfWord(clause, text)
      add(label, one.idf * saturated(found.length, norm))
      addForms(clause, found, { ...one, norm, add })
      return found.length > 0
    })
    for (const { steps, label } of phrases) {
      add(label, NEARBY_WEIGHT * nearbyIdf * saturated(occurrences(steps, text.tokens), norm))
    }
    if (title) {
      for (const { clause, label, idf: worth } of clauses) {
        const times = timesOf(clause, title)
        if (times === 0) continue
        add(`title ${label}`, TITLE_WEIGHT * worth * saturated(times, normOf(title.length)))
      }
    }
    return {
      matches: matched.every(Boolean) && parts.negative.every(clause => timesOf(clause, text) === 0),
      matched,
      score: explanation.reduce((sum, part) => sum + part.score, 0),
      explanation,
    }
  }
}

type Forms = {
  readonly label: string
  readonly idf: number
  readonly norm: number
  readonly add: (label: string, score: number) => void
}

/** The form that was typed raises the rank, with its accents once more; accents where none were typed count against it. */
function addForms(
  { terms, stems, accented }: WordClause,
  found: readonly AnalyzedToken[],
  { label, idf, norm, add }: Forms,
): void {
  const typed = found.filter(token => terms.includes(token.term))
  if (typed.length === 0) return
  if (stems.length > 0) add(`as typed ${label}`, TYPED_WEIGHT * idf * saturated(typed.length, norm))
  if (accented === undefined) {
    const others = typed.filter(token => token.accented !== undefined).length
    add(`accents on ${label}`, -ACCENTED_WEIGHT * idf * saturated(others, norm))
  } else {
    const same = typed.filter(token => token.accented === accented).length
    add(`accents of ${accented}`, ACCENTED_WEIGHT * idf * saturated(same, norm))
  }
}

/** How often a clause stands in a text; 0: it does not match. */
function timesOf(clause: Clause, text: TokenText): number {
  switch (clause.kind) {
    case 'word':
      return tokensOfWord(clause, text).length
    case 'phrase':
      return occurrences(clause.steps, text.tokens)
    case 'and': {
      const times = clause.of.map(one => timesOf(one, text))
      return times.every(one => one > 0) ? Math.max(1, sum(times)) : 0
    }
    case 'or':
      return sum(clause.of.map(one => timesOf(one, text)))
    case 'not':
      return timesOf(clause.of, text) === 0 ? 1 : 0
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0)

function tokensOfWord({ terms, stems, prefix }: WordClause, text: TokenText): readonly AnalyzedToken[] {
  const own = stems.filter(({ language }) => language === text.language).map(({ stem }) => stem)
  const pieces = [...terms, ...own, ...(prefix === undefined ? [] : [prefix])]
  return text
    .tokensWith(pieces)
    .filter(
      token =>
        terms.includes(token.term) ||
        token.stems.some(stem => own.includes(stem)) ||
        (prefix !== undefined && token.term.startsWith(prefix)),
    )
}

function occurrences(steps: readonly PhraseStep[], tokens: readonly AnalyzedToken[]): number {
  // most candidates lack the first word of a phrase, and need no tokens with places
  const first = steps.find(step => !step.optional)
  if (
    first &&
    !tokens.some(({ term }) => (first.prefix ? term.startsWith(first.term) : term === first.term))
  ) {
    return 0
  }
  return phraseOccurrences(steps, tokens.map(placed)).length
}

/** The matcher looks at terms and positions; where in the text a token stands is nothing to count by. */
const placed = ({ term }: AnalyzedToken, position: number): Token => ({
  term,
  position,
  start: 0,
  end: 0,
  firstEnd: 0,
  gram: 0,
  word: term,
})

const normOf = (length: number): number => K1 * (1 - B + (B * Math.max(1, length)) / AVERAGE_LENGTH)
const saturated = (times: number, norm: number): number => times / (times + norm)
