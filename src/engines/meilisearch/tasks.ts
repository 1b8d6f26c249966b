import { setTimeout as sleep } from 'node:timers/promises'
import { AppError } from '../../errors.ts'
import type { Server } from './client.ts'
import { readTaskUid, type TaskAnswer } from './from-response.ts'
import { refusalError } from './server-error.ts'

/** Milliseconds between two looks at a task: soon at first, since small tasks take a few. */
const FIRST_PAUSE = 5
const LONGEST_PAUSE = 250
/** How long a server may be away while it works for us, milliseconds. */
const PATIENCE = 30_000

/**
 * Waits until what was enqueued is done. An accepted task may still fail: then its error is thrown as if the request had
 * been refused. As long as the server answers there is no limit: a full queue takes its time.
 */
export async function followTask(server: Server, enqueued: Promise<unknown>): Promise<TaskAnswer> {
  const uid = readTaskUid(await enqueued, server.address)
  let awaySince: number | undefined
  for (let pause = FIRST_PAUSE; ; pause = Math.min(LONGEST_PAUSE, pause * 1.5)) {
    await sleep(pause)
    try {
      const task = await server.task(uid)
      awaySince = undefined
      if (task.status === 'succeeded') return task
      if (task.status === 'failed' || task.status === 'canceled') throw failedTask(task, server.address)
    } catch (error) {
      // a server that is started again goes on with its queue
      if (!(error instanceof AppError && error.code === 'engine_unreachable')) throw error
      awaySince ??= performance.now()
      if (performance.now() - awaySince > PATIENCE) throw error
    }
  }
}

export function failedTask({ uid, status, error }: TaskAnswer, address: string): AppError {
  if (error)
    return refusalError({ status: 0, code: error.code, message: `task ${uid}: ${error.message}` }, address)
  return new AppError('engine_refused', `Task ${uid} of Meilisearch at ${address} was ${status}`, {
    hint: 'Somebody cancelled it; run the same command again.',
  })
}
