import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, it, onTestFinished } from 'vitest'
import { connect } from '../../../src/engines/meilisearch/client.ts'
import type { Server } from '../../../src/engines/meilisearch/client.ts'
import { refusalError } from '../../../src/engines/meilisearch/server-error.ts'
import { followTask } from '../../../src/engines/meilisearch/tasks.ts'

/** Answers that take a real server minutes, or a broken disk. */

it('no room for the documents that are sent is a full disk', () => {
  const message = 'Error while receiving the playload. `No space left on device (os error 28)`.'
  const error = refusalError({ status: 500, code: 'internal', message }, 'http://127.0.0.1:7700')
  expect(error).toMatchObject({ code: 'storage_full', hint: expect.stringContaining('Free space') as string })
})

/** A server whose task is in these states, one after the other, and for ever in the last one. */
async function serverOfTask(states: readonly object[]): Promise<Server> {
  let asked = 0
  const http = createServer((_, response) => {
    const state = states[Math.min(asked++, states.length - 1)]
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ uid: 7, ...state }))
  })
  await new Promise<void>(resolve => http.listen(0, '127.0.0.1', resolve))
  const { port } = http.address() as AddressInfo
  const server = connect({ url: `http://127.0.0.1:${port}`, requestTimeoutMs: 2000 })
  onTestFinished(async () => {
    server.close()
    http.closeAllConnections()
    await new Promise(resolve => http.close(resolve))
  })
  return server
}

const begun = (second: number): object => ({
  status: 'processing',
  startedAt: `2026-01-01T00:00:${second}.000000000Z`,
})
const waiting = { status: 'enqueued', startedAt: null }
const enqueued = Promise.resolve({ taskUid: 7 })

it('a task that is begun again and again, as on a full disk, is given up', async () => {
  const server = await serverOfTask([waiting, begun(10), waiting, begun(20), begun(20), waiting, begun(30)])
  await expect(followTask(server, enqueued)).rejects.toMatchObject({
    code: 'storage_failed',
    message: expect.stringContaining('begins task 7 again and again') as string,
    hint: expect.stringContaining('room') as string,
  })
})

it('a task that is begun a second time, as after a restart, is waited for', async () => {
  const server = await serverOfTask([waiting, begun(10), begun(20), begun(20), { status: 'succeeded' }])
  expect(await followTask(server, enqueued)).toMatchObject({ status: 'succeeded' })
})
