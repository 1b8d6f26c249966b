import type { Clause, FacetName, Filters, QueryPlan } from '../src/domain/query.ts'
import type { Language } from '../src/domain/language.ts'
import { nearbyPhrases, phraseClause, withPrefix, wordClauses } from '../src/text/clauses.ts'
import { fold } from '../src/text/normal-form.ts'
import type { GeneratedArticle } from './corpus.ts'
import { between, pick, seeded, type Random } from './random.ts'

export const QUERY_TYPES = [
  'rare word',
  'common word',
  'three words',
  'eight natural words',
  'prefix of 2–3 letters',
  'phrase of two common words',
  'phrase of four words',
  'word, language, source',
  'word, newest first',
  'word, date range',
  'typo',
] as const

/** For engines that know quotes. */
export const QUOTE_QUERY_TYPES = [
  'in quotes: two words',
  'in quotes: word, speaker',
  'in quotes: prefix of 2–3 letters',
  'in text: common word',
  'in text: three words',
  'common word, facet of speakers',
  'common word of a speaker',
] as const
export type QueryType = (typeof QUERY_TYPES)[number] | (typeof QUOTE_QUERY_TYPES)[number]

/** A search as a reader would make it, above any engine. */
export type BenchQuery = {
  readonly type: QueryType
  readonly typed: string
  readonly isPhrase: boolean
  readonly prefixLast: boolean
  readonly filters: Filters
  readonly sort: QueryPlan['sort']
  readonly zone: QueryPlan['zone']
  readonly facets: readonly FacetName[]
}

/** What a plan needs to know of the index: the languages whose stems are looked up. */
export function planOf(query: BenchQuery, languages: readonly Language[], now: number): QueryPlan {
  const phrase = query.isPhrase ? phraseClause(query.typed) : undefined
  const words = query.isPhrase ? [] : wordClauses(query.typed, languages)
  const clauses: Clause[] = phrase ? [phrase] : words
  const last = clauses.at(-1)
  if (query.prefixLast && last) clauses[clauses.length - 1] = withPrefix(last)
  return {
    query: { kind: 'and', of: clauses.map(withEdits) },
    nearby: nearbyPhrases(words),
    zone: query.zone,
    filters: query.filters,
    now,
    sort: query.sort,
    group: 'paragraph',
    facets: query.facets.map(name => ({ name, limit: 20 })),
    limit: 20,
  }
}

const LEAST_WIDENED = 5
function withEdits(clause: Clause): Clause {
  const isLong = clause.kind === 'word' && (clause.terms[0]?.length ?? 0) >= LEAST_WIDENED
  return isLong ? { ...clause, edits: 1 } : clause
}

/** `count` queries of each type, drawn from the texts themselves; the same for the same seed. */
export function generateQueries(
  articles: readonly GeneratedArticle[],
  count: number,
  { seed, types = QUERY_TYPES }: { readonly seed: number; readonly types?: readonly QueryType[] },
): BenchQuery[] {
  const source = createSource(articles, seeded(seed))
  return types.flatMap(type => Array.from({ length: count }, () => draw(type, source)))
}

type Source = {
  readonly random: Random
  readonly article: () => GeneratedArticle
  /** The words of a paragraph of the article, at least `length`. */
  readonly words: (article: GeneratedArticle, length: number) => readonly string[]
  /** In how many paragraphs of a sample a folded word stands, as a share. */
  readonly shareOf: (word: string) => number
}

const SAMPLE = 20_000
const COMMON_SHARE = 0.02
const RARE_SHARE = 0.0002

function draw(type: QueryType, source: Source): BenchQuery {
  const { random } = source
  const query = (typed: string, extra: Partial<BenchQuery> = {}): BenchQuery => ({
    type,
    typed,
    isPhrase: false,
    prefixLast: false,
    filters: {},
    sort: 'relevance',
    zone: 'any',
    facets: ['language', 'source'],
    ...extra,
  })
  const article = source.article()
  const commonWord = (): string => wordOf(source, share => share >= COMMON_SHARE)
  const anyWord = (): string => wordOf(source, share => share > RARE_SHARE)
  switch (type) {
    case 'rare word':
      return query(wordOf(source, share => share <= RARE_SHARE))
    case 'common word':
      return query(commonWord())
    case 'three words':
      return query(contentWords(source, article, 3).join(' '))
    case 'eight natural words':
      return query(run(source, article, 8))
    case 'prefix of 2–3 letters':
      return query(anyWord().slice(0, between(random, 2, 3)), { prefixLast: true })
    case 'phrase of two common words':
      return query(commonPair(source), { isPhrase: true })
    case 'phrase of four words':
      return query(run(source, article, 4), { isPhrase: true })
    case 'word, language, source': {
      const [word] = contentWords(source, article, 1)
      return query(word ?? '', {
        filters: { language: { any: [article.language] }, source: { any: [article.source] } },
      })
    }
    case 'word, newest first':
      return query(anyWord(), { sort: 'newest' })
    case 'word, date range': {
      const from = (article.publishedAt ?? 0) - between(random, 1, 900) * 86_400
      return query(anyWord(), {
        filters: { publishedAt: { from, to: from + between(random, 30, 1200) * 86_400 } },
      })
    }
    case 'typo':
      return query(mistyped(source))
    case 'in quotes: two words':
      return query(contentWordsOf(source, quoteOf(source).text, 2).join(' '), { zone: 'quotes' })
    case 'in quotes: word, speaker': {
      const { text, speaker } = quoteOf(source)
      const [word = ''] = contentWordsOf(source, text, 1)
      return query(word, { zone: 'quotes', filters: { speakerNamed: { any: [speaker] } } })
    }
    case 'in quotes: prefix of 2–3 letters':
      return query(anyWord().slice(0, between(random, 2, 3)), { prefixLast: true, zone: 'quotes' })
    case 'in text: common word':
      return query(commonWord(), { zone: 'text' })
    case 'in text: three words':
      return query(contentWords(source, article, 3).join(' '), { zone: 'text' })
    case 'common word, facet of speakers':
      return query(commonWord(), { facets: ['language', 'source', 'speaker'] })
    case 'common word of a speaker':
      return query(commonWord(), { filters: { speakerNamed: { any: [quoteOf(source).speaker] } } })
  }
}

