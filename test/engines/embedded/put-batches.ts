import { openEmbeddedEngine } from '../../../src/engines/embedded/embedded-engine.ts'
import { analyzedArticle } from '../../contract/articles.ts'
import { createRandom, randomArticle } from '../../contract/random-corpus.ts'

/**
 * A writer to be killed: puts batch after batch, every fourth a new version of an earlier one, and says so on standard
 * output when a batch is acknowledged. Arguments: data folder, first batch, number of batches.
 */
const [directory = '', first = '0', count = '1000'] = process.argv.slice(2)
const engine = openEmbeddedEngine({ directory })
await engine.prepare()
for (let batch = Number(first); batch < Number(first) + Number(count); batch++) {
  const name = batch % 4 === 3 ? batch - 3 : batch
  const random = createRandom(batch)
  const articles = Array.from({ length: 5 }, (_, i) => {
    const draft = randomArticle(random, `b${name}-${i}`)
    const marker = `batchmarker${name}x version${batch}x`
    return analyzedArticle({
      id: draft.id,
      language: 'en',
      source: draft.source ?? '',
      paragraphs: [...draft.paragraphs, { text: marker, language: 'en' }],
    })
  })
  const report = await engine.put(articles)
  if (report.rejected.length > 0) throw new Error(JSON.stringify(report.rejected))
  process.stdout.write(`${batch}\n`)
}
await engine.close()
