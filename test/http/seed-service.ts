import { mkdtempSync, rmSync } from 'node:fs'
import type { Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { pino } from 'pino'
import { runIndexer } from '../../indexer/run-indexer.ts'
import { loadConfig } from '../../src/config.ts'
import { createQuotationCheck } from '../../src/citation/check-quotation.ts'
import type { CheckQuotation } from '../../src/citation/check-quotation.ts'
import { openEngine } from '../../src/engines/open-engine.ts'
import type { SearchEngine } from '../../src/engines/search-engine.ts'
import { createApp } from '../../src/http/create-app.ts'
import { createServer } from '../../src/http/create-server.ts'
import { SEEDS } from '../seeds.ts'

export type SeedService = {
  readonly engine: SearchEngine
  readonly check: CheckQuotation
  readonly server: Server
  serverOf(options: { searchTimeoutMs: number }): Server
  close(): Promise<void>
}

const webFolder = fileURLToPath(new URL('../../web', import.meta.url))

/** The sample newsroom in the real engine behind the real HTTP interface. */
export async function openSeedService({
  scriptFolder,
}: { readonly scriptFolder?: string } = {}): Promise<SeedService> {
  const dataDir = mkdtempSync(join(tmpdir(), 'paragraf-seeds-'))
  const config = loadConfig({ DATA_DIR: dataDir })
  await indexSeeds(dataDir)
  const engine = openEngine(config, {})
  await engine.prepare()
  const check = createQuotationCheck(engine)
  const logger = pino({ level: 'silent' })
  const serverOf: SeedService['serverOf'] = ({ searchTimeoutMs }) =>
    createServer(
      createApp({
        engine,
        check,
        config: { ...config, searchTimeoutMs },
        logger,
        webFolder,
        ...(scriptFolder !== undefined && { scriptFolder }),
      }),
    )
  return {
    engine,
    check,
    server: serverOf({ searchTimeoutMs: 20_000 }),
    serverOf,
    async close() {
      await check.close()
      await engine.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

export async function indexSeeds(dataDir: string): Promise<void> {
  const nowhere = (): Writable => new Writable({ write: (_chunk, _encoding, done) => done() })
  const code = await runIndexer([SEEDS, '--quiet', '--data-dir', dataDir], {
    env: {},
    stdin: process.stdin,
    stdout: nowhere(),
    stderr: nowhere(),
    isTTY: false,
  })
  if (code !== 0) throw new Error(`The seeds could not be indexed: exit code ${code}`)
}
