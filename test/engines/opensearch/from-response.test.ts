import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { AppError } from '../../../src/errors.ts'
import { readRefused } from '../../../src/engines/opensearch/bulk.ts'
import {
  readArticleEstimate,
  readArticleFacet,
  readFacetValues,
} from '../../../src/engines/opensearch/facet-response.ts'
import {
  readCandidates,
  readGroupSizes,
  readHits,
  readNearTerms,
  readSearch,
  readWordCounts,
} from '../../../src/engines/opensearch/from-response.ts'
import { isGone } from '../../../src/engines/opensearch/points-in-time.ts'
import { failureOf, refusalError } from '../../../src/engines/opensearch/server-error.ts'
import { EVERY_FACET } from '../../contract/random-plans.ts'

/** Answers of a real OpenSearch 3.8.0, recorded by record-responses.ts. */
type Recorded = { readonly status: number; readonly body: unknown }
const RECORDED = JSON.parse(readFileSync(new URL('responses.json', import.meta.url), 'utf8')) as Record<
  string,
  Recorded
>
function recorded(name: string): Recorded {
  const found = RECORDED[name]
  if (!found) throw new Error(`${name} was not recorded`)
  return found
}
const body = (name: string): unknown => recorded(name).body
const errorOf = (name: string): AppError => {
  const { status, body: of } = recorded(name)
  return refusalError(failureOf(status, of), 'http://search:9200')
}

