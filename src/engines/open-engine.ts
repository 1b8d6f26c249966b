import type { Config } from '../config.ts'
import { openEmbeddedEngine } from './embedded/embedded-engine.ts'
import type { EmbeddedEngineOptions } from './embedded/embedded-engine.ts'
import type { SearchEngine } from './search-engine.ts'

export type { PutReport, SearchEngine } from './search-engine.ts'

export type OpenEngineOptions = Pick<EmbeddedEngineOptions, 'log'>

/** The engine that the configuration names. It is open for nothing before its `prepare()`. */
export function openEngine(config: Config, options: OpenEngineOptions): SearchEngine {
  switch (config.engine) {
    case 'embedded':
      return openEmbeddedEngine({ ...options, directory: config.dataDir })
  }
}
