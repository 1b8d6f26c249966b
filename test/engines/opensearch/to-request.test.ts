import { assert, boolean, constantFrom, nat, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PhraseStep, QueryPlan } from '../../../src/domain/query.ts'
import type { Asked } from '../../../src/engines/opensearch/asked.ts'
import { isCompact } from '../../../src/engines/opensearch/clause-to-query.ts'
import { oneEditPatterns } from '../../../src/engines/opensearch/one-edit-patterns.ts'
import { exactPhrase, isExactPhrase, widerPhrase } from '../../../src/engines/opensearch/phrase-to-query.ts'
import { storedPrefix, storedTerm } from '../../../src/engines/opensearch/stored-terms.ts'
import { searchBody } from '../../../src/engines/opensearch/to-request.ts'
import { STEMMED_LANGUAGES } from '../../../src/domain/language.ts'
import { wordClauses } from '../../../src/text/clauses.ts'
import { typedSpeakerKeys } from '../../../src/text/speaker-keys.ts'
import { mayStandInFor } from '../../../src/text/edit-distance.ts'
import { PLAN } from '../../contract/random-plans.ts'

const word = (term: string, stems: { language: 'nb' | 'en'; stem: string }[] = []) =>
  ({ kind: 'word', terms: [term], stems }) as const

const asked = (plan: Partial<QueryPlan>, parts: Partial<Asked> = {}): Asked => ({
  plan: { ...PLAN, facets: [{ name: 'language', limit: 2 }], limit: 10, ...plan },
  positive: [],
  negative: [],
  verified: new Map(),
  ...parts,
})

const VISIBLE = [{ range: { visibleFrom: { lte: 100 } } }, { range: { visibleUntil: { gt: 100 } } }]

