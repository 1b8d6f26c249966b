import { STEMMED_LANGUAGES } from '../src/domain/language.ts'
import { openEmbeddedEngine } from '../src/engines/embedded/embedded-engine.ts'
import { generateCorpus } from './corpus.ts'
import { collectGarbage, megabytes, Stopwatch, tableOf, type Measured } from './measure.ts'
import { generateQueries, planOf, QUERY_TYPES, QUOTE_QUERY_TYPES } from './queries.ts'

/**
 * The second half of bench/durable.ts, in a process of its own. A search is everything the port does: the top 20 with
 * their documents, the exact numbers of paragraphs and articles, two facets, and the partial matches.
 */

/** Articles of as many paragraphs, the first of the corpus, are what queries are drawn from. */
const QUERY_SOURCE = 20_000

const [directory = '', queriesPerType = '200', seed = '1'] = process.argv.slice(2)
const corpus = generateCorpus(QUERY_SOURCE, Number(seed))
const types = [...QUERY_TYPES, ...QUOTE_QUERY_TYPES]
const queries = generateQueries(corpus, Number(queriesPerType), { seed: Number(seed) + 1, types })
const now = Date.UTC(2026, 0, 1) / 1000
const plans = queries.map(query => ({ type: query.type, plan: planOf(query, STEMMED_LANGUAGES, now) }))

const engine = openEmbeddedEngine({ directory })
await engine.prepare()
// as many other queries first: a service has been asked before, and its code is compiled
const others = generateQueries(corpus, Number(queriesPerType), { seed: Number(seed) + 2, types })
for (const query of others) await engine.search(planOf(query, STEMMED_LANGUAGES, now))
const all: Measured[] = []
for (const type of types) {
  const times: number[] = []
  const processorTimes: number[] = []
  const found: number[] = []
  for (const { plan } of plans.filter(one => one.type === type)) {
    const watch = new Stopwatch()
    const { paragraphs } = await watch.measureAsync(() => engine.search(plan))
    times.push(watch.milliseconds)
    processorTimes.push(watch.processorMilliseconds)
    found.push(paragraphs.value)
  }
  all.push({ type, times, processorTimes, found })
}
console.log(`\n${tableOf(all)}`)
queries.length = 0
plans.length = 0
collectGarbage()
const { rss, heapUsed, arrayBuffers } = process.memoryUsage()
console.log(
  `\nmemory of a process that only searches: RSS ${megabytes(rss)}, heap ${megabytes(heapUsed)}, arrays ${megabytes(arrayBuffers)}`,
)
await engine.close()
