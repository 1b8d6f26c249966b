import type { Config } from '../config.ts'
import { openEmbeddedEngine } from './embedded/embedded-engine.ts'
import type { SearchEngine } from './search-engine.ts'

export type { PutReport, SearchEngine } from './search-engine.ts'

type EmbeddedOptions = Parameters<typeof openEmbeddedEngine>[0]

export type OpenEngineOptions = Pick<EmbeddedOptions, 'log'>

/** The engine that the configuration names, not yet prepared. */
export function openEngine(config: Config, options: OpenEngineOptions): SearchEngine {
  switch (config.engine) {
    case 'embedded':
      return openEmbeddedEngine({ ...options, directory: config.dataDir })
  }
}
