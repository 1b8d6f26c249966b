import type { EngineEvent } from '../common/engine-event.ts'
import type { StoredParagraph } from '../../domain/paragraph.ts'
import { FACET_NAMES, ZONES } from '../../domain/query.ts'
import type { Filters } from '../../domain/query.ts'
import { AppError, messageOf } from '../../errors.ts'
import { nameKey } from '../../text/normal-form.ts'
import type { EngineCapabilities, SearchEngine } from '../search-engine.ts'
import { connect, inTime } from './client.ts'
import { termsBody } from './count-requests.ts'
import { openDocumentStore } from './document-store.ts'
import { facetValuesBody } from './facet-requests.ts'
import { readFacetValues } from './facet-response.ts'
import { readHits, readWordCounts } from './from-response.ts'
import { openIndexWriter } from './index-writer.ts'
import { createQuotesGuard } from './old-index.ts'
import { closePoints, createPointsInTime, openPoint, type PointsInTime } from './points-in-time.ts'
import { checkVersion, indexMeta, prepareIndex } from './prepare-index.ts'
import { checkHealth, readStats } from './read-stats.ts'
import { INDEX_PREFIX, namesOf } from './schema.ts'
import { createSearchPages, type SearchPages } from './search-pages.ts'
import { storedKey } from './stored-terms.ts'
import { scanBody } from './to-request.ts'

export type OpenSearchEngineOptions = {
  /** http or https; credentials in it count, and are shown nowhere. */
  readonly url: string
  /** What the names of all indices begin with; default `paragraf`. */
  readonly index?: string
  /** Of an index that is made anew, by the first `prepare` or by a rebuild; default 1, enough for tens of millions of paragraphs. */
  readonly shards?: number
  readonly username?: string
  readonly password?: string
  /** What an operator should know. Default: nothing is said. */
  readonly log?: (event: EngineEvent) => void
  /** Seconds UTC; default the system's. */
  readonly clock?: () => number
  /** How long one request may take that has no deadline of its own; default 30,000. */
  readonly requestTimeoutMs?: number
}

const CAPABILITIES: EngineCapabilities = {
  zones: ZONES,
  facets: FACET_NAMES,
  maxEdits: 1,
  deepPaging: true,
  pinsGeneration: true,
  explains: true,
}

const DEFAULT_LOCK_TIMEOUT_MS = 30_000
const DEFAULT_REQUEST_TIMEOUT_MS = 30_000
const MOST_FACET_VALUES = 100
const SCANNED_AT_ONCE = 500

type Opened = { readonly points: PointsInTime; readonly pages: SearchPages }

