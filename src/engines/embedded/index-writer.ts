import pLimit from 'p-limit'
import type { AnalyzedArticle } from '../../domain/analyzed.ts'
import { checkArticles } from '../common/check-articles.ts'
import type { EngineEvent } from '../common/engine-event.ts'
import type { PutReport, RebuildOptions, RebuildReport, Selector } from '../search-engine.ts'
import { openDatabase, type Database } from './database.ts'
import { deleteSequences } from './delete-articles.ts'
import { createDocumentReader, createDocumentWriter } from './document-store.ts'
import { createSegmentDraft } from './index-documents.ts'
import { listSegment, type SegmentPlaces } from './list-segment.ts'
import { mergeOnce } from './merge-tiers.ts'
import { createNameNumbers, type NameNumbers } from './names.ts'
import { planArticle, storeArticle, type ArticlePlan } from './put-articles.ts'
import { rebuildIndex } from './rebuild-index.ts'
import { rebuildSegments } from './rebuild-segments.ts'
import { INDEX_FINGERPRINT, markCurrent, openMeta } from './schema.ts'
import type { SegmentCache } from './segment-cache.ts'
import type { SegmentStore } from './segment-store.ts'
import { createSegmentMaker } from './segment-maker.ts'
import { openSegmentTable, type SegmentRow } from './segment-table.ts'
import { createWriterLock, type WriterLock } from './writer-lock.ts'

/** Everything that changes a data folder. Every method takes the lock for one transaction and commits one generation. */
export type IndexWriter = {
  put(articles: readonly AnalyzedArticle[], lockTimeoutMs: number): Promise<PutReport>
  /** Replaces everything at once, or nothing. */
  rebuild(articles: AsyncIterable<AnalyzedArticle>, options: RebuildOptions): Promise<RebuildReport>
  /** Number of paragraphs that are gone. */
  remove(selector: Selector, lockTimeoutMs: number): Promise<number>
  /** Builds one damaged or missing segment anew from its documents. */
  repairSegment(name: string): Promise<void>
  /** Analyses everything again. Resolves to the number of paragraphs. */
  reanalyze(): Promise<number>
  /** Whether the segments were built by other rules than today's. */
  isOutdated(): boolean
  close(): Promise<void>
}

export type IndexWriterOptions = {
  readonly file: string
  readonly directory: string
  readonly store: SegmentStore
  readonly cache: SegmentCache
  /** Seconds UTC. */
  readonly clock: () => number
  readonly log: (event: EngineEvent) => void
}

/** SQLite itself waits only this long, since it blocks the thread; the lock goes on trying. */
const BUSY_TIMEOUT_MS = 50
const REPAIR_LOCK_TIMEOUT_MS = 60_000

