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
 * How often a task may be begun. A server that can't write, 1.50 on a full disk, neither fails a task nor ends: it does
 * the task again every ten seconds. One that was started again, or was told to cancel another task, begins it anew once.
 */
const MOST_STARTS = 3

/**
 * Waits until what was enqueued is done. An accepted task may still fail: then its error is thrown as if the request had
 * been refused. As long as the server answers there is no limit: a full queue takes its time.
 */
export async function followTask(server: Server, enqueued: Promise<unknown>): Promise<TaskAnswer> {
  const uid = readTaskUid(await enqueued, server.address)
  let awaySince: number | undefined
  const starts = new Set<string>()
  for (let pause = FIRST_PAUSE; ; pause = Math.min(LONGEST_PAUSE, pause * 1.5)) {
    await sleep(pause)
    try {
      const task = await server.task(uid)
      awaySince = undefined
      if (task.status === 'succeeded') return task
      if (task.status === 'failed' || task.status === 'canceled') throw failedTask(task, server.address)
      if (typeof task.startedAt === 'string') starts.add(task.startedAt)
      if (starts.size >= MOST_STARTS) throw stuckTask(task, server.address)
    } catch (error) {
      // a server that is started again goes on with its queue
      if (!(error instanceof AppError && error.code === 'engine_unreachable')) throw error
      awaySince ??= performance.now()
      starts.clear()
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

const stuckTask = ({ uid }: TaskAnswer, address: string): AppError =>
  new AppError(
    'storage_failed',
    `Meilisearch at ${address} begins task ${uid} again and again and can't finish it, as it does when its disk is full`,
    {
      hint: 'Look at its log. When its disk has room and may be written to, it finishes the task by itself; then run the same command again.',
    },
  )
