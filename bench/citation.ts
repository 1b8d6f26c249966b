import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createQuotationCheck } from '../src/citation/check-quotation.ts'
import { openEmbeddedEngine } from '../src/engines/embedded/embedded-engine.ts'
import type { SearchEngine } from '../src/engines/search-engine.ts'
import { createPreparer } from '../src/ingest/prepare-article.ts'
import { createAnalyzer } from '../src/text/analyze.ts'
import { analyzedArticle } from './analyzed-article.ts'
import { classify } from './citation/classify.ts'
import { articlesWith } from './citation/newsroom.ts'
import { absentQuotations, generateQuotations } from './citation/quotations.ts'
import { inventQuotations, remember } from './citation/remember.ts'
import { generateCorpus } from './corpus.ts'
import { machineLine } from './measure.ts'
import { seeded } from './random.ts'

/**
 * The misquote check on quotations that are damaged as people remember them:
 * `tsx bench/citation.ts [paragraphs] [quotations of each material] [seed] [folder to keep the index in]`. Traps: words of
 * generated sentences mean nothing, so only their frequencies are those of news; a fragment that stands in several
 * paragraphs word for word is right in each of them; the machine has other work to do.
 */
const [, , paragraphs = '100000', quotations = '1500', seed = '20181', folder] = process.argv

console.log(machineLine())
if (process.env['PER_CLASS'] !== '0') classify(Number(process.env['PER_CLASS'] ?? 200), Number(seed))
if (paragraphs === '0') process.exit()
const directory = folder ?? mkdtempSync(join(tmpdir(), 'paragraf-citation-'))
const engine = openEmbeddedEngine({ directory })
try {
  await engine.prepare()
  const quoted = generateQuotations(Number(quotations), seeded(Number(seed)))
  if ((await engine.stats()).paragraphs === 0) await fill(engine)
  const { paragraphs: size, articles } = await engine.stats()
  console.log(`${size} paragraphs in ${articles} articles, ${quoted.length} quotations, seed ${seed}`)
  const check = createQuotationCheck(engine)
  await remember(check, quoted, Number(seed))
  await inventQuotations(check, absentQuotations(quoted, 300, seeded(Number(seed) + 3)))
  await check.close()

  async function fill(empty: SearchEngine): Promise<void> {
    const prepare = createPreparer()
    const analyze = createAnalyzer()
    const news = articlesWith(quoted, seeded(Number(seed) + 1)).map(prepare)
    const others = generateCorpus(Number(paragraphs), 20_180_418).map(one => analyzedArticle(one, analyze))
    const all = [...news, ...others]
    while (all.length > 0) await empty.put(all.splice(0, 400))
  }
} finally {
  await engine.close()
  if (folder === undefined) rmSync(directory, { recursive: true, force: true })
}
