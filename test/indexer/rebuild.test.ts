import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { startRebuild } from '../../indexer/rebuild.ts'
import { AppError } from '../../src/errors.ts'
import { analyzedArticle } from '../contract/articles.ts'
import { openFolder, temporaryFolder } from '../engines/embedded/folder.ts'
import { runInProcess, type Run, type RunOptions } from './run-in-process.ts'

const articles = (count: number, from = 0): string =>
  Array.from({ length: count }, (_, i) =>
    JSON.stringify({ id: `a${from + i}`, source: 'S', text: `Alpha number ${from + i}.` }),
  ).join('\n')

describe('--rebuild', () => {
  function setUp() {
    const folder = temporaryFolder()
    const file = join(folder, 'articles.ndjson')
    const env = { DATA_DIR: join(folder, 'data') }
    const index = (lines: string, argv: readonly string[] = [], options: RunOptions = {}): Promise<Run> => {
      writeFileSync(file, lines)
      return runInProcess([file, ...argv], { env, ...options })
    }
    const stored = async (): Promise<number> => (await (await openFolder(env.DATA_DIR)).stats()).paragraphs
    return { index, stored }
  }

  it('makes the index hold what is read and nothing else', async () => {
    const { index, stored } = setUp()
    await index(articles(200))
    const run = await index(articles(150, 100), ['--rebuild'])
    expect(run).toMatchObject({ code: 0 })
    expect(run.stderr).toContain('The new index holds 150 paragraphs, the old one held 200')
    expect(await stored()).toBe(150)
  })

  it('refuses an index that is much smaller or empty, unless forced', async () => {
    const { index, stored } = setUp()
    await index(articles(200))
    const refused = await index(articles(20), ['--rebuild'])
    expect(refused).toMatchObject({ code: 1 })
    expect(refused.stderr).toContain('would hold 20 paragraphs, the present one holds 200')
    expect(await index('', ['--rebuild'])).toMatchObject({ code: 1 })
    expect(await stored()).toBe(200)
    expect(await index(articles(20), ['--rebuild', '--force'])).toMatchObject({ code: 0 })
    expect(await stored()).toBe(20)
  })

  it('that is interrupted leaves the old index', async () => {
    const { index, stored } = setUp()
    await index(articles(200))
    const run = await index(articles(300), ['--rebuild'], { interrupt: AbortSignal.abort() })
    expect(run).toMatchObject({ code: 130 })
    expect(run.stderr).toContain('the old index is as it was')
    expect(await stored()).toBe(200)
  })

  // a server that goes away in the middle, or at once
  it.each(['a3', 'a0', undefined])('whose engine fails at %s tells the error of the engine', async last => {
    const rebuild = startRebuild(
      {
        async rebuild(given) {
          const failure = new AppError('engine_unreachable', 'The server went away')
          if (last === undefined) throw failure
          try {
            for await (const { id } of given) if (id === last) throw failure
          } finally {
            await sleep(20)
          }
          throw new Error('All was read')
        },
      },
      { force: false },
    )
    const batch = Array.from({ length: 500 }, (_, i) =>
      analyzedArticle({ id: `a${i}`, paragraphs: ['Alpha.'] }),
    )
    await expect(rebuild.put(batch)).rejects.toMatchObject({ code: 'engine_unreachable' })
    await rebuild.abandon()
    await expect(rebuild.finish()).rejects.toMatchObject({ code: 'engine_unreachable' })
  })

  it('is what --force belongs to', async () => {
    expect(await runInProcess(['--force', 'x'])).toMatchObject({ code: 2 })
  })
})
