import { randomBytes } from 'node:crypto'
import { hostname } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import { AppError, systemCodeOf } from '../../errors.ts'
import type { Server } from './client.ts'
import { readState, writeState, type IndexState, type StateVersion, type WriterNote } from './index-state.ts'
import type { IndexNames } from './schema.ts'

/** A writer that has not shown itself for that long is taken for dead. Measured by who waits: no clocks are compared. */
const LEASE_MS = 10_000
const BEAT_MS = 2000
const RETRY_MS = 50

export type HeldLock = {
  /** Something that can be searched is about to change. */
  readonly willChange: () => void
  /** Throws `index_locked` once another writer has taken over. */
  readonly check: () => void
}

/** One writer at a time, by a compare-and-swap on the document of the state; across processes and machines. */
export async function withLock<T>(
  server: Server,
  names: IndexNames,
  {
    timeoutMs,
    work,
    beatMs = BEAT_MS,
  }: {
    readonly timeoutMs: number
    readonly work: (lock: HeldLock) => Promise<T>
    readonly beatMs?: number
  },
): Promise<T> {
  const writer: WriterNote = {
    token: randomBytes(8).toString('hex'),
    host: hostname(),
    pid: process.pid,
    since: new Date().toISOString(),
  }
  const acquired = await acquire(server, names, { writer, timeoutMs })
  let version: StateVersion | undefined = acquired.version
  let state: IndexState = acquired.state
  let isLost = false
  // a writer that was killed may have changed something without saying so
  let hasChanged = acquired.isTakenOver

  const write = async (change: (present: IndexState) => IndexState): Promise<void> => {
    for (let attempt = 1; attempt <= 2; attempt++) {
      const next = change(state)
      const written = await writeState(server, names, { state: next, after: version })
      if (written) {
        ;[state, version] = [next, written]
        return
      }
      // what was written last may be our own, whose answer came too late
      const present = await readState(server, names)
      if (present.state.writer?.token !== writer.token) break
      ;({ state, version } = present)
    }
    isLost = true
  }
  const beat = async (): Promise<void> => {
    // the server may be away for a moment; the next request of the work tells
    if (!isLost) await write(present => ({ ...present, beat: present.beat + 1 })).catch(() => undefined)
  }
  let beating: Promise<void> | undefined
  // a beat that takes its time is not followed by those it has delayed
  const heart = setInterval(() => {
    beating ??= beat().finally(() => {
      beating = undefined
    })
  }, beatMs)
  heart.unref()

  const release = async (): Promise<void> => {
    clearInterval(heart)
    await beating
    if (isLost) return
    const raised = hasChanged ? 1 : 0
    await write(({ generation, beat }) => ({ generation: generation + raised, beat: beat + 1 }))
  }

  let result: T
  try {
    result = await work({
      willChange: () => {
        hasChanged = true
      },
      check: () => {
        if (isLost) throw lockedError(names, state.writer, LEASE_MS)
      },
    })
  } catch (error) {
    // when that fails the lock ends by itself
    await release().catch(() => undefined)
    throw error
  }
  // when this fails the readers of other processes have not heard of the change
  await release()
  return result
}

type Acquired = { readonly state: IndexState; readonly version: StateVersion; readonly isTakenOver: boolean }

async function acquire(
  server: Server,
  names: IndexNames,
  { writer, timeoutMs }: { readonly writer: WriterNote; readonly timeoutMs: number },
): Promise<Acquired> {
  const end = performance.now() + timeoutMs
  let seen: { readonly number: number; readonly at: number } | undefined
  for (;;) {
    const { state, version } = await readState(server, names)
    if (state.writer && seen?.number !== version?.number) {
      seen = { number: version?.number ?? -1, at: performance.now() }
    }
    const isDead = state.writer && (isGone(state.writer) || performance.now() - (seen?.at ?? 0) > LEASE_MS)
    if (!state.writer || isDead) {
      const next = { generation: state.generation, beat: state.beat + 1, writer }
      const written = await writeState(server, names, { state: next, after: version })
      if (written) return { state: next, version: written, isTakenOver: state.writer !== undefined }
    } else if (performance.now() >= end) {
      throw lockedError(names, state.writer, timeoutMs)
    }
    await sleep(RETRY_MS)
  }
}

/** Whether the writer was a process of this machine that has ended. */
function isGone({ host, pid }: WriterNote): boolean {
  if (host !== hostname() || pid === process.pid) return false
  try {
    process.kill(pid, 0)
    return false
  } catch (error) {
    return systemCodeOf(error) === 'ESRCH'
  }
}

function lockedError(names: IndexNames, writer: WriterNote | undefined, afterMs: number): AppError {
  const who = writer ? `: process ${writer.pid} on ${writer.host}, since ${writer.since}` : ''
  return new AppError(
    'index_locked',
    `Another process has been writing to ${names.paragraphs} for over ${afterMs / 1000} s${who}`,
    { hint: 'Wait until it is done and run this again; nothing was lost.', retryAfter: 5 },
  )
}
