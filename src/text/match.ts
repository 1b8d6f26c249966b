import type { Language } from '../domain/language.ts'
import type { Paragraph } from '../domain/paragraph.ts'
import type { Clause, PhraseClause, PhraseStep, QueryPlan, WordClause } from '../domain/query.ts'
import type { Repair } from '../domain/result.ts'
import { mayStandInFor } from './edit-distance.ts'
import { codePoints, gramLength } from './scripts.ts'
import { stemsOf, type WordStemmer } from './stem.ts'
import { tokenize, type Token } from './tokenize.ts'
import { isSpeech, quoteTests } from './zones.ts'

/** How a word of the query stands in a text, from the nearest to the farthest. */
export const MATCH_KINDS = ['asTyped', 'inflected', 'prefix', 'typo'] as const
export type MatchKind = (typeof MATCH_KINDS)[number]

/** A place where something of the query stands: UTF-16 code units into the text, half-open. */
export type MatchSpan = {
  readonly start: number
  readonly end: number
  readonly kind: MatchKind
  /** A phrase, also one of n-grams that a run without spaces was cut into. */
  readonly isPhrase: boolean
  /** Which of the query's words and phrases it is, in the order they were given. */
  readonly clause: number
}

export type TextMatch = { readonly matches: boolean; readonly spans: readonly MatchSpan[] }

/** Does this text satisfy the query, and where: the one definition that engines are checked against. */
export type Matcher = (text: string, language: Language) => TextMatch

/**
 * The matcher of one query. `repairs` are the words that an engine widened, since only it knows which words have no match
 * anywhere. Spans are those of the words and phrases that are asked for, in order of the text, whether or not all match.
 */
export function createMatcher(
  query: Clause | undefined,
  repairs: readonly Repair[] = [],
  { stemmer = stemsOf }: { readonly stemmer?: WordStemmer } = {},
): Matcher {
  const matchTokens = tokensMatcher(query, repairs, stemmer)
  return (text, language) => inOrder(matchTokens(query ? tokenize(text) : [], language))
}

/** Does this paragraph satisfy the query in its zone and what the filters ask of quotes; its other fields are not looked at. */
export type ParagraphMatcher = (paragraph: Pick<Paragraph, 'text' | 'language' | 'quotes'>) => TextMatch

/** As `createMatcher`, for every zone. In the zone `quotes`, spans are those within the quotes that satisfy the query. */
export function createParagraphMatcher(
  plan: Pick<QueryPlan, 'query' | 'zone' | 'filters'>,
  repairs: readonly Repair[] = [],
  { stemmer = stemsOf }: { readonly stemmer?: WordStemmer } = {},
): ParagraphMatcher {
  const matchTokens = tokensMatcher(plan.query, repairs, stemmer)
  const { isUnit, passes } = quoteTests(plan)
  return ({ text, language, quotes }) => {
    const tokens = tokenize(text)
    if (plan.zone === 'quotes') {
      const units = quotes.filter(isUnit).map(quote => matchTokens(tokensWithin(tokens, quote), language))
      const matching = units.filter(unit => unit.matches)
      const shown = matching.length > 0 ? matching : units
      return inOrder({ matches: matching.length > 0, spans: shown.flatMap(unit => unit.spans) })
    }
    const match = matchTokens(plan.zone === 'text' ? tokensOutside(tokens, quotes) : tokens, language)
    return inOrder({ matches: match.matches && passes(quotes), spans: match.spans })
  }
}

/** Tokens at their positions; those outside of the zone are missing. */
type ZoneTokens = readonly (Token | undefined)[]

type Range = { readonly start: number; readonly end: number }
const lies = (token: Token, { start, end }: Range): boolean => token.start >= start && token.end <= end

const tokensWithin = (tokens: readonly Token[], quote: Range): ZoneTokens =>
  tokens.map(token => (lies(token, quote) ? token : undefined))

function tokensOutside(tokens: readonly Token[], quotes: Paragraph['quotes']): ZoneTokens {
  const speech = quotes.filter(isSpeech)
  return speech.length === 0
    ? tokens
    : tokens.map(token => (speech.some(quote => lies(token, quote)) ? undefined : token))
}

function tokensMatcher(
  query: Clause | undefined,
  repairs: readonly Repair[],
  stemmer: WordStemmer,
): (tokens: ZoneTokens, language: Language) => TextMatch {
  if (!query) return () => ({ matches: true, spans: [] })
  const repaired = new Set(repairs.map(repair => repair.term))
  return (tokens, language) => {
    const context: Context = { tokens, language, repaired, stemmer, spans: [], clause: 0 }
    return { matches: evaluate(query, context), spans: context.spans }
  }
}

/** A place that lies in a quote and in one nested in it is one place. */
function inOrder({ matches, spans }: TextMatch): TextMatch {
  const sorted = spans.toSorted((a, b) => a.start - b.start || b.end - a.end || a.clause - b.clause)
  return {
    matches,
    spans: sorted.filter((span, i) => {
      const before = sorted[i - 1]
      return span.start !== before?.start || span.end !== before.end || span.clause !== before.clause
    }),
  }
}

