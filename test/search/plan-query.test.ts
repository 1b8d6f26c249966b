import { describe, expect, it } from 'vitest'
import { STEMMED_LANGUAGES } from '../../src/domain/language.ts'
import type { Clause, QueryPlan, WordClause } from '../../src/domain/query.ts'
import type { EngineCapabilities } from '../../src/engines/search-engine.ts'
import { stemsOf } from '../../src/text/stem.ts'
import { planQuery } from '../../src/search/plan-query.ts'
import type { PlannedSearch } from '../../src/search/plan-query.ts'
import { SEARCH_EVERYTHING } from '../../src/search/request.ts'
import type { SearchRequest } from '../../src/search/request.ts'

const capabilities: EngineCapabilities = {
  zones: ['any'],
  facets: ['language', 'source', 'author', 'month'],
  maxEdits: 2,
  deepPaging: true,
  pinsGeneration: true,
  explains: true,
}
const everything: EngineCapabilities = {
  ...capabilities,
  zones: ['any', 'quotes', 'text'],
  facets: [...capabilities.facets, 'speaker'],
}

const NOW = Date.parse('2026-01-01T00:00:00Z') / 1000

const plan = (typed: string, change: Partial<SearchRequest> = {}, has = capabilities): PlannedSearch =>
  planQuery({ ...SEARCH_EVERYTHING, ...change, typed }, { capabilities: has, now: NOW, stemmer: stemsOf })

const codes = ({ notes }: PlannedSearch): string[] => notes.map(note => note.code)

/** `toppmote~2* -"a b"`: edits, prefix; stems are left out. */
function show(clause: Clause | undefined): string {
  if (clause === undefined) return ''
  switch (clause.kind) {
    case 'word':
      return `${clause.terms.join('/')}${clause.edits === undefined ? '' : `~${clause.edits}`}${clause.prefix === undefined ? '' : `${clause.terms.length > 0 ? '' : clause.prefix}*`}`
    case 'phrase':
      return `"${clause.steps.map(({ term, maxGap, prefix }) => `${maxGap > 0 ? '… ' : ''}${term}${prefix ? '*' : ''}`).join(' ')}"`
    case 'and':
      return `(${clause.of.map(show).join(' ')})`
    case 'or':
      return `[${clause.of.map(show).join(' | ')}]`
    case 'not':
      return `-${show(clause.of)}`
  }
}
const shownQuery = (typed: string, change: Partial<SearchRequest> = {}): string =>
  show(plan(typed, change).plan.query)
const filtersOf = (
  typed: string,
  change: Partial<SearchRequest> = {},
  has = everything,
): QueryPlan['filters'] => plan(typed, change, has).plan.filters
const wordsOf = (clause: Clause | undefined): WordClause[] =>
  clause === undefined || clause.kind === 'phrase'
    ? []
    : clause.kind === 'word'
      ? [clause]
      : clause.kind === 'not'
        ? wordsOf(clause.of)
        : clause.of.flatMap(wordsOf)

