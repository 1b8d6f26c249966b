import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Report } from '../../indexer/report.ts'
import type { SearchAnswer } from '../../src/search/answer.ts'
import { createRandom, randomArticle } from '../contract/random-corpus.ts'
import { temporaryFolder } from '../engines/embedded/folder.ts'

/** The real indexer, killed again and again beside the real service. */

const ARTICLES = 400
const KILLS = 10

const script = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url))

function start(path: string, argv: readonly string[], env: Readonly<Record<string, string>>): ChildProcess {
  const child = spawn(process.execPath, ['--import', 'tsx', script(path), ...argv], {
    env: { ...process.env, ...env },
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  return child
}

/** Resolves to the address that the service prints. */
async function startService(directory: string): Promise<string> {
  const child = start('src/main.ts', [], { DATA_DIR: directory, PORT: '0', LOG_LEVEL: 'silent' })
  let output = ''
  for await (const text of child.stdout?.setEncoding('utf8') ?? []) {
    output += String(text)
    const address = /http:\/\/\S+/.exec(output)
    if (address) return address[0]
  }
  throw new Error(`The service ended: ${output}`)
}

function writeArticles(file: string): number {
  const random = createRandom(17)
  let paragraphs = 0
  const lines = Array.from({ length: ARTICLES }, (_, i) => {
    const {
      visibleFrom: _from,
      visibleUntil: _until,
      paragraphs: drafts,
      ...article
    } = randomArticle(random, `a${i}`)
    const texts = drafts.map(one => (typeof one === 'string' ? one : one.text))
    paragraphs += texts.length + (article.title === undefined ? 0 : 1)
    return JSON.stringify({ ...article, paragraphs: [...texts, `everyarticlehasthis number${i}x`] })
  })
  writeFileSync(file, `${lines.join('\n')}\n`)
  return paragraphs + ARTICLES
}

describe('an indexer that is killed', () => {
  it('leaves a service that answers, and a rerun completes what it began', { timeout: 180_000 }, async () => {
    const folder = temporaryFolder()
    const directory = join(folder, 'index')
    const file = join(folder, 'articles.ndjson')
    const paragraphs = writeArticles(file)
    const address = await startService(directory)
    const search = async (typed: string): Promise<SearchAnswer> => {
      const answer = await fetch(
        `${address}/api/search?${new URLSearchParams({ q: typed, limit: '1' }).toString()}`,
      )
      expect(answer.status).toBe(200)
      return (await answer.json()) as SearchAnswer
    }
    const random = createRandom(23)
    const argv = [file, '--batch-size', '40', '--concurrency', '2', '--source', 'Testavisa']
    let before = 0
    for (let kill = 0; kill < KILLS; kill++) {
      const child = start('indexer/main.ts', argv, { DATA_DIR: directory })
      await Promise.race([sleep(300 + random.below(1500)), once(child, 'exit')])
      child.kill('SIGKILL')
      const { total } = await search('everyarticlehasthis')
      // articles are whole: each has exactly one such paragraph, and none that was found is lost
      expect(total.paragraphs.value).toBe(total.articles.value)
      expect(total.articles.value).toBeGreaterThanOrEqual(before)
      before = total.articles.value
      for (const number of [0, before - 1].filter(one => one >= 0 && one < before)) {
        expect((await search(`number${number}x`)).total.paragraphs.value).toBe(1)
      }
    }
    const rerun = start('indexer/main.ts', [...argv, '--json', '--quiet'], { DATA_DIR: directory })
    let report = ''
    rerun.stdout?.setEncoding('utf8').on('data', (text: string) => (report += text))
    await once(rerun, 'exit')
    expect(rerun.exitCode).toBe(0)
    const { indexed, unchanged } = (JSON.parse(report) as Report).paragraphs
    expect(indexed + unchanged).toBe(paragraphs)
    expect((await search('everyarticlehasthis')).total.articles.value).toBe(ARTICLES)
    expect((await search('')).total.paragraphs.value).toBe(paragraphs)
  })
})
