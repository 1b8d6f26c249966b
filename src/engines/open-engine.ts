import type { Config } from '../config.ts'
import { openEmbeddedEngine, type EmbeddedEngineOptions } from './embedded/embedded-engine.ts'
import { openMeilisearchEngine } from './meilisearch/meilisearch-engine.ts'
import { openOpenSearchEngine } from './opensearch/opensearch-engine.ts'
import type { SearchEngine } from './search-engine.ts'

export type { PutReport, RebuildReport, SearchEngine } from './search-engine.ts'

export type OpenEngineOptions = Pick<EmbeddedEngineOptions, 'log'>

/** The engine that the configuration names. It is open for nothing before its `prepare()`. */
export function openEngine(config: Config, options: OpenEngineOptions): SearchEngine {
  switch (config.engine) {
    case 'embedded':
      return openEmbeddedEngine({ ...options, directory: config.dataDir })
    case 'meilisearch':
      return openMeilisearchEngine({ ...options, ...config.meilisearch, index: config.indexName })
    case 'opensearch':
      return openOpenSearchEngine({ ...options, ...config.opensearch, index: config.indexName })
  }
}
