import type { Clause, PhraseClause } from '../../domain/query.ts'
import type { Paragraph } from '../../domain/paragraph.ts'
import type { ScorePart } from '../../domain/result.ts'
import { createMatcher, type MatchSpan, type Matcher } from '../../text/match.ts'
import { lower } from '../../text/normal-form.ts'
import type { WordStemmer } from '../../text/stem.ts'
import { labelOf, queryOfParts, type QueryParts } from './query-parts.ts'

/**
 * Scores paragraphs from their text, for engines that find without ranking: BM25 of the clauses (Robertson & Zaragoza 2009)
 * and what raises it, with the weights of the embedded engine.
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

export type ScoreOptions = {
  readonly parts: QueryParts
  readonly nearby: readonly PhraseClause[]
  /** What one occurrence of each positive clause is worth. */
  readonly idf: readonly number[]
  readonly stemmer: WordStemmer
}

export type ScoredText = {
  /** Whether the text satisfies the whole query. */
  readonly matches: boolean
  /** Which positive clauses it satisfies, and whether one of the negative. */
  readonly matched: readonly boolean[]
  readonly score: number
  readonly explanation: readonly ScorePart[]
}

export const inverseFrequency = (paragraphs: number, all: number): number => {
  const n = Math.min(paragraphs, all)
  return Math.log(1 + (all - n + 0.5) / (n + 0.5))
}

/** Always true, and marks nothing. */
const TRUE: Clause = { kind: 'and', of: [] }

export type TextScorer = (paragraph: Paragraph, length: number) => ScoredText

export function createTextScorer({ parts, nearby, idf, stemmer }: ScoreOptions): TextScorer {
  const { positive } = parts
  // neighbours are looked for in the same pass, and what they find changes nothing about what matches
  const combined: Clause = {
    kind: 'and',
    of: [
      ...positive,
      ...parts.negative.map(of => ({ kind: 'not', of }) as const),
      { kind: 'or', of: [TRUE, ...nearby] },
    ],
  }
  const matchText = createMatcher(combined, [], { stemmer })
  const matchTitle = createMatcher(queryOfParts({ positive, negative: [] }), [], { stemmer })
  const clauseOf = leaves(positive)
  const perClause = positive.map(clause => ({ clause, label: labelOf(clause), evaluate: evaluator(clause) }))
  const meanIdf = idf.reduce((sum, one) => sum + one, 0) / Math.max(1, idf.length)
  const titleScores = new Map<string, readonly number[]>()

  return (paragraph, length) => {
    const { matches, spans } = matchText(paragraph.text, paragraph.language)
    const norm = normOf(length)
    const explanation: ScorePart[] = []
    const add = (label: string, score: number): void => {
      if (score !== 0) explanation.push({ label, score })
    }
    const ofClause = groupByClause(spans, clauseOf, positive.length)
    perClause.forEach(({ clause, label }, i) => {
      const found = ofClause[i] ?? []
      const weight = idf[i] ?? 0
      add(label, weight * saturated(found.length, norm))
      if (clause.kind !== 'word') return
      const asTyped = found.filter(({ kind }) => kind === 'asTyped')
      if (clause.terms.length > 0 && clause.stems.length > 0) {
        add(`as typed ${label}`, TYPED_WEIGHT * weight * saturated(asTyped.length, norm))
      }
      const { accented, terms } = clause
      const lowered = asTyped.map(span =>
        lower(paragraph.text.slice(span.start, span.end), paragraph.language),
      )
      if (accented !== undefined) {
        const same = lowered.filter(word => word === accented).length
        add(`accents of ${accented}`, ACCENTED_WEIGHT * weight * saturated(same, norm))
      } else {
        // accents where none were typed count against it
        const others = lowered.filter(word => !terms.includes(word)).length
        add(`accents on ${label}`, -ACCENTED_WEIGHT * weight * saturated(others, norm))
      }
    })
    nearby.forEach((phrase, i) => {
      const times = spans.filter(span => span.clause === clauseOf.length + i).length
      add(`nearby ${labelOf(phrase)}`, NEARBY_WEIGHT * 2 * meanIdf * saturated(times, norm))
    })
    if (paragraph.kind !== 'title' && paragraph.title !== undefined) {
      scoresOfTitle(paragraph, paragraph.title).forEach((score, i) =>
        add(`title ${perClause[i]?.label ?? ''}`, TITLE_WEIGHT * score),
      )
    }
    const present = new Set(spans.map(span => span.clause))
    return {
      matches,
      matched: perClause.map(({ evaluate }) => evaluate(present)),
      score: explanation.reduce((sum, part) => sum + part.score, 0),
      explanation,
    }
  }

  function scoresOfTitle({ articleId, articleLanguage }: Paragraph, title: string): readonly number[] {
    const known = titleScores.get(articleId)
    if (known) return known
    const groups = groupByClause(matchTitle(title, articleLanguage).spans, clauseOf, positive.length)
    const norm = normOf(title.length / 6)
    const scores = groups.map((found, i) => (idf[i] ?? 0) * saturated(found.length, norm))
    titleScores.set(articleId, scores)
    return scores
  }

  /** Numbers leaves as the matcher does, from where the clause before ended. */
  function evaluator(clause: Clause): (present: ReadonlySet<number>) => boolean {
    const first = clauseOf.indexOf(positive.indexOf(clause))
    let next = first
    const build = (one: Clause): ((present: ReadonlySet<number>) => boolean) => {
      if (one.kind === 'and' || one.kind === 'or') {
        const children = one.of.map(build)
        return one.kind === 'and'
          ? present => children.every(child => child(present))
          : present => children.some(child => child(present))
      }
      if (one.kind === 'not') return () => true
      const number = next++
      return present => present.has(number)
    }
    return build(clause)
  }
}

/** Which clause each word and phrase belongs to, in the order in which the matcher numbers them. */
function leaves(positive: readonly Clause[]): readonly number[] {
  const owners: number[] = []
  const walk = (clause: Clause, owner: number): void => {
    if (clause.kind === 'and' || clause.kind === 'or') clause.of.forEach(one => walk(one, owner))
    else if (clause.kind !== 'not') owners.push(owner)
  }
  positive.forEach(walk)
  return owners
}

function groupByClause(
  spans: readonly MatchSpan[],
  clauseOf: readonly number[],
  clauses: number,
): readonly (readonly MatchSpan[])[] {
  const groups: MatchSpan[][] = Array.from({ length: clauses }, () => [])
  for (const span of spans) groups[clauseOf[span.clause] ?? -1]?.push(span)
  return groups
}

const normOf = (length: number): number => K1 * (1 - B + (B * Math.max(1, length)) / AVERAGE_LENGTH)
const saturated = (times: number, norm: number): number => times / (times + norm)

/** Does the text satisfy the query: for candidates of an engine that promises less. */
export const createVerifier = (parts: QueryParts, stemmer: WordStemmer): Matcher =>
  createMatcher(queryOfParts(parts), [], { stemmer })
