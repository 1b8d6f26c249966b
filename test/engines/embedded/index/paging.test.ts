import { describe, expect, test } from 'vitest'
import type { Group, QueryPlan, Sort } from '../../../../src/domain/query.ts'
import { parsePosition, type Position } from '../../../../src/engines/embedded/index/position.ts'
import type { SnapshotHit } from '../../../../src/engines/embedded/index/search.ts'
import type { Snapshot } from '../../../../src/engines/embedded/index/snapshot.ts'
import { matches, isVisible, naiveSearch } from './naive-search.ts'
import { planOf, word } from './random-query.ts'
import { randomDocuments, seeded, snapshotOf, type TestDocument } from './small-corpus.ts'

const documents = randomDocuments(seeded(42), 400)
const snapshot = snapshotOf(documents, 4)
const QUERIES = [
  undefined,
  word('run'),
  { kind: 'or' as const, of: [word('paris'), word('summit'), word('2018')] },
]
const SORTS: readonly Sort[] = ['relevance', 'newest', 'oldest']
const GROUPS: readonly Group[] = ['paragraph', 'article']

/** Reads page after page, with positions that went through JSON. */
function readAll(of: Snapshot, plan: QueryPlan, limits: readonly number[]): SnapshotHit[] {
  const hits: SnapshotHit[] = []
  let after: Position | undefined
  for (let page = 0; page < 2000; page++) {
    const result = of.search({ ...plan, limit: limits[page % limits.length] ?? 1 }, after ? { after } : {})
    hits.push(...result.hits)
    if (result.next === undefined) return hits
    after = parsePosition(JSON.parse(JSON.stringify(result.next)))
    expect(after).toEqual(result.next)
  }
  throw new Error('The pages do not end')
}

const byRow = new Map(documents.map(document => [document.row, document]))
const documentOf = (hit: SnapshotHit): TestDocument => byRow.get(hit.row) as TestDocument
const dateKey = (document: TestDocument, sort: Sort): number => {
  if (document.publishedAt === undefined) return Infinity
  return sort === 'newest' ? -document.publishedAt : document.publishedAt
}

describe.each(SORTS)('all pages sorted by %s', sort => {
  describe.each(GROUPS)('in groups of one %s', group => {
    test.each([[[1]], [[7]], [[20]], [[100]], [[3, 50, 10]]])(
      'of sizes %j neither skip nor repeat',
      limits => {
        for (const query of QUERIES) {
          const plan = planOf({ ...(query && { query }), sort, group })
          const expected = naiveSearch(plan, documents)
          const hits = readAll(snapshot, plan, limits)
          const rows = hits.map(hit => hit.row)
          expect(new Set(rows).size).toBe(rows.length)
          if (group === 'paragraph') {
            expect(rows.toSorted((a, b) => a - b)).toEqual(expected.rows)
          } else {
            const articles = hits.map(hit => documentOf(hit).article)
            expect(new Set(articles).size).toBe(expected.articles)
            expect(articles.length).toBe(expected.articles)
            expect(hits.reduce((sum, hit) => sum + 1 + hit.moreInArticle, 0)).toBe(expected.paragraphs)
          }
          const once = readAll(snapshot, plan, [30])
          expect(rows).toEqual(once.map(hit => hit.row))
          expectOrder(hits, sort)
        }
      },
    )
  })
})

function expectOrder(hits: readonly SnapshotHit[], sort: Sort): void {
  for (const [i, hit] of hits.entries()) {
    const before = hits[i - 1]
    // the reranked hits and the others have scores of different kinds
    if (before === undefined || (sort === 'relevance' && i === 50)) continue
    const [first, second] = [documentOf(before), documentOf(hit)]
    const difference =
      sort === 'relevance' ? hit.score - before.score : dateKey(first, sort) - dateKey(second, sort) || 0
    expect(difference).toBeLessThanOrEqual(0)
    if (difference === 0) expect(first.id < second.id).toBe(true)
  }
}

test('by date the best paragraph of an article is that with the least id', () => {
  const result = snapshot.search(planOf({ query: word('run'), sort: 'newest', group: 'article', limit: 100 }))
  for (const hit of result.hits) {
    const { article } = documentOf(hit)
    const matching = documents.filter(
      document => document.article === article && isVisible(document, 700) && matches(word('run'), document),
    )
    const least = matching.toSorted((a, b) => (a.id < b.id ? -1 : 1))[0]
    expect(hit.row).toBe(least?.row)
    expect(hit.moreInArticle).toBe(matching.length - 1)
  }
})

test.each([
  undefined,
  null,
  3,
  {},
  { offset: 0 },
  { offset: 51 },
  { offset: 1.5 },
  { key: 'x', id: 'a' },
  { key: 1 },
])('%j is no position', value => {
  expect(parsePosition(value)).toBeUndefined()
})
