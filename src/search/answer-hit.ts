import type { Clause, QueryPlan } from '../domain/query.ts'
import type { EngineHit, Repair } from '../domain/result.ts'
import { highlightParts, snippetParts } from '../text/highlight.ts'
import { createParagraphMatcher, MATCH_KINDS } from '../text/match.ts'
import type { MatchKind, MatchSpan } from '../text/match.ts'
import { phraseCloseness } from '../text/phrase-closeness.ts'
import type { WordStemmer } from '../text/stem.ts'
import { answerParagraph } from './answer-paragraph.ts'
import type { AnswerHit } from './answer.ts'

/** UTF-16 code units; a snippet grows past it where the words stand far apart. */
const SNIPPET_LENGTH = 280

export type Searched = {
  readonly plan: Pick<QueryPlan, 'query' | 'zone' | 'filters'>
  readonly required: readonly Clause[]
  readonly quoted: ReadonlyMap<number, string>
  readonly repairs: readonly Repair[]
  /** With a memory: a page of hits holds thousands of words. */
  readonly stemmer: WordStemmer
}

/** Turns the hits of one search into those of its answer: where the words stand and how each hit was found. */
export function createHitAnswerer({
  plan,
  required,
  quoted,
  repairs,
  stemmer,
}: Searched): (hit: EngineHit) => AnswerHit {
  const matcher = required.length === 0 ? undefined : createParagraphMatcher(plan, repairs, { stemmer })
  return ({ paragraph, score, moreInArticle, explanation }) => {
    const { text, quotes } = paragraph
    const spans = matcher?.(paragraph).spans ?? []
    const kinds = kindsOf(required, spans)
    return {
      ...answerParagraph(paragraph),
      highlight: highlightParts(text, spans, quotes),
      snippet: snippetParts(text, spans, { length: SNIPPET_LENGTH, quotes }),
      match: farthest(kinds.flatMap(kind => kind ?? [])) ?? null,
      coverage: kinds.length === 0 ? null : kinds.filter(kind => kind !== undefined).length / kinds.length,
      spans: spans.flatMap(({ start, end, clause }) => {
        const typed = quoted.get(clause)
        return typed === undefined
          ? []
          : [{ start, end, closeness: phraseCloseness(typed, text.slice(start, end)) }]
      }),
      score,
      moreInArticle,
      ...(explanation && { explanation }),
    }
  }
}

/**
 * How each of the required clauses stands in a text, if it does. A word counts by its nearest place in the text, and a hit
 * by its farthest word: a `typo` is a hit in which one word stands only misspelt, however well the others match. Words
 * that a partial match lacks do not count.
 */
function kindsOf(required: readonly Clause[], spans: readonly MatchSpan[]): (MatchKind | undefined)[] {
  const kinds = new Map<number, MatchKind>()
  for (const { clause, kind } of spans) {
    const known = kinds.get(clause)
    if (known === undefined || rank(kind) < rank(known)) kinds.set(clause, kind)
  }
  let number = 0
  const kindOf = (clause: Clause): MatchKind | undefined => {
    switch (clause.kind) {
      case 'word':
      case 'phrase':
        return kinds.get(number++)
      case 'or':
        return nearest(clause.of.flatMap(one => kindOf(one) ?? []))
      case 'and': {
        const ofParts = clause.of.map(kindOf)
        return ofParts.includes(undefined) ? undefined : farthest(ofParts.flatMap(kind => kind ?? []))
      }
      case 'not':
        return undefined
    }
  }
  return required.map(kindOf)
}

const rank = (kind: MatchKind): number => MATCH_KINDS.indexOf(kind)
const nearest = (kinds: readonly MatchKind[]): MatchKind | undefined =>
  MATCH_KINDS.find(kind => kinds.includes(kind))
const farthest = (kinds: readonly MatchKind[]): MatchKind | undefined =>
  MATCH_KINDS.findLast(kind => kinds.includes(kind))
