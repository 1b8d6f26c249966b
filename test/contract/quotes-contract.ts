import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { STEMMED_LANGUAGES } from '../../src/domain/language.ts'
import type { Clause, QueryPlan } from '../../src/domain/query.ts'
import type { EngineResult } from '../../src/engines/search-engine.ts'
import { phraseClause, wordClauses } from '../../src/text/clauses.ts'
import { analyzedArticle, type ArticleDraft } from './articles.ts'
import type { EngineUnderTest } from './engine-contract.ts'
import { PLAN } from './random-plans.ts'

const QUOTED: readonly ArticleDraft[] = [
  {
    id: 'strike',
    language: 'en',
    source: 'Ledger',
    paragraphs: [
      {
        text: '“The ferries will stop,” Mara Quell said of the harbour strike. “Nobody pays the crews.”',
        quotes: [
          { text: 'The ferries will stop', speaker: 'Mara Quell' },
          { text: 'Nobody pays the crews.', speaker: 'Mara Quell' },
        ],
      },
      {
        text: 'Ivo Brand called the “strike” a threat. “Crews are paid,” he said, “and the ferries will sail.”',
        quotes: [
          { text: 'strike', kind: 'scare' },
          { text: 'Crews are paid', speaker: 'Ivo Brand' },
          { text: 'and the ferries will sail.', speaker: 'Ivo Brand' },
        ],
      },
      {
        text: '“She told us ‘stop the boats’ and left,” said Ivo Brand.',
        quotes: [
          { text: 'She told us ‘stop the boats’ and left', speaker: 'Ivo Brand' },
          { text: 'stop the boats', kind: 'nested', speaker: 'Mara Quell' },
        ],
      },
      'The ferries stopped at the harbour; the crews left.',
    ],
  },
  {
    id: 'streik',
    language: 'nb',
    source: 'Havnebladet',
    paragraphs: [
      {
        text: '– Fergene stopper, sier Tora Lindvik. – Mannskapene får ikke lønn.',
        quotes: [
          { text: 'Fergene stopper', kind: 'dash', speaker: 'Tora Lindvik' },
          { text: 'Mannskapene får ikke lønn.', kind: 'dash', speaker: 'Tora Lindvik' },
        ],
      },
    ],
  },
  {
    id: 'zabastovka',
    language: 'ru',
    source: 'Вестник',
    paragraphs: [
      {
        text: '«Паромы стоят», — сказала Тора Линдвик.',
        quotes: [{ text: 'Паромы стоят', speaker: 'Тора Линдвик' }],
      },
    ],
  },
  {
    id: 'suto',
    language: 'ja',
    source: '港新聞',
    paragraphs: [
      {
        text: '「フェリーは止まる」と浜田恵は述べた。港は静かだ。',
        quotes: [{ text: 'フェリーは止まる', speaker: '浜田恵' }],
      },
    ],
  },
]

