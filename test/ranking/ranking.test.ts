import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openEmbeddedEngine } from '../../src/engines/embedded/embedded-engine.ts'
import type { SearchEngine } from '../../src/engines/search-engine.ts'
import { SEARCH_EVERYTHING } from '../../src/search/request.ts'
import { createSearch } from '../../src/search/search.ts'
import { runInProcess } from '../indexer/run-in-process.ts'
import { readJudgements, SEEDS } from '../seeds.ts'
import { openFullTextTable, type Ranker } from './full-text-table.ts'

/** Judged queries on the sample newsroom, beside SQLite's own full-text index on the same paragraphs. */

const judgements = readJudgements()

type Score = { queries: number; first: number; ten: number; reciprocal: number }
const zero = (): Score => ({ queries: 0, first: 0, ten: 0, reciprocal: 0 })

/** R@1 and R@10: the share of queries with a right paragraph first, or among ten; MRR: mean of 1/place within ten. */
async function evaluate(rank: Ranker): Promise<Map<string, Score>> {
  const scores = new Map<string, Score>()
  for (const { query, language, relevant } of judgements) {
    const places = await rank(query)
    const place = places.slice(0, 10).findIndex(one => relevant.includes(one))
    for (const key of [language, 'all']) {
      const score = scores.get(key) ?? zero()
      score.queries++
      if (place === 0) score.first++
      if (place >= 0) {
        score.ten++
        score.reciprocal += 1 / (place + 1)
      }
      scores.set(key, score)
    }
  }
  return scores
}

const percent = (part: number, { queries }: Score): string => ((100 * part) / queries).toFixed(1).padStart(6)
const row = (score: Score): string =>
  `${percent(score.first, score)} ${percent(score.ten, score)} ${percent(score.reciprocal, score)}`

describe('ranking on judged queries', () => {
  let directory: string
  let engine: SearchEngine
  let ours: Map<string, Score>
  let theirs: Map<string, Score>

  beforeAll(async () => {
    directory = mkdtempSync(join(tmpdir(), 'paragraf-ranking-'))
    const { code } = await runInProcess(['--quiet', SEEDS], { env: { DATA_DIR: directory } })
    expect(code).toBe(0)
    engine = openEmbeddedEngine({ directory })
    await engine.prepare()
    const search = createSearch(engine)
    ours = await evaluate(async query => {
      const { hits, partial } = await search.search({ ...SEARCH_EVERYTHING, typed: query, limit: 10 })
      return [...hits, ...partial].map(hit => `${hit.articleId}#${hit.position}`)
    })
    const table = await openFullTextTable(engine)
    theirs = await evaluate(table.rank)
    table.close()
  })
  afterAll(async () => {
    await engine.close()
    rmSync(directory, { recursive: true })
  })

  it('has enough queries in enough languages, each about paragraphs that exist', async () => {
    expect(judgements.length).toBeGreaterThanOrEqual(30)
    expect(ours.size).toBeGreaterThan(6)
    const places = new Set<string>()
    for await (const { articleId, position } of engine.scan({}, Date.now() / 1000))
      places.add(`${articleId}#${position}`)
    expect(judgements.flatMap(({ relevant }) => relevant).filter(place => !places.has(place))).toEqual([])
  })

  it('is not below SQLite FTS5 (unicode61, bm25) in any language', () => {
    const lines = [...ours].map(([language, score]) => {
      const other = theirs.get(language) ?? zero()
      return `${language.padEnd(4)} ${String(score.queries).padStart(3)}   ${row(score)}   ${row(other)}`
    })
    const table = [
      '          Paragraf              FTS5',
      'lang  n      R@1   R@10    MRR      R@1   R@10    MRR',
      ...lines,
    ]
    process.stdout.write(`${table.join('\n')}\n`)
    const below = [...ours].filter(([language, score]) => {
      const other = theirs.get(language) ?? zero()
      return score.first < other.first || score.ten < other.ten || score.reciprocal < other.reciprocal - 1e-9
    })
    expect(below.map(([language]) => language)).toEqual([])
  })

  it('finds nearly everything among ten, and most of it first', () => {
    const all = ours.get('all') ?? zero()
    expect(all.ten / all.queries).toBeGreaterThanOrEqual(0.95)
    expect(all.first / all.queries).toBeGreaterThanOrEqual(0.8)
  })
})
