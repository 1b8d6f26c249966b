import { once } from 'node:events'
import type { Writable } from 'node:stream'

/** Writes at the pace of the reader; `closed` is aborted when the reader goes away, as `head` does. */
export function createPacedOutput(stdout: Writable) {
  const gone = new AbortController()
  stdout.on('error', () => gone.abort())
  return {
    closed: gone.signal,
    async write(text: string): Promise<void> {
      if (gone.signal.aborted || stdout.write(text)) return
      try {
        await once(stdout, 'drain', { signal: gone.signal })
      } catch {
        gone.abort()
      }
    },
  }
}