describe('a search as OpenSearch is asked', () => {
  it('has one hit more than the page, exact totals, and disjunctive facets behind the query', () => {
    const filters = { language: { any: ['nb'] }, source: { none: ['Der Bote'] } } as const
    const one = asked({ filters, sort: 'newest' }, { positive: [word('havn')], negative: [word('bil')] })
    expect(searchBody(one, { pointInTime: 'p', after: { sort: [5, 'id'] } })).toEqual({
      pit: { id: 'p', keep_alive: '6m' },
      track_total_hits: true,
      size: 11,
      _source: ['paragraph'],
      query: {
        bool: {
          filter: [
            { terms: { terms: ['havn'] } },
            ...VISIBLE,
            { bool: { must_not: [{ terms: { sourceKey: ['der bote'] } }] } },
          ],
          must_not: [{ terms: { terms: ['bil'] } }],
        },
      },
      post_filter: { bool: { filter: [{ terms: { language: ['nb'] } }] } },
      sort: [{ publishedAt: { order: 'desc', missing: Number.MIN_SAFE_INTEGER } }, { id: 'asc' }],
      search_after: [5, 'id'],
      aggs: {
        all: {
          filter: { bool: { filter: [{ terms: { language: ['nb'] } }] } },
          aggs: {
            articles: { terms: { field: 'articleId', size: 30_000, shard_size: 30_000 } },
            counted: { stats_bucket: { buckets_path: 'articles>_count' } },
          },
        },
        facet_language: {
          filter: { match_all: {} },
          aggs: {
            values: {
              terms: {
                field: 'language',
                size: 3,
                shard_size: 3,
                order: [{ _count: 'desc' }, { _key: 'asc' }],
              },
            },
          },
        },
      },
    })
  })

  it('by relevance takes the best form of a word, and raises what is as typed', () => {
    const one = asked({ facets: [] }, { positive: [word('ferjer', [{ language: 'nb', stem: 'ferj' }])] })
    expect(searchBody(one, { pointInTime: 'p' })).toMatchObject({
      query: {
        bool: {
          must: [
            {
              dis_max: {
                queries: [
                  { term: { terms: { value: 'ferjer' } } },
                  { term: { stems: { value: 'nb:ferj' } } },
                ],
              },
            },
          ],
          should: [
            { term: { terms: { value: 'ferjer', boost: 0.2 } } },
            {
              bool: {
                must: [{ term: { terms: { value: 'ferjer' } } }],
                must_not: [{ term: { accented: { value: '=ferjer' } } }],
              },
            },
            { term: { title: { value: 'ferjer', boost: 0.15 } } },
          ],
          filter: VISIBLE,
        },
      },
      sort: [{ _score: 'desc' }, { id: 'asc' }],
    })
  })

  it('in quotes asks one and the same quote for everything, and counts speakers without regard to who is chosen', () => {
    const plan = {
      zone: 'quotes',
      sort: 'newest',
      filters: { speaker: { any: ['Mara Quell'] }, speakerNamed: { none: ['Brand'] } },
      facets: [{ name: 'speaker', limit: 2 }],
    } as const
    const body = searchBody(asked(plan, { positive: [word('havn')], negative: [word('bil')] }), {
      pointInTime: 'p',
    })
    const said = {
      bool: {
        filter: [
          { terms: { 'quotes.terms': ['havn'] } },
          { terms: { 'quotes.kind': ['direct', 'dash', 'nested'] } },
        ],
        must_not: [{ terms: { 'quotes.terms': ['bil'] } }],
      },
    }
    expect(body).toMatchObject({
      query: {
        bool: { filter: [{ nested: { path: 'quotes', score_mode: 'none', query: said } }, ...VISIBLE] },
      },
      post_filter: {
        bool: {
          filter: [
            {
              nested: {
                path: 'quotes',
                query: {
                  bool: {
                    filter: [...said.bool.filter, { terms: { 'quotes.speakerKey': ['mara quell'] } }],
                    must_not: [
                      { terms: { 'quotes.speakerKeys': typedSpeakerKeys('Brand') } },
                      ...said.bool.must_not,
                    ],
                  },
                },
              },
            },
          ],
        },
      },
      aggs: {
        facet_speaker: {
          filter: { match_all: {} },
          aggs: {
            quotes: {
              nested: { path: 'quotes' },
              aggs: {
                counted: {
                  filter: said,
                  aggs: {
                    values: {
                      terms: {
                        field: 'quotes.speaker',
                        size: 3,
                        order: [{ paragraphs: 'desc' }, { _key: 'asc' }],
                      },
                      aggs: { paragraphs: { reverse_nested: {} } },
                    },
                  },
                },
              },
            },
          },
        },
      },
    })
  })

  it('in quotes by relevance takes the best quote of the chosen speakers', () => {
    const filters = { speaker: { any: ['Mara Quell'] } } as const
    const one = asked({ zone: 'quotes', filters }, { positive: [word('havn')] })
    expect(searchBody(one, { pointInTime: 'p' })).toMatchObject({
      query: {
        bool: {
          should: [
            {
              nested: {
                score_mode: 'max',
                query: {
                  bool: {
                    must: [{ term: { 'quotes.terms': { value: 'havn' } } }],
                    filter: [{}, { terms: { 'quotes.speakerKey': ['mara quell'] } }],
                  },
                },
              },
            },
            { term: { title: { value: 'havn' } } },
          ],
          filter: [{ nested: { score_mode: 'none' } }, ...VISIBLE, { nested: {} }],
        },
      },
    })
  })

  it('outside of quotes asks for what stands there, and for paragraphs in which nobody speaks', () => {
    const one = asked({ zone: 'text', sort: 'newest' }, { positive: [word('havn')], negative: [word('bil')] })
    const outside = (term: string) => ({
      dis_max: {
        queries: [
          { terms: { 'outside.terms': [term] } },
          {
            bool: {
              must: [{ terms: { terms: [term] } }],
              filter: [{ term: { hasSpeech: false } }],
            },
          },
        ],
      },
    })
    expect(searchBody(one, { pointInTime: 'p' })).toMatchObject({
      query: { bool: { filter: [outside('havn'), ...VISIBLE], must_not: [outside('bil')] } },
    })
  })

  it('anywhere asks kind and speaker of one quote, and refuses paragraphs with a quote that is refused', () => {
    const filters = {
      quoteKind: { any: ['dash'] },
      speaker: { any: ['Mara Quell'], none: ['Ivo Brand'] },
    } as const
    const dash = { terms: { 'quotes.kind': ['dash'] } }
    const speakerIs = (key: string) => ({ terms: { 'quotes.speakerKey': [key] } })
    const someQuote = (query: object) => ({ nested: { path: 'quotes', score_mode: 'none', query } })
    expect(searchBody(asked({ filters, sort: 'newest' }), { pointInTime: 'p' })).toMatchObject({
      query: {
        bool: {
          filter: [
            ...VISIBLE,
            someQuote({ bool: { filter: [dash] } }),
            someQuote({ bool: { filter: [dash, speakerIs('mara quell')] } }),
            { bool: { must_not: [someQuote(speakerIs('ivo brand'))] } },
          ],
        },
      },
    })
  })

  it('groups by article from an offset', () => {
    expect(
      searchBody(asked({ group: 'article' }), { pointInTime: 'p', after: { offset: 20 } }),
    ).toMatchObject({
      from: 20,
      collapse: { field: 'articleId' },
      aggs: { facet_language: { filter: { match_all: {} } } },
    })
  })

  it('stays below the number of scored terms that a server takes', () => {
    const many = wordClauses(
      Array.from({ length: 64 }, (_, i) => `running${'abcdefgh'[i % 8]}${i}`).join(' '),
      STEMMED_LANGUAGES,
    )
    expect(isCompact(many, 'any')).toBe(true)
    const scored =
      JSON.stringify(searchBody(asked({}, { positive: many }), { pointInTime: 'p' })).match(/"term":/g) ?? []
    expect(scored.length).toBeLessThan(500)
    expect(isCompact(wordClauses('three plain words', STEMMED_LANGUAGES), 'any')).toBe(false)
  })
})

