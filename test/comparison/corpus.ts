import { findFiles } from '../../indexer/find-files.ts'
import { readFileArticles } from '../../indexer/read-articles.ts'
import { generateArticles, generateCorpus } from '../../bench/corpus.ts'
import type { AnalyzedArticle } from '../../src/domain/analyzed.ts'
import { createPreparer } from '../../src/ingest/prepare-article.ts'
import type { PrepareArticle } from '../../src/ingest/prepare-article.ts'
import { SEEDS } from '../seeds.ts'
import { sentenceArticles } from './sentences.ts'

const GENERATED_PARAGRAPHS = 10_000
const SEED = 7

/** What the engines hold in the end, and what they are given besides the seeds, in this order. */
export type Corpus = {
  readonly articles: ReadonlyMap<string, AnalyzedArticle>
  readonly batches: readonly (readonly AnalyzedArticle[])[]
  /** Articles of the batches that are taken out again. */
  readonly removed: readonly string[]
}

/**
 * The seeds, 10,000 generated paragraphs and a few hundred sentences. Some articles are put and then corrected, and some
 * removed, so that no engine holds only what was put once.
 */
export async function readCorpus(): Promise<Corpus> {
  const prepare = createPreparer()
  const generated = generateCorpus(GENERATED_PARAGRAPHS, SEED).map(({ language, ...article }) =>
    prepare({ ...article, languages: [language] }),
  )
  const earlier = sentenceArticles({ isEarlier: true }).map(prepare)
  const sentences = sentenceArticles({ isEarlier: false }).map(prepare)
  const removed = removedArticles().map(prepare)
  const all = [...(await readSeeds(prepare)), ...generated, ...sentences]
  return {
    articles: new Map(all.map(article => [article.id, article])),
    batches: [[...earlier, ...removed], ...inBatches(generated), sentences],
    removed: removed.map(({ id }) => id),
  }
}

/** Of another seed, so that they share words with the others and nothing else. */
function removedArticles() {
  const articles = generateArticles(SEED + 1)
  return Array.from({ length: 20 }, () => {
    const { language, ...article } = articles.next().value
    return { ...article, languages: [language] }
  })
}

async function readSeeds(prepare: PrepareArticle): Promise<AnalyzedArticle[]> {
  const articles: AnalyzedArticle[] = []
  const { signal: stop } = new AbortController()
  for await (const found of findFiles(SEEDS)) {
    if (found.kind !== 'file') continue
    for await (const item of readFileArticles(found, { stop })) {
      if (item.kind === 'article') articles.push(prepare(item.article))
    }
  }
  return articles
}

const ARTICLES_AT_ONCE = 250

function inBatches(articles: readonly AnalyzedArticle[]): AnalyzedArticle[][] {
  return Array.from({ length: Math.ceil(articles.length / ARTICLES_AT_ONCE) }, (_, i) =>
    articles.slice(i * ARTICLES_AT_ONCE, (i + 1) * ARTICLES_AT_ONCE),
  )
}
