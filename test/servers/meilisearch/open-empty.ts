import { randomBytes } from 'node:crypto'
import { Meilisearch } from 'meilisearch'
import { openMeilisearchEngine } from '../../../src/engines/meilisearch/meilisearch-engine.ts'
import type { EngineUnderTest } from '../../contract/engine-contract.ts'
import type { MeilisearchUnderTest } from './meilisearch-server.ts'

/** An index name that no other run has. */
export const uniqueIndex = (): string => `test_${randomBytes(6).toString('hex')}`

/** An engine with an empty index of its own, which is deleted at the end. */
export async function openEmptyIndex(
  server: MeilisearchUnderTest,
  index = uniqueIndex(),
): Promise<EngineUnderTest & { readonly index: string }> {
  const engine = openMeilisearchEngine({
    url: server.url,
    index,
    ...(server.apiKey === undefined ? {} : { apiKey: server.apiKey }),
  })
  await engine.prepare()
  return {
    engine,
    index,
    dispose: async () => {
      await engine.close()
      await deleteIndexes(server, index)
    },
  }
}

export async function deleteIndexes({ url, apiKey }: MeilisearchUnderTest, prefix: string): Promise<void> {
  const client = new Meilisearch({ host: url, ...(apiKey === undefined ? {} : { apiKey }) })
  for (const name of ['paragraphs', 'rebuild']) {
    await client.deleteIndex(`${prefix}_${name}`).waitTask({ timeout: 60_000 })
  }
}
