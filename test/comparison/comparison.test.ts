import { setImmediate as turn } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createSearch } from '../../src/search/search.ts'
import { createStemmer } from '../../src/text/stem.ts'
import { runInProcess } from '../indexer/run-in-process.ts'
import { SEEDS } from '../seeds.ts'
import { askForAll } from './ask.ts'
import { readCorpus } from './corpus.ts'
import type { Corpus } from './corpus.ts'
import { CANDIDATES } from './engines.ts'
import type { ComparedEngine } from './engines.ts'
import { judge } from './judge.ts'
import type { Verdict } from './judge.ts'
import { differingStyles, readMarkStyles } from './mark-styles.ts'
import { readQueries } from './queries.ts'
import type { ComparedQuery } from './queries.ts'
import { NOW } from './sentences.ts'
import { tableOf } from './table.ts'
import type { Judged } from './table.ts'
import { createTruthTeller } from './truth.ts'
import type { Truth, TruthTeller } from './truth.ts'

/** One query set, asked of every engine that is there, each answer whole, and compared with the brute-force twin. */

const LEAST_QUERIES = 150
const LEAST_EXACT = 0.95
const TIMEOUT_MS = 900_000

/** What the query set must hold some of. */
const CATEGORIES = [
  'words',
  'inflections',
  'phrases',
  'phrases with punctuation inside',
  'quotation marks',
  'prefix',
  'typos',
  'exclusion',
  'OR',
  'filters',
  'dates',
  'Chinese',
  'Japanese',
  'Thai, Korean',
  'Arabic, Hindi',
  'Russian, Greek',
  'nothing typed',
  'hostile',
]

const queries = readQueries()
const opened = CANDIDATES.flatMap(({ name, why }) => (why === undefined ? [name] : []))

describe('the same queries on every engine', () => {
  let corpus: Corpus
  let truths: TruthTeller
  let judged: (Judged & { readonly query: ComparedQuery })[]
  const engines: ComparedEngine[] = []

  beforeAll(async () => {
    corpus = await readCorpus()
    truths = createTruthTeller(corpus, NOW)
    for (const candidate of CANDIDATES) if (candidate.why === undefined) engines.push(await candidate.open())
    await Promise.all(engines.map(engine => fill(engine, corpus)))
    judged = await askEverything(engines, truths)
  }, TIMEOUT_MS)
  afterAll(async () => {
    await Promise.all(engines.map(({ dispose }) => dispose()))
  }, TIMEOUT_MS)

  for (const { name, why } of CANDIDATES) {
    if (why !== undefined) it.skip(`${name} (${why})`, () => undefined)
  }

  it(`are ${LEAST_QUERIES} or more, of every kind`, () => {
    expect(queries.length).toBeGreaterThanOrEqual(LEAST_QUERIES)
    const present = new Set(queries.map(({ category }) => category))
    expect(CATEGORIES.filter(category => !present.has(category))).toEqual([])
    expect(present).not.toContain('')
  })

  it('find what their author is sure of', () => {
    const [{ engine: { capabilities } } = noEngine()] = engines
    const surprising = queries.flatMap(({ line, shown, request, expected }) => {
      const told = expectedOf(truths.tell(request, capabilities))
      return told === expected ? [] : [`${line}: ${shown} ==> ${told}`]
    })
    expect(surprising).toEqual([])
  })

  it.each(opened)('%s holds the same paragraphs', async name => {
    const { engine } = engineCalled(name)
    const held = new Map<string, unknown>()
    for await (const paragraph of engine.scan({}, NOW)) held.set(paragraph.id, paragraph)
    const visible = [...truths.paragraphs.values()]
      .map(({ paragraph }) => paragraph)
      .filter(({ visibleFrom = NOW, visibleUntil = NOW + 1 }) => visibleFrom <= NOW && NOW < visibleUntil)
    expect(held.size).toBe(visible.length)
    for (const paragraph of visible) expect(held.get(paragraph.id)).toEqual(paragraph)
  })

  it('are printed as a table', () => {
    const lines = judged.flatMap(({ engine, query, verdict }) => {
      const remarks = [
        ...verdict.wrong.slice(0, 3),
        ...verdict.differences,
        ...(verdict.isExact ? [] : ['not exact']),
      ]
      return remarks.map(remark => `${engine}, line ${query.line}, ${query.shown}: ${remark}`)
    })
    process.stdout.write(`${[tableOf(judged, opened), ...lines].join('\n')}\n`)
    expect(judged).toHaveLength(queries.length * opened.length)
  })

  it('has sixty styles of marks', () => expect(readMarkStyles().length).toBeGreaterThanOrEqual(60))

  describe.each(opened)('%s', name => {
    it('finds the same in every style of marks', { timeout: TIMEOUT_MS }, async () => {
      const { engine } = engineCalled(name)
      const search = createSearch(engine, { clock: () => NOW * 1000 })
      expect(await differingStyles(search, engine.capabilities)).toEqual([])
    })

    it(`is exact in at least ${100 * LEAST_EXACT} % of them`, () => {
      const exact = verdictsOf(name).filter(({ verdict }) => verdict.isExact)
      expect(exact.length).toBeGreaterThanOrEqual(LEAST_EXACT * queries.length)
    })

    it('has no wrong hit', () => {
      expect(remarks(name, ({ wrong }) => wrong)).toEqual([])
    })

    it('has the same ids, totals, facets and repairs wherever it is exact', () => {
      expect(remarks(name, ({ differences }) => differences)).toEqual([])
    })
  })

  const verdictsOf = (name: string) => judged.filter(({ engine }) => engine === name)

  const remarks = (name: string, of: (verdict: Verdict) => readonly string[]): string[] =>
    verdictsOf(name).flatMap(({ query, verdict }) =>
      of(verdict).map(one => `${query.line}: ${query.shown}: ${one}`),
    )

  function engineCalled(name: string): ComparedEngine {
    return engines.find(engine => engine.name === name) ?? noEngine()
  }
})