describe('words and phrases', () => {
  it.each([
    ['', ''],
    ['ferry', 'ferry~1'],
    ['the ferry', '(the ferry~1)'],
    ['"the ferry"', '"the ferry"'],
    ['"ferry"', 'ferry'],
    ['-ferry', '(-ferry)'],
    ['boat -ferry -"a b"', '(boat -ferry -"a b")'],
    ['a OR b c', '([a | b] c)'],
    ['a OR "b c"', '[a | "b c"]'],
    ['Jong-un', '["jong un" | jongun]'],
    ['北京大学', '(北京 大学)'],
    ['a OR 北京大学', '[a | (北京 大学)]'],
    ['-北京大学', '(-(北京 大学))'],
    ['"a … b"', '"a … b"'],
    ['a ((', 'a'],
  ])('%s is %s', (typed, expected) => {
    expect(shownQuery(typed)).toBe(expected)
  })

  it('may be misspelt by one edit from five letters, two from nine, as far as the engine goes', () => {
    expect(shownQuery('abcd abcde abcdefgh abcdefghi')).toBe('(abcd abcde~1 abcdefgh~1 abcdefghi~2)')
    const once = plan('abcdefghi', {}, { ...capabilities, maxEdits: 1 })
    expect(show(once.plan.query)).toBe('abcdefghi~1')
    expect(show(plan('abcdefghi', {}, { ...capabilities, maxEdits: 0 }).plan.query)).toBe('abcdefghi')
    expect(shownQuery('12345 abc123')).toBe('(12345 abc123)')
    expect(shownQuery('toppmøte')).toBe('toppmote~1')
    expect(shownQuery('-abcdefghi')).toBe('(-abcdefghi)')
  })

  it('are prefixes only at the very end, while they are typed', () => {
    expect(shownQuery('top secr', { prefix: 'last' })).toBe('(top secr*)')
    expect(shownQuery('top secr', { prefix: 'none' })).toBe('(top secr)')
    expect(shownQuery('top secr ', { prefix: 'last' })).toBe('(top secr)')
    expect(shownQuery('top "secr"', { prefix: 'last' })).toBe('(top secr)')
    expect(shownQuery('top -secr', { prefix: 'last' })).toBe('(top -secr)')
    expect(shownQuery('a OR secr', { prefix: 'last' })).toBe('[a | secr*]')
    expect(shownQuery('Kim Jong-u', { prefix: 'last' })).toBe('(kim ["jong u*" | jongu*])')
  })

  it('carry stems of the languages in scope', () => {
    const languages = (typed: string, change: Partial<SearchRequest> = {}): Set<string> =>
      new Set(wordsOf(plan(typed, change).plan.query).flatMap(word => word.stems.map(stem => stem.language)))
    expect(languages('ferry').size).toBeGreaterThan(5)
    expect(
      [...languages('ferry')].every(language => STEMMED_LANGUAGES.some(known => known === language)),
    ).toBe(true)
    expect(languages('ferry lang:en')).toEqual(new Set(['en']))
    expect(languages('ferry', { filters: { language: { any: ['nb', 'nn'] } } })).toEqual(
      new Set(['nb', 'nn']),
    )
    expect(languages('ferry -lang:en')).not.toContain('en')
    expect(languages('ferry lang:ja')).toEqual(new Set())
    expect(languages('"ferry"')).toEqual(new Set())
  })

  it('that stand side by side raise the rank as phrases', () => {
    expect(plan('prime minister ferry').plan.nearby.map(show)).toEqual([
      '"prime minister"',
      '"minister ferry"',
    ])
    expect(plan('prime -minister').plan.nearby).toEqual([])
  })

  it('are known by number when they stood in quotation marks', () => {
    expect([...plan('a Jong-un "b c" d OR "e f" "g"').quoted]).toEqual([
      [3, 'b c'],
      [5, 'e f'],
      [6, 'g'],
    ])
    expect(plan('a b -"c d"').quoted.size).toBe(0)
  })

  it('are searched once each', () => {
    const planned = plan('ferry Ferry "a b" "A B" férry')
    expect(show(planned.plan.query)).toBe('(ferry~1 "a b" ferry~1)')
    expect(codes(planned)).toEqual(['duplicate_word', 'duplicate_word'])
  })
})

