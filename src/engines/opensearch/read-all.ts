import { z } from 'zod'
import type { Server } from './client.ts'
import { read } from './answer.ts'
import type { ServerQuery } from './query-dsl.ts'

const HITS_AT_ONCE = 2000
const IDS_AT_ONCE = 10_000

const SortedHits = z.object({
  hits: z.object({
    hits: z.array(z.object({ _source: z.unknown(), sort: z.array(z.union([z.string(), z.number()])) })),
  }),
})

export type AllOptions<T extends z.ZodType> = {
  readonly query: readonly ServerQuery[]
  /** By fields; the last of them is different in every document. */
  readonly sort: readonly string[]
  readonly source: T
}

/** The sources of all documents that a query finds, however many: page by page. */
export async function readAll<T extends z.ZodType>(
  server: Server,
  index: string,
  { query, sort, source }: AllOptions<T>,
): Promise<z.infer<T>[]> {
  const all: z.infer<T>[] = []
  for (let after: readonly (string | number)[] | undefined; ;) {
    const body = {
      size: HITS_AT_ONCE,
      track_total_hits: false,
      query: { bool: { filter: query } },
      sort: sort.map(field => ({ [field]: 'asc' })),
      ...(after ? { search_after: after } : {}),
    }
    const { hits } = read(
      SortedHits,
      await server.send({ method: 'POST', path: `/${index}/_search`, body }),
    ).hits
    for (const { _source } of hits) all.push(read(source, _source))
    after = hits.at(-1)?.sort
    if (hits.length < HITS_AT_ONCE) return all
  }
}

const Ids = z.object({
  aggregations: z.object({
    ids: z.object({
      after_key: z.object({ id: z.string() }).optional(),
      buckets: z.array(z.object({ key: z.object({ id: z.string() }) })),
    }),
  }),
})

/** All different articles of the documents that a query finds. */
export async function readArticleIds(server: Server, index: string, query: ServerQuery): Promise<string[]> {
  const all: string[] = []
  for (let after: { readonly id: string } | undefined; ;) {
    const sources = [{ id: { terms: { field: 'articleId' } } }]
    const body = {
      size: 0,
      query: { bool: { filter: [query] } },
      aggs: { ids: { composite: { size: IDS_AT_ONCE, sources, ...(after ? { after } : {}) } } },
    }
    const { ids } = read(
      Ids,
      await server.send({ method: 'POST', path: `/${index}/_search`, body }),
    ).aggregations
    all.push(...ids.buckets.map(({ key }) => key.id))
    after = ids.after_key
    if (!after || ids.buckets.length < IDS_AT_ONCE) return all
  }
}
