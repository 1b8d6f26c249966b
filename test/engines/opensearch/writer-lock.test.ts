import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it, onTestFinished } from 'vitest'
import { connect } from '../../../src/engines/opensearch/client.ts'
import type { Server } from '../../../src/engines/opensearch/client.ts'
import { namesOf } from '../../../src/engines/opensearch/schema.ts'
import { withLock } from '../../../src/engines/opensearch/writer-lock.ts'

/** A server whose answers come late or never while somebody writes; what a real one does is tested in index.test.ts. */

type Write = 'answered' | 'late' | 'lost'

/** Holds the document of the state; `how` says what becomes of each write, from the first on. */
async function serverOfState(
  how: (write: number) => Write,
): Promise<{ server: Server; writes: () => number }> {
  let state: unknown
  let number = 0
  let writes = 0
  const http = createServer((request, response) => {
    const answer = (status: number, body: object): void => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    }
    if (request.method === 'GET') {
      if (state === undefined) answer(404, { found: false })
      else answer(200, { _seq_no: number, _primary_term: 1, _source: state })
      return
    }
    let body = ''
    request.setEncoding('utf8').on('data', (text: string) => (body += text))
    request.on('end', () => {
      const way = how(++writes)
      if (way === 'lost') return
      const after = new URL(request.url ?? '', 'http://x').searchParams.get('if_seq_no')
      if (after !== null && Number(after) !== number) {
        answer(409, { error: { type: 'version_conflict_engine_exception', reason: 'conflict' } })
        return
      }
      state = JSON.parse(body)
      number++
      if (way === 'answered') answer(200, { _seq_no: number, _primary_term: 1 })
    })
  })
  await new Promise<void>(resolve => http.listen(0, '127.0.0.1', resolve))
  const server = connect({
    url: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    requestTimeoutMs: 200,
  })
  onTestFinished(async () => {
    await server.close()
    http.closeAllConnections()
    await new Promise(resolve => http.close(resolve))
  })
  return { server, writes: () => writes }
}

const names = namesOf('x')

it('a writer whose server has gone silent does not wait for every beat that was due', async () => {
  const { server, writes } = await serverOfState(write => (write === 1 ? 'answered' : 'lost'))
  const work = async (): Promise<never> => {
    await sleep(500)
    throw new Error('The disk is full')
  }
  await expect(withLock(server, names, { timeoutMs: 1000, beatMs: 10, work })).rejects.toThrow('disk is full')
  // to acquire, beats of 200 ms each within 500 ms, to release
  expect(writes()).toBeLessThanOrEqual(5)
})

it('a writer whose own write was answered too late has not lost the lock', async () => {
  const { server } = await serverOfState(write => (write === 2 ? 'late' : 'answered'))
  const result = await withLock(server, names, {
    timeoutMs: 1000,
    beatMs: 50,
    work: async ({ check }) => {
      await sleep(600)
      check()
      return 'done'
    },
  })
  expect(result).toBe('done')
})

it('a change that readers could not be told of is no success', async () => {
  const { server } = await serverOfState(write => (write === 1 ? 'answered' : 'lost'))
  const work = (): Promise<string> => Promise.resolve('done')
  await expect(withLock(server, names, { timeoutMs: 1000, work })).rejects.toMatchObject({
    code: 'engine_unreachable',
  })
})