describe('a phrase as OpenSearch is asked', () => {
  const steps = (...list: [string, number, ('optional' | 'prefix')?][]): PhraseStep[] =>
    list.map(([term, maxGap, flag]) => ({ term, maxGap, ...(flag ? { [flag]: true } : {}) }))
  const block = (query: string) => ({ match: { query, ordered: true, max_gaps: 0 } })

  it('is a phrase where it is contiguous', () => {
    const contiguous = steps(['a', 0], ['b', 0], ['c', 0])
    expect(isExactPhrase(contiguous)).toBe(true)
    expect(exactPhrase(contiguous, '')).toEqual({ match_phrase: { terms: { query: 'a b c' } } })
  })

  it('is two ordered blocks where it has one gap', () => {
    const gapped = steps(['a', 0], ['b', 0], ['c', 30])
    expect(isExactPhrase(gapped)).toBe(true)
    expect(exactPhrase(gapped, '')).toEqual({
      intervals: {
        terms: { all_of: { ordered: true, max_gaps: 30, intervals: [block('a b'), block('c')] } },
      },
    })
  })

  it('is a phrase with an open end while it is being typed', () => {
    const open = steps(['50', 0], ['周', 0, 'prefix'])
    expect(isExactPhrase(open)).toBe(true)
    expect(exactPhrase(open, '')).toMatchObject({ match_phrase_prefix: { terms: { query: '50 周' } } })
    expect(isExactPhrase(steps(['a', 0], ['x'.repeat(181), 0, 'prefix']))).toBe(false)
  })

  it('is every variant of its optional steps, whose gaps add up', () => {
    const optional = steps(['a', 0], ['b', 0, 'optional'], ['c', 0])
    expect(isExactPhrase(optional)).toBe(true)
    expect(exactPhrase(optional, '')).toEqual({
      dis_max: {
        queries: [
          { match_phrase: { terms: { query: 'a b c' } } },
          { match_phrase: { terms: { query: 'a c' } } },
        ],
      },
    })
    expect(exactPhrase(steps(['a', 0], ['b', 1, 'optional'], ['c', 2]), '')).toMatchObject({
      dis_max: {
        queries: [
          {},
          { intervals: { terms: { all_of: { max_gaps: 3, intervals: [block('a'), block('c')] } } } },
        ],
      },
    })
  })

  it('is verified where intervals are not exact: several gaps, prefixes, nothing required', () => {
    expect(isExactPhrase(steps(['a', 0], ['b', 30], ['c', 30]))).toBe(false)
    expect(isExactPhrase(steps(['50', 0, 'prefix'], ['周', 0]))).toBe(false)
    expect(isExactPhrase(steps(['a', 0], ['b', 30, 'prefix']))).toBe(false)
    expect(isExactPhrase(steps(['a', 0, 'optional'], ['b', 0, 'optional']))).toBe(false)
    expect(isExactPhrase(steps(['a', 0], ['b', 1, 'optional'], ['c', 2]))).toBe(false)
    expect(widerPhrase(steps(['a', 0], ['b', 30], ['x', 0, 'prefix'], ['c', 4]), '')).toEqual({
      bool: {
        must: [
          {
            intervals: {
              terms: {
                all_of: { ordered: true, max_gaps: 35, intervals: [block('a'), block('b'), block('c')] },
              },
            },
          },
          { prefix: { terms: { value: 'x' } } },
        ],
      },
    })
    expect(widerPhrase(steps(['a', 0, 'optional'], ['b', 0, 'optional']), '')).toEqual({
      dis_max: { queries: [{ term: { terms: { value: 'a' } } }, { term: { terms: { value: 'b' } } }] },
    })
  })
})

