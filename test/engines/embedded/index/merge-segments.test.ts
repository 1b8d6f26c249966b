import { describe, expect, test } from 'vitest'
import { mergeSegments } from '../../../../src/engines/embedded/index/merge-segments.ts'
import { segmentsToMerge } from '../../../../src/engines/embedded/index/merge-policy.ts'
import { documentsOfArticle } from '../../../../src/engines/embedded/index/segment.ts'
import { segmentOf, deletedBits, randomDocuments, seeded, splitByArticle } from './small-corpus.ts'

describe('merging segments', () => {
  test.each([1, 2, 3, 4])('gives what building at once without the deleted gives (corpus %i)', seed => {
    const documents = randomDocuments(seeded(seed), seed === 1 ? 900 : 50)
    const parts = splitByArticle(documents, 1 + seed)
    const merged = mergeSegments(
      parts.map(part => ({ segment: segmentOf(part), deleted: deletedBits(part) })),
    )
    expect(merged).toEqual(segmentOf(documents.filter(document => !document.isDeleted)))
  })

  test('of nothing but deleted documents gives an empty segment', () => {
    const documents = randomDocuments(seeded(8), 5).map(document => ({ ...document, isDeleted: true }))
    const merged = mergeSegments([{ segment: segmentOf(documents), deleted: deletedBits(documents) }])
    expect(merged).toMatchObject({ size: 0, dictionary: { size: 0 }, units: { size: 0 } })
  })
})

describe('which segments are merged', () => {
  test('eight neighbours of a tier', () => {
    expect(segmentsToMerge([2000, 2000, 2000])).toEqual([])
    expect(segmentsToMerge(Array(8).fill(100))).toEqual([0, 1, 2, 3, 4, 5, 6, 7])
    expect(segmentsToMerge([16_000, ...Array<number>(8).fill(100)])).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
  })

  test('keep the number of segments small, however they come', () => {
    const sizes: number[] = []
    let most = 0
    for (let batch = 0; batch < 3000; batch++) {
      sizes.push(300)
      for (let group = segmentsToMerge(sizes); group.length > 0; group = segmentsToMerge(sizes)) {
        const total = group.reduce((sum, i) => sum + (sizes[i] ?? 0), 0)
        sizes.splice(group[0] ?? 0, group.length, total)
      }
      most = Math.max(most, sizes.length)
    }
    expect(most).toBeLessThan(40)
    expect(Math.max(...sizes)).toBeLessThanOrEqual(250_000)
  })
})

test('the documents of an article are found by its number', () => {
  const documents = randomDocuments(seeded(6), 40)
  const segment = segmentOf(documents)
  for (const article of [...new Set(documents.map(document => document.article)), 0, 9999]) {
    const [from, to] = documentsOfArticle(segment, article)
    const expected = documents.flatMap((document, d) => (document.article === article ? [d] : []))
    expect(Array.from({ length: to - from }, (_, k) => from + k)).toEqual(expected)
  }
})
