import type { Response } from 'express'
import { AppError } from '../errors.ts'
import type { SearchControl } from '../search/search.ts'

/** An engine may still give a part of its answer at the deadline, so it gets a moment more than it is told. */
const GRACE_MS = 100

export type Deadline = { readonly timeoutMs: number }

/**
 * Runs what a request waits for, until its deadline or until the reader has gone. Rejects with `deadline_exceeded` or
 * `cancelled`, also when what runs listens to neither its signal nor its deadline.
 */
export async function withDeadline<T>(
  res: Response,
  { timeoutMs }: Deadline,
  run: (control: SearchControl) => Promise<T>,
): Promise<T> {
  const controller = new AbortController()
  const { signal } = controller
  const timer = setTimeout(() => controller.abort(deadlineExceeded(timeoutMs)), timeoutMs + GRACE_MS)
  const onClose = (): void => controller.abort(new AppError('cancelled', 'The reader closed the connection.'))
  res.once('close', onClose)
  try {
    const isAborted = new Promise<never>((_resolve, reject) => {
      // the reason is always one of the two errors above
      signal.addEventListener('abort', () => reject(signal.reason as AppError), { once: true })
    })
    return await Promise.race([run({ signal, deadline: performance.now() + timeoutMs }), isAborted])
  } finally {
    clearTimeout(timer)
    res.off('close', onClose)
  }
}

const deadlineExceeded = (timeoutMs: number): AppError =>
  new AppError('deadline_exceeded', `The index did not answer within ${timeoutMs} ms.`, {
    hint: 'Try again, or search for fewer or rarer words.',
    retryAfter: 1,
  })