describe('terms as OpenSearch holds them', () => {
  const letters = string({
    unit: constantFrom('a', 'b', 'é', '京', '𠮷'),
    minLength: 1,
    maxLength: 400,
  })

  it('are short, one token, equal only to themselves, and begin as they did', () => {
    assert(
      property(letters, letters, nat(200), (a, b, length) => {
        const stored = storedTerm(a)
        expect(stored.length).toBeLessThan(255)
        expect(stored).not.toMatch(/\s/)
        expect(stored === storedTerm(b)).toBe(a === b)
        const prefix = Array.from(a).slice(0, length).join('')
        expect(stored.startsWith(storedPrefix(prefix))).toBe(true)
      }),
    )
  })

  it('within one edit are all matched by the patterns, each short enough for the server', () => {
    const term = string({ unit: constantFrom('a', 'b', 'c', 'ж'), minLength: 4, maxLength: 40 })
    assert(
      property(term, nat(), constantFrom('a', 'x', ''), boolean(), (typed, place, letter, isSwap) => {
        const at = place % typed.length
        const near = isSwap
          ? typed.slice(0, at) + (typed[at + 1] ?? '') + (typed[at] ?? '') + typed.slice(at + 2)
          : typed.slice(0, at) + letter + typed.slice(at + (place % 2))
        const patterns = oneEditPatterns(typed)
        for (const pattern of patterns) expect(pattern.length).toBeLessThanOrEqual(1000)
        if (mayStandInFor(typed, near, 1)) {
          expect(patterns.some(pattern => new RegExp(`^(?:${pattern})$`, 'u').test(near))).toBe(true)
        }
      }),
    )
    expect(oneEditPatterns('1234')).toEqual([])
    expect(oneEditPatterns('京都')).toEqual([])
    expect(oneEditPatterns('a.b*')).toEqual([])
    expect(oneEditPatterns('x'.repeat(65))).toEqual([])
  })
})