/** What words find inside of quotes and outside, and who said them. */
export function describeQuotes(open: () => Promise<EngineUnderTest>): void {
  describe('quotes', () => {
    let under: EngineUnderTest
    beforeAll(async () => {
      under = await open()
      await under.engine.put(QUOTED.map(analyzedArticle))
    })
    afterAll(async () => {
      await under.dispose()
    })

    const search = (plan: Partial<QueryPlan>): Promise<EngineResult> =>
      under.engine.search({ ...PLAN, facets: [{ name: 'speaker', limit: 10 }], ...plan })
    const found = async (plan: Partial<QueryPlan>): Promise<string[]> =>
      (await search(plan)).hits.map(({ paragraph }) => `${paragraph.articleId}#${paragraph.position}`).sort()
    it('in:quotes finds words, inflected ones too, that stand within one quote', async () => {
      expect(await found({ zone: 'quotes', ...words('ferry') })).toEqual(['strike#0', 'strike#1'])
      expect(await found({ zone: 'quotes', ...words('crew ferry') })).toEqual([])
      expect(await found({ zone: 'quotes', ...words('crew pay') })).toEqual(['strike#0'])
      expect(await found({ zone: 'quotes', ...words('harbour') })).toEqual([])
      expect(await found({ zone: 'quotes', ...words('strike') })).toEqual([])
      expect(await found({ zone: 'quotes', ...words('stop') })).toEqual(['strike#0', 'strike#2'])
    })

    it('in:quotes finds phrases, and none that runs over the end of a quote', async () => {
      expect(await found({ zone: 'quotes', ...phrase('ferries will') })).toEqual(['strike#0', 'strike#1'])
      expect(await found({ zone: 'quotes', ...phrase('stop Mara Quell') })).toEqual([])
      expect(await found({ zone: 'any', ...phrase('stop Mara Quell') })).toEqual(['strike#0'])
      expect(await found({ zone: 'quotes', ...phrase('フェリーは') })).toEqual(['suto#0'])
      expect(await found({ zone: 'quotes', ...phrase('港は静か') })).toEqual([])
      expect(await found({ zone: 'quotes', ...phrase('Fergene … lønn') })).toEqual([])
    })

    it('in:quotes with an exclusion wants one quote without the word', async () => {
      const [ferries, sail] = [wordsOf('ferries'), wordsOf('sail')]
      expect(await found({ zone: 'quotes', query: all(ferries, not(sail)) })).toEqual(['strike#0'])
      expect(await found({ zone: 'quotes', query: all(not(ferries)) })).toEqual([
        'streik#0',
        'strike#0',
        'strike#1',
        'strike#2',
        'suto#0',
        'zabastovka#0',
      ])
    })

    it('in:text finds what stands outside of speech', async () => {
      expect(await found({ zone: 'text', ...words('ferry') })).toEqual(['strike#3'])
      expect(await found({ zone: 'text', ...words('strike') })).toEqual(['strike#0', 'strike#1'])
      expect(await found({ zone: 'text', ...phrase('Mara Quell said of') })).toEqual(['strike#0'])
      expect(await found({ zone: 'text', ...phrase('sier Tora Lindvik Mannskapene') })).toEqual([])
      expect(await found({ zone: 'text', ...phrase('港は静か') })).toEqual(['suto#0'])
      expect(await found({ zone: 'text', ...phrase('フェリー') })).toEqual([])
    })

    it('no phrase jumps over a quote', async () => {
      // «he said» stands before the second quote, whose end no narrator's word follows
      expect(await found({ zone: 'text', ...phrase('threat he said') })).toEqual([])
      expect(await found({ zone: 'text', ...phrase('threat … said') })).toEqual(['strike#1'])
    })

    it('words and speaker must hold within one and the same quote', async () => {
      const quell = { speaker: { any: ['mara quell'] } }
      expect(await found({ zone: 'quotes', ...words('stop'), filters: quell })).toEqual([
        'strike#0',
        'strike#2',
      ])
      expect(await found({ zone: 'quotes', ...words('told'), filters: quell })).toEqual([])
      expect(await found({ zone: 'any', ...words('told'), filters: quell })).toEqual(['strike#2'])
      expect(await found({ zone: 'text', ...words('harbour'), filters: quell })).toEqual(['strike#0'])
      expect(await found({ zone: 'any', filters: { speaker: { any: ['Mara'] } } })).toEqual([])
      expect(await found({ zone: 'any', filters: { speaker: { none: ['Mara Quell'] } } })).toEqual([
        'streik#0',
        'strike#1',
        'strike#3',
        'suto#0',
        'zabastovka#0',
      ])
    })

    it('a typed name finds by its words, and in other scripts', async () => {
      const named = (name: string): Partial<QueryPlan> => ({ filters: { speakerNamed: { any: [name] } } })
      expect(await found(named('quell'))).toEqual(['strike#0', 'strike#2'])
      expect(await found(named('Lindvik'))).toEqual(['streik#0', 'zabastovka#0'])
      expect(await found(named('Линдвик'))).toEqual(['streik#0', 'zabastovka#0'])
      expect(await found(named('浜田恵'))).toEqual(['suto#0'])
      expect(await found(named('Quel'))).toEqual([])
    })

    it('kinds of quotes', async () => {
      expect(await found({ filters: { quoteKind: { any: ['dash'] } } })).toEqual(['streik#0'])
      expect(
        await found({ zone: 'quotes', ...words('strike'), filters: { quoteKind: { any: ['scare'] } } }),
      ).toEqual(['strike#1'])
      expect(
        await found({ filters: { quoteKind: { any: ['nested'] }, speaker: { any: ['Ivo Brand'] } } }),
      ).toEqual([])
      expect(
        await found({ zone: 'quotes', ...words('boats'), filters: { quoteKind: { none: ['direct'] } } }),
      ).toEqual(['strike#2'])
    })

    it('speakers are counted: in quotes those whose words were found, without regard to who is chosen', async () => {
      const speakers = async (plan: Partial<QueryPlan>): Promise<unknown> =>
        (await search(plan)).facets[0]?.values
      expect(await speakers({ ...words('ferry') })).toEqual([
        { value: 'Ivo Brand', count: 1 },
        { value: 'Mara Quell', count: 1 },
      ])
      expect(await speakers({ zone: 'quotes', ...words('told') })).toEqual([{ value: 'Ivo Brand', count: 1 }])
      expect(
        await speakers({ zone: 'quotes', ...words('stop'), filters: { speaker: { any: ['Ivo Brand'] } } }),
      ).toEqual([
        { value: 'Mara Quell', count: 2 },
        { value: 'Ivo Brand', count: 1 },
      ])
      expect(await speakers({ group: 'article' })).toEqual([
        { value: 'Ivo Brand', count: 1 },
        { value: 'Mara Quell', count: 1 },
        { value: 'Tora Lindvik', count: 1 },
        { value: 'Тора Линдвик', count: 1 },
        { value: '浜田恵', count: 1 },
      ])
      expect(await under.engine.facetValues('speaker', 'to', {}, PLAN.now)).toEqual([
        { value: 'Tora Lindvik', count: 1 },
      ])
    })

    it('a word without a match in the zone is widened to what stands in the zone', async () => {
      const harbor = wordsOf('harbou').map(clause => ({ ...clause, edits: 1 as const }))
      const inText = await search({ zone: 'text', query: all(harbor) })
      expect(inText.repairs).toEqual([{ term: 'harbou', replacements: ['harbour'] }])
      const inQuotes = await search({ zone: 'quotes', query: all(harbor) })
      expect(inQuotes.repairs).toEqual([])
      expect(inQuotes.hits).toEqual([])
    })

    it('quotes come back as they were put', async () => {
      const [hit] = (await search({ zone: 'quotes', ...words('boats') })).hits
      expect(hit?.paragraph.quotes).toEqual(
        analyzedArticle(QUOTED[0] ?? never()).paragraphs[2]?.paragraph.quotes,
      )
    })

    it('the same text with other speakers replaces what was said of it', async () => {
      const said = (speaker: string): ArticleDraft => ({
        id: 'corrected',
        language: 'en',
        source: 'Ledger',
        paragraphs: [
          { text: '“The dredger is late,” she said.', quotes: [{ text: 'The dredger is late,', speaker }] },
        ],
      })
      const bySpeaker = (speaker: string): Promise<string[]> =>
        found({ zone: 'quotes', ...words('dredger'), filters: { speaker: { any: [speaker] } } })
      await under.engine.put([analyzedArticle(said('Orla Vint'))])
      await under.engine.put([analyzedArticle(said('Pia Holt'))])
      expect(await bySpeaker('Orla Vint')).toEqual([])
      expect(await bySpeaker('Pia Holt')).toEqual(['corrected#0'])
      await under.engine.remove({ articleIds: ['corrected'] })
      expect(await bySpeaker('Pia Holt')).toEqual([])
    })
  })
}

const never = (): never => {
  throw new Error('unreachable')
}

const wordsOf = (typed: string): Clause[] => wordClauses(typed, STEMMED_LANGUAGES)
const not = (of: readonly Clause[]): Clause[] => of.map(one => ({ kind: 'not', of: one }))
const all = (...clauses: readonly (readonly Clause[])[]): Clause => ({ kind: 'and', of: clauses.flat() })
const words = (typed: string): Partial<QueryPlan> => ({ query: all(wordsOf(typed)) })
const phrase = (typed: string): Partial<QueryPlan> => {
  const clause = phraseClause(typed)
  return clause ? { query: all([clause]) } : {}
}
