import { z } from 'zod'
import { AppError } from '../../errors.ts'
import type { IndexStats } from '../search-engine.ts'
import type { Server } from './client.ts'
import type { Places } from './document-store.ts'
import { read } from './answer.ts'
import { readState } from './index-state.ts'
import { refuseShardFailures } from './server-error.ts'
import type { IndexNames } from './schema.ts'

const Count = z.object({ count: z.number() })
const Stats = z.object({
  _all: z.object({ total: z.object({ store: z.object({ size_in_bytes: z.number() }) }) }),
})
const Health = z.object({ status: z.enum(['green', 'yellow', 'red']) })

export async function countOf(
  server: Server,
  index: string,
  query: object = { match_all: {} },
): Promise<number> {
  return read(Count, await server.send({ method: 'POST', path: `/${index}/_count`, body: { query } })).count
}

/** Shows what was written; all of it, or it rejects. */
export async function refresh(server: Server, { documents, paragraphs }: Places): Promise<void> {
  const answer = await server.send({ method: 'POST', path: `/${documents},${paragraphs}/_refresh` })
  refuseShardFailures(answer, server.address)
}

export async function readStats(server: Server, names: IndexNames): Promise<IndexStats> {
  const [paragraphs, articles, { state }, stats] = await Promise.all([
    countOf(server, names.paragraphs),
    countOf(server, names.documents, { term: { kind: 'article' } }),
    readState(server, names),
    server.send({ method: 'GET', path: `/${names.paragraphs},${names.documents}/_stats/store` }),
  ])
  const { _all } = read(Stats, stats)
  return {
    paragraphs,
    articles,
    generation: state.generation,
    bytes: _all.total.store.size_in_bytes,
  }
}

/** Rejects with `engine_unreachable` while a part of the index is not there. */
export async function checkHealth(server: Server, names: IndexNames): Promise<void> {
  const path = `/_cluster/health/${names.paragraphs},${names.documents},${names.state}`
  const { status } = read(Health, await server.send({ method: 'GET', path, query: { timeout: '1s' } }))
  if (status !== 'red') return
  throw new AppError('engine_unreachable', `A part of the index at ${server.address} is not there`, {
    hint: 'While OpenSearch starts, this is normal. If it stays so, look at its log: a node or a disk is missing.',
    retryAfter: 5,
  })
}
