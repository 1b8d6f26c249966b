import { randomBytes } from 'node:crypto'
import { connect } from '../../../src/engines/opensearch/client.ts'
import {
  openOpenSearchEngine,
  type OpenSearchEngineOptions,
} from '../../../src/engines/opensearch/opensearch-engine.ts'
import type { EngineUnderTest } from '../../contract/engine-contract.ts'

export type IndexUnderTest = EngineUnderTest & {
  /** What the names of its indices begin with. */
  readonly index: string
  /** Asks the server itself. */
  readonly ask: (method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: object) => Promise<unknown>
  /** Another engine on the same index, as another process would have it. */
  readonly another: (options?: Partial<OpenSearchEngineOptions>) => EngineUnderTest['engine']
}

/** An engine with indices of its own, which are gone after `dispose`. */
export async function openEmptyIndex(
  url: string,
  options: Partial<OpenSearchEngineOptions> = {},
): Promise<IndexUnderTest> {
  const index = `paragraf-test-${randomBytes(6).toString('hex')}`
  const server = connect({ url, requestTimeoutMs: 30_000 })
  const engines: EngineUnderTest['engine'][] = []
  const another = (more: Partial<OpenSearchEngineOptions> = {}): EngineUnderTest['engine'] => {
    const engine = openOpenSearchEngine({ url, index, ...options, ...more })
    engines.push(engine)
    return engine
  }
  const engine = another()
  await engine.prepare()
  return {
    engine,
    index,
    another,
    ask: (method, path, body) => server.send({ method, path, ...(body ? { body } : {}) }),
    dispose: async () => {
      for (const one of engines) await one.close()
      await server.close()
      await deleteIndices(url, index)
    },
  }
}

/** All whose names begin with `prefix` and a hyphen. */
export async function deleteIndices(url: string, prefix: string): Promise<void> {
  const server = connect({ url, requestTimeoutMs: 30_000 })
  const found = await server.send({
    method: 'GET',
    path: `/_alias`,
    query: { filter_path: `${prefix}-*` },
  })
  for (const name of Object.keys(found as object)) await server.send({ method: 'DELETE', path: `/${name}` })
  await server.close()
}
