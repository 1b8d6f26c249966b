import type { AnalyzedArticle } from '../src/domain/analyzed.ts'
import { createSearch } from '../src/search/search.ts'
import { SEARCH_EVERYTHING } from '../src/search/request.ts'
import { createStemmer } from '../src/text/stem.ts'
import { askForAll } from '../test/comparison/ask.ts'
import { CANDIDATES } from '../test/comparison/engines.ts'
import { judge } from '../test/comparison/judge.ts'
import { createTruthTeller } from '../test/comparison/truth.ts'
import { machineLine } from './measure.ts'
import { analyzedBatches } from './meilisearch-corpus.ts'
import { commonPhrases } from './phrases-common.ts'

/**
 * Phrases of two to six common words on every engine that is there, against a scan of all paragraphs by the brute-force
 * twin: `npx tsx bench/phrases.ts [paragraphs] [phrases of each length] [seed]`, with OPENSEARCH_URL, and MEILI_URL or a
 * `meilisearch` on the PATH. Half of the phrases stand in the texts, half are other orders of such words. Every page of
 * each answer is read; a wrong hit is one that the twin does not find, a difference is what an answer lacks or counts
 * otherwise although it says `exact`. The scan wants some memory: NODE_OPTIONS=--max-old-space-size=8000.
 */
const [, , paragraphs = '100000', perLength = '40', seed = '1'] = process.argv
const NOW = Date.UTC(2026, 0, 1) / 1000
const BATCH = 10_000

console.log(machineLine())
const batches = [...analyzedBatches(Number(paragraphs), BATCH)]
const articles = new Map(batches.flat().map((article): [string, AnalyzedArticle] => [article.id, article]))
const truths = createTruthTeller({ articles }, NOW)
const phrases = commonPhrases([...articles.values()], Number(perLength), Number(seed))
const context = { paragraphs: truths.paragraphs, stemmer: createStemmer() }
console.log(`${truths.paragraphs.size} paragraphs, ${phrases.length} phrases, seed ${seed}`)

for (const candidate of CANDIDATES) {
  if (candidate.why !== undefined) {
    console.log(`${candidate.name}: not here, ${candidate.why}`)
    continue
  }
  const { name, engine, dispose } = await candidate.open()
  try {
    for (const batch of batches) await engine.put(batch)
    const search = createSearch(engine, { clock: () => NOW * 1000 })
    let [found, exact, hits, wrong, differences] = [0, 0, 0, 0, 0]
    for (const typed of phrases) {
      const request = { ...SEARCH_EVERYTHING, typed, sort: 'newest', limit: 100 } as const
      const answer = await askForAll(search, request, engine.capabilities)
      const verdict = judge(answer, truths.tell(request, engine.capabilities), context)
      if (answer.kind === 'answered' && answer.hits.length > 0) found++
      if (answer.kind === 'answered') hits += answer.hits.length
      if (verdict.isExact) exact++
      wrong += verdict.wrong.length
      differences += verdict.differences.length
      for (const remark of [...verdict.wrong.slice(0, 2), ...verdict.differences])
        console.log(`  ${typed}: ${remark}`)
    }
    console.log(
      `${name}: ${found} of ${phrases.length} found, ${hits} hits, ${exact} say exact, ${wrong} wrong hits, ${differences} differences`,
    )
  } finally {
    await dispose()
  }
}
