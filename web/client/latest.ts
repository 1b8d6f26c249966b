/** Runs one task at a time: a new one cancels the one before. */
export type Latest = {
  /** Resolves to undefined when a newer task has begun meanwhile, however this one ended. */
  run<T>(task: (signal: AbortSignal) => Promise<T>): Promise<T | undefined>
  cancel(): void
}

/**
 * Of several answers under way only the last that was asked for counts. Aborting alone is not enough: an answer may have
 * arrived already, and wait for its turn behind the key that made it stale.
 */
export function createLatest(): Latest {
  let current: AbortController | undefined
  return {
    async run(task) {
      current?.abort()
      const own = new AbortController()
      current = own
      try {
        const result = await task(own.signal)
        return current === own ? result : undefined
      } catch (error) {
        if (current === own) throw error
        return undefined
      } finally {
        if (current === own) current = undefined
      }
    },
    cancel() {
      current?.abort()
      current = undefined
    },
  }
}
