import type { AnalyzedToken } from '../src/domain/analyzed.ts'
import type { Language } from '../src/domain/language.ts'
import { mergeSegments } from '../src/engines/embedded/index/merge-segments.ts'
import { segmentsToMerge } from '../src/engines/embedded/index/merge-policy.ts'
import type { Names } from '../src/engines/embedded/index/names.ts'
import type { Segment } from '../src/engines/embedded/index/segment.ts'
import { createSegmentBuilder, type SegmentDocument } from '../src/engines/embedded/index/segment-builder.ts'
import { decodeSegment, encodeSegment } from '../src/engines/embedded/index/segment-file.ts'
import { openSnapshot } from '../src/engines/embedded/index/snapshot.ts'
import { createAnalyzer } from '../src/text/analyze.ts'
import { generateCorpus, type GeneratedArticle } from './corpus.ts'
import { machineLine, megabytes, tableOf, type Measured } from './measure.ts'
import { generateQueries, planOf, QUERY_TYPES } from './queries.ts'

/**
 * The index alone, in this process: `npx tsx bench/embedded.ts [paragraphs] [queries a type]`. An answer is the top 20,
 * the exact numbers of paragraphs and articles, two facets and the partial matches; making the plan is not counted.
 * Traps: the first tenth of the queries warms the compiler and is not counted; queries are drawn from the texts, so
 * that every one but the typos finds something.
 */

const SEED = 20_180_418
const BATCH = 2000

const paragraphCount = Number(process.argv[2] ?? 100_000)
const queriesPerType = Number(process.argv[3] ?? 200)

console.log(
  `${machineLine()}\nseed ${SEED}, ${paragraphCount} paragraphs with titles, 12 languages, 200 sources`,
)
const articles = generateCorpus(paragraphCount, SEED)
const { batches, names } = analyzeAll(articles)
const segments = buildAll(batches)
batches.length = 0
const { languages } = names
const snapshot = openSnapshot({ segments: segments.map(segment => ({ segment })), names })
measureQueries()

/** Analysed paragraphs in batches, as an indexer would bring them. */
function analyzeAll(all: readonly GeneratedArticle[]): { batches: SegmentDocument[][]; names: Names } {
  const analyze = createAnalyzer()
  const numbers = {
    languages: numbering<Language>(),
    sources: numbering<string>(),
    authors: numbering<string>(),
  }
  const batches: SegmentDocument[][] = [[]]
  let row = 0
  let tokenCount = 0
  const start = performance.now()
  all.forEach((article, number) => {
    const texts = [article.title, ...article.body.paragraphs]
    texts.forEach((text, position) => {
      const tokens: readonly AnalyzedToken[] = analyze(text, article.language)
      tokenCount += tokens.length
      batches.at(-1)?.push({
        tokens,
        language: article.language,
        languageNumber: numbers.languages.of(article.language),
        source: numbers.sources.of(article.source),
        authors: article.author.map(author => numbers.authors.of(author)),
        kind: position === 0 ? 'title' : 'text',
        ...(article.publishedAt !== undefined && { publishedAt: article.publishedAt }),
        article: number,
        row: ++row,
        id: `${article.id}-${position}`,
      })
    })
    if ((batches.at(-1)?.length ?? 0) >= BATCH) batches.push([])
  })
  const rate = (row / (performance.now() - start)) * 1000
  console.log(
    `analysis: ${rate.toFixed(0)} paragraphs/s, ${(tokenCount / row).toFixed(1)} tokens a paragraph`,
  )
  return {
    batches: batches.filter(batch => batch.length > 0),
    names: { languages: numbers.languages.all, sources: numbers.sources.all, authors: numbers.authors.all },
  }
}

function numbering<T>(): { of(name: T): number; readonly all: T[] } {
  const numbers = new Map<T, number>()
  const all: T[] = []
  return {
    all,
    of(name) {
      const known = numbers.get(name)
      if (known !== undefined) return known
      numbers.set(name, all.length)
      return all.push(name) - 1
    },
  }
}

/** One segment a batch, merged by tiers as they come. */
function buildAll(all: readonly (readonly SegmentDocument[])[]): Segment[] {
  let built = 0
  let merged = 0
  let bytes = 0
  const segments: Segment[] = []
  for (const batch of all) {
    let start = performance.now()
    const builder = createSegmentBuilder()
    for (const document of batch) builder.add(document)
    const pieces = encodeSegment(builder.finish())
    built += performance.now() - start
    segments.push(decodeSegment(Buffer.concat(pieces), 'new'))
    start = performance.now()
    for (let group = mergeNext(); group.length > 0; group = mergeNext()) {
      const [first = 0] = group
      const together = mergeSegments(
        segments.slice(first, first + group.length).map(segment => ({ segment })),
      )
      segments.splice(first, group.length, decodeSegment(Buffer.concat(encodeSegment(together)), 'merged'))
    }
    merged += performance.now() - start
  }
  for (const segment of segments)
    bytes += encodeSegment(segment).reduce((sum, piece) => sum + piece.byteLength, 0)
  const size = segments.reduce((sum, segment) => sum + segment.size, 0)
  console.log(
    `build and encode: ${((size / built) * 1000).toFixed(0)} paragraphs/s, batches of ${BATCH}; with merges ${((size / (built + merged)) * 1000).toFixed(0)}`,
  )
  const keys = segments.reduce((sum, segment) => sum + segment.keys, 0)
  console.log(
    `${segments.length} segments of ${segments.map(segment => segment.size).join(', ')}; ${keys} keys, ${megabytes(bytes)}`,
  )
  return segments

  function mergeNext(): readonly number[] {
    return segmentsToMerge(segments.map(segment => segment.size))
  }
}

function measureQueries(): void {
  const queries = generateQueries(articles, queriesPerType, SEED + 1)
  articles.length = 0
  const now = Date.UTC(2026, 0, 1) / 1000
  const plans = queries.map(query => ({ query, plan: planOf(query, languages, now) }))
  for (const { plan } of plans.filter((_, k) => k % 10 === 0)) snapshot.search(plan)
  const measured = QUERY_TYPES.map((type): Measured => {
    const times: number[] = []
    const found: number[] = []
    for (const { query, plan } of plans) {
      if (query.type !== type) continue
      const start = performance.now()
      const { paragraphs } = snapshot.search(plan)
      times.push(performance.now() - start)
      found.push(paragraphs)
    }
    return { type, times, found }
  })
  const all = {
    type: 'all',
    times: measured.flatMap(one => one.times),
    found: measured.flatMap(one => one.found),
  }
  console.log(`\n${tableOf([...measured, all])}`)
  globalThis.gc?.()
  const { rss, heapUsed, arrayBuffers } = process.memoryUsage()
  console.log(`\nRSS ${megabytes(rss)}, heap ${megabytes(heapUsed)}, arrays ${megabytes(arrayBuffers)}`)
}
