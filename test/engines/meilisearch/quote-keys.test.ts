import { describe, expect, it } from 'vitest'
import type { Quote } from '../../../src/domain/paragraph.ts'
import type { Filters, Zone } from '../../../src/domain/query.ts'
import { EVERYTHING, filterExpression, NOTHING } from '../../../src/engines/meilisearch/filter.ts'
import { quoteFilter, quoteKeys } from '../../../src/engines/meilisearch/quote-keys.ts'
import {
  articlesBySpeaker,
  kindSpeakersOf,
  paragraphsBySpeaker,
  speakerFields,
} from '../../../src/engines/meilisearch/speaker-counts.ts'

const quote = (kind: Quote['kind'], speaker?: string): Quote => ({
  start: 0,
  end: 1,
  text: 'x',
  kind,
  confidence: 1,
  ...(speaker === undefined ? {} : { speaker }),
})
const expression = (filters: Filters, zone: Zone = 'any') => filterExpression(quoteFilter(filters, zone))

describe('keys of quotes', () => {
  it('hold kind and speaker of one and the same quote, each once', () => {
    expect(quoteKeys([quote('dash')])).toEqual(['dash'])
    expect(quoteKeys([quote('direct', 'Ö. Å'), quote('direct', 'ö å')])).toEqual([
      'direct',
      'direct:o%0020a',
      'direct~o',
      'direct~o%0020a',
      'direct~a',
    ])
    expect(quoteKeys([])).toEqual([])
  })
})

describe('a filter on quotes', () => {
  it('asks for nothing where nothing is asked', () => {
    expect(quoteFilter({}, 'any')).toEqual(EVERYTHING)
    expect(quoteFilter({}, 'text')).toEqual(EVERYTHING)
    expect(expression({}, 'quotes')).toEqual(['quoteKeys IN ["direct", "dash", "nested"]'])
  })

  it('of a kind and a speaker is one value', () => {
    expect(expression({ quoteKind: { any: ['dash'] }, speaker: { any: ['Ada'] } })).toEqual([
      'quoteKeys = "dash:ada"',
    ])
    expect(expression({ speaker: { any: ['Ada'] } }, 'quotes')).toEqual([
      'quoteKeys IN ["direct:ada", "dash:ada", "nested:ada"]',
    ])
    expect(expression({ speaker: { any: ['Ada'] } })).toEqual([
      'quoteKeys IN ["direct:ada", "dash:ada", "scare:ada", "nested:ada"]',
    ])
  })

  it('of a typed name is what the name is found by, in other scripts too', () => {
    const [typed = ''] = expression({ quoteKind: { any: ['dash'] }, speakerNamed: { any: ['Lindvik'] } })
    expect(typed).toContain('"dash~lindvik"')
    expect(typed).toContain('"dash~~cyrillic%0020')
  })

  it('of a whole and a typed name is the whole one, if it is found by what was typed', () => {
    const both = (typed: string) =>
      quoteFilter(
        {
          quoteKind: { any: ['dash'] },
          speaker: { any: ['Ada Berg', 'Jon Ask'] },
          speakerNamed: { any: [typed] },
        },
        'any',
      )
    expect(filterExpression(both('berg'))).toEqual(['quoteKeys = "dash:ada%0020berg"'])
    expect(both('vik')).toEqual(NOTHING)
  })

  it('excludes kinds, and speakers in quotes of every kind', () => {
    expect(expression({ quoteKind: { none: ['scare', 'nested'] } })).toEqual([
      'NOT (quoteKeys IN ["scare", "nested"])',
    ])
    expect(expression({ speaker: { none: ['Ada'] } })).toEqual([
      'NOT (quoteKeys IN ["direct:ada", "dash:ada", "scare:ada", "nested:ada"])',
    ])
  })
})

describe('speakers', () => {
  const fields = speakerFields(
    [quote('nested', 'Ada'), quote('direct', 'Ada'), quote('dash', 'Jon'), quote('dash')],
    'a',
  )

  it('of a paragraph have one value each, with all their kinds', () => {
    expect(fields).toEqual({
      speakerNames: ['%0041da', '%004aon'],
      kindSpeakers: ['direct+nested:%0041da', 'dash:%004aon'],
      articleSpeakers: ['direct+nested:a|%0041da', 'dash:a|%004aon'],
    })
    expect(speakerFields([quote('dash')], 'a')).toEqual({})
  })

  it('are counted by paragraph for some kinds', () => {
    const counts = [
      ['direct:ada', 5],
      ['direct+nested:ada', 2],
      ['nested:ada', 1],
      ['dash:jon', 3],
    ] as const
    expect(paragraphsBySpeaker(counts, ['direct'])).toEqual([['ada', 7]])
    expect(paragraphsBySpeaker(counts, ['nested', 'dash'])).toEqual([
      ['ada', 3],
      ['jon', 3],
    ])
  })

  it('are counted by article, each once however often and in whichever kinds they speak', () => {
    const counts = [
      ['direct:a|ada', 5],
      ['dash+nested:a|ada', 2],
      ['dash:b|ada', 1],
      ['direct:b|x|y', 1],
    ] as const
    expect(articlesBySpeaker(counts, undefined)).toEqual([
      ['ada', 2],
      ['x|y', 1],
    ])
    expect(articlesBySpeaker(counts, ['dash'])).toEqual([['ada', 2]])
    expect(articlesBySpeaker(counts, ['nested'])).toEqual([['ada', 1]])
  })

  it('of a kind have every value with that kind', () => {
    expect(kindSpeakersOf('ada', ['direct'])).toHaveLength(8)
    expect(kindSpeakersOf('ada', ['direct', 'dash'])).toHaveLength(12)
    for (const value of fields.kindSpeakers ?? []) {
      const [, key = ''] = value.split(':')
      expect(kindSpeakersOf(key, ['direct', 'dash'])).toContain(value)
    }
  })
})
