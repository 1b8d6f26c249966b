import type { Paragraph } from '../domain/paragraph.ts'
import { AppError } from '../errors.ts'
import { startWorker } from '../start-worker.ts'
import type { Worker } from 'node:worker_threads'
import type { ClaimText } from './claim.ts'
import type { Match } from './match.ts'
import type { Ranked } from './match-claim.ts'
import type { MatchAnswer, MatchTask } from './match-worker.ts'

/** Compares claims with paragraphs on a thread of its own, so that searches go on meanwhile. */
export type MatchThread = {
  /**
   * Resolves to what was compared by the deadline, on the clock of `performance.now()`. Rejects with `overloaded` when too
   * many wait, with `deadline_exceeded` when nothing comes, with `internal` when the thread dies.
   */
  match(
    claim: ClaimText,
    candidates: readonly Paragraph[],
    ranking: { readonly limit: number; readonly deadline: number },
  ): Promise<Ranked>
  close(): Promise<void>
}

const MOST_WAITING = 64
/** A thread that is that much too late hangs, and is replaced; to start one from sources takes a second or two. */
const GRACE_MS = 5000

type Waiting = {
  readonly resolve: (answer: MatchAnswer) => void
  readonly reject: (error: AppError) => void
  readonly timer: NodeJS.Timeout
}

export function createMatchThread(): MatchThread {
  let worker: Worker | undefined
  let lastId = 0
  const waiting = new Map<number, Waiting>()

  function start(): Worker {
    const started = startWorker(new URL('./match-worker.ts', import.meta.url))
    started.on('message', (answer: MatchAnswer) => settle(answer.id, ({ resolve }) => resolve(answer)))
    started.on('error', cause =>
      replace(started, new AppError('internal', 'The comparison failed.', { cause })),
    )
    started.on('exit', () => replace(started, new AppError('internal', 'The comparison was ended.')))
    return started
  }

  function settle(id: number, how: (task: Waiting) => void): void {
    const task = waiting.get(id)
    if (!task) return
    waiting.delete(id)
    clearTimeout(task.timer)
    // it keeps the process alive while it works, and only then
    if (waiting.size === 0) worker?.unref()
    how(task)
  }

  function replace(old: Worker, error: AppError): void {
    if (worker !== old) return
    worker = undefined
    for (const id of waiting.keys()) settle(id, ({ reject }) => reject(error))
    void old.terminate()
  }

  return {
    async match(claim, candidates, { limit, deadline }) {
      if (waiting.size >= MOST_WAITING) throw overloaded()
      const id = ++lastId
      const timeoutMs = Math.max(0, deadline - performance.now())
      const running = (worker ??= start())
      const answer = await new Promise<MatchAnswer>((resolve, reject) => {
        const timer = setTimeout(() => replace(running, tooLate()), timeoutMs + GRACE_MS)
        waiting.set(id, { resolve, reject, timer })
        running.ref()
        running.postMessage({ id, claim, candidates, limit, timeoutMs } satisfies MatchTask)
      })
      if (!answer.isDone) throw new AppError('internal', answer.message)
      const matches = answer.matches.map(({ candidates: numbers, ...match }): Match => {
        const paragraphs = numbers.flatMap(number => candidates[number] ?? [])
        return { ...match, paragraphs }
      })
      return { matches, isCut: answer.isCut }
    },
    async close() {
      const old = worker
      worker = undefined
      for (const id of waiting.keys()) {
        settle(id, ({ reject }) => reject(new AppError('shutting_down', 'The service is stopping.')))
      }
      await old?.terminate()
    },
  }
}

const overloaded = (): AppError =>
  new AppError('overloaded', `${MOST_WAITING} quotations are waiting to be checked already.`, {
    hint: 'Try again in a moment; for many quotations use the batch check.',
    retryAfter: 1,
  })

const tooLate = (): AppError =>
  new AppError('deadline_exceeded', 'The quotation could not be compared in time.', {
    hint: 'Check a shorter quotation.',
  })
