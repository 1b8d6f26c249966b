import type { AnalyzedArticle } from '../src/domain/analyzed.ts'
import type { Language } from '../src/domain/language.ts'
import { createSegmentDraft } from '../src/engines/embedded/index-documents.ts'
import { mergeSegments } from '../src/engines/embedded/index/merge-segments.ts'
import { segmentsToMerge } from '../src/engines/embedded/index/merge-policy.ts'
import type { Names } from '../src/engines/embedded/index/names.ts'
import type { Segment } from '../src/engines/embedded/index/segment.ts'
import { buildSegment } from '../src/engines/embedded/index/build-segment.ts'
import { decodeSegment, encodeSegment } from '../src/engines/embedded/index/segment-file.ts'
import { openSnapshot, type Snapshot } from '../src/engines/embedded/index/snapshot.ts'
import { createAnalyzer } from '../src/text/analyze.ts'
import { analyzedArticle } from './analyzed-article.ts'
import { generateArticles, generateCorpus, type GeneratedArticle } from './corpus.ts'
import { Stopwatch, collectGarbage, machineLine, megabytes, tableOf, type Measured } from './measure.ts'
import { generateQueries, planOf, QUERY_TYPES, QUOTE_QUERY_TYPES } from './queries.ts'

/**
 * The index alone, in this process: `npx tsx bench/embedded.ts [paragraphs] [queries a type]`. An answer is the top 20,
 * the exact numbers of paragraphs and articles, two facets and the partial matches; making the plan is not counted.
 * Traps: as many other queries run before, to warm the compiler; queries are drawn from the texts, so that every one
 * finds something; beside other work look at the columns of processor time, not at the clock.
 */

const SEED = 20_180_418
/** Paragraphs a segment, as an indexer brings them. */
const BATCH = 2000
/** Articles of as many paragraphs, the first of the corpus, are what queries are drawn from. */
const QUERY_SOURCE = 20_000

const paragraphCount = Number(process.argv[2] ?? 100_000)
const queriesPerType = Number(process.argv[3] ?? 200)

console.log(
  `${machineLine()}\nseed ${SEED}, ${paragraphCount} paragraphs with titles, 12 languages, 200 sources`,
)
const { segments, names } = buildIndex(generateArticles(SEED))
const snapshot = openSnapshot({ segments: segments.map(segment => ({ segment })), names })
measureQueries(snapshot, names.languages)
collectGarbage()
const { rss, heapUsed, arrayBuffers } = process.memoryUsage()
console.log(`\nRSS ${megabytes(rss)}, heap ${megabytes(heapUsed)}, arrays ${megabytes(arrayBuffers)}`)

function buildIndex(articles: Iterator<GeneratedArticle>): { segments: Segment[]; names: Names } {
  const numbers = {
    languages: numbering(),
    sources: numbering(),
    authors: numbering(),
    speakers: numbering(),
  }
  const analyze = createAnalyzer()
  const times = { analysis: new Stopwatch(), build: new Stopwatch(), merge: new Stopwatch() }
  const segments: Segment[] = []
  let row = 0
  let articleCount = 0
  for (let left = paragraphCount; left > 0;) {
    const batch: AnalyzedArticle[] = []
    let size = 0
    while (size < Math.min(BATCH, left)) {
      const article = articles.next().value as GeneratedArticle
      const analyzed = times.analysis.measure(() => analyzedArticle(article, analyze))
      batch.push(analyzed)
      size += analyzed.paragraphs.length
    }
    left -= size
    const pieces = times.build.measure(() => encodeSegment(segmentOf(batch)))
    segments.push(decodeSegment(Buffer.concat(pieces), 'new'))
    times.merge.measure(() => mergeTiers(segments))
  }
  for (const [step, time] of Object.entries(times)) console.log(`${step}: ${time.rate(row)}`)
  console.log(sizesOf(segments))
  return {
    segments,
    names: {
      languages: numbers.languages.all as Language[],
      sources: numbers.sources.all,
      authors: numbers.authors.all,
      speakers: numbers.speakers.all,
    },
  }

  function segmentOf(batch: readonly AnalyzedArticle[]): Segment {
    const draft = createSegmentDraft({ numberOf: (kind, name) => numbers[kind].of(name) })
    for (const { paragraphs } of batch) {
      const sequence = articleCount++
      for (const paragraph of paragraphs) draft.add(paragraph, { sequence, row: ++row })
    }
    const { content } = draft.finish() ?? {}
    if (!content) throw new Error('A batch without paragraphs')
    return buildSegment(content)
  }
}

function numbering(): { of(name: string): number; readonly all: string[] } {
  const numbers = new Map<string, number>()
  const all: string[] = []
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

function mergeTiers(segments: Segment[]): void {
  for (;;) {
    const [first, ...others] = segmentsToMerge(segments.map(segment => segment.size))
    if (first === undefined) return
    const together = segments.slice(first, first + 1 + others.length)
    const merged = encodeSegment(mergeSegments(together.map(segment => ({ segment }))))
    segments.splice(first, together.length, decodeSegment(Buffer.concat(merged), 'merged'))
  }
}

function sizesOf(segments: readonly Segment[]): string {
  const pieces = segments.flatMap(segment => encodeSegment(segment))
  const bytes = pieces.reduce((sum, piece) => sum + piece.byteLength, 0)
  const keys = segments.reduce((sum, segment) => sum + segment.dictionary.size, 0)
  const tokens = segments.reduce(
    (sum, { languageTokens }) => sum + languageTokens.reduce((a, b) => a + b, 0),
    0,
  )
  return `segments of ${segments.map(segment => segment.size).join(', ')}; ${tokens} tokens, ${keys} keys, ${megabytes(bytes)}`
}

function measureQueries(snapshot: Snapshot, languages: readonly Language[]): void {
  const source = generateCorpus(QUERY_SOURCE, SEED)
  const now = Date.UTC(2026, 0, 1) / 1000
  const types = [...QUERY_TYPES, ...QUOTE_QUERY_TYPES]
  const plansOf = (seed: number) =>
    generateQueries(source, queriesPerType, { seed, types }).map(query => ({
      type: query.type,
      plan: planOf(query, languages, now),
    }))
  for (const { plan } of plansOf(SEED + 2)) snapshot.search(plan)
  const plans = plansOf(SEED + 1)
  const measured = types.map((type): Measured => {
    const times: number[] = []
    const processorTimes: number[] = []
    const found: number[] = []
    for (const { plan } of plans.filter(one => one.type === type)) {
      const watch = new Stopwatch()
      const { paragraphs } = watch.measure(() => snapshot.search(plan))
      times.push(watch.milliseconds)
      processorTimes.push(watch.processorMilliseconds)
      found.push(paragraphs)
    }
    return { type, times, processorTimes, found }
  })
  const all: Measured = {
    type: 'all',
    times: measured.flatMap(one => one.times),
    processorTimes: measured.flatMap(one => one.processorTimes),
    found: measured.flatMap(one => one.found),
  }
  console.log(`\n${tableOf([...measured, all])}`)
}
