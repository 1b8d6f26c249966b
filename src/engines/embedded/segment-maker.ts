import { once } from 'node:events'
import type { Worker } from 'node:worker_threads'
import { AppError, STATUS_OF_CODE, type ErrorCode } from '../../errors.ts'
import { startWorker } from '../../start-worker.ts'
import { runSegmentTask, type SegmentTask } from './segment-task.ts'
import type { WrittenSegment } from './segment-store.ts'
import type { WorkerAnswer } from './segment-worker.ts'

/**
 * Makes segments: large ones on another thread, so that searches go on and documents are written meanwhile; small ones
 * here, since handing them over takes longer.
 */
export type SegmentMaker = {
  /** One task at a time. Durable when it resolves; to nothing when a merge leaves no document. */
  make(task: SegmentTask, documents: number): Promise<WrittenSegment | undefined>
  close(): Promise<void>
}

/** Paragraphs from which another thread is worth it. */
const FEWEST_FOR_WORKER = 500

export function createSegmentMaker(directory: string): SegmentMaker {
  let worker: Worker | undefined
  const start = (onExit: () => void): Worker =>
    startWorker(new URL('./segment-worker.ts', import.meta.url), directory).once('exit', onExit)
  return {
    async make(task, documents) {
      if (documents < FEWEST_FOR_WORKER) return runSegmentTask(task, directory)
      worker ??= start(() => {
        worker = undefined
      })
      // it keeps the process alive while it works, and only then
      worker.ref()
      worker.postMessage(task, buffersOf(task))
      const [answer] = (await once(worker, 'message')) as [WorkerAnswer]
      worker?.unref()
      if (answer.isDone) return answer.written
      throw errorOf(answer)
    },
    async close() {
      await worker?.terminate()
      worker = undefined
    },
  }
}

/** Handed over instead of copied; the content is used up by it. */
function buffersOf(task: SegmentTask): ArrayBuffer[] {
  if (task.kind === 'merge') return []
  const { fields, paragraphs, units } = task.content
  const arrays = [paragraphs, units].flatMap(({ columns, ...entries }) => [
    ...Object.values(entries),
    ...Object.values(columns),
  ])
  arrays.push(...fields.map(field => field.entries))
  return [...new Set(arrays.map(array => array.buffer as ArrayBuffer))]
}

function errorOf({ message, code }: Extract<WorkerAnswer, { isDone: false }>): Error {
  if (code !== undefined && code in STATUS_OF_CODE) return new AppError(code as ErrorCode, message)
  return Object.assign(new Error(message), code === undefined ? {} : { code })
}