type Context = {
  readonly tokens: ZoneTokens
  readonly language: Language
  readonly repaired: ReadonlySet<string>
  readonly stemmer: WordStemmer
  readonly spans: MatchSpan[]
  clause: number
}

function evaluate(clause: Clause, context: Context): boolean {
  switch (clause.kind) {
    case 'and':
      // all of them, not only up to the first that fails: partial matches are highlighted too
      return clause.of.map(one => evaluate(one, context)).every(Boolean)
    case 'or':
      return clause.of.map(one => evaluate(one, context)).some(Boolean)
    case 'not':
      return !evaluate(clause.of, { ...context, spans: [] })
    case 'word':
      return markWords(clause, context)
    case 'phrase':
      return markPhrases(clause, context)
  }
}

function markWords(clause: WordClause, context: Context): boolean {
  const number = context.clause++
  const kindOf = wordMatcher(clause, context)
  let isFound = false
  for (const token of context.tokens) {
    const kind = token && kindOf(token)
    if (!kind) continue
    isFound = true
    const end =
      kind === 'prefix' && token.gram ? prefixEnd(context.tokens, token, clause.prefix ?? '') : token.end
    context.spans.push({
      start: token.start,
      end,
      kind: token.gram ? 'asTyped' : kind,
      isPhrase: false,
      clause: number,
    })
  }
  return isFound
}

function wordMatcher(
  clause: WordClause,
  { language, repaired, stemmer }: Context,
): (token: Token) => MatchKind | undefined {
  const stems = clause.stems.filter(stem => stem.language === language).map(stem => stem.stem)
  const widened = clause.edits ? clause.terms.filter(term => repaired.has(term)) : []
  return token => {
    if (clause.terms.includes(token.term)) return 'asTyped'
    if (stems.length > 0 && !token.gram && stemmer(token.word, language).some(stem => stems.includes(stem))) {
      return 'inflected'
    }
    if (clause.prefix !== undefined && token.term.startsWith(clause.prefix)) return 'prefix'
    if (token.gram === 0 && widened.some(term => mayStandInFor(term, token.term, clause.edits ?? 0)))
      return 'typo'
    return undefined
  }
}

/** A gram that begins as asked goes on beyond it: only the characters asked for are marked. */
function prefixEnd(tokens: ZoneTokens, token: Token, prefix: string): number {
  const characters = codePoints(prefix).length
  return tokens[token.position + characters - 1]?.firstEnd ?? token.end
}

function markPhrases(clause: PhraseClause, context: Context): boolean {
  const number = context.clause++
  const occurrences = phraseOccurrences(clause.steps, context.tokens)
  for (const { start, end } of occurrences) {
    context.spans.push({ start, end, kind: 'asTyped', isPhrase: true, clause: number })
  }
  return occurrences.length > 0
}

/** Every place where the steps follow each other, each from its first token on with the nearest end. */
export function phraseOccurrences(
  steps: readonly PhraseStep[],
  tokens: ZoneTokens,
): { start: number; end: number }[] {
  const occurrences: { start: number; end: number }[] = []
  // steps that cannot go on from a token, so that a phrase full of gaps stays quadratic at worst
  const failed = new Set<number>()
  for (const token of tokens) {
    if (!token) continue
    for (let first = 0; first < steps.length; first++) {
      const step = steps[first]
      if (!step) break
      const end = stepMatches(step, token) ? lastToken(token.position, first) : undefined
      if (end !== undefined) {
        occurrences.push({ start: token.start, end })
        break
      }
      if (!step.optional) break
    }
  }
  return occurrences

  /** Where the phrase ends when step `at` stands on the token at `position`. */
  function lastToken(position: number, at: number): number | undefined {
    let gap = 0
    let next = at + 1
    for (; next < steps.length; next++) {
      const step = steps[next]
      if (!step) break
      gap += step.maxGap
      for (let place = position + 1; place <= position + 1 + gap && place < tokens.length; place++) {
        const token = tokens[place]
        const key = next * (tokens.length + 1) + place
        if (!token || failed.has(key) || !stepMatches(step, token)) continue
        const end = lastToken(place, next)
        if (end !== undefined) return end
        failed.add(key)
      }
      if (!step.optional) return undefined
    }
    return endOf(position, at)
  }

  function endOf(position: number, at: number): number | undefined {
    const token = tokens[position]
    const step = steps[at]
    if (!token || !step) return undefined
    return step.prefix && token.gram ? prefixEnd(tokens, token, step.term) : token.end
  }
}

const stepMatches = (step: PhraseStep, token: Token): boolean =>
  step.prefix ? token.term.startsWith(step.term) : token.term === step.term

/** Whether a word is one that may be widened: letters of a script with spaces, no digits. */
export const isWidenable = (term: string): boolean => gramLength(term) === 0 && !/\p{Nd}/u.test(term)
