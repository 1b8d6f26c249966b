import type { EngineEvent } from '../common/engine-event.ts'
import type { QueryPlan } from '../../domain/query.ts'
import { AppError } from '../../errors.ts'
import { decodeCursor, encodeCursor } from '../common/cursor.ts'
import type { EngineCapabilities, EngineResult, SearchEngine, SearchOptions } from '../search-engine.ts'
import { capabilitiesOf, refuseFacet, refuseFilters, refuseUnsupported } from './capabilities.ts'
import { connect, type Server } from './client.ts'
import type { IndexState } from './document.ts'
import { createFrequencies } from './frequencies.ts'
import { parsePlace, type Place } from './hits.ts'
import { createIndexReader, type IndexReader } from './index-reader.ts'
import { FORMAT_VERSION, INDEX_FINGERPRINT, prepareIndex, refuseOutdated } from './prepare-index.ts'
import { putArticles } from './put-articles.ts'
import { lettersIn, stateOf } from './read-documents.ts'
import { rebuildIndex } from './rebuild-index.ts'
import { removeArticles } from './remove-articles.ts'
import { withinLimits, type SearchContext, type SearchLimits } from './search-context.ts'
import { search } from './search.ts'
import { alphabetsOf } from './widen.ts'

export type MeilisearchEngineOptions = {
  /** Of the server, http or https; may hold the key as password. */
  readonly url: string
  readonly apiKey?: string
  /** What the names of our indexes begin with; default `paragraf`. */
  readonly index?: string
  /** What an operator should know. Default: nothing is said. */
  readonly log?: (event: EngineEvent) => void
  /** Seconds UTC; default the system's. */
  readonly clock?: () => number
  /** How long the server may take for one answer, milliseconds; default 30,000. */
  readonly requestTimeoutMs?: number
}

const INDEX_NAME = /^[A-Za-z0-9_-]{1,100}$/

/** Meilisearch holds the documents and finds by exact filters; what it can't promise is verified here. */
export function openMeilisearchEngine(options: MeilisearchEngineOptions): SearchEngine {
  const { url, apiKey, index: prefix = 'paragraf', requestTimeoutMs = 30_000 } = options
  if (!INDEX_NAME.test(prefix)) {
    throw new AppError('invalid_config', `The index name ${JSON.stringify(prefix)} is none of Meilisearch`, {
      hint: 'Use A–Z, a–z, 0–9, _ and -, at most 100 of them.',
    })
  }
  const log = options.log ?? (() => undefined)
  const clock = options.clock ?? (() => Math.floor(Date.now() / 1000))
  const server: Server = connect({ url, requestTimeoutMs, ...(apiKey === undefined ? {} : { apiKey }) })
  const index = `${prefix}_paragraphs`
  const frequencies = createFrequencies()
  const reader = createIndexReader(server, index)
  let state: IndexState | undefined
  let letters: Set<string> | undefined
  /** Writes of this process, one after the other. */
  let writes: Promise<unknown> = Promise.resolve()

  const use = (): IndexState => {
    if (state) return state
    throw new AppError('index_missing', `The index ${index} at ${server.address} is not open`, {
      hint: 'Call prepare() before anything else, and nothing after close().',
    })
  }

  const capabilities = (): EngineCapabilities => capabilitiesOf(state)

  const read = (): IndexReader => {
    use()
    return reader
  }

  const within = <T>(limits: SearchLimits, work: (context: SearchContext) => Promise<T>): Promise<T> =>
    withinLimits(limits, { server, index, frequencies }, work)

  /** The state as the next change leaves it: numbers of several writers don't meet, since they are of their clocks. */
  function nextState(): IndexState {
    const { secret, generation } = use()
    state = {
      secret,
      format: FORMAT_VERSION,
      fingerprint: INDEX_FINGERPRINT,
      generation: Math.max(generation + 1, Date.now()),
    }
    return state
  }

  /** Runs `work` when the writes before it are done, with the state as it is now on the server. */
  async function write<T>(work: () => Promise<T>): Promise<T> {
    use()
    const done = writes.then(async () => {
      const present = (await stateOf(server, index)) ?? use()
      // somebody else has written, perhaps another index under this name
      if (present.generation !== state?.generation) letters = undefined
      state = present
      try {
        return await work()
      } finally {
        frequencies.forget()
      }
    })
    writes = done.catch(() => undefined)
    return done
  }

  async function knownLetters(): Promise<Set<string>> {
    letters ??= new Set(await lettersIn(server, index))
    return letters
  }

  async function searchPage(
    plan: QueryPlan,
    { explain = false, ...limits }: SearchOptions,
  ): Promise<EngineResult> {
    refuseUnsupported(plan, capabilities())
    const { secret } = use()
    const start: { readonly now: number; readonly state?: Place } =
      plan.after === undefined
        ? { now: plan.now }
        : decodeCursor(plan.after, plan, { secret, parseState: parsePlace })
    const { next, ...found } = await within(limits, context =>
      search(
        { ...plan, now: start.now },
        {
          ...(start.state ? { place: start.state } : {}),
          explain,
          // of this moment: another process may have written
          alphabets: async () => alphabetsOf(await lettersIn(server, index)),
          context,
        },
      ),
    )
    const result = { ...found, degraded: false }
    if (!next) return result
    return {
      ...result,
      next: encodeCursor({ now: start.now, issuedAt: clock(), state: next }, plan, secret),
    }
  }

  return {
    name: 'meilisearch',
    get capabilities() {
      return capabilities()
    },
    async prepare() {
      if (state) return
      const prepared = await prepareIndex(server, index)
      if (prepared.fingerprint !== INDEX_FINGERPRINT) {
        log({
          level: 'warn',
          message: `The index ${index} was made by other rules of analysis; it takes no writes until it is rebuilt`,
        })
      }
      state = prepared
    },
    put: articles =>
      write(async () => {
        refuseOutdated(use(), index)
        return putArticles(articles, {
          server,
          from: index,
          to: index,
          nextState,
          letters: await knownLetters(),
          now: clock(),
          isAnew: false,
        })
      }),
    rebuild: (articles, { force = false } = {}) =>
      write(async () => {
        const before = use()
        try {
          return await rebuildIndex(articles, {
            server,
            present: index,
            fresh: `${prefix}_rebuild`,
            nextState,
            now: clock(),
            force,
          })
        } catch (error) {
          state = before
          throw error
        } finally {
          letters = undefined
        }
      }),
    remove: selector =>
      write(() => {
        refuseOutdated(use(), index)
        return removeArticles(selector, { server, index, nextState })
      }),
    search: (plan, searchOptions = {}) => searchPage(plan, searchOptions),
    async terms(words, filters, now) {
      refuseFilters(filters, capabilities())
      return read().terms(words, filters, now)
    },
    async facetValues(name, begin, filters, now) {
      refuseFacet(name, capabilities())
      refuseFilters(filters, capabilities())
      return read().facetValues(name, begin, filters, now)
    },
    paragraphs: async (selector, now) => read().paragraphs(selector, now),
    async *scan(filters, now) {
      refuseFilters(filters, capabilities())
      yield* read().scan(filters, now)
    },
    stats: async () => read().stats(),
    async health() {
      // another process may have rebuilt it meanwhile
      if (use().fingerprint !== INDEX_FINGERPRINT) state = (await stateOf(server, index)) ?? use()
      return read().health()
    },
    async close() {
      await writes
      server.close()
      state = undefined
    },
  }
}
