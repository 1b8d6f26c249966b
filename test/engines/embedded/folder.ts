import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import {
  openEmbeddedEngine,
  type EmbeddedEngineOptions,
} from '../../../src/engines/embedded/embedded-engine.ts'
import type { SearchEngine } from '../../../src/engines/search-engine.ts'

/** A data folder that goes when the test is over. */
export function temporaryFolder(): string {
  const directory = mkdtempSync(join(tmpdir(), 'paragraf-test-'))
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }))
  return directory
}

/** An engine on it, closed when the test is over. */
export async function openFolder(
  directory: string,
  options: Omit<EmbeddedEngineOptions, 'directory'> = {},
): Promise<SearchEngine> {
  const engine = openEmbeddedEngine({ directory, ...options })
  onTestFinished(() => engine.close())
  await engine.prepare()
  return engine
}
