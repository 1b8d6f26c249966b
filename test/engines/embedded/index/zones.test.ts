import { describe, expect, test } from 'vitest'
import type { QueryPlan } from '../../../../src/domain/query.ts'
import type { DocumentQuote } from '../../../../src/engines/embedded/index/segment-builder.ts'
import { decodeSegment } from '../../../../src/engines/embedded/index/segment-file.ts'
import { openSnapshot } from '../../../../src/engines/embedded/index/snapshot.ts'
import { naiveSearch } from './naive-search.ts'
import { inFormat1 } from './old-format.ts'
import { planOf, randomQuery, word } from './random-query.ts'
import {
  NAMES,
  plainDocument,
  randomDocuments,
  seeded,
  segmentOf,
  snapshotOf,
  tokensOf,
  type TestDocument,
} from './small-corpus.ts'

/** A paragraph in which what stands between ‹ and › is said, by a speaker when his name comes first: ‹Lind: …›. */
function documentOf(marked: string, row: number): TestDocument {
  const quotes: DocumentQuote[] = []
  let text = ''
  for (const part of marked.split(/(?=‹)|›/u)) {
    const [, name, said] = /^‹(?:([^:]+): )?(.*)$/u.exec(part) ?? []
    const first = tokensOf(text, 'en').length
    text += `${said ?? part} `
    if (said === undefined) continue
    const speaker = name === undefined ? undefined : { name, number: NAMES.speakers.indexOf(name) }
    quotes.push({ first, after: tokensOf(text, 'en').length, kind: 'direct', ...(speaker && { speaker }) })
  }
  return { ...plainDocument(text, row), quotes }
}

const rowsOf = (documents: readonly TestDocument[], plan: Partial<QueryPlan>): number[] =>
  snapshotOf(documents, 1)
    .search(planOf(plan))
    .hits.map(hit => hit.row)

describe('zones', () => {
  test('a speaker who is excluded stays so whoever else is asked for', () => {
    const documents = [
      documentOf('‹Lind: yes› and ‹the minister: no›', 1),
      documentOf('‹Lind: yes› and ‹Oda Lund: no›', 2),
    ]
    const filters = { speakerNamed: { any: ['lind'] }, speaker: { none: ['The Minister'] } }
    expect(rowsOf(documents, { filters })).toEqual([2])
    expect(rowsOf(documents, { filters, zone: 'quotes' })).toEqual([1, 2])
  })

  test('neighbours within the quote raise the rank, and those outside of it do not', () => {
    const documents = [
      documentOf('summit minister ‹summit paris news minister›', 1),
      documentOf('summit paris news minister ‹summit minister›', 2),
    ]
    const of = [word('summit'), word('minister')]
    const steps = of.map(({ terms }) => ({ term: terms[0] ?? '', maxGap: 0 }))
    const plan = {
      query: { kind: 'and' as const, of },
      nearby: [{ kind: 'phrase' as const, steps: steps.map(step => ({ ...step })) }],
    }
    expect(rowsOf(documents, { ...plan, zone: 'quotes' })).toEqual([2, 1])
    expect(rowsOf(documents, { ...plan, zone: 'text' })).toEqual([1, 2])
  })

  test('the best quote of a paragraph counts, and its length is that of the quote', () => {
    const documents = [
      documentOf('‹summit paris news minister paris news› ‹paris›', 1),
      documentOf('paris news run running runs new news minister 2018 ‹summit›', 2),
    ]
    expect(rowsOf(documents, { query: word('summit'), zone: 'quotes' })).toEqual([2, 1])
  })

  test.each(['quotes', 'text'] as const)('scores in %s are explained by their parts', zone => {
    const random = seeded(13)
    const documents = randomDocuments(random, 200)
    const snapshot = snapshotOf(documents, 3)
    let explained = 0
    for (let round = 0; round < 150; round++) {
      const query = randomQuery(random)
      if (!query) continue
      const { hits } = snapshot.search(planOf({ query, zone }), { explain: true })
      for (const { score, explanation = [] } of hits) {
        expect(explanation.reduce((sum, part) => sum + part.score, 0)).toBeCloseTo(score, 4)
        explained++
      }
    }
    expect(explained).toBeGreaterThan(500)
  })
})

describe('a segment that was made before quotes were indexed', () => {
  const documents = randomDocuments(seeded(4), 80).filter(document => !document.isDeleted)
  const old = decodeSegment(inFormat1(segmentOf(documents)), 'old')
  const snapshot = openSnapshot({ segments: [{ segment: old }], names: NAMES })

  test('answers what has nothing to do with quotes as before', () => {
    const plan = planOf({ query: word('run'), facets: [{ name: 'language', limit: 10 }], limit: 100 })
    const { paragraphs, articles, facets } = naiveSearch(plan, documents)
    expect(snapshot.search(plan)).toMatchObject({ paragraphs, articles, facets })
  })

  test('says that speakers are not counted yet', () => {
    const facets = [{ name: 'speaker' as const, limit: 10 }]
    const result = snapshot.search(planOf({ query: word('run'), facets }))
    expect(result.facets).toEqual([{ name: 'speaker', relation: 'atLeast', values: [], truncated: false }])
  })

  test.each<Partial<QueryPlan>>([
    { zone: 'quotes' },
    { zone: 'text' },
    { filters: { quoteKind: { any: ['direct'] } } },
    { filters: { speaker: { none: ['Lind'] } } },
    { filters: { speakerNamed: { any: ['Lind'] } } },
  ])('refuses %j instead of finding too little', plan => {
    expect(() => snapshot.search(planOf(plan))).toThrow(
      expect.objectContaining({ code: 'index_outdated', retryAfter: 30 }),
    )
  })
})
