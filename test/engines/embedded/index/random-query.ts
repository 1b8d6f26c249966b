import { QUOTE_KINDS } from '../../../../src/domain/paragraph.ts'
import {
  FACET_NAMES,
  type Clause,
  type Filters,
  type PhraseStep,
  type QueryPlan,
  type WordClause,
} from '../../../../src/domain/query.ts'
import { phraseClause, wordClauses } from '../../../../src/text/clauses.ts'
import {
  below,
  CORPUS_LANGUAGES,
  NAMES,
  pick,
  randomText,
  tokensOf,
  WORDS,
  type Random,
} from './small-corpus.ts'

function randomWord(random: Random): string {
  return pick(random, WORDS[pick(random, CORPUS_LANGUAGES)] ?? [])
}

function randomWordClause(random: Random): Clause {
  const clause = wordClauses(randomWord(random), CORPUS_LANGUAGES)[0] ?? { kind: 'or' as const, of: [] }
  if (clause.kind !== 'word' || clause.terms[0] === undefined || random() < 0.8) return clause
  return { ...clause, prefix: clause.terms[0].slice(0, 1 + below(random, 4)) }
}

function randomPhrase(random: Random): Clause {
  const language = pick(random, CORPUS_LANGUAGES)
  const text = randomText(random, language).slice(0, 24)
  if (random() < 0.5) return phraseClause(text) ?? { kind: 'or', of: [] }
  const terms = tokensOf(text, language).slice(0, 1 + below(random, 4))
  const steps = terms.map(({ term }, i): PhraseStep => {
    const isPrefix = random() < 0.2
    return {
      term: isPrefix ? term.slice(0, 2) : term,
      maxGap: i === 0 || random() < 0.6 ? 0 : below(random, 4),
      ...(isPrefix && { prefix: true }),
      ...(random() < 0.15 && { optional: true }),
    }
  })
  return { kind: 'phrase', steps }
}

function randomClause(random: Random, depth: number): Clause {
  const dice = random()
  if (depth > 0 && dice < 0.15)
    return {
      kind: 'or',
      of: Array.from({ length: 1 + below(random, 3) }, () => randomClause(random, depth - 1)),
    }
  if (depth > 0 && dice < 0.25)
    return {
      kind: 'and',
      of: Array.from({ length: 1 + below(random, 3) }, () => randomClause(random, depth - 1)),
    }
  return dice < 0.5 ? randomPhrase(random) : randomWordClause(random)
}

export function randomQuery(random: Random): Clause | undefined {
  const dice = random()
  if (dice < 0.1) return undefined
  if (dice < 0.4) return randomClause(random, 2)
  const count = 1 + below(random, 4)
  return {
    kind: 'and',
    of: Array.from({ length: count }, (): Clause => {
      const clause = randomClause(random, 2)
      return random() < 0.2 ? { kind: 'not', of: clause } : clause
    }),
  }
}

/** Some find one speaker, some most of them, one nobody. */
const TYPED_SPEAKERS = ['lind', 'Ada Lind', 'oda', 'Линд', 'minister', 'Lin']

export function randomFilters(random: Random): Filters {
  const values = <T>(of: readonly T[]) => ({
    ...(random() < 0.8 && { any: of.filter(() => random() < 0.5) }),
    ...(random() < 0.4 && { none: of.filter(() => random() < 0.3) }),
  })
  return {
    ...(random() < 0.25 && { language: values(CORPUS_LANGUAGES) }),
    ...(random() < 0.25 && { source: values([...NAMES.sources, 'le monde', 'Nowhere']) }),
    ...(random() < 0.25 && { author: values([...NAMES.authors, 'ADA LIND']) }),
    ...(random() < 0.25 && { speaker: values([...NAMES.speakers, 'ada lind', 'nobody']) }),
    ...(random() < 0.25 && {
      speakerNamed: { [pick(random, ['any', 'none'])]: [pick(random, TYPED_SPEAKERS)] },
    }),
    ...(random() < 0.15 && { quoteKind: values(QUOTE_KINDS) }),
    ...(random() < 0.25 && {
      publishedAt: { ...(random() < 0.7 && { from: -86_400 }), ...(random() < 0.7 && { to: 1_517_443_200 }) },
    }),
  }
}

export function planOf(plan: Partial<QueryPlan>): QueryPlan {
  return {
    nearby: [],
    zone: 'any',
    filters: {},
    now: 700,
    sort: 'relevance',
    group: 'paragraph',
    facets: [],
    limit: 20,
    ...plan,
  }
}

export function randomPlan(random: Random): QueryPlan {
  const query = randomQuery(random)
  return planOf({
    ...(query && { query }),
    zone: pick(random, ['any', 'quotes', 'text']),
    filters: randomFilters(random),
    now: pick(random, [400, 700, 1200]),
    sort: pick(random, ['relevance', 'newest', 'oldest']),
    group: pick(random, ['paragraph', 'article']),
    facets: FACET_NAMES.map(name => ({
      name,
      limit: pick(random, [1, 3, 50]),
    })),
    limit: pick(random, [1, 7, 20, 100]),
  })
}

export const word = (term: string, extra: Partial<WordClause> = {}): WordClause => ({
  kind: 'word',
  terms: [term],
  stems: [],
  ...extra,
})
