import { Meilisearch, type SearchParams } from 'meilisearch'
import type { AnalyzedParagraph } from '../src/domain/analyzed.ts'
import { STEMMED_LANGUAGES, type Language } from '../src/domain/language.ts'
import type { Clause, Filters } from '../src/domain/query.ts'
import { openMeilisearchEngine } from '../src/engines/meilisearch/meilisearch-engine.ts'
import { phraseClause, wordClauses } from '../src/text/clauses.ts'
import { createStemmer } from '../src/text/stem.ts'
import { generateCorpus } from './corpus.ts'
import { analyzedBatches, SEED } from './meilisearch-corpus.ts'
import { machineLine, megabytes, quantile } from './measure.ts'
import { generateQueries, planOf, QUERY_TYPES, type BenchQuery } from './queries.ts'

/**
 * The two ways to make a query exact that DESIGN.md names, on a real server: `npx tsx bench/meilisearch.ts [paragraphs]
 * [queries a type]` with MEILI_URL (and MEILI_KEY). Figures and what follows from them: bench/meilisearch.md.
 *
 * filters: the adapter as it is. Terms, stems and pairs as filterable arrays, nothing searchable.
 * quoted: terms, parted by one space, and stems as searchable fields; a query is one quoted word beside the other in `q`,
 *   for each language and each of its stems, since `q` knows no "or" (multi-search); phrases are quoted on the terms.
 *   Prefixes and typos are left out: quoting switches them off.
 *
 * Truth is what the adapter finds, which the contract suite holds to the brute-force twin. Traps: indexing in parallel
 * with anything else doubles its time; the first run of queries warms and is not counted; of `quoted` only requests are
 * timed, of `filters` everything up to the ranked answer with two facets.
 */

const BATCH = 10_000
const PREFIX = 'paragraf_bench'

const paragraphCount = Number(process.argv[2] ?? 100_000)
const queriesPerType = Number(process.argv[3] ?? 30)
const url = process.env['MEILI_URL'] ?? 'http://127.0.0.1:7700'
const apiKey = process.env['MEILI_KEY']
const key = apiKey === undefined ? {} : { apiKey }
const client = new Meilisearch({
  host: url,
  ...key,
  // without it the answers stall: see the header of through-us.ts
  requestInit: { headers: { 'accept-encoding': 'identity' } },
})

console.log(
  `${machineLine()}\nMeilisearch ${(await client.getVersion()).pkgVersion}, ${paragraphCount} paragraphs, seed ${SEED}`,
)
const engine = openMeilisearchEngine({ url, index: PREFIX, ...key })
const quotedIndex = `${PREFIX}_quoted`
try {
  await fillFilters()
  await fillQuoted()
  await measureQueries()
} finally {
  await engine.close()
  for (const index of [`${PREFIX}_paragraphs`, `${PREFIX}_rebuild`, quotedIndex]) {
    await client.deleteIndex(index).waitTask({ timeout: 600_000 })
  }
}

async function fillFilters(): Promise<void> {
  await engine.prepare()
  let time = 0
  for (const batch of analyzedBatches(paragraphCount, BATCH)) {
    const start = performance.now()
    await engine.put(batch)
    time += performance.now() - start
  }
  const { bytes } = await engine.stats()
  console.log(
    `filters: put in ${(time / 1000).toFixed(0)} s, batches of ${BATCH}, ${megabytes(bytes)} on disk`,
  )
}

async function fillQuoted(): Promise<void> {
  await client.createIndex(quotedIndex, { primaryKey: 'id' }).waitTask()
  await client
    .index(quotedIndex)
    .updateSettings({
      searchableAttributes: ['terms', 'stems'],
      filterableAttributes: ['language', 'source', 'author', 'publishedAt'],
      sortableAttributes: ['publishedAt'],
      rankingRules: ['sort', 'words', 'proximity', 'exactness'],
      typoTolerance: { enabled: false },
      prefixSearch: 'disabled',
      pagination: { maxTotalHits: 2_000_000_000 },
      faceting: { sortFacetValuesBy: { '*': 'count' } },
    })
    .waitTask({ timeout: 60_000 })
  let time = 0
  for (const batch of analyzedBatches(paragraphCount, BATCH)) {
    const documents = batch.flatMap(({ paragraphs }) => paragraphs.map(quotedDocument))
    const start = performance.now()
    const task = await client.index(quotedIndex).addDocuments(documents).waitTask({ timeout: 600_000 })
    time += performance.now() - start
    if (task.status !== 'succeeded') throw new Error(task.error?.message ?? task.status)
  }
  const stats = await client.httpRequest.get<{ internalDatabaseSizes: Record<string, number> }>({
    path: `indexes/${quotedIndex}/stats`,
    params: { showInternalDatabaseSizes: 'true' },
  })
  const bytes = Object.values(stats.internalDatabaseSizes).reduce((sum, size) => sum + size, 0)
  console.log(
    `quoted: put in ${(time / 1000).toFixed(0)} s, batches of ${BATCH}, ${megabytes(bytes)} on disk`,
  )
}