describe('filters', () => {
  it('of the query and of the parameters must both hold', () => {
    expect(filtersOf('source:x', { filters: { source: { any: ['X', 'y'] } } })).toEqual({
      source: { any: ['x'] },
    })
    expect(filtersOf('lang:nb lang:sv', { filters: { language: { any: ['sv', 'da'] } } })).toEqual({
      language: { any: ['sv'] },
    })
    expect(filtersOf('-source:x', { filters: { source: { any: ['y'] } } })).toEqual({
      source: { any: ['y'], none: ['x'] },
    })
    expect(filtersOf('', { filters: { author: { any: ['A'] } } })).toEqual({ author: { any: ['A'] } })
  })

  it('that contradict each other match nothing, and say so', () => {
    for (const planned of [
      plan('a lang:nb', { filters: { language: { any: ['sv'] } } }),
      plan('a after:2019 before:2018'),
      plan('a after:2019', { filters: { publishedAt: { to: 0 } } }),
      plan('a in:text', { zone: 'quotes' }, everything),
    ]) {
      expect(planned.canMatch).toBe(false)
      expect(codes(planned)).toEqual(['filters_conflict'])
    }
  })

  it('of languages know names, lists and Norwegian', () => {
    expect(filtersOf('lang:no')).toEqual({ language: { any: ['nb', 'nn'] } })
    expect(filtersOf('language:German')).toEqual({ language: { any: ['de'] } })
    expect(filtersOf('lang:nb,sv')).toEqual({ language: { any: ['nb', 'sv'] } })
    expect(filtersOf('-lang:no')).toEqual({ language: { none: ['nb', 'nn'] } })
  })

  it('that cannot be read are left out with a note', () => {
    const language = plan('ferry lang:norwegan')
    expect(codes(language)).toEqual(['unknown_language'])
    expect(language.notes[0]?.message).toContain('nb')
    expect(language.plan.filters).toEqual({})
    expect(codes(plan('ferry before:yesterday'))).toEqual(['invalid_date'])
    expect(codes(plan('ferry speaker:Kim in:quotes'))).toEqual(['not_supported', 'not_supported'])
    expect(plan('ferry lang:xx').clauses).toHaveLength(1)
  })

  it('of dates are half-open and in UTC', () => {
    const day = (text: string): number => Date.parse(`${text}T00:00:00Z`) / 1000
    expect(filtersOf('after:2018')).toEqual({ publishedAt: { from: day('2018-01-01') } })
    expect(filtersOf('before:2018-04')).toEqual({ publishedAt: { to: day('2018-04-01') } })
    expect(filtersOf('after:2018-04-18 before:2018-04-19')).toEqual({
      publishedAt: { from: day('2018-04-18'), to: day('2018-04-19') },
    })
    expect(filtersOf('-after:2018')).toEqual({ publishedAt: { to: day('2018-01-01') } })
    expect(filtersOf('after:1950')).toEqual({ publishedAt: { from: day('1950-01-01') } })
    expect(filtersOf('after:2018-04-18T10:00:00+02:00')).toEqual({
      publishedAt: { from: day('2018-04-18') + 8 * 3600 },
    })
    expect(
      filtersOf('after:2018', {
        filters: { publishedAt: { from: day('2019-01-01'), to: day('2020-01-01') } },
      }),
    ).toEqual({
      publishedAt: { from: day('2019-01-01'), to: day('2020-01-01') },
    })
  })

  it('of zones and speakers reach an engine that knows them', () => {
    expect(plan('in:quotes speaker:Kim', {}, everything).plan).toMatchObject({
      zone: 'quotes',
      filters: { speakerNamed: { any: ['Kim'] } },
    })
    expect(
      plan('-speaker:Kim', { filters: { speaker: { any: ['Kim Li'] } } }, everything).plan.filters,
    ).toEqual({
      speakerNamed: { none: ['Kim'] },
      speaker: { any: ['Kim Li'] },
    })
    expect(plan('kind:Direct,dash -kind:nested kind:dash,other', {}, everything)).toMatchObject({
      plan: { filters: { quoteKind: { any: ['direct', 'dash'], none: ['nested'] } } },
      notes: [{ code: 'unknown_kind' }],
    })
    expect(plan('kind:dash', { filters: { quoteKind: { any: ['direct'] } } }, everything)).toMatchObject({
      canMatch: false,
      notes: [{ code: 'filters_conflict' }],
    })
    expect(plan('-in:quotes', {}, everything).plan.zone).toBe('text')
    expect(plan('', { zone: 'quotes' }, everything).plan.zone).toBe('quotes')
  })

  it('that an engine does not know are refused as parameters', () => {
    expect(() => plan('', { zone: 'quotes' })).toThrow(expect.objectContaining({ code: 'not_supported' }))
    expect(() => plan('', { filters: { speaker: { any: ['Kim'] } } })).toThrow(
      expect.objectContaining({ code: 'not_supported' }),
    )
  })
})

describe('the receipt', () => {
  it('says how each thing is searched', () => {
    expect(plan('ferries OR "the boat" 北京大学 -lost lang:en', { filters: {} }).clauses).toEqual([
      {
        kind: 'or',
        of: [
          { kind: 'word', text: 'ferries', inflections: true, prefix: false, typos: 1 },
          { kind: 'phrase', text: 'the boat', gaps: 0 },
        ],
      },
      {
        kind: 'word',
        text: '北京大学',
        words: ['北京', '大学'],
        inflections: false,
        prefix: false,
        typos: 0,
        isExcluded: false,
      },
      { kind: 'word', text: 'lost', inflections: true, prefix: false, typos: 0, isExcluded: true },
      { kind: 'filter', field: 'language', text: 'en', isExcluded: false },
    ])
  })

  it.each([
    ["l'eau", ['optional_word']],
    ["Trump's", ['optional_word']],
    ["O'Brien", []],
    ['a 😀', ['word_without_letters']],
    ['(', ['word_without_letters', 'nothing_to_search']],
    ['"…"', ['word_without_letters', 'nothing_to_search']],
    ['   ', []],
    ['', []],
  ])('of %s notes %j', (typed, expected) => {
    expect(codes(plan(typed))).toEqual(expected)
  })
})

describe('too much', () => {
  it('is refused', () => {
    for (const typed of [
      'a'.repeat(2001),
      'a '.repeat(65),
      '"a b" '.repeat(65),
      'a -b '.repeat(33),
      '北京大学'.repeat(33),
    ]) {
      expect(() => plan(typed)).toThrow(expect.objectContaining({ code: 'query_too_long' }))
    }
    expect(() => plan('a '.repeat(64))).not.toThrow()
  })
})