describe('answers of OpenSearch', () => {
  it('are read as hits, totals and facets', () => {
    const found = readSearch(body('search'), EVERY_FACET)
    expect(found).toMatchObject({
      isDegraded: false,
      paragraphs: 4,
      articles: 2,
    })
    expect(found.hits).toHaveLength(3)
    const [first] = found.hits
    expect(first?.paragraph).toMatchObject({
      id: 'b-99813f4b16',
      text: 'Ferga i havnen, the ferry.',
      author: [],
    })
    expect(first?.sort).toEqual([first?.score, 'b-99813f4b16'])
    expect(first?.explanation).toEqual([])
    expect(found.facets.map(({ name, facet }) => [name, facet?.relation, facet?.values])).toEqual([
      [
        'language',
        'exact',
        [
          { value: 'en', count: 3 },
          { value: 'nb', count: 1 },
        ],
      ],
      [
        'source',
        'exact',
        [
          { value: 'Ledger', count: 3 },
          { value: 'Havnebladet', count: 1 },
        ],
      ],
      ['author', 'exact', [{ value: 'Ada Möre', count: 3 }]],
      ['month', 'exact', [{ value: '1972-09', count: 3 }]],
    ])
  })

  it('explain the scores of named queries, which add up', () => {
    const [hit] = readSearch(body('search explained'), EVERY_FACET).hits
    expect(hit?.explanation.map(({ label }) => label)).toContain('harbour')
    expect(hit?.explanation.reduce((sum, part) => sum + part.score, 0)).toBeCloseTo(hit?.score ?? 0, 3)
  })

  it('count articles one by one, or say that they are estimated', () => {
    const request = { name: 'source', limit: 1 } as const
    const values = [{ value: 'Havnebladet', count: 1 }]
    expect(readArticleFacet(body('article facet'), request)).toEqual({
      name: 'source',
      relation: 'exact',
      values,
      truncated: true,
    })
    expect(readArticleFacet(body('article facet estimated'), request).relation).toBe('approximate')
    expect(readArticleEstimate(body('article estimate'))).toBe(2)
    expect(readGroupSizes(body('group sizes'))).toEqual(
      new Map([
        ['a', 3],
        ['b', 1],
      ]),
    )
    const grouped = readSearch(body('search by article'), EVERY_FACET)
    expect(grouped.facets.map(({ paragraphs, facet }) => [paragraphs, facet])).toEqual(
      EVERY_FACET.map(() => [4, undefined]),
    )
    expect(grouped.hits.map(({ paragraph }) => paragraph.articleId)).toEqual(['b', 'a'])
  })

  it('are read where they have no totals', () => {
    expect(readHits(body('partial')).hits.length).toBeGreaterThan(0)
    expect(readCandidates(body('candidates'))).toMatchObject({
      total: 1,
      paragraphs: [{ text: 'one x two x three' }],
    })
    expect(readNearTerms(body('near terms'), 1)).toEqual([{ paragraphs: 0, near: new Map([['harbour', 3]]) }])
    expect(readWordCounts(body('words'))).toEqual([3, 0])
    expect(readFacetValues(body('facet values'))).toEqual([{ value: 'Ada Möre', count: 4 }])
  })

  it('count quotes by the paragraphs in which they stand', () => {
    const [speakers] = readSearch(body('search in quotes'), [{ name: 'speaker', limit: 1 }]).facets
    expect(speakers).toEqual({
      name: 'speaker',
      paragraphs: 2,
      facet: {
        name: 'speaker',
        relation: 'exact',
        values: [{ value: 'Ivo Brand', count: 1 }],
        truncated: true,
      },
    })
    expect(readArticleFacet(body('article facet of speakers'), { name: 'speaker', limit: 5 })).toMatchObject({
      relation: 'exact',
      values: [
        { value: 'Ivo Brand', count: 1 },
        { value: 'Mara Quell', count: 1 },
      ],
    })
    expect(readFacetValues(body('facet values of speakers'))).toEqual([{ value: 'Mara Quell', count: 1 }])
    expect(readNearTerms(body('near terms in quotes'), 1)).toEqual([
      { paragraphs: 0, near: new Map([['harbour', 2]]) },
    ])
    // one paragraph without speech, and one in which the word stands outside of it
    expect(readNearTerms(body('near terms in text'), 1)).toEqual([
      { paragraphs: 0, near: new Map([['harbour', 2]]) },
    ])
  })

  it('with the most frequent speakers of several shards are no exact facet', () => {
    const cut = structuredClone(body('search in quotes')) as {
      aggregations: { facet_speaker: { quotes: { counted: { values: { sum_other_doc_count: number } } } } }
    }
    cut.aggregations.facet_speaker.quotes.counted.values.sum_other_doc_count = 1
    const relationOn = (shards: number): unknown =>
      readSearch({ ...cut, _shards: { total: shards, failed: 0 } }, [{ name: 'speaker', limit: 1 }]).facets[0]
        ?.facet?.relation
    expect([relationOn(1), relationOn(3)]).toEqual(['exact', 'approximate'])
  })

  it('name the documents of a bulk that were refused; to delete what is not there is no failure', () => {
    expect(readRefused(body('not a number'))).toMatchObject([
      [0, { status: 400, type: 'mapper_parsing_exception' }],
    ])
    expect(readRefused(body('blocked bulk'))).toMatchObject([
      [0, { status: 429, type: 'cluster_block_exception' }],
    ])
  })

  it('are degraded when a shard failed or ran out of time', () => {
    const answer = body('search') as object
    expect(readSearch({ ...answer, timed_out: true }, []).isDegraded).toBe(true)
    expect(readSearch({ ...answer, _shards: { total: 2, successful: 1, failed: 1 } }, []).isDegraded).toBe(
      true,
    )
  })

  it.each([{}, [], null, 'text', { hits: {} }, { hits: { total: { value: 1 }, hits: [{}] } }])(
    'of another form are refused: %j',
    other => {
      expect(() => readSearch(other, EVERY_FACET)).toThrow(AppError)
    },
  )
})

describe('errors of OpenSearch', () => {
  it.each([
    ['missing index', 'index_missing'],
    ['blocked write', 'storage_full'],
    ['bad query', 'engine_refused'],
    ['missing document', 'engine_refused'],
  ])('%s is %s', (name, code) => {
    const error = errorOf(name)
    expect(error).toMatchObject({ code })
    expect(error.message).toContain('http://search:9200')
    expect(error.hint).toBeTruthy()
  })

  it('tell a point in time that is gone', () => {
    expect(isGone(errorOf('point gone'))).toBe(true)
    expect(isGone(errorOf('missing index'))).toBe(true)
    expect(isGone(errorOf('bad query'))).toBe(false)
  })

  it.each([429, 502, 503, 504])('%d is worth another try', status => {
    expect(refusalError(failureOf(status, ''), 'x')).toMatchObject({
      code: 'engine_unreachable',
      retryAfter: 5,
    })
  })
})
