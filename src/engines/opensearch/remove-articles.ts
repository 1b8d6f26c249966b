import type { Selector } from '../search-engine.ts'
import { writeBulk, type BulkOperation } from './bulk.ts'
import type { PutContext } from './put-articles.ts'

/**
 * Takes articles out with everything that was retired from them. The record of an article goes first: what a killed writer
 * leaves behind is then put anew, or removed by a rerun, for paragraphs know their article and source too.
 */
export async function removeArticles(
  selector: Selector,
  { server, before, places, willChange, check }: PutContext,
): Promise<number> {
  const ids =
    'source' in selector ? await before.articleIdsOf(selector.source) : [...new Set(selector.articleIds)]
  const [known, live, retired] = await Promise.all([
    before.articles(ids),
    before.liveOf(ids),
    before.retiredOf(ids),
  ])
  if (known.size === 0 && live.length === 0 && retired.length === 0) return 0
  willChange()
  const gone = (index: string, id: string, articleId: string): BulkOperation => ({ index, id, articleId })
  await writeBulk(
    server,
    [...known.keys()].map(id => gone(places.documents, id, id)),
    check,
  )
  await writeBulk(
    server,
    [
      ...live.map(({ id, articleId }) => gone(places.paragraphs, id, articleId)),
      ...retired.map(({ paragraph: { id, articleId } }) => gone(places.documents, id, articleId)),
    ],
    check,
  )
  return live.length + retired.length
}
