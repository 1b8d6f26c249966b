import { AppError, systemCodeOf } from '../../errors.ts'
import { createStemmer } from '../../text/stem.ts'
import type { Database } from './database.ts'
import type { Names } from './index/names.ts'
import { createPrefixSets } from './index/prefix-sets.ts'
import { openSnapshot, type Snapshot } from './index/snapshot.ts'
import { readNames } from './names.ts'
import { openMeta } from './schema.ts'
import type { SegmentCache } from './segment-cache.ts'
import { openSegmentTable, type SegmentRow } from './segment-table.ts'

/** The state of the index after one commit: the unit of reading. */
export type Generation = {
  readonly number: number
  readonly snapshot: Snapshot
  readonly segments: readonly SegmentRow[]
  readonly names: Names
}

export type Generations = {
  /** The newest one, also when another process has committed it. */
  current(): Promise<Generation>
  /** One that a cursor has pinned; absent when it is gone. */
  at(number: number): Promise<Generation | undefined>
  /** Keeps a generation in memory until this instant, seconds UTC. */
  pin(generation: Generation, until: number): void
}

export type GenerationsOptions = {
  /** Connection that only reads. */
  readonly database: Database
  readonly cache: SegmentCache
  /** Seconds UTC. */
  readonly clock: () => number
  /** Builds a damaged or missing segment anew from the documents. */
  readonly repair: (name: string, damage: AppError) => Promise<void>
}

/** A writer may merge and remove files between the list that was read and their being opened. */
const ATTEMPTS = 5

export function createGenerations({ database, cache, clock, repair }: GenerationsOptions): Generations {
  const dataVersion = database.prepare('PRAGMA data_version')
  const meta = openMeta(database)
  const table = openSegmentTable(database)
  const prefixSets = createPrefixSets()
  const stemmer = createStemmer()
  const pinned = new Map<number, { readonly generation: Generation; until: number }>()
  let seenVersion: number | undefined
  let newest: Generation | undefined
  let loading: Promise<Generation> | undefined

  /** Rises with every commit of another connection; asking costs microseconds. */
  const versionNow = (): number => Number(dataVersion.get([])?.['data_version'])

  async function current(): Promise<Generation> {
    if (newest && versionNow() === seenVersion) return newest
    loading ??= load().finally(() => {
      loading = undefined
    })
    return loading
  }

  async function load(): Promise<Generation> {
    for (let attempt = 1; ; attempt++) {
      const version = versionNow()
      const listed = readList()
      if (listed.number !== newest?.number) {
        const problem = tryToOpen(listed)
        if (problem) {
          if (attempt === ATTEMPTS) throw problem.error
          if (problem.isDamage || attempt > 2) await repair(problem.name, problem.error)
          continue
        }
      }
      seenVersion = version
      forgetUnpinned()
      if (newest) return newest
    }
  }

  /** One consistent view: in a transaction, however short. */
  function readList(): Omit<Generation, 'snapshot'> {
    database.exec('BEGIN')
    try {
      const number = Number(meta.get('generation') ?? 0)
      return { number, segments: table.all(), names: readNames(database, newest?.names) }
    } finally {
      database.exec('COMMIT')
    }
  }

  function tryToOpen(
    listed: Omit<Generation, 'snapshot'>,
  ): { name: string; isDamage: boolean; error: AppError } | undefined {
    const parts = []
    for (const { name, deleted } of listed.segments) {
      try {
        parts.push(deleted ? { segment: cache.get(name), deleted } : { segment: cache.get(name) })
      } catch (error) {
        if (error instanceof AppError && error.code === 'index_damaged')
          return { name, isDamage: true, error }
        if (systemCodeOf(error) !== 'ENOENT') throw error
        return { name, isDamage: false, error: missingSegment(name, error) }
      }
    }
    newest = {
      ...listed,
      snapshot: openSnapshot({ segments: parts, names: listed.names, prefixSets, stemmer }),
    }
    return undefined
  }

  function forgetUnpinned(): void {
    const now = clock()
    for (const [number, { until }] of pinned) if (until < now) pinned.delete(number)
    const kept = [...pinned.values()].map(({ generation }) => generation)
    if (newest) kept.push(newest)
    cache.keepOnly(new Set(kept.flatMap(({ segments }) => segments.map(segment => segment.name))))
  }

  return {
    current,
    async at(number) {
      const now = await current()
      return now.number === number ? now : pinned.get(number)?.generation
    },
    pin(generation, until) {
      pinned.set(generation.number, { generation, until })
    },
  }
}

const missingSegment = (name: string, cause: unknown): AppError =>
  new AppError('index_damaged', `The segment ${name} is missing from the data folder`, {
    hint: 'It is built anew from the documents; if this comes again, check the disk.',
    cause,
  })
