import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AnalyzedArticle } from '../src/domain/analyzed.ts'
import { openEmbeddedEngine } from '../src/engines/embedded/embedded-engine.ts'
import { createAnalyzer } from '../src/text/analyze.ts'
import { analyzedArticle } from './analyzed-article.ts'
import { generateArticles } from './corpus.ts'
import { machineLine, megabytes, Stopwatch } from './measure.ts'

/**
 * The engine as it is used: `npm run bench -- [paragraphs] [queries a type]`. First analysed paragraphs go in, batch by
 * batch, each acknowledged only when it is durable (fsync) and searchable, merges included; analysis itself is not
 * counted. Then another process opens the data folder as the service does and searches (bench/durable-search.ts): its
 * memory is that of a service. Traps: the folder is a temporary one, and its disk may be slower or faster than yours.
 */

const SEED = 20_180_418
const BATCH = 4000

const paragraphCount = Number(process.argv[2] ?? 100_000)
const queriesPerType = Number(process.argv[3] ?? 200)

console.log(
  `${machineLine()}\nseed ${SEED}, ${paragraphCount} paragraphs with titles, 12 languages, 200 sources`,
)
const directory = mkdtempSync(join(tmpdir(), 'paragraf-bench-'))
try {
  await fill()
  const script = fileURLToPath(new URL('durable-search.ts', import.meta.url))
  const argv = ['--import', 'tsx', script, directory, String(queriesPerType), String(SEED)]
  spawnSync(process.execPath, argv, { stdio: 'inherit' })
} finally {
  rmSync(directory, { recursive: true, force: true })
}

async function fill(): Promise<void> {
  const engine = openEmbeddedEngine({ directory })
  await engine.prepare()
  const analyze = createAnalyzer()
  const articles = generateArticles(SEED)
  const watch = new Stopwatch()
  for (let left = paragraphCount; left > 0;) {
    const batch: AnalyzedArticle[] = []
    let size = 0
    while (size < Math.min(BATCH, left)) {
      const article = analyzedArticle(articles.next().value, analyze)
      size += article.paragraphs.length
      batch.push(article)
    }
    left -= size
    await watch.measureAsync(() => engine.put(batch))
  }
  const { paragraphs, articles: articleCount, bytes } = await engine.stats()
  console.log(`put, durable, with merges: ${watch.rate(paragraphs)}, batches of ${BATCH}`)
  console.log(`${paragraphs} paragraphs of ${articleCount} articles, ${megabytes(bytes)} on disk`)
  await engine.close()
}
