import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import type { SearchEngine } from '../../../src/engines/search-engine.ts'
import { wordClauses } from '../../../src/text/clauses.ts'
import { PLAN } from '../../contract/random-plans.ts'
import { createRandom } from '../../contract/random-corpus.ts'
import { openFolder, temporaryFolder } from './folder.ts'

const script = fileURLToPath(new URL('put-batches.ts', import.meta.url))

/** Starts the writer, kills it after a while, and resolves to the batches that it acknowledged. */
async function writeUntilKilled(directory: string, firstBatch: number, afterMs: number): Promise<number[]> {
  const child = spawn(process.execPath, ['--import', 'tsx', script, directory, String(firstBatch)])
  let output = ''
  let errors = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text))
  const ended = once(child, 'exit')
  // the clock starts with the first acknowledged batch: before that there is nothing to lose
  await once(child.stdout, 'data')
  await sleep(afterMs)
  child.kill('SIGKILL')
  await ended
  if (child.exitCode !== null) throw new Error(`The writer ended by itself: ${errors}`)
  return output.split('\n').filter(Boolean).map(Number)
}

async function countOf(engine: SearchEngine, word: string): Promise<number> {
  const { articles } = await engine.search({
    ...PLAN,
    query: { kind: 'and', of: wordClauses(word, []) },
    facets: [],
  })
  return articles.value
}

describe('a writer that is killed', () => {
  it(
    'ten times at random moments loses no acknowledged batch, and searches go on',
    { timeout: 180_000 },
    async () => {
      const directory = temporaryFolder()
      const reader = await openFolder(directory)
      const random = createRandom(9)
      const acknowledged = new Set<number>()
      let next = 0
      for (let round = 0; round < 10; round++) {
        const batches = await writeUntilKilled(directory, next, random.below(700))
        for (const batch of batches) acknowledged.add(batch)
        next = Math.max(...acknowledged) + 1
        // the batch under way is there as a whole or not at all
        expect([0, 5]).toContain(await countOf(reader, `version${next}x`))
        for (const batch of acknowledged) {
          const successor = batch + 3
          const isReplaced =
            batch % 4 === 0 &&
            (acknowledged.has(successor) || (await countOf(reader, `version${successor}x`)) > 0)
          expect(await countOf(reader, `version${batch}x`), `batch ${batch} after round ${round}`).toBe(
            isReplaced ? 0 : 5,
          )
          if (batch % 4 !== 3) expect(await countOf(reader, `batchmarker${batch}x`)).toBe(5)
        }
      }
      // what the store says and what the index finds is one and the same
      const fresh = await openFolder(directory)
      const { paragraphs, articles } = await fresh.search({ ...PLAN, facets: [] })
      let scanned = 0
      for await (const paragraph of fresh.scan({}, PLAN.now)) if (paragraph.retiredAt === undefined) scanned++
      expect(scanned).toBe(paragraphs.value)
      expect((await fresh.stats()).articles).toBe(articles.value)
      // the rerun completes, and the files of the killed writers are gone
      expect(await writeUntilKilled(directory, next, 100)).not.toEqual([])
      expect(
        readdirSync(join(directory, 'segments')).filter(name => name.endsWith('.tmp')).length,
      ).toBeLessThanOrEqual(1)
    },
  )
})
