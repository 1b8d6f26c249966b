import { describe, expect, it } from 'vitest'
import type { Clause } from '../../../src/domain/query.ts'
import { clauseFilter } from '../../../src/engines/meilisearch/clause-filter.ts'
import {
  and,
  EVERYTHING,
  filterExpression,
  is,
  not,
  NOTHING,
  or,
} from '../../../src/engines/meilisearch/filter.ts'
import { filtersOfFacet, isFilteredByFacet } from '../../../src/engines/meilisearch/facet-fields.ts'
import { scopeFilter, withoutWords } from '../../../src/engines/meilisearch/scope.ts'
import { behind, countRequest, hitsRequest, sortByDate } from '../../../src/engines/meilisearch/to-request.ts'
import { phraseClause } from '../../../src/text/clauses.ts'
import { PLAN } from '../../contract/random-plans.ts'

const word = (term: string, stem?: string): Clause => ({
  kind: 'word',
  terms: [term],
  stems: stem === undefined ? [] : [{ language: 'nb', stem }],
})
const phrase = (typed: string): Clause => phraseClause(typed) ?? { kind: 'and', of: [] }
const upper = (clause: Clause) => filterExpression(clauseFilter(clause).upper)
const isExact = (clause: Clause): boolean => clauseFilter(clause).isExact

describe('a clause becomes a filter:', () => {
  it('a word is its term or its stems, exactly', () => {
    expect(upper(word('toppmøte', 'toppmøt'))).toEqual([['terms = "toppmøte"', 'stems = "nb:toppmøt"']])
    expect(isExact(word('toppmøte', 'toppmøt'))).toBe(true)
  })

  it('a prefix is the beginning of a term; of a very long one only a part of it can be asked for', () => {
    const prefix = (text: string): Clause => ({ kind: 'word', terms: [text], stems: [], prefix: text })
    expect(upper(prefix('toppm'))).toEqual([['terms = "toppm"', 'terms STARTS WITH "toppm"']])
    expect(isExact(prefix('toppm'))).toBe(true)
    expect(isExact(prefix('x'.repeat(500)))).toBe(false)
  })

  it('a phrase of two words is a pair, exactly; of three its pairs, to be verified', () => {
    expect(upper(phrase('high levels'))).toEqual(['pairs = "high levels"'])
    expect(isExact(phrase('high levels'))).toBe(true)
    expect(upper(phrase('extremely high levels'))).toEqual([
      'pairs = "extremely high"',
      'pairs = "high levels"',
    ])
    expect(isExact(phrase('extremely high levels'))).toBe(false)
  })

  it('a gap leaves the words', () => {
    expect(upper(phrase('ferry … levels'))).toEqual(['terms = "ferry"', 'terms = "levels"'])
    expect(upper(phrase('one two … three'))).toEqual(['pairs = "one two"', 'terms = "three"'])
    expect(isExact(phrase('ferry … levels'))).toBe(false)
  })

  it('what may stand apart is not excluded by its candidates', () => {
    expect(upper({ kind: 'not', of: word('mayor') })).toEqual(['NOT (terms = "mayor")'])
    const excluded = clauseFilter({ kind: 'not', of: phrase('the mayor left') })
    expect(excluded).toEqual({
      upper: EVERYTHING,
      lower: not(clauseFilter(phrase('the mayor left')).upper),
      isExact: false,
    })
  })

  it('alternatives and groups', () => {
    const either: Clause = { kind: 'or', of: [word('a'), { kind: 'and', of: [word('b'), word('c')] }] }
    expect(upper({ kind: 'and', of: [either, word('d')] })).toEqual([
      ['terms = "a"', '(terms = "b" AND terms = "c")'],
      'terms = "d"',
    ])
    expect(upper({ kind: 'and', of: [] })).toEqual(['role EXISTS'])
    expect(upper({ kind: 'or', of: [] })).toEqual(['role = "none"'])
  })
})

describe('filter expressions', () => {
  it('are empty of what says nothing', () => {
    expect(and(EVERYTHING, is('a', 1))).toEqual(is('a', 1))
    expect(and(NOTHING, is('a', 1))).toEqual(NOTHING)
    expect(or(NOTHING, is('a', 1))).toEqual(is('a', 1))
    expect(not(not(is('a', 1)))).toEqual(is('a', 1))
    expect(is('a')).toEqual(NOTHING)
  })

  it('hold long lists in pieces, since the server parses a string in the square of its length', () => {
    const [pieces] = filterExpression(is('terms', ...Array.from({ length: 250 }, (_, i) => `t${i}`)))
    expect(pieces).toHaveLength(3)
  })

  it('escape quotes and backslashes', () => {
    expect(filterExpression(is('a', 'x" OR role = "state', '\\"'))).toEqual([
      'a IN ["x\\" OR role = \\"state", "\\\\\\""]',
    ])
  })
})

