import pLimit from 'p-limit'
import type { AnalyzedArticle } from '../src/domain/analyzed.ts'
import type { PrepareArticle } from '../src/ingest/prepare-article.ts'
import type { PutReport } from '../src/engines/open-engine.ts'
import { AppError, messageOf } from '../src/errors.ts'
import type { Place, ReadArticle, ReadItem } from './read-item.ts'
import type { Recorder } from './report.ts'

export type IndexOptions = {
  readonly prepare: PrepareArticle
  readonly put: (articles: readonly AnalyzedArticle[]) => Promise<PutReport>
  readonly recorder: Recorder
  /** Called after every article read and every batch put. */
  readonly onProgress: () => void
  /** Paragraphs after which a batch is put. */
  readonly batchSize: number
  /** Batches being put at once. */
  readonly concurrency: number
  readonly stop: AbortSignal
}

/** UTF-16 code units after which a batch is put, however few its paragraphs: a batch is held in memory, tokens and all. */
const MAX_BATCH_LENGTH = 2_000_000

type PreparedArticle = { readonly place: Place; readonly article: AnalyzedArticle; readonly length: number }

/**
 * Prepares the articles and puts them in batches, in the order they come; at most `concurrency` batches and the one that
 * is being filled are in memory. An article that comes again takes the place of the earlier one.
 *
 * Rejects with the engine's error after everything under way has ended; what was put before is in the index. When told
 * to stop, it ends the batches under way and drops the one that is being filled.
 */
export async function indexArticles(items: AsyncIterable<ReadItem>, options: IndexOptions): Promise<void> {
  const { prepare, recorder, onProgress, stop } = options
  const puts = createPuts(options)
  const seen = createSeenIds()
  let batch = new Map<string, PreparedArticle>()
  let paragraphs = 0
  let length = 0
  const flush = async () => {
    const full = [...batch.values()]
    batch = new Map()
    paragraphs = 0
    length = 0
    if (full.length > 0) await puts.add(full)
  }

  try {
    for await (const item of items) {
      if (stop.aborted) break
      if (item.kind === 'rejected') {
        recorder.rejected(item.place, item.reason)
        continue
      }
      const prepared = tryPrepare(item, prepare)
      if (!prepared.ok) {
        recorder.rejected(item.place, prepared.reason)
        continue
      }
      recorder.read(item)
      const { article } = prepared
      const earlier = batch.get(article.id)
      if (seen.has(article.id)) {
        recorder.repeated(article.id, item.place)
        // Batches may overtake each other: the earlier version must be in before the later one sets out.
        if (earlier === undefined) await puts.drain()
      }
      seen.add(article.id)
      const added = { place: item.place, article, length: lengthOf(article) }
      batch.set(article.id, added)
      paragraphs += article.paragraphs.length - (earlier?.article.paragraphs.length ?? 0)
      length += added.length - (earlier?.length ?? 0)
      if (paragraphs >= options.batchSize || length >= MAX_BATCH_LENGTH) await flush()
      onProgress()
    }
    if (!stop.aborted) await flush()
  } finally {
    await puts.drain()
  }
}

type Prepared =
  | { readonly ok: true; readonly article: AnalyzedArticle }
  | { readonly ok: false; readonly reason: string }

function tryPrepare({ article }: ReadArticle, prepare: PrepareArticle): Prepared {
  try {
    return { ok: true, article: prepare(article) }
  } catch (error) {
    const isExpected = error instanceof AppError && error.code === 'invalid_article'
    const reason = isExpected
      ? error.message
      : `could not be prepared, which is a mistake in Paragraf: ${messageOf(error)}`
    const hint = isExpected && error.hint !== undefined ? `: ${error.hint}` : ''
    // One article that nobody thought of must not end a run of a million.
    return { ok: false, reason: reason + hint }
  }
}

function createPuts({ put, recorder, onProgress, concurrency }: IndexOptions) {
  const limit = pLimit(concurrency)
  const running = new Set<Promise<void>>()
  let failure: { readonly error: unknown } | undefined

  async function putBatch(batch: readonly PreparedArticle[]): Promise<void> {
    try {
      const articles = batch.map(({ article }) => article)
      const { rejected, ...report } = await put(articles)
      const reasons = new Map(rejected.map(({ id, reason }) => [id, reason]))
      for (const { article, place } of batch) {
        const reason = reasons.get(article.id)
        if (reason !== undefined) recorder.rejected(place, reason)
      }
      recorder.put(
        articles.filter(article => !reasons.has(article.id)),
        report,
      )
      onProgress()
    } catch (error) {
      failure ??= { error }
    }
  }

  const throwFailure = () => {
    if (failure !== undefined) throw failure.error
  }
  return {
    /** Resolves when there is room for another batch, not when this one is put. */
    async add(batch: readonly PreparedArticle[]): Promise<void> {
      throwFailure()
      const task: Promise<void> = limit(() => putBatch(batch)).finally(() => running.delete(task))
      running.add(task)
      while (running.size >= concurrency) await Promise.race(running)
      throwFailure()
    },
    async drain(): Promise<void> {
      await Promise.all(running)
      throwFailure()
    },
  }
}

/** Remembers ids by 52 bits of their own, some 40 bytes an article: a million articles need no million strings. */
function createSeenIds() {
  const seen = new Set<number>()
  return {
    has: (id: string): boolean => seen.has(hashOf(id)),
    add: (id: string): void => {
      seen.add(hashOf(id))
    },
  }
}

/** Two 32-bit FNV-1a hashes with different starts, joined. A collision only costs a superfluous note and a wait. */
function hashOf(id: string): number {
  let low = 0x811c9dc5
  let high = 0x9e3779b9
  for (let index = 0; index < id.length; index++) {
    const code = id.charCodeAt(index)
    low = Math.imul(low ^ code, 0x01000193)
    high = Math.imul(high ^ code, 0x85ebca6b)
  }
  return (high & 0xfffff) * 0x100000000 + (low >>> 0)
}

function lengthOf({ paragraphs }: AnalyzedArticle): number {
  return paragraphs.reduce((length, { paragraph }) => length + paragraph.text.length, 0)
}
