import { describe, expect, test } from 'vitest'
import { nearTerms } from '../../../../src/engines/embedded/index/near-terms.ts'
import { inScope, nearTermsOf } from './naive-search.ts'
import { planOf, word } from './random-query.ts'
import { below, segmentOf, pick, plainDocument, randomDocuments, seeded, snapshotOf } from './small-corpus.ts'

const EDITABLE = ['toppmote', 'minister', 'summit', 'paris', 'runing', 'технол', 'news', 'negociees', 'run']

describe('terms one edit away', () => {
  test('are found as the definition says, the first letter included', () => {
    const random = seeded(7)
    const documents = randomDocuments(random, 200)
    const segment = segmentOf(documents)
    for (let round = 0; round < 400; round++) {
      const edited = randomEdit(pick(random, EDITABLE))
      const expected = nearTermsOf(edited, documents).map(({ term }) => term)
      expect(nearTerms(segment.dictionary, edited).toSorted()).toEqual(expected.toSorted())
    }

    function randomEdit(term: string): string {
      const at = below(random, term.length)
      const letter = pick(random, Array.from('aeinsтоx'))
      return pick(random, [
        term,
        term.slice(0, at) + term.slice(at + 1),
        term.slice(0, at) + letter + term.slice(at),
        term.slice(0, at) + letter + term.slice(at + 1),
        term.slice(0, at) + (term[at + 1] ?? '') + (term[at] ?? '') + term.slice(at + 2),
      ])
    }
  })

  test('leave out terms with a digit and n-grams', () => {
    const segment = segmentOf([plainDocument('covid 1covid covi9 コロナ 技术 covids', 1)])
    expect(nearTerms(segment.dictionary, 'covid')).toEqual(['covids'])
    expect(nearTerms(segment.dictionary, 'コロ')).toEqual([])
  })
})

describe('a word without a match', () => {
  test('is replaced by all near terms among the visible, filtered paragraphs', () => {
    const random = seeded(11)
    const documents = randomDocuments(random, 80)
    const snapshot = snapshotOf(documents, 3)
    for (const typed of [
      'toppmotet',
      'toppmotte',
      'sumit',
      'summitt',
      'ministre',
      'minsiter',
      'xparis',
      'pariss',
      'umnister',
    ]) {
      for (const filters of [
        {},
        { language: { any: ['en' as const] } },
        { source: { none: ['Le Monde'] } },
      ]) {
        const scope = inScope(documents, filters, 700)
        const isThere = scope.some(({ tokens }) => tokens.some(({ term }) => term === typed))
        const near = isThere ? [] : nearTermsOf(typed, scope)
        const result = snapshot.search(planOf({ query: word(typed, { edits: 1 }), filters }))
        const replacements = near.map(({ term }) => term)
        expect(result.repairs).toEqual(
          near.length > 0 ? [{ term: typed, replacements: replacements.slice(0, 10) }] : [],
        )
        const wanted = isThere ? [typed] : replacements
        const expected = scope.filter(({ tokens }) => tokens.some(({ term }) => wanted.includes(term)))
        expect(result.paragraphs).toBe(expected.length)
      }
    }
  })

  test('is widened although another word of the query matches, and never when edits are not allowed', () => {
    const snapshot = snapshotOf([plainDocument('summit in paris', 1), plainDocument('paris', 2)], 1)
    const of = [word('paris'), word('sumit', { edits: 1 as const })]
    const result = snapshot.search(planOf({ query: { kind: 'and', of } }))
    expect(result.hits.map(hit => hit.row)).toEqual([1])
    expect(result.repairs).toEqual([{ term: 'sumit', replacements: ['summit'] }])
    const strict = snapshot.search(planOf({ query: { kind: 'and', of: [word('paris'), word('sumit')] } }))
    expect(strict).toMatchObject({ paragraphs: 0, repairs: [] })
  })

  test('is not widened to a term that only deleted or embargoed paragraphs have', () => {
    const snapshot = snapshotOf(
      [
        plainDocument('summit', 1, { isDeleted: true }),
        plainDocument('summits', 2, { visibleFrom: 9000 }),
        plainDocument('x', 3),
      ],
      1,
    )
    const result = snapshot.search(planOf({ query: word('summitt', { edits: 1 }) }))
    expect(result).toMatchObject({ paragraphs: 0, repairs: [], hits: [] })
  })
})
