import { describe, expect, test } from 'vitest'
import { naiveSearch } from './naive-search.ts'
import { randomPlan } from './random-query.ts'
import { randomDocuments, seeded, snapshotOf } from './small-corpus.ts'

describe('a snapshot against the naive evaluation', () => {
  test.each([1, 2, 3, 4, 5, 6])('totals, facets and matches are equal in corpus %i', seed => {
    const random = seeded(seed)
    const documents = randomDocuments(random, seed === 1 ? 400 : 60)
    const snapshot = snapshotOf(documents, 1 + (seed % 4))
    for (let round = 0; round < 300; round++) {
      const plan = randomPlan(random)
      const expected = naiveSearch(plan, documents)
      const result = snapshot.search(plan)
      expect({ ...result, plan }).toMatchObject({
        paragraphs: expected.paragraphs,
        articles: expected.articles,
        facets: expected.facets,
      })
      const total = plan.group === 'article' ? expected.articles : expected.paragraphs
      expect(result.hits.length).toBe(Math.min(plan.limit, total))
      expect(result.hits.every(hit => expected.rows.includes(hit.row))).toBe(true)
      expect(result.next !== undefined).toBe(total > plan.limit)
    }
  })
})
