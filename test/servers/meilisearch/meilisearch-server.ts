import { spawn, type ChildProcess } from 'node:child_process'
import { accessSync, constants, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** A real server for tests: the one at MEILI_URL (with MEILI_KEY), else a `meilisearch` on the PATH that the test starts. */
export type MeilisearchUnderTest = {
  readonly url: string
  readonly apiKey?: string
  readonly stop: () => Promise<void>
}

const PROGRAM = (process.env['PATH'] ?? '')
  .split(delimiter)
  .map(folder => join(folder, process.platform === 'win32' ? 'meilisearch.exe' : 'meilisearch'))
  .find(isExecutable)

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** Undefined where there is a server to test with. */
export const WHY_NO_MEILISEARCH =
  process.env['MEILI_URL'] !== undefined || PROGRAM !== undefined
    ? undefined
    : 'MEILI_URL is not set and no meilisearch is on the PATH'

/** Whether tests may start, stop and kill servers of their own. */
export const MAY_START_MEILISEARCH = PROGRAM !== undefined

export async function meilisearchUnderTest(): Promise<MeilisearchUnderTest> {
  const url = process.env['MEILI_URL']
  if (url === undefined) return startMeilisearch()
  const apiKey = process.env['MEILI_KEY']
  return { url, ...(apiKey === undefined ? {} : { apiKey }), stop: () => Promise.resolve() }
}

export type StartedMeilisearch = MeilisearchUnderTest & {
  /** Ends it without warning, as a crash would. */
  readonly kill: () => Promise<void>
  /** Starts it again on the same port with the same data. */
  readonly start: () => Promise<void>
}

export async function startMeilisearch({
  masterKey,
  options = [],
}: { readonly masterKey?: string; readonly options?: readonly string[] } = {}): Promise<StartedMeilisearch> {
  if (PROGRAM === undefined) throw new Error('No meilisearch is on the PATH')
  const program = PROGRAM
  const folder = mkdtempSync(join(tmpdir(), 'paragraf-meilisearch-'))
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  let running: ChildProcess | undefined

  const start = async (): Promise<void> => {
    running = spawn(
      program,
      [
        '--db-path',
        join(folder, 'data'),
        '--http-addr',
        `127.0.0.1:${port}`,
        '--no-analytics',
        '--max-indexing-threads',
        '2',
        // of the default, two thirds of the memory, every task first clears a twentieth: 0.6 s for one small document
        '--max-indexing-memory',
        '1GiB',
        ...options,
      ],
      {
        cwd: folder,
        stdio: 'ignore',
        env: { ...process.env, ...(masterKey === undefined ? {} : { MEILI_MASTER_KEY: masterKey }) },
      },
    )
    await untilHealthy(url)
  }
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    const child = running
    running = undefined
    if (!child || child.exitCode !== null) return
    const ended = new Promise(resolve => child.once('exit', resolve))
    child.kill(signal)
    await ended
  }
  await start()
  return {
    url,
    ...(masterKey === undefined ? {} : { apiKey: masterKey }),
    start,
    kill: () => end('SIGKILL'),
    async stop() {
      await end('SIGTERM')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function untilHealthy(url: string): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    try {
      if ((await fetch(`${url}/health`)).ok) return
    } catch (error) {
      if (attempt > 300) throw error
    }
    await sleep(100)
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