export function openIndexWriter(options: IndexWriterOptions): IndexWriter {
  const { file, directory, store, cache, clock, log } = options
  const database = openDatabase(file, { busyTimeoutMs: BUSY_TIMEOUT_MS })
  makeDurable(database)
  const meta = openMeta(database)
  const table = openSegmentTable(database)
  const documents = createDocumentWriter(database)
  const writerLock = createWriterLock(database, directory)
  // one connection has one transaction at a time
  const inTurn = pLimit(1)

  const maker = createSegmentMaker(directory)
  const places: SegmentPlaces = { maker, cache, table }
  const lastSequence = (): number => Number(meta.get('sequence') ?? 0)
  const nextGeneration = (): void => meta.set('generation', String(Number(meta.get('generation') ?? 0) + 1))

  /** Names of earlier transactions stay known; those of one that was rolled back were never given. */
  let names: NameNumbers | undefined
  function currentNames(): NameNumbers {
    names?.refresh()
    return (names ??= createNameNumbers(database))
  }
  const lock: WriterLock = {
    async transaction(work, options) {
      try {
        return await writerLock.transaction(work, options)
      } catch (error) {
        names = undefined
        throw error
      }
    },
  }

  /** Files of a killed writer go with the first transaction of the next one. */
  let hasLookedForOrphans = false
  function removeOrphans(): void {
    if (hasLookedForOrphans) return
    store.removeOrphans(new Set(table.all().map(row => row.name)))
    hasLookedForOrphans = true
  }

  /** `isAnew`: also what has not changed. The caller ends the transaction with a new generation. */
  async function putAll(
    articles: readonly AnalyzedArticle[],
    { isAnew }: { readonly isAnew: boolean },
  ): Promise<PutReport> {
    removeOrphans()
    const { accepted, rejected } = checkArticles(articles)
    const draft = createSegmentDraft(currentNames())
    let sequence = lastSequence()
    const nextSequence = (): number => ++sequence
    let row = Number(meta.get('row') ?? 0)
    const nextRow = (): number => ++row
    const plans: ArticlePlan[] = []
    let unchanged = 0
    for (const article of accepted) {
      const plan = planArticle(article, { documents, draft, nextSequence, nextRow, isAnew })
      if (plan) plans.push(plan)
      unchanged += plan ? plan.unchanged : article.paragraphs.length
    }
    const drafted = draft.finish()
    if (!drafted) return { indexed: 0, unchanged, retired: 0, rejected }
    // built on another thread while the documents are written here
    const making = maker.make({ kind: 'build', content: drafted.content }, draft.size)
    try {
      const now = clock()
      for (const plan of plans) storeArticle(plan, documents, now)
      deleteSequences(
        plans.flatMap(plan => plan.replacedSequence ?? []),
        { table, cache },
      )
    } finally {
      await Promise.allSettled([making])
    }
    const written = await making
    if (written) listSegment(written, drafted, { table })
    meta.set('sequence', String(sequence))
    meta.set('row', String(row))
    nextGeneration()
    const sum = (count: (plan: ArticlePlan) => number): number =>
      plans.reduce((total, plan) => total + count(plan), 0)
    return {
      indexed: sum(plan => plan.updated.length + plan.added.length - plan.unchanged),
      unchanged,
      retired: sum(plan => plan.retired.length),
      rejected,
    }
  }

  /** Segments that no generation from now on lists. */
  function forget(names: readonly string[]): void {
    for (const name of names) store.remove(name)
    cache.drop(names)
  }

  function removeAll(selector: Selector): number {
    const ids = 'source' in selector ? documents.articleIdsOf(selector.source) : selector.articleIds
    const sequences: number[] = []
    let removed = 0
    for (const id of ids) {
      const article = documents.article(id)
      if (!article) continue
      sequences.push(article.sequence)
      removed += documents.remove(id)
    }
    deleteSequences(sequences, { table, cache })
    if (sequences.length > 0) nextGeneration()
    return removed
  }

  /** What was put before is durable: that merging fails, on a full disk for one, must not say otherwise. */
  async function mergeAll(timeoutMs: number): Promise<void> {
    try {
      await mergeWhileDue(timeoutMs)
    } catch (error) {
      log({ level: 'warn', message: 'Segments were not merged; the next batch tries again', error })
    }
  }

  async function mergeWhileDue(timeoutMs: number): Promise<void> {
    for (;;) {
      const merged = await lock.transaction(
        async () => {
          const result = await mergeOnce(places)
          if (result) nextGeneration()
          return result
        },
        { timeoutMs },
      )
      if (!merged) return
      forget(merged.replaced)
    }
  }

  const isOutdated = (): boolean => meta.get('fingerprint') !== INDEX_FINGERPRINT

  /** Builds these segments anew from the documents. Resolves to the number of their paragraphs. */
  async function replaceSegments(
    isMeant: (row: SegmentRow) => boolean,
    beforeCommit: () => void = () => undefined,
  ): Promise<number> {
    const { replaced, paragraphs } = await lock.transaction(
      async () => {
        const rows = table.all().filter(isMeant)
        const documents = createDocumentReader(database)
        const context = { ...places, documents, names: currentNames() }
        let count = 0
        for (const { name, firstSequence, lastSequence } of rows) {
          table.remove(name)
          count += await rebuildSegments({ first: firstSequence, last: lastSequence }, context)
        }
        beforeCommit()
        if (rows.length > 0) nextGeneration()
        return { replaced: rows.map(row => row.name), paragraphs: count }
      },
      { timeoutMs: REPAIR_LOCK_TIMEOUT_MS },
    )
    forget(replaced)
    return paragraphs
  }

  return {
    put: (articles, timeoutMs) =>
      inTurn(async () => {
        const report = await lock.transaction(() => putAll(articles, { isAnew: false }), { timeoutMs })
        await mergeAll(timeoutMs)
        return report
      }),
    rebuild: (articles, { force = false, lockTimeoutMs = DEFAULT_LOCK_TIMEOUT_MS }) =>
      inTurn(async () => {
        const { replaced, ...report } = await lock.transaction(
          async () => {
            const result = await rebuildIndex(articles, {
              table,
              documents,
              putAnew: batch => putAll(batch, { isAnew: true }),
              lastOldSequence: lastSequence(),
              force,
            })
            markCurrent(meta)
            nextGeneration()
            return result
          },
          { timeoutMs: lockTimeoutMs },
        )
        forget(replaced.map(({ name }) => name))
        await mergeAll(lockTimeoutMs)
        return report
      }),
    remove: (selector, timeoutMs) =>
      inTurn(async () => {
        const removed = await lock.transaction(() => removeAll(selector), { timeoutMs })
        await mergeAll(timeoutMs)
        return removed
      }),
    repairSegment: async name => void (await inTurn(() => replaceSegments(row => row.name === name))),
    // asked within the transaction, for another process may have done it while this one waited
    reanalyze: () => inTurn(() => replaceSegments(isOutdated, () => markCurrent(meta))),
    isOutdated,
    async close() {
      await maker.close()
      database.close()
    },
  }
}

/** An acknowledged batch survives the loss of power, not only the end of the process. */
function makeDurable(database: Database): void {
  database.exec('PRAGMA synchronous = FULL')
  database.exec('PRAGMA cache_size = -32768')
}

export const DEFAULT_LOCK_TIMEOUT_MS = 30_000