describe('the scope of a search', () => {
  it('is what is live and visible, with its filters by key', () => {
    const scope = scopeFilter(
      {
        language: { any: ['nb', 'nn'] },
        source: { any: ['Ledger "Süd"'] },
        author: { none: ['Ada Möre'] },
        publishedAt: { from: -5, to: 7 },
      },
      100,
    )
    expect(filterExpression(scope)).toEqual([
      'role = "live"',
      ['NOT (visibleFrom EXISTS)', 'visibleFrom <= "100"'],
      ['NOT (visibleUntil EXISTS)', 'visibleUntil > "100"'],
      'language IN ["nb", "nn"]',
      'sourceKey = "ledger%0020sud"',
      'NOT (authorKeys = "ada%0020more")',
      'publishedAt >= "-5"',
      'publishedAt < "7"',
    ])
  })

  it('of a zone is its documents; a query without words needs none of quotes, unless a speaker is refused', () => {
    expect(filterExpression(scopeFilter({}, 100, 'text'))[0]).toBe('role = "text"')
    expect(filterExpression(scopeFilter({}, 100, 'quotes'))[0]).toBe('role = "quote"')
    const plan = { ...PLAN, zone: 'quotes' } as const
    expect(withoutWords(plan)).toMatchObject({
      zone: 'any',
      filters: { quoteKind: { any: ['direct', 'dash', 'nested'] } },
    })
    expect(
      withoutWords({ ...plan, filters: { quoteKind: { any: ['scare', 'dash'], none: ['dash'] } } }),
    ).toMatchObject({ zone: 'any', filters: { quoteKind: { any: ['scare'] } } })
    const refusing = { ...plan, filters: { speaker: { none: ['Ada'] } } }
    expect(withoutWords(refusing)).toEqual(refusing)
  })

  it('of a facet lacks the filter on it', () => {
    const filters = { language: { any: ['nb'] }, publishedAt: { from: 0 } } as const
    expect(filtersOfFacet(filters, 'month')).toEqual({ language: filters.language })
    expect(filtersOfFacet(filters, 'language')).toEqual({ publishedAt: filters.publishedAt })
    const said = {
      speaker: { any: ['Ada'] },
      speakerNamed: { none: ['Berg'] },
      quoteKind: { any: ['dash'] },
    } as const
    expect(filtersOfFacet(said, 'speaker')).toEqual({ quoteKind: said.quoteKind })
    expect(isFilteredByFacet({ speakerNamed: said.speakerNamed }, 'speaker')).toBe(true)
  })
})

describe('pages by date', () => {
  it('begin behind a date and key, undated paragraphs last', () => {
    expect(sortByDate('newest', 'paragraph')).toEqual(['publishedAt:desc', 'order:asc'])
    expect(filterExpression(behind({ date: 5, key: 'k' }, 'newest', 'paragraph'))).toEqual([
      ['NOT (publishedAt EXISTS)', 'publishedAt < "5"', '(publishedAt = "5" AND order > "k")'],
    ])
    expect(filterExpression(behind({ date: null, key: 'k' }, 'oldest', 'article'))).toEqual([
      'NOT (publishedAt EXISTS)',
      'articleKey > "k"',
    ])
  })
})

describe('requests', () => {
  it('for hits say how many, for counts none and what is distinct', () => {
    expect(
      hitsRequest(is('role', 'live'), { limit: 20, sort: ['order:asc'], distinct: 'articleKey' }),
    ).toEqual({
      q: '',
      filter: ['role = "live"'],
      sort: ['order:asc'],
      limit: 20,
      distinct: 'articleKey',
      attributesToRetrieve: ['content', 'order', 'language', 'tokens', 'title', 'quote'],
    })
    expect(countRequest(is('role', 'live'), { distinct: 'articleKey', facets: ['month'] })).toEqual({
      q: '',
      filter: ['role = "live"'],
      page: 1,
      hitsPerPage: 0,
      distinct: 'articleKey',
      facets: ['month'],
      attributesToRetrieve: [],
    })
  })
})