/** An index on an OpenSearch server: where one machine is outgrown. */
export function openOpenSearchEngine(options: OpenSearchEngineOptions): SearchEngine {
  const { index = 'paragraf', shards = 1, requestTimeoutMs = DEFAULT_REQUEST_TIMEOUT_MS } = options
  if (!INDEX_PREFIX.test(index)) {
    throw new AppError(
      'invalid_config',
      `${JSON.stringify(index)} can't begin the name of an OpenSearch index`,
      {
        hint: 'Use lower-case letters, digits, - and _, and begin with a letter or digit.',
      },
    )
  }
  const names = namesOf(index)
  const log = options.log ?? (() => undefined)
  const clock = options.clock ?? (() => Math.floor(Date.now() / 1000))
  const server = connect({ ...options, requestTimeoutMs })
  const store = openDocumentStore(server, names)
  const writer = openIndexWriter(server, { names, shards, clock })
  const quotes = createQuotesGuard(server, names)
  let opening: Promise<Opened> | undefined
  let isClosed = false

  /** What failed once, because the server was away, is tried again by whoever comes next. */
  async function use(): Promise<Opened> {
    if (isClosed) {
      throw new AppError('index_missing', 'The index is closed', { hint: 'Ask nothing of it after close().' })
    }
    const current = (opening ??= open())
    try {
      return await current
    } catch (error) {
      if (opening === current) opening = undefined
      throw error
    }
  }

  async function open(): Promise<Opened> {
    await checkVersion(server)
    const { secret } = await prepareIndex(server, names, shards)
    const { isCurrent } = await indexMeta(server, names)
    if (!isCurrent) {
      log({
        level: 'warn',
        message:
          'The rules of analysis have changed: the index serves, but takes nothing new until all is indexed with --rebuild',
      })
    }
    const points = createPointsInTime(server, { index: names.paragraphs, clock })
    return { points, pages: createSearchPages(server, { names, points, secret, clock }) }
  }

  /** Whatever fails leaves as an AppError. */
  async function guard<T>(work: (opened: Opened) => Promise<T>): Promise<T> {
    try {
      return await work(await use())
    } catch (error) {
      if (error instanceof AppError) throw error
      throw new AppError('internal', `The index failed: ${messageOf(error)}`, { cause: error })
    }
  }

  async function* scan(filters: Filters, now: number): AsyncGenerator<StoredParagraph> {
    await guard(() => quotes.checkFilters(filters))
    const pointInTime = await guard(() => openPoint(server, names.paragraphs))
    try {
      for (let after: readonly (string | number)[] | undefined; ;) {
        const body = scanBody(filters, { now, pointInTime, after, size: SCANNED_AT_ONCE })
        const { hits } = await guard(async () =>
          readHits(await server.send({ method: 'POST', path: '/_search', body })),
        )
        for (const { paragraph } of hits) yield paragraph
        after = hits.at(-1)?.sort
        if (hits.length < SCANNED_AT_ONCE) return
      }
    } finally {
      await closePoints(server, [pointInTime]).catch(() => undefined)
    }
  }

  return {
    name: 'opensearch',
    capabilities: CAPABILITIES,
    prepare: () => guard(() => Promise.resolve()),
    put: (articles, { lockTimeoutMs = DEFAULT_LOCK_TIMEOUT_MS } = {}) =>
      guard(() => writer.put(articles, lockTimeoutMs)),
    rebuild: (articles, { force = false, lockTimeoutMs = DEFAULT_LOCK_TIMEOUT_MS } = {}) =>
      guard(() => writer.rebuild(articles, { force, lockTimeoutMs })),
    remove: (selector, { lockTimeoutMs = DEFAULT_LOCK_TIMEOUT_MS } = {}) =>
      guard(() => writer.remove(selector, lockTimeoutMs)),
    search: (plan, searchOptions = {}) => {
      const found = guard(({ pages }) =>
        quotes.search(plan, supported => pages.search(supported, searchOptions)),
      )
      // it may wait for a server that is away or for a point in time, which have other deadlines
      return inTime(found, searchOptions, server.address)
    },
    terms: (words, filters, now) =>
      guard(async () => {
        if (words.length === 0) return []
        await quotes.checkFilters(filters)
        const body = termsBody(words, filters, now)
        const counts = readWordCounts(
          await server.send({ method: 'POST', path: `/${names.paragraphs}/_search`, body }),
        )
        return words.map((word, i) => ({ word, paragraphs: counts[i] ?? 0 }))
      }),
    facetValues: (name, prefix, filters, now) =>
      guard(async () => {
        await (name === 'speaker' ? quotes.checkQuotes() : quotes.checkFilters(filters))
        const key = nameKey(prefix)
        const body = facetValuesBody(name, { key: storedKey(key), filters, now })
        const answer = await server.send({ method: 'POST', path: `/${names.paragraphs}/_search`, body })
        return readFacetValues(answer)
          .filter(({ value }) => nameKey(value).startsWith(key))
          .slice(0, MOST_FACET_VALUES)
      }),
    paragraphs: (selector, now) =>
      guard(() =>
        'articleId' in selector ? store.ofArticle(selector.articleId, now) : store.ofIds(selector.ids, now),
      ),
    scan,
    stats: () => guard(() => readStats(server, names)),
    health: () =>
      guard(async () => {
        await checkHealth(server, names)
        return 'ready' as const
      }),
    async close() {
      isClosed = true
      const opened = await opening?.catch(() => undefined)
      await opened?.points.close(clock()).catch(() => undefined)
      await server.close()
    },
  }
}
