import { parentPort, workerData } from 'node:worker_threads'
import { messageOf, systemCodeOf } from '../../errors.ts'
import { runSegmentTask, type SegmentTask } from './segment-task.ts'
import type { WrittenSegment } from './segment-store.ts'

/** The other thread of segment-maker.ts: one task at a time, each answered with its result or its error. */
export type WorkerAnswer =
  | { readonly isDone: true; readonly written: WrittenSegment | undefined }
  /** Errors lose everything but their message on the way out of a thread. */
  | { readonly isDone: false; readonly message: string; readonly code: string | undefined }

parentPort?.on('message', (task: SegmentTask) => {
  parentPort?.postMessage(answer(task, String(workerData)))
})

function answer(task: SegmentTask, directory: string): WorkerAnswer {
  try {
    return { isDone: true, written: runSegmentTask(task, directory) }
  } catch (error) {
    return { isDone: false, message: messageOf(error), code: systemCodeOf(error) }
  }
}