function noEngine(): never {
  throw new Error('There is no such engine')
}

/** The seeds by the indexer itself, the rest through the port. */
async function fill({ engine, env }: ComparedEngine, { batches, removed }: Corpus): Promise<void> {
  const { code, stderr } = await runInProcess(['--quiet', SEEDS], { env })
  if (code !== 0) throw new Error(`The indexer ended with ${code}: ${stderr}`)
  for (const batch of batches) {
    const { rejected } = await engine.put(batch)
    if (rejected.length > 0) throw new Error(`${rejected[0]?.id} was rejected: ${rejected[0]?.reason}`)
  }
  await engine.remove({ articleIds: removed })
}

/** Engine beside engine; the truth is told once a query. */
async function askEverything(
  engines: readonly ComparedEngine[],
  { tell, paragraphs }: TruthTeller,
): Promise<(Judged & { readonly query: ComparedQuery })[]> {
  const context = { paragraphs, stemmer: createStemmer() }
  // before anybody waits for a server: telling the truth takes the whole thread
  for (const { engine } of engines) for (const { request } of queries) tell(request, engine.capabilities)
  const judged = await Promise.all(
    engines.map(async ({ name, engine }) => {
      const search = createSearch(engine, { clock: () => NOW * 1000 })
      const own: (Judged & { readonly query: ComparedQuery })[] = []
      for (const query of queries) {
        // an engine within the process never waits: the answers of the others lie unread meanwhile
        await turn()
        const answer = await askForAll(search, query.request, engine.capabilities)
        const verdict = judge(answer, tell(query.request, engine.capabilities), context)
        own.push({ category: query.category, engine: name, query, verdict })
      }
      return own
    }),
  )
  return judged.flat()
}

function expectedOf(truth: Truth): string {
  if (truth.kind === 'refused') return truth.code
  if (truth.answer.paragraphs === 0) return 'none'
  return truth.answer.repairs.size > 0 ? 'repaired' : 'found'
}
