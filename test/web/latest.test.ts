import { describe, expect, it } from 'vitest'
import { createLatest } from '../../web/client/latest.ts'

/** A task whose end the test decides. */
function heldTask<T>(): {
  run: (signal: AbortSignal) => Promise<T>
  end(value: T): void
  fail(): void
  signal?: AbortSignal
} {
  let [end, fail]: [(value: T) => void, () => void] = [() => undefined, () => undefined]
  const promise = new Promise<T>((resolve, reject) => {
    end = resolve
    fail = () => reject(new Error('failed'))
  })
  const task: ReturnType<typeof heldTask<T>> = {
    run: signal => {
      task.signal = signal
      return promise
    },
    end,
    fail,
  }
  return task
}

describe('the latest of several tasks', () => {
  it('is the only one that counts, in whatever order they end', async () => {
    const latest = createLatest()
    const [first, second] = [heldTask<string>(), heldTask<string>()]
    const results = [latest.run(first.run), latest.run(second.run)]
    expect(first.signal?.aborted).toBe(true)
    expect(second.signal?.aborted).toBe(false)
    second.end('new')
    first.end('old, and too late to be aborted')
    expect(await Promise.all(results)).toEqual([undefined, 'new'])
  })

  it('fails alone: a stale failure is nobody’s', async () => {
    const latest = createLatest()
    const [first, second] = [heldTask<string>(), heldTask<string>()]
    const stale = latest.run(first.run)
    const current = latest.run(second.run)
    first.fail()
    expect(await stale).toBeUndefined()
    second.fail()
    await expect(current).rejects.toThrow('failed')
  })

  it('can be given up', async () => {
    const latest = createLatest()
    const task = heldTask<string>()
    const result = latest.run(task.run)
    latest.cancel()
    task.end('nobody waits')
    expect(await result).toBeUndefined()
    expect(task.signal?.aborted).toBe(true)
  })

  it('of one box has nothing to do with that of another', async () => {
    const [here, there] = [createLatest(), createLatest()]
    const task = heldTask<string>()
    const result = here.run(task.run)
    await there.run(() => Promise.resolve('there'))
    task.end('here')
    expect(await result).toBe('here')
  })
})