function quotedDocument({ paragraph, tokens }: AnalyzedParagraph): Record<string, unknown> {
  const { id, language, source, author, publishedAt } = paragraph
  return {
    id,
    language,
    source,
    author,
    publishedAt,
    terms: tokens.map(({ term }) => term).join(' '),
    // a letter that no word begins with keeps stems and terms apart
    stems: [...new Set(tokens.flatMap(({ stems }) => stems))].map(stem => `0${stem}`).join(' '),
    content: JSON.stringify(paragraph),
  }
}

type Outcome = { readonly total: number; readonly time: number }

async function measureQueries(): Promise<void> {
  const source = generateCorpus(Math.min(paragraphCount, 50_000), SEED)
  const languages = [...new Set(source.map(({ language }) => language))]
  const stemmer = createStemmer()
  const now = Date.UTC(2026, 0, 1) / 1000
  const queries = (seed: number): BenchQuery[] => generateQueries(source, queriesPerType, { seed })
  const byFilters = async (query: BenchQuery): Promise<Outcome> => {
    const start = performance.now()
    const { paragraphs } = await engine.search(planOf(query, STEMMED_LANGUAGES, now))
    return { total: paragraphs.value, time: performance.now() - start }
  }
  const byQuotes = async (query: BenchQuery): Promise<Outcome> => {
    const requests = quotedRequests(query, languages, stemmer)
    const start = performance.now()
    const { results } = await client.multiSearch({
      queries: requests.map(request => ({ indexUid: quotedIndex, ...request })),
    })
    const total = results.reduce(
      (sum, answer) => sum + ((answer as { totalHits?: number }).totalHits ?? 0),
      0,
    )
    return { total, time: performance.now() - start }
  }
  for (const query of queries(SEED + 2).filter((_, i) => i % 3 === 0)) {
    await byFilters(query)
    if (isQuotable(query)) await byQuotes(query)
  }
  const measured = queries(SEED + 1)
  console.log(
    '| query | filters p50 | p95 ms | quoted p50 | p95 ms | quoted totals wrong |\n|---|---|---|---|---|---|',
  )
  for (const type of QUERY_TYPES) {
    const ofType = measured.filter(query => query.type === type)
    const filters: Outcome[] = []
    const quoted: Outcome[] = []
    let wrong = 0
    for (const query of ofType) {
      const truth = await byFilters(query)
      filters.push(truth)
      if (!isQuotable(query)) continue
      const outcome = await byQuotes(query)
      quoted.push(outcome)
      if (outcome.total !== truth.total) wrong++
    }
    const cells = quoted.length > 0 ? [...times(quoted), `${wrong} of ${quoted.length}`] : ['–', '–', 'can’t']
    console.log(`| ${[type, ...times(filters), ...cells].join(' | ')} |`)
  }
}

function times(outcomes: readonly Outcome[]): string[] {
  const all = outcomes.map(({ time }) => time)
  return [0.5, 0.95].map(share => quantile(all, share).toFixed(1))
}

function isQuotable({ prefixLast, type }: BenchQuery): boolean {
  return !prefixLast && type !== 'typo'
}

/** For words one request for each language and each choice among its stems; of a phrase the terms alone. */
function quotedRequests(
  query: BenchQuery,
  languages: readonly Language[],
  stemmer: ReturnType<typeof createStemmer>,
): SearchParams[] {
  const filters = filterOf(query.filters)
  const request = (q: string, more: readonly string[]): SearchParams => ({
    q,
    filter: [...filters, ...more],
    matchingStrategy: 'all',
    page: 1,
    hitsPerPage: 20,
    facets: ['language', 'source'],
    ...(query.sort === 'newest' ? { sort: ['publishedAt:desc'] } : {}),
  })
  if (query.isPhrase) {
    const clause = phraseClause(query.typed)
    const steps = clause?.kind === 'phrase' ? clause.steps.map(({ term }) => term) : termsOf(clause)
    return [request(`"${steps.join(' ')}"`, [])]
  }
  const clauses = wordClauses(query.typed, STEMMED_LANGUAGES)
  return languages.map(language => {
    const words = clauses.flatMap(clause => {
      if (clause.kind === 'phrase') return `"${clause.steps.map(({ term }) => term).join(' ')}"`
      const [term] = termsOf(clause)
      if (term === undefined) return []
      const [stem] = stemmer(term, language)
      return stem === undefined ? `"${term}"` : `"0${stem}"`
    })
    return request(words.join(' '), [`language = ${language}`])
  })
}

function termsOf(clause: Clause | undefined): readonly string[] {
  return clause?.kind === 'word' ? clause.terms : []
}

function filterOf({ language, source, publishedAt }: Filters): string[] {
  return [
    ...(language?.any ? [`language IN [${language.any.join(', ')}]`] : []),
    ...(source?.any ? [`source IN [${source.any.map(name => JSON.stringify(name)).join(', ')}]`] : []),
    ...(publishedAt?.from === undefined ? [] : [`publishedAt >= ${publishedAt.from}`]),
    ...(publishedAt?.to === undefined ? [] : [`publishedAt < ${publishedAt.to}`]),
  ]
}
