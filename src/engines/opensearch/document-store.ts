import { z } from 'zod'
import type { Paragraph, StoredParagraph } from '../../domain/paragraph.ts'
import type { Server } from './client.ts'
import { read } from './answer.ts'
import { parseParagraph } from './from-response.ts'
import { visibleAt } from './filters-to-query.ts'
import type { ServerQuery } from './query-dsl.ts'
import { readAll, readArticleIds } from './read-all.ts'
import { wellFormed } from './stored-terms.ts'
import { retiredParagraph, type ArticleFields, type RetiredParagraph } from './to-document.ts'

/** Names that are read or written: aliases, or the indices of a rebuild. */
export type Places = { readonly paragraphs: string; readonly documents: string }

export type ArticleRecord = { readonly hash: string; readonly source: string; readonly fields: ArticleFields }

/** Ids or articles asked for at once; the server takes 65,536 terms. */
const AT_ONCE = 1000

const Live = z.object({ paragraph: z.string() })
const Retired = z.object({
  retiredAt: z.number(),
  supersededBy: z.string().optional(),
  content: z.string(),
})
const ArticleHits = z.object({
  docs: z.array(
    z.object({
      _id: z.string(),
      found: z.boolean().default(false),
      _source: z.object({ hash: z.string(), source: z.string(), content: z.string() }).optional(),
    }),
  ),
})
export type DocumentStore = ReturnType<typeof openDocumentStore>

/** Reads paragraphs and articles by their ids; retired ones under their article as it is now. */
export function openDocumentStore(server: Server, { paragraphs, documents }: Places) {
  async function live(
    field: 'id' | 'articleId',
    ids: readonly string[],
    also: readonly ServerQuery[] = [],
  ): Promise<Paragraph[]> {
    const found = await readAll(server, paragraphs, {
      query: [{ terms: { [field]: ids } }, ...also],
      sort: ['articleId', 'position', 'id'],
      source: Live,
    })
    return found.map(({ paragraph }) => parseParagraph(paragraph))
  }

  async function retired(query: ServerQuery): Promise<RetiredParagraph[]> {
    const found = await readAll(server, documents, {
      query: [{ term: { kind: 'retired' } }, query],
      sort: ['articleId', 'position', 'retiredAt', 'id'],
      source: Retired,
    })
    return found.map(({ content, ...retirement }) => ({ paragraph: parseParagraph(content), ...retirement }))
  }

  /** Also those that can't be searched yet. */
  async function articles(ids: readonly string[]): Promise<Map<string, ArticleRecord>> {
    const found = new Map<string, ArticleRecord>()
    for (const some of slices(ids)) {
      const body = { docs: some.map(id => ({ _id: id, routing: id })) }
      const { docs } = read(
        ArticleHits,
        await server.send({ method: 'POST', path: `/${documents}/_mget`, body }),
      )
      for (const { _id, _source } of docs) {
        if (!_source) continue
        const { hash, source, content } = _source
        found.set(_id, { hash, source, fields: JSON.parse(content) as ArticleFields })
      }
    }
    return found
  }

  async function shown(found: readonly RetiredParagraph[], now: number): Promise<StoredParagraph[]> {
    const known = await articles([...new Set(found.map(({ paragraph }) => paragraph.articleId))])
    return found
      .map(one => retiredParagraph(one, known.get(one.paragraph.articleId)?.fields))
      .filter(
        ({ visibleFrom, visibleUntil }) => (visibleFrom ?? now) <= now && now < (visibleUntil ?? now + 1),
      )
  }

  return {
    articles,
    liveOf: async (articleIds: readonly string[]): Promise<Paragraph[]> =>
      (await Promise.all(slices(articleIds).map(some => live('articleId', some)))).flat(),
    retiredOf: async (articleIds: readonly string[]): Promise<RetiredParagraph[]> =>
      (await Promise.all(slices(articleIds).map(some => retired({ terms: { articleId: some } })))).flat(),
    live: async (ids: readonly string[]): Promise<Paragraph[]> =>
      (await Promise.all(slices(ids).map(some => live('id', some)))).flat(),
    /** Ids of the articles that come from this source, in the one index or the other. */
    async articleIdsOf(source: string): Promise<string[]> {
      const query = { term: { source: wellFormed(source) } }
      const found = await Promise.all(
        [documents, paragraphs].map(index => readArticleIds(server, index, query)),
      )
      return [...new Set(found.flat())]
    },
    /** The present ones in order of position, then the retired ones. Nothing that is not visible. */
    async ofArticle(articleId: string, now: number): Promise<StoredParagraph[]> {
      const [present, gone] = await Promise.all([
        live('articleId', [articleId], visibleAt(now)),
        retired({ term: { articleId } }),
      ])
      const ids = new Set(present.map(({ id }) => id))
      return [
        ...present,
        ...(await shown(
          gone.filter(({ paragraph }) => !ids.has(paragraph.id)),
          now,
        )),
      ]
    },
    /** In the order of the ids; unknown ones are left out. Nothing that is not visible. */
    async ofIds(ids: readonly string[], now: number): Promise<StoredParagraph[]> {
      const byId = new Map<string, StoredParagraph>()
      for (const some of slices(ids)) {
        const [present, gone] = await Promise.all([
          live('id', some, visibleAt(now)),
          retired({ ids: { values: some } }),
        ])
        for (const paragraph of await shown(gone, now)) byId.set(paragraph.id, paragraph)
        for (const paragraph of present) byId.set(paragraph.id, paragraph)
      }
      return ids.flatMap(id => byId.get(id) ?? [])
    },
  }
}

function slices(ids: readonly string[]): string[][] {
  const all: string[][] = []
  for (let i = 0; i < ids.length; i += AT_ONCE) all.push(ids.slice(i, i + AT_ONCE))
  return all
}
