import { describe, expect, test } from 'vitest'
import type { Clause } from '../../../../src/domain/query.ts'
import { inScope, matches } from './naive-search.ts'
import { planOf, randomFilters, word } from './random-query.ts'
import { below, pick, randomDocuments, seeded, snapshotOf, type TestDocument } from './small-corpus.ts'

const WORDS = ['summit', 'running', 'minister', 'paris', '2018', 'news', 'toppmote', 'peche', 'zq']

describe('partial matches', () => {
  test.each([1, 2, 3])(
    'hold some of the words, no hit and nothing excluded or filtered (corpus %i)',
    seed => {
      const random = seeded(seed)
      const documents = randomDocuments(random, 120)
      const byRow = new Map(documents.map(document => [document.row, document]))
      const snapshot = snapshotOf(documents, 3)
      for (let round = 0; round < 200; round++) {
        const positive = Array.from({ length: 2 + below(random, 3) }, () => word(pick(random, WORDS)))
        const excluded = random() < 0.4 ? [word(pick(random, WORDS))] : []
        const filters = randomFilters(random)
        const group = pick(random, ['paragraph', 'article'] as const)
        const limit = pick(random, [5, 20, 100])
        const of: Clause[] = [...positive, ...excluded.map(clause => ({ kind: 'not' as const, of: clause }))]
        const result = snapshot.search(planOf({ query: { kind: 'and', of }, filters, group, limit }))
        if (result.hits.length >= limit) expect(result.partial).toEqual([])
        expect(result.hits.length + result.partial.length).toBeLessThanOrEqual(limit)
        const scope = new Set(inScope(documents, filters, 700).map(document => document.row))
        const unitOf = (row: number): number => {
          const document = byRow.get(row) as TestDocument
          return group === 'article' ? document.article : row
        }
        const units = [...result.hits, ...result.partial].map(hit => unitOf(hit.row))
        expect(new Set(units).size).toBe(units.length)
        for (const { row } of result.partial) {
          const document = byRow.get(row) as TestDocument
          expect(scope.has(row)).toBe(true)
          expect(positive.some(clause => matches(clause, document))).toBe(true)
          expect(excluded.some(clause => matches(clause, document))).toBe(false)
        }
      }
    },
  )

  test('hold everything with one of two words that tell as much, and scores that their parts add up to', () => {
    const documents = randomDocuments(seeded(9), 150)
    const snapshot = snapshotOf(documents, 2)
    const clauses = [word('toppmote'), word('toppmoter')]
    const query: Clause = { kind: 'and', of: clauses }
    const { hits, partial } = snapshot.search(planOf({ query, limit: 100 }), { explain: true })
    const rows = inScope(documents, {}, 700)
      .filter(document => clauses.some(clause => matches(clause, document)))
      .map(document => document.row)
    expect(rows.length).toBeGreaterThan(20)
    expect([...hits, ...partial].map(hit => hit.row).toSorted((a, b) => a - b)).toEqual(rows)
    for (const hit of [...hits, ...partial]) {
      const sum = (hit.explanation ?? []).reduce((total, part) => total + part.score, 0)
      expect(sum).toBeCloseTo(hit.score, 4)
    }
  })

  test('stand on the first page of a relevance search only', () => {
    const snapshot = snapshotOf(randomDocuments(seeded(5), 60), 1)
    const query: Clause = { kind: 'and', of: [word('summit'), word('toppmote')] }
    expect(snapshot.search(planOf({ query })).partial.length).toBeGreaterThan(0)
    expect(snapshot.search(planOf({ query, sort: 'newest' })).partial).toEqual([])
    expect(snapshot.search(planOf({ query: word('summit') })).partial).toEqual([])
    expect(snapshot.search(planOf({ query }), { after: { offset: 1 } }).partial).toEqual([])
  })
})
