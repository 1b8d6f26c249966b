import type { Language } from '../domain/language.ts'
import type { Paragraph } from '../domain/paragraph.ts'
import type { Clause, Filters, PhraseClause, QueryPlan, WordClause } from '../domain/query.ts'
import type { EngineHit } from '../domain/result.ts'
import { phraseClause, wordClauses } from '../text/clauses.ts'
import { isWidenable } from '../text/match.ts'
import { codePoints } from '../text/scripts.ts'
import type { WordStemmer } from '../text/stem.ts'
import { splitWords } from '../text/split-words.ts'

/** What a check asks of an index; every `SearchEngine` has it. */
export type CitationIndex = {
  search(
    plan: QueryPlan,
    options?: { readonly signal?: AbortSignal; readonly deadline?: number },
  ): Promise<{
    readonly hits: readonly EngineHit[]
    readonly partial: readonly EngineHit[]
    readonly paragraphs: { readonly value: number }
    readonly degraded: boolean
  }>
  terms(
    words: readonly string[],
    filters: Filters,
    now: number,
  ): Promise<readonly { readonly word: string; readonly paragraphs: number }[]>
}

export type CandidateRequest = {
  readonly text: string
  /** In which words are inflected. */
  readonly languages: readonly Language[]
  readonly filters: Filters
  /** Seconds UTC. */
  readonly now: number
  /** How many paragraphs the index holds. */
  readonly size: number
  readonly maxEdits: 0 | 1 | 2
  readonly stemmer: WordStemmer
  /** On the clock of `performance.now()`. */
  readonly deadline: number
  readonly signal?: AbortSignal
}

export type Candidates = {
  readonly paragraphs: readonly Paragraph[]
  /** How many paragraphs hold each folded word of the claim. */
  readonly frequencies: ReadonlyMap<string, number>
  readonly degraded: boolean
}

/** Paragraphs that are looked at closely. */
const MOST_CANDIDATES = 40
/** A claim is told by its rarest words; more of them only cost time. */
const MOST_WORDS = 10
/** Words that stand nowhere: they may be misspelt. */
const MOST_UNKNOWN = 3
const MOST_SHINGLES = 6
/** Words of a shingle. */
const SHINGLE = 3
/** A word in more than this share of the paragraphs can't find one. */
const COMMON = 0.02
/** Words of a claim beyond which it is known well enough. */
const MOST_READ = 300

/**
 * The paragraphs that may hold a claim: those with the most of its rarest words, in any form and order. One request for the
 * frequencies and one search, whose partial matches are wanted as much as its hits. Common words are asked for by threes,
 * as they stand in the claim.
 */
export async function findCandidates(index: CitationIndex, request: CandidateRequest): Promise<Candidates> {
  const text = beginningOf(request.text)
  const clauses = distinct(wordClauses(text, request.languages, { stemmer: request.stemmer }))
  const words = [...new Set(clauses.flatMap(termsOf))]
  const statistics = words.length === 0 ? [] : await index.terms(words, request.filters, request.now)
  const frequencies = new Map(statistics.map(({ word, paragraphs }) => [word, paragraphs]))
  const asked = rarest(clauses, frequencies, request)
  if (needsShingles(asked, frequencies, request.size)) asked.push(...shinglesOf(text, frequencies))
  if (asked.length === 0) return { paragraphs: [], frequencies, degraded: false }
  const { hits, partial, degraded } = await index.search(planOf(asked, request), {
    deadline: request.deadline,
    ...(request.signal && { signal: request.signal }),
  })
  return { paragraphs: [...hits, ...partial].map(hit => hit.paragraph), frequencies, degraded }
}

function planOf(clauses: readonly Clause[], { filters, now }: CandidateRequest): QueryPlan {
  return {
    query: { kind: 'and', of: clauses },
    nearby: [],
    zone: 'any',
    filters,
    now,
    sort: 'relevance',
    group: 'paragraph',
    facets: [],
    limit: MOST_CANDIDATES,
  }
}

/** Up to as many words as are read, without cutting one. */
function beginningOf(text: string): string {
  const last = splitWords(text)[MOST_READ]
  return last === undefined ? text : text.slice(0, last.start)
}

function distinct(clauses: readonly Clause[]): Clause[] {
  return [...new Map(clauses.map(clause => [JSON.stringify(clause), clause])).values()]
}

/** The words that an index counts; prefixes and longer phrases it does not. */
function termsOf(clause: Clause): readonly string[] {
  switch (clause.kind) {
    case 'word':
      return clause.terms
    case 'phrase':
      return clause.steps.flatMap(step => (step.prefix ? [] : [step.term]))
    case 'and':
    case 'or':
      return clause.of.flatMap(termsOf)
    case 'not':
      return []
  }
}

/** At most so many paragraphs can hold a clause, inflections left aside. */
function frequencyOf(clause: Clause, frequencies: ReadonlyMap<string, number>): number {
  switch (clause.kind) {
    case 'or':
      return clause.of.reduce((sum, one) => sum + frequencyOf(one, frequencies), 0)
    case 'word':
    case 'phrase':
    case 'and':
    case 'not': {
      const counts = termsOf(clause).map(term => frequencies.get(term) ?? 0)
      return counts.length === 0 ? Number.POSITIVE_INFINITY : Math.min(...counts)
    }
  }
}

function rarest(
  clauses: readonly Clause[],
  frequencies: ReadonlyMap<string, number>,
  { maxEdits }: CandidateRequest,
): Clause[] {
  const counted = clauses.map(clause => ({ clause, count: frequencyOf(clause, frequencies) }))
  const unknown = counted.filter(({ count }) => count === 0).slice(0, MOST_UNKNOWN)
  const known = counted
    .filter(({ count }) => count > 0)
    .sort((a, b) => a.count - b.count)
    .slice(0, MOST_WORDS)
  return [
    ...known.map(({ clause }) => clause),
    ...unknown.map(({ clause }) => (clause.kind === 'word' ? widened(clause, maxEdits) : clause)),
  ]
}

function widened(clause: WordClause, maxEdits: 0 | 1 | 2): WordClause {
  const [term = ''] = clause.terms
  const letters = codePoints(term).length
  if (maxEdits === 0 || letters < 5 || !isWidenable(term)) return clause
  return { ...clause, edits: letters >= 9 && maxEdits === 2 ? 2 : 1 }
}

/** Whether even the rarest words stand almost everywhere. */
function needsShingles(
  asked: readonly Clause[],
  frequencies: ReadonlyMap<string, number>,
  size: number,
): boolean {
  const rare = asked.filter(clause => {
    const count = frequencyOf(clause, frequencies)
    return count > 0 && count <= size * COMMON
  })
  return rare.length < 2
}

/** Three words each as they stand in the claim, those with the rarest words, and no word twice if it can be helped. */
function shinglesOf(text: string, frequencies: ReadonlyMap<string, number>): (WordClause | PhraseClause)[] {
  const words = splitWords(text)
  const shingles = words.flatMap((first, at) => {
    const last = words[at + Math.min(SHINGLE, words.length) - 1]
    if (!last) return []
    const clause = phraseClause(text.slice(first.start, last.start + last.raw.length))
    return clause ? [{ clause, at, count: frequencyOf(clause, frequencies) }] : []
  })
  shingles.sort((a, b) => a.count - b.count || a.at - b.at)
  const chosen: typeof shingles = []
  for (const shingle of shingles) {
    if (chosen.length === MOST_SHINGLES) break
    if (chosen.every(({ at }) => Math.abs(at - shingle.at) > 1)) chosen.push(shingle)
  }
  return chosen.map(({ clause }) => clause)
}
