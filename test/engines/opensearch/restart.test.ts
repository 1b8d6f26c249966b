import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { phraseClause } from '../../../src/text/clauses.ts'
import { analyzedArticle } from '../../contract/articles.ts'
import { PLAN } from '../../contract/random-plans.ts'
import { openEmptyIndex } from '../../servers/opensearch/open-empty.ts'
import { CAN_START_OPENSEARCH, startNode } from '../../servers/opensearch/opensearch-node.ts'

/** A node of its own is killed while it is written to and searched, and started again. */

const freePort = async (): Promise<number> => {
  const server = createServer()
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise(resolve => server.close(resolve))
  return port
}

const codeOf = (error: unknown): unknown =>
  error instanceof Error && 'code' in error ? error.code : String(error)

describe.skipIf(!CAN_START_OPENSEARCH)(
  `a killed OpenSearch${CAN_START_OPENSEARCH ? '' : ' (no node: run test/servers/opensearch/start.sh --build once)'}`,
  () => {
    it('is reported while it is away, loses nothing that was acknowledged, and is used again when it is back', async () => {
      const home = mkdtempSync(join(tmpdir(), 'paragraf-opensearch-'))
      const port = await freePort()
      let node = await startNode({ port, home })
      const { engine, another } = await openEmptyIndex(node.url, { requestTimeoutMs: 5000 })
      const service = another()
      const acknowledged: string[] = []
      const failures: unknown[] = []
      const found = async (): Promise<number> => (await service.search(PLAN)).paragraphs.value
      try {
        const article = (i: number) =>
          analyzedArticle({ id: `a${i}`, paragraphs: [`Ferry number ${i} left.`, `Harbour ${i}.`] })
        const writing = (async () => {
          for (let i = 0; failures.length === 0; i++) {
            try {
              await engine.put([article(2 * i), article(2 * i + 1)])
              acknowledged.push(`a${2 * i}`, `a${2 * i + 1}`)
            } catch (error) {
              failures.push(codeOf(error))
            }
          }
        })()
        const searching = (async () => {
          for (;;) {
            try {
              await found()
            } catch (error) {
              return codeOf(error)
            }
          }
        })()
        await expect.poll(() => acknowledged.length, { timeout: 20_000 }).toBeGreaterThan(20)
        await node.stop('SIGKILL')
        await writing
        expect(failures).toEqual(['engine_unreachable'])
        expect(await searching).toBe('engine_unreachable')
        await expect(found()).rejects.toMatchObject({ code: 'engine_unreachable', retryAfter: 5 })

        node = await startNode({ port, home })
        await expect
          .poll(() => found().catch(codeOf), { timeout: 20_000 })
          .toBeGreaterThanOrEqual(2 * acknowledged.length)
        const total = await found()
        for (const id of acknowledged)
          expect(await service.paragraphs({ articleId: id }, 100)).toHaveLength(2)
        // a rerun finishes what was not acknowledged, and repeats nothing
        const all = Array.from({ length: acknowledged.length + 2 }, (_, i) => article(i))
        const report = await engine.put(all)
        expect(report.indexed + report.unchanged).toBe(2 * all.length)
        expect(report.unchanged).toBeGreaterThanOrEqual(2 * acknowledged.length)
        expect(total).toBeLessThanOrEqual(2 * all.length)
        expect(await found()).toBe(2 * all.length)
        const query = phraseClause(`ferry number ${acknowledged.length + 1}`)
        expect(await service.search({ ...PLAN, ...(query ? { query } : {}) })).toMatchObject({
          paragraphs: { value: 1 },
        })
      } finally {
        await engine.close()
        await service.close()
        await node.stop()
        rmSync(home, { recursive: true, force: true })
      }
    }, 150_000)
  },
)
