import { mkdirSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { StoredParagraph } from '../../domain/paragraph.ts'
import { FACET_NAMES, ZONES, type QueryPlan } from '../../domain/query.ts'
import type { EngineHit } from '../../domain/result.ts'
import { AppError } from '../../errors.ts'
import type { EngineEvent } from '../common/engine-event.ts'
import { CURSOR_LIFETIME, decodeCursor, encodeCursor, expiredCursor } from '../common/cursor.ts'
import type { EngineCapabilities, EngineResult, SearchEngine, SearchOptions } from '../search-engine.ts'
import { openDatabase } from './database.ts'
import { createDocumentReader, type DocumentReader } from './document-store.ts'
import { createGenerations, type Generation, type Generations } from './generations.ts'
import { DEFAULT_LOCK_TIMEOUT_MS, openIndexWriter, type IndexWriter } from './index-writer.ts'
import type { SnapshotHit } from './index/search.ts'
import { parsePosition, type Position } from './index/position.ts'
import { openMeta, prepareSchema } from './schema.ts'
import { createSegmentCache } from './segment-cache.ts'
import { openSegmentStore } from './segment-store.ts'
import { storageError } from './storage-error.ts'

export type EmbeddedEngineOptions = {
  /** The data folder; made by `prepare` where it is not there. */
  readonly directory: string
  /** What an operator should know: repairs, a new analysis. Default: nothing is said. */
  readonly log?: (event: EngineEvent) => void
  /** Seconds UTC; default the system's. */
  readonly clock?: () => number
}

const CAPABILITIES: EngineCapabilities = {
  zones: ZONES,
  facets: FACET_NAMES,
  maxEdits: 1,
  deepPaging: true,
  pinsGeneration: true,
  explains: true,
}

/** How long a read waits, and blocks, for a checkpoint of the document store. */
const READ_BUSY_TIMEOUT_MS = 5000

type CursorState = { readonly generation: number; readonly position: Position }

function parseCursorState(state: unknown): CursorState | undefined {
  if (typeof state !== 'object' || state === null || !('generation' in state) || !('position' in state))
    return undefined
  const position = parsePosition(state.position)
  return position && typeof state.generation === 'number'
    ? { generation: state.generation, position }
    : undefined
}

type Opened = {
  readonly writer: IndexWriter
  readonly reader: DocumentReader
  readonly generations: Generations
  readonly secret: string
  readonly file: string
  readonly close: () => Promise<void>
}

/** The default engine: immutable segments over a SQLite document store, in one folder, in this process. */
export function openEmbeddedEngine(options: EmbeddedEngineOptions): SearchEngine {
  const directory = resolve(options.directory)
  const log = options.log ?? (() => undefined)
  const clock = options.clock ?? (() => Math.floor(Date.now() / 1000))
  let opened: Opened | undefined
  let reanalysis: Promise<void> | undefined

  const use = (): Opened => {
    if (opened) return opened
    throw new AppError('index_missing', `The data folder ${directory} is not open`, {
      hint: 'Call prepare() before anything else, and nothing after close().',
    })
  }

  /** Whatever the disk or the database throws leaves as an AppError. */
  async function guard<T>(work: () => T | Promise<T>): Promise<T> {
    try {
      return await work()
    } catch (error) {
      throw storageError(error, directory)
    }
  }

  function startReanalysis({ writer }: Opened): void {
    log({
      level: 'info',
      message: 'The rules of analysis have changed: all text is analysed again in the background',
    })
    reanalysis = writer
      .reanalyze()
      .then(paragraphs => log({ level: 'info', message: `Analysed ${paragraphs} paragraphs again` }))
      .catch((error: unknown) => log({ level: 'error', message: 'The new analysis failed', error }))
      .finally(() => {
        reanalysis = undefined
      })
  }

  async function writable(): Promise<IndexWriter> {
    const { writer } = use()
    await reanalysis
    if (writer.isOutdated()) await writer.reanalyze()
    return writer
  }

  function hitsOf(found: readonly SnapshotHit[], reader: DocumentReader): EngineHit[] {
    const paragraphs = reader.rows(found.map(({ row }) => row))
    return found.flatMap(({ row, score, moreInArticle, explanation }) => {
      const paragraph = paragraphs.get(row)
      // removed by another process since this generation
      if (!paragraph) return []
      return [{ paragraph, score, moreInArticle, ...(explanation ? { explanation } : {}) }]
    })
  }

  async function startOf(
    plan: QueryPlan,
  ): Promise<{ generation: Generation; now: number; after?: Position }> {
    const { generations, secret } = use()
    if (plan.after === undefined) return { generation: await generations.current(), now: plan.now }
    const { now, state } = decodeCursor(plan.after, plan, { secret, parseState: parseCursorState })
    const generation = await generations.at(state.generation)
    if (!generation) throw expiredCursor()
    return { generation, now, after: state.position }
  }

  async function search(
    plan: QueryPlan,
    { signal, deadline, explain }: SearchOptions,
  ): Promise<EngineResult> {
    const { generations, reader, secret } = use()
    const { generation, now, after } = await startOf(plan)
    if (signal?.aborted) throw new AppError('cancelled', 'The search was given up', { cause: signal.reason })
    const found = generation.snapshot.search(
      { ...plan, now },
      {
        ...(after ? { after } : {}),
        ...(deadline === undefined ? {} : { deadline }),
        ...(explain === undefined ? {} : { explain }),
      },
    )
    const hits = hitsOf(found.hits, reader)
    const partial = hitsOf(found.partial, reader)
    const isIncomplete = found.facets.some(({ relation }) => relation !== 'exact')
    const result = {
      hits,
      partial,
      paragraphs: { value: found.paragraphs, relation: 'exact' as const },
      articles: { value: found.articles, relation: 'exact' as const },
      facets: found.facets,
      repairs: found.repairs,
      degraded: isIncomplete || hits.length < found.hits.length || partial.length < found.partial.length,
    }
    if (!found.next) return result
    const issuedAt = clock()
    generations.pin(generation, issuedAt + CURSOR_LIFETIME)
    const state: CursorState = { generation: generation.number, position: found.next }
    return { ...result, next: encodeCursor({ now, issuedAt, state }, plan, secret) }
  }

  return {
    name: 'embedded',
    capabilities: CAPABILITIES,
    prepare: () =>
      guard(() => {
        if (opened) return
        opened = openFolder(directory, { clock, log })
        if (opened.writer.isOutdated()) startReanalysis(opened)
      }),
    put: (articles, { lockTimeoutMs = DEFAULT_LOCK_TIMEOUT_MS } = {}) =>
      guard(async () => (await writable()).put(articles, lockTimeoutMs)),
    rebuild: (articles, rebuildOptions = {}) =>
      guard(async () => {
        await reanalysis
        return use().writer.rebuild(articles, rebuildOptions)
      }),
    remove: (selector, { lockTimeoutMs = DEFAULT_LOCK_TIMEOUT_MS } = {}) =>
      guard(async () => (await writable()).remove(selector, lockTimeoutMs)),
    search: (plan, searchOptions = {}) => guard(() => search(plan, searchOptions)),
    terms: (words, filters, now) =>
      guard(async () => (await use().generations.current()).snapshot.terms(words, filters, now)),
    facetValues: (name, prefix, filters, now) =>
      guard(async () => {
        return (await use().generations.current()).snapshot.facetValues(name, prefix, filters, now)
      }),
    paragraphs: (selector, now) =>
      guard(() => {
        const { reader } = use()
        if ('articleId' in selector) return reader.article(selector.articleId, now)
        return selector.ids.flatMap(id => reader.id(id, now) ?? [])
      }),
    async *scan(filters, now) {
      const { reader, generations } = use()
      const { snapshot } = await guard(() => generations.current())
      let rows: number[] = []
      for (const row of snapshot.rows(filters, now)) {
        rows.push(row)
        if (rows.length < ROWS_A_SCAN) continue
        yield* inOrder(rows, reader)
        rows = []
      }
      yield* inOrder(rows, reader)
    },
    stats: () =>
      guard(async () => {
        const { reader, generations, file } = use()
        const { number, segments } = await generations.current()
        const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
        return {
          paragraphs: sum(segments.map(({ documents, deletedCount }) => documents - deletedCount)),
          articles: reader.articleCount(),
          generation: number,
          bytes: sum(segments.map(({ bytes }) => bytes)) + sizeOf(file) + sizeOf(`${file}-wal`),
        }
      }),
    health: () => Promise.resolve(reanalysis ? 'indexing' : 'ready'),
    async close() {
      await reanalysis
      await opened?.close()
      opened = undefined
    },
  }
}

function openFolder(
  directory: string,
  { clock, log }: { readonly clock: () => number; readonly log: (event: EngineEvent) => void },
): Opened {
  mkdirSync(directory, { recursive: true })
  const file = join(directory, 'paragraf.db')
  const database = openDatabase(file, { busyTimeoutMs: READ_BUSY_TIMEOUT_MS })
  prepareSchema(database, directory)
  const secret = openMeta(database).get('secret') ?? ''
  const store = openSegmentStore(directory)
  const cache = createSegmentCache(store)
  const writer = openIndexWriter({ file, directory, store, cache, clock, log })
  const generations = createGenerations({
    database,
    cache,
    clock,
    async repair(name, damage) {
      log({
        level: 'error',
        message: `${damage.message}; it is built anew from the documents`,
        error: damage,
      })
      await writer.repairSegment(name)
      log({ level: 'info', message: `The segment ${name} was built anew` })
    },
  })
  return {
    writer,
    reader: createDocumentReader(database),
    generations,
    secret,
    file,
    close: async () => {
      await writer.close()
      database.close()
    },
  }
}

const ROWS_A_SCAN = 200

function inOrder(rows: readonly number[], reader: DocumentReader): StoredParagraph[] {
  const paragraphs = reader.rows(rows)
  return rows.flatMap(row => paragraphs.get(row) ?? [])
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0
}