/** Words that somebody said. */
function quoteOf(source: Source): { text: string; speaker: string } {
  for (;;) {
    const { text, speaker } = pick(source.random, source.article().quotes.flat()) ?? {}
    if (text !== undefined && speaker !== undefined) return { text, speaker }
  }
}

function createSource(articles: readonly GeneratedArticle[], random: Random): Source {
  const shares = new Map<string, number>()
  const step = Math.max(1, Math.floor((articles.length * 10) / SAMPLE))
  let sampled = 0
  for (let i = 0; i < articles.length; i += step) {
    for (const paragraph of articles[i]?.body.paragraphs ?? []) {
      sampled++
      for (const word of new Set(wordsOf(paragraph).map(fold))) shares.set(word, (shares.get(word) ?? 0) + 1)
    }
  }
  return {
    random,
    article: () => pick(random, articles),
    words(article, length) {
      for (let attempt = 0; attempt < 20; attempt++) {
        const words = wordsOf(pick(random, article.body.paragraphs))
        if (words.length >= length) return words
      }
      return wordsOf(article.body.paragraphs.join(' '))
    },
    shareOf: word => (shares.get(fold(word)) ?? 0) / sampled,
  }
}

/** As a reader sees them; Han and kana are cut into pieces of two and three. */
function wordsOf(text: string): string[] {
  return (text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).flatMap(word =>
    /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(word)
      ? (word.match(/.{2,3}/gu) ?? [])
      : [word],
  )
}

function wordOf(source: Source, isWanted: (share: number) => boolean): string {
  for (let attempt = 0; ; attempt++) {
    const word = pick(source.random, source.words(source.article(), 1))
    if (isWanted(source.shareOf(word)) || attempt > 5000) return word
  }
}

function contentWords(source: Source, article: GeneratedArticle, count: number): string[] {
  return contentOf(source, source.words(article, count), count)
}

const contentWordsOf = (source: Source, text: string, count: number): string[] =>
  contentOf(source, wordsOf(text), count)

function contentOf(source: Source, words: readonly string[], count: number): string[] {
  const content = words.filter(word => source.shareOf(word) < COMMON_SHARE && word.length > 1)
  return Array.from({ length: count }, () => pick(source.random, content.length > 0 ? content : words))
}

function run(source: Source, article: GeneratedArticle, length: number): string {
  const words = source.words(article, length)
  const from = between(source.random, 0, Math.max(0, words.length - length))
  return words.slice(from, from + length).join(isSpaceless(words) ? '' : ' ')
}

const isSpaceless = (words: readonly string[]): boolean =>
  words.some(word => /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(word))

function commonPair(source: Source): string {
  for (let attempt = 0; ; attempt++) {
    const words = source.words(source.article(), 2)
    const at = between(source.random, 0, words.length - 2)
    const pair = words.slice(at, at + 2)
    if (attempt > 5000 || pair.every(word => source.shareOf(word) >= COMMON_SHARE)) return pair.join(' ')
  }
}

/** A word of at least five letters with one edit, anywhere in it, that is no word of the sample. */
function mistyped(source: Source): string {
  const { random } = source
  for (;;) {
    const word = wordOf(source, share => share > RARE_SHARE).toLowerCase()
    if (word.length < 6 || !/^[\p{Script=Latin}\p{Script=Cyrillic}]+$/u.test(word)) continue
    const at = between(random, 0, word.length - 2)
    const [here = '', next = ''] = [word[at], word[at + 1]]
    const typed = pick(random, [
      word.slice(0, at) + word.slice(at + 1),
      word.slice(0, at) + here + word.slice(at),
      word.slice(0, at) + next + here + word.slice(at + 2),
      word.slice(0, at) + pick(random, Array.from(word)) + word.slice(at + 1),
    ])
    if (source.shareOf(typed) === 0) return typed
  }
}
