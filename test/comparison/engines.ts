import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadConfig } from '../../src/config.ts'
import { openEngine } from '../../src/engines/open-engine.ts'
import type { SearchEngine } from '../../src/engines/search-engine.ts'
import { deleteIndexes, uniqueIndex } from '../servers/meilisearch/open-empty.ts'
import { meilisearchUnderTest, WHY_NO_MEILISEARCH } from '../servers/meilisearch/meilisearch-server.ts'
import { deleteIndices } from '../servers/opensearch/open-empty.ts'
import { openSearchUnderTest, WHY_NO_OPENSEARCH } from '../servers/opensearch/opensearch-node.ts'

type Environment = Readonly<Record<string, string>>

/** An engine as the configuration opens it, with an empty index of its own. */
export type ComparedEngine = {
  readonly name: string
  readonly engine: SearchEngine
  /** What the indexer needs to find the same index. */
  readonly env: Environment
  readonly dispose: () => Promise<void>
}

/** An engine that can't be compared here has a reason instead of `open`. */
export type Candidate = { readonly name: string } & (
  | { readonly why: string }
  | { readonly why?: undefined; readonly open: () => Promise<ComparedEngine> }
)

export const CANDIDATES: readonly Candidate[] = [
  { name: 'embedded', open: openEmbedded },
  WHY_NO_MEILISEARCH === undefined
    ? { name: 'meilisearch', open: openMeilisearch }
    : { name: 'meilisearch', why: WHY_NO_MEILISEARCH },
  WHY_NO_OPENSEARCH === undefined
    ? { name: 'opensearch', open: openOpenSearch }
    : { name: 'opensearch', why: WHY_NO_OPENSEARCH },
]

function openEmbedded(): Promise<ComparedEngine> {
  const folder = mkdtempSync(join(tmpdir(), 'paragraf-comparison-'))
  const remove = (): void => rmSync(folder, { recursive: true, force: true })
  return open({ ENGINE: 'embedded', DATA_DIR: folder }, () => Promise.resolve(remove()))
}

async function openMeilisearch(): Promise<ComparedEngine> {
  const server = await meilisearchUnderTest()
  const index = uniqueIndex()
  return open(
    {
      ENGINE: 'meilisearch',
      INDEX_NAME: index,
      MEILI_URL: server.url,
      ...(server.apiKey === undefined ? {} : { MEILI_KEY: server.apiKey }),
    },
    async () => {
      await deleteIndexes(server, index)
      await server.stop()
    },
  )
}

async function openOpenSearch(): Promise<ComparedEngine> {
  const { url, stop } = await openSearchUnderTest()
  const index = uniqueIndex()
  return open({ ENGINE: 'opensearch', INDEX_NAME: index, OPENSEARCH_URL: url }, async () => {
    await deleteIndices(url, index)
    await stop()
  })
}

async function open(env: Environment, cleanUp: () => Promise<void>): Promise<ComparedEngine> {
  const engine = openEngine(loadConfig(env), {})
  await engine.prepare()
  return {
    name: engine.name,
    engine,
    env,
    dispose: async () => {
      await engine.close()
      await cleanUp()
    },
  }
}
