import type { Selector } from '../search-engine.ts'
import { writeBulk, type BulkOperation } from './bulk.ts'
import type { PutContext } from './put-articles.ts'

/** A source may have more articles than fit into memory. */
const ARTICLES_AT_ONCE = 500

/** Takes articles out with everything that was retired from them. */
export async function removeArticles(selector: Selector, context: PutContext): Promise<number> {
  const ids = 'source' in selector ? await context.before.articleIdsOf(selector.source) : selector.articleIds
  const unique = [...new Set(ids)]
  let removed = 0
  for (let from = 0; from < unique.length; from += ARTICLES_AT_ONCE) {
    removed += await removeSome(unique.slice(from, from + ARTICLES_AT_ONCE), context)
  }
  return removed
}

/**
 * The records of the articles go first: what a killed writer leaves behind is then put anew, or removed by a rerun, for
 * paragraphs know their article and source too.
 */
async function removeSome(
  ids: readonly string[],
  { server, before, places, willChange, check }: PutContext,
): Promise<number> {
  const [known, live, retired] = await Promise.all([
    before.articles(ids),
    before.liveOf(ids),
    before.retiredOf(ids),
  ])
  if (known.size === 0 && live.length === 0 && retired.length === 0) return 0
  willChange()
  const gone = (index: string, id: string, articleId: string): BulkOperation => ({ index, id, articleId })
  const records = [...known.keys()].map(id => gone(places.documents, id, id))
  const paragraphs = [
    ...live.map(({ id, articleId }) => gone(places.paragraphs, id, articleId)),
    ...retired.map(({ paragraph: { id, articleId } }) => gone(places.documents, id, articleId)),
  ]
  await writeBulk(server, records, check)
  await writeBulk(server, paragraphs, check)
  return live.length + retired.length
}
