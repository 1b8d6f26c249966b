import { STEMMED_LANGUAGES } from '../../src/domain/language.ts'
import { QUOTE_KINDS } from '../../src/domain/paragraph.ts'
import type { Clause, Filters, QueryPlan } from '../../src/domain/query.ts'
import type { EngineCapabilities } from '../../src/engines/search-engine.ts'
import { nearbyPhrases, phraseClause, withPrefix, wordClauses } from '../../src/text/clauses.ts'
import {
  AUTHORS,
  CORPUS_LANGUAGES,
  randomText,
  SOURCES,
  SPEAKERS,
  VOCABULARY,
  type Random,
} from './random-corpus.ts'

export const EVERY_FACET = (['language', 'source', 'author', 'month'] as const).map(name => ({
  name,
  limit: 1000,
}))

export const PLAN: QueryPlan = {
  nearby: [],
  zone: 'any',
  filters: {},
  now: 100,
  sort: 'relevance',
  group: 'paragraph',
  facets: EVERY_FACET,
  limit: 20,
}

/** A plan as the planner would make one of something typed, out of the corpus's own words, whole, cut or misspelt. */
export function randomPlan(random: Random, capabilities: EngineCapabilities): QueryPlan {
  const knowsQuotes = capabilities.zones.includes('quotes')
  const parts = Array.from({ length: random.pick([0, 1, 1, 1, 2, 2, 3, 4]) }, () => randomPart(random)).flat()
  if (parts.length > 0 && random.chance(0.25))
    parts.push(...randomPart(random).map(of => ({ kind: 'not', of }) as const))
  const last = parts.at(-1)
  if (last && last.kind !== 'not' && random.chance(0.2)) parts[parts.length - 1] = withPrefix(last)
  const query: Clause | undefined = parts.length > 0 ? { kind: 'and', of: parts } : undefined
  return {
    ...PLAN,
    ...(query ? { query } : {}),
    nearby: nearbyPhrases(parts.filter(part => part.kind !== 'not')),
    zone: knowsQuotes ? random.pick(['any', 'any', 'quotes', 'text']) : 'any',
    facets: capabilities.facets.map(name => ({ name, limit: 1000 })),
    filters: { ...randomFilters(random), ...(knowsQuotes ? randomQuoteFilters(random) : {}) },
    sort: random.pick(['relevance', 'relevance', 'newest', 'oldest']),
    group: random.pick(['paragraph', 'paragraph', 'article']),
    limit: random.pick([1, 3, 10, 20, 100]),
  }
}

function randomPart(random: Random): Clause[] {
  const language = random.pick(CORPUS_LANGUAGES)
  const roll = random.below(10)
  if (roll < 5) return randomWord(random)
  if (roll < 8) {
    const typed = randomText(random, language, 1 + random.below(4))
    const clause = phraseClause(random.chance(0.3) ? typed.replace(/[ 、]/, ' … ') : typed)
    return clause ? [clause] : []
  }
  if (roll === 8) {
    const gapped = phraseClause(`${random.pick(VOCABULARY[language])} … ${random.pick(VOCABULARY[language])}`)
    if (gapped?.kind !== 'phrase') return randomWord(random)
    const steps = gapped.steps.map((step, i) =>
      i > 0 && random.chance(0.3) ? { ...step, optional: true, maxGap: random.below(3) } : step,
    )
    return [{ kind: 'phrase', steps }]
  }
  const of = [randomWord(random), randomWord(random)].map((words): Clause => ({ kind: 'and', of: words }))
  return [{ kind: 'or', of }]
}

function randomWord(random: Random): Clause[] {
  let typed: string = random.pick(VOCABULARY[random.pick(CORPUS_LANGUAGES)])
  if (random.chance(0.2)) typed = misspelt(random, typed)
  if (random.chance(0.1)) typed = typed.slice(0, Math.max(1, typed.length - 2))
  return wordClauses(typed, STEMMED_LANGUAGES).map(clause =>
    clause.kind === 'word' && /^\p{L}{5,}$/u.test(clause.terms[0] ?? '')
      ? { ...clause, edits: 1 as const }
      : clause,
  )
}

function misspelt(random: Random, word: string): string {
  const at = random.below(word.length)
  const letter = word[random.below(word.length)] ?? 'x'
  return random.pick([
    word.slice(0, at) + word.slice(at + 1),
    word.slice(0, at) + letter + word.slice(at),
    word.slice(0, at) + letter + word.slice(at + 1),
    word.slice(0, at) + (word[at + 1] ?? '') + (word[at] ?? '') + word.slice(at + 2),
  ])
}

const some = <T>(random: Random, values: readonly [T, ...T[]]): T[] =>
  Array.from({ length: 1 + random.below(2) }, () => random.pick(values))

function randomQuoteFilters(random: Random): Filters {
  const valueFilter = <T>(values: readonly [T, ...T[]]): { any: T[] } | { none: T[] } =>
    random.chance(0.75) ? { any: some(random, values) } : { none: some(random, values) }
  return {
    ...(random.chance(0.2) ? { speaker: valueFilter(SPEAKERS) } : {}),
    ...(random.chance(0.1)
      ? { speakerNamed: valueFilter(['Lindvik', 'tora lindvik', 'Линдвик', 'Jon Berg', 'berg', 'nobody']) }
      : {}),
    ...(random.chance(0.15) ? { quoteKind: valueFilter(QUOTE_KINDS) } : {}),
  }
}

function randomFilters(random: Random): Filters {
  const valueFilter = <T>(values: readonly [T, ...T[]]): { any: T[] } | { none: T[] } =>
    random.chance(0.75) ? { any: some(random, values) } : { none: some(random, values) }
  const from = (random.below(900) - 450) * 86_400
  return {
    ...(random.chance(0.25) ? { language: valueFilter(CORPUS_LANGUAGES) } : {}),
    ...(random.chance(0.25) ? { source: valueFilter(SOURCES) } : {}),
    ...(random.chance(0.15) ? { author: valueFilter(AUTHORS) } : {}),
    ...(random.chance(0.2)
      ? {
          publishedAt: {
            ...(random.chance(0.8) ? { from } : {}),
            ...(random.chance(0.8) ? { to: from + random.below(400) * 86_400 } : {}),
          },
        }
      : {}),
  }
}
