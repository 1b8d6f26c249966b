import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { STEMMED_LANGUAGES } from '../../src/domain/language.ts'
import type { AnalyzedArticle } from '../../src/domain/analyzed.ts'
import type { Clause, Filters, QueryPlan } from '../../src/domain/query.ts'
import type { EngineResult, SearchEngine } from '../../src/engines/search-engine.ts'
import { AppError } from '../../src/errors.ts'
import { nearbyPhrases, phraseClause, withPrefix, wordClauses } from '../../src/text/clauses.ts'
import { analyzedArticle, type ArticleDraft } from './articles.ts'
import { describeQuotes } from './quotes-contract.ts'
import { PLAN } from './random-plans.ts'

/** An engine under test, with an index of its own that is empty. */
export type EngineUnderTest = { readonly engine: SearchEngine; readonly dispose: () => Promise<void> }

const DAY = 86_400

const ARTICLES: readonly ArticleDraft[] = [
  {
    id: 'ferry-nb',
    source: 'Havnebladet',
    author: ['Tora Lindvik', 'Jon Ask'],
    language: 'nb',
    title: 'Ferga gikk på grunn',
    publishedAt: 1000 * DAY,
    paragraphs: [
      'Toppmøtet om ferga ble holdt i havnen tirsdag.',
      'Det var samtaler på «ekstremt høyt nivå», men ikke mellom ordføreren og Kim Jong-un.',
      { text: 'Vi fikk 1 000 liter diesel i sjøen.', kind: 'text' },
      { text: 'The harbour authority declined to comment.', language: 'en' },
    ],
  },
  {
    id: 'ferry-en',
    source: 'Ledger',
    author: ['Ada Möre'],
    language: 'en',
    title: 'Ferry aground',
    publishedAt: 1001 * DAY,
    paragraphs: [
      'The ferry ran aground; talks were held “at extremely high levels”, officials said.',
      'Two ferries were sent. The mayor’s office sent 1,000 litres.',
      'The mayor left. The mayor returned. The mayor slept.',
    ],
  },
  {
    id: 'ferry-ja',
    source: '港新聞',
    language: 'ja',
    title: 'フェリー座礁',
    publishedAt: -2_500_000_000,
    paragraphs: ['東京都の港で、フェリーが座礁した。', '50周年記念の式典は中止となった。'],
  },
  { id: 'undated', source: 'havnebladet', language: 'nn', paragraphs: ['Ferja låg ved hamna heile natta.'] },
  {
    id: 'embargoed',
    source: 'Ledger',
    language: 'en',
    paragraphs: ['Secret ferry plans.'],
    visibleFrom: 2000 * DAY,
  },
  {
    id: 'expired',
    source: 'Ledger',
    language: 'en',
    paragraphs: ['Expired ferry plans.'],
    visibleUntil: 500 * DAY,
  },
]
const NOW = 1500 * DAY

const words = (typed: string): Clause[] => wordClauses(typed, STEMMED_LANGUAGES)
const all = (...clauses: (Clause | undefined)[]): Clause => ({
  kind: 'and',
  of: clauses.filter(one => one !== undefined),
})
const typed = (text: string): Partial<QueryPlan> => ({
  query: all(...words(text)),
  nearby: nearbyPhrases(words(text)),
})
const phrase = (text: string): Partial<QueryPlan> => ({ query: all(phraseClause(text)) })
const placesOf = (result: Pick<EngineResult, 'hits'>): string[] =>
  result.hits.map(({ paragraph }) => `${paragraph.articleId}#${paragraph.position}`)

/** What every engine does, whichever it is. */
export function describeEngine(name: string, open: () => Promise<EngineUnderTest>): void {
  describe(`${name} keeps the contract:`, () => {
    let under: EngineUnderTest
    let engine: SearchEngine
    const search = (plan: Partial<QueryPlan>): Promise<EngineResult> =>
      engine.search({ ...PLAN, now: NOW, ...plan })
    const found = async (plan: Partial<QueryPlan>): Promise<string[]> => placesOf(await search(plan)).sort()

    beforeAll(async () => {
      under = await open()
      engine = under.engine
      await engine.put(ARTICLES.map(analyzedArticle))
    })
    afterAll(async () => {
      await under.dispose()
    })

    describe('what matches', () => {
      it('a word finds its inflected forms in the language of the paragraph', async () => {
        expect(await found(typed('toppmøte'))).toEqual(['ferry-nb#1'])
        expect(await found(typed('toppmøter'))).toEqual(['ferry-nb#1'])
        expect(await found(typed('ferries'))).toEqual(['ferry-en#0', 'ferry-en#1', 'ferry-en#2'])
      })

      it('a word joined by hyphens or apostrophes is found as it is and joined', async () => {
        expect(await found(typed('Jong-un'))).toEqual(['ferry-nb#2'])
        expect(await found(typed('mayor’s'))).toEqual(['ferry-en#2', 'ferry-en#3'])
      })

      it('a number is one number however it is grouped', async () => {
        expect(await found(typed('1.000'))).toEqual(['ferry-en#2', 'ferry-nb#3'])
      })

      it('a phrase is contiguous and knows no inflection, and a comma does not part it', async () => {
        expect(await found(phrase('extremely high levels'))).toEqual(['ferry-en#1'])
        expect(await found(phrase('high levels officials'))).toEqual(['ferry-en#1'])
        expect(await found(phrase('extremely high level'))).toEqual([])
        expect(await found(phrase('extremely levels'))).toEqual([])
        expect(await found(phrase('The mayor left. The mayor returned. The mayor slept'))).toEqual([
          'ferry-en#3',
        ])
      })

      it('a phrase with … has gaps', async () => {
        expect(await found(phrase('ferry … levels'))).toEqual(['ferry-en#1'])
        expect(await found(phrase('levels … ferry'))).toEqual([])
      })

      it('text without spaces is found as any substring, and nothing across punctuation', async () => {
        expect(await found(phrase('京都の'))).toEqual(['ferry-ja#1'])
        expect(await found(phrase('周'))).toEqual(['ferry-ja#2'])
        expect(await found(phrase('で、フェリー'))).toEqual(['ferry-ja#1'])
        expect(await found(phrase('でフェリー'))).toEqual([])
        expect(await found(phrase('50周年'))).toEqual(['ferry-ja#2'])
      })

      it('all words must match within one paragraph', async () => {
        expect(await found(typed('aground mayor'))).toEqual([])
        expect(await found(typed('mayor ferries'))).toEqual(['ferry-en#2'])
      })

      it('exclusion and alternatives', async () => {
        const [mayor, talks, slept] = [all(...words('mayor')), all(...words('talks')), all(...words('slept'))]
        expect(await found({ query: all(mayor, { kind: 'not', of: slept }) })).toEqual(['ferry-en#2'])
        expect(await found({ query: { kind: 'or', of: [talks, slept] } })).toEqual([
          'ferry-en#1',
          'ferry-en#3',
        ])
        const not = all({ kind: 'not', of: mayor })
        expect(await found({ query: not, filters: { source: { any: ['Ledger'] } } })).toEqual([
          'ferry-en#0',
          'ferry-en#1',
        ])
      })

      it('a prefix only where it is asked for', async () => {
        expect(await found(typed('toppm'))).toEqual([])
        expect(await found({ query: all(...words('toppm').map(withPrefix)) })).toEqual(['ferry-nb#1'])
      })

      it('nothing under embargo, nothing expired', async () => {
        expect(await found(typed('plans'))).toEqual([])
        expect(await found({ ...typed('plans'), now: 2000 * DAY })).toEqual(['embargoed#0'])
        expect(await found({ ...typed('plans'), now: 500 * DAY - 1 })).toEqual(['expired#0'])
      })

      it('no query: everything that is visible', async () => {
        const { paragraphs, articles } = await search({})
        expect(paragraphs).toEqual({ value: 13, relation: 'exact' })
        expect(articles).toEqual({ value: 4, relation: 'exact' })
      })
    })

    describe('a word without a match', () => {
      const misspelt = (text: string): Partial<QueryPlan> => ({
        query: all(
          ...words(text).map(clause => (clause.kind === 'word' ? { ...clause, edits: 1 as const } : clause)),
        ),
      })

      it('is widened by one edit where the engine can, and says so', async () => {
        const result = await search(misspelt('harbuor'))
        if (engine.capabilities.maxEdits === 0) {
          expect(result.paragraphs.value).toBe(0)
          return
        }
        expect(placesOf(result)).toEqual(['ferry-nb#4'])
        expect(result.repairs).toEqual([{ term: 'harbuor', replacements: ['harbour'] }])
      })

      it('is not widened when it matches, nor when nothing is near', async () => {
        expect((await search(misspelt('harbour'))).repairs).toEqual([])
        expect(await search(misspelt('xylophone'))).toMatchObject({ repairs: [], paragraphs: { value: 0 } })
      })

      it('is widened by what is visible and filtered only', async () => {
        const result = await search({ ...misspelt('harbuor'), filters: { source: { any: ['Ledger'] } } })
        expect(result).toMatchObject({ repairs: [], paragraphs: { value: 0 } })
      })
    })

    describe('filters and facets', () => {
      const total = async (filters: Filters): Promise<number> => (await search({ filters })).paragraphs.value

      it('compare names without regard to case and accents', async () => {
        expect(await total({ source: { any: ['HAVNEBLADET'] } })).toBe(6)
        expect(await total({ author: { any: ['ada more'] } })).toBe(4)
        expect(await total({ author: { none: ['Jon Ask'] } })).toBe(8)
        expect(await total({ language: { any: ['nb', 'nn'] } })).toBe(5)
        expect(await total({ language: { none: ['nb'] } })).toBe(9)
        expect(await total({ source: { any: ['no such "source" \\ here'] } })).toBe(0)
      })

      it('dates are half-open, may lie before 1900, and never hold what is undated', async () => {
        expect(await total({ publishedAt: { from: 1000 * DAY, to: 1001 * DAY } })).toBe(5)
        expect(await total({ publishedAt: { to: 0 } })).toBe(3)
        expect(await total({ publishedAt: { from: -1e10 } })).toBe(12)
      })

      it('facets are disjunctive: choosing a value keeps the counts of the others', async () => {
        const { facets } = await search({ filters: { language: { any: ['nb'] } } })
        const language = facets.find(facet => facet.name === 'language')
        expect(language?.values).toEqual([
          { value: 'en', count: 5 },
          { value: 'nb', count: 4 },
          { value: 'ja', count: 3 },
          { value: 'nn', count: 1 },
        ])
        const source = facets.find(facet => facet.name === 'source')
        expect(source?.values).toEqual([{ value: 'Havnebladet', count: 4 }])
      })

      it('facets count articles when hits are grouped by article', async () => {
        const { facets, hits } = await search({ group: 'article', ...typed('mayor') })
        expect(facets.find(facet => facet.name === 'source')?.values).toEqual([{ value: 'Ledger', count: 1 }])
        expect(hits).toMatchObject([{ moreInArticle: 1, paragraph: { articleId: 'ferry-en' } }])
      })

      it('months are those of UTC', async () => {
        const { facets } = await search({})
        expect(facets.find(facet => facet.name === 'month')?.values).toEqual([
          { value: '1972-09', count: 9 },
          { value: '1890-10', count: 3 },
        ])
      })

      it('a facet is cut at its limit and says so', async () => {
        const { facets } = await search({ facets: [{ name: 'language', limit: 2 }] })
        expect(facets).toMatchObject([{ truncated: true, values: [{ value: 'en' }, { value: 'nb' }] }])
      })

      it('values of a facet are found by how they begin', async () => {
        expect(await engine.facetValues('author', 'ADA', {}, NOW)).toEqual([{ value: 'Ada Möre', count: 4 }])
        expect(await engine.facetValues('source', 'x', {}, NOW)).toEqual([])
      })
    })

    describe('order and pages', () => {
      it('by date, undated last, then by id', async () => {
        const newest = (await search({ sort: 'newest' })).hits.map(({ paragraph }) => paragraph.articleId)
        expect([...new Set(newest)]).toEqual(['ferry-en', 'ferry-nb', 'ferry-ja', 'undated'])
        const oldest = (await search({ sort: 'oldest' })).hits.map(({ paragraph }) => paragraph)
        expect([...new Set(oldest.map(({ articleId }) => articleId))]).toEqual([
          'ferry-ja',
          'ferry-nb',
          'ferry-en',
          'undated',
        ])
        const ids = oldest.filter(({ articleId }) => articleId === 'ferry-en').map(({ id }) => id)
        expect(ids).toEqual(ids.toSorted())
      })

      it('by relevance: what is as typed above its inflections, accents included, and words side by side above words apart', async () => {
        const texts = [
          'One harbours two.',
          'One harbour two.',
          'One résumé two.',
          'One resume two.',
          'Two one harbour.',
        ]
        await engine.put([analyzedArticle({ id: 'order', language: 'en', paragraphs: texts })])
        const first = async (text: string): Promise<string | undefined> =>
          (await search(typed(text))).hits[0]?.paragraph.text
        expect(await first('harbours')).toBe(texts[0])
        expect(await first('résumé')).toBe(texts[2])
        expect(await first('resume')).toBe(texts[3])
        expect(await first('one harbour')).toMatch(/one harbour/i)
        await engine.remove({ articleIds: ['order'] })
      })

      it('cursors neither skip nor repeat', async () => {
        for (const sort of ['relevance', 'newest', 'oldest'] as const) {
          for (const group of ['paragraph', 'article'] as const) {
            const seen: string[] = []
            let plan: Partial<QueryPlan> = { sort, group, limit: 2 }
            for (let page = 0; page < 20; page++) {
              const { hits, next } = await search(plan)
              seen.push(
                ...hits.map(({ paragraph }) => (group === 'article' ? paragraph.articleId : paragraph.id)),
              )
              if (next === undefined) break
              plan = { ...plan, after: next }
            }
            expect(seen).toHaveLength(group === 'article' ? 4 : 13)
            expect(new Set(seen).size).toBe(seen.length)
          }
        }
      })

      it('a cursor that is broken, or of another search, is refused', async () => {
        const { next = '' } = await search({ limit: 1, ...typed('mayor') })
        for (const after of ['x', '', `${next}x`, next.replace(/^./, 'A'), 'a.b']) {
          await expect(search({ limit: 1, ...typed('mayor'), after })).rejects.toMatchObject({
            code: 'invalid_cursor',
          })
        }
        await expect(search({ limit: 1, ...typed('ferry'), after: next })).rejects.toMatchObject({
          code: 'invalid_cursor',
        })
      })

      it('partial matches fill a page of relevance that all words do not fill', async () => {
        const { hits, partial } = await search(typed('aground mayor'))
        expect(hits).toEqual([])
        expect(partial.length).toBeGreaterThan(0)
        for (const { paragraph } of partial) expect(paragraph.text).toMatch(/aground|mayor/i)
        expect((await search({ ...typed('aground mayor'), sort: 'newest' })).partial).toEqual([])
        const full = await search(typed('mayor ferries'))
        const ids = [...full.hits, ...full.partial].map(({ paragraph }) => paragraph.id)
        expect(new Set(ids).size).toBe(ids.length)
      })

      it('the parts of a score add up to it', async () => {
        const { hits } = await engine.search(
          { ...PLAN, now: NOW, ...typed('mayor office') },
          { explain: true },
        )
        if (!engine.capabilities.explains) {
          expect(hits.some(hit => hit.explanation)).toBe(false)
          return
        }
        for (const { score, explanation = [] } of hits) {
          expect(explanation.reduce((sum, part) => sum + part.score, 0)).toBeCloseTo(score, 3)
        }
      })
    })

    describe('paragraphs', () => {
      it('come back as they were put', async () => {
        const [draft] = ARTICLES
        const article = analyzedArticle(draft ?? { id: '', paragraphs: [] })
        const stored = await engine.paragraphs({ articleId: 'ferry-nb' }, NOW)
        expect(stored).toEqual(article.paragraphs.map(({ paragraph }) => paragraph))
        const ids = [stored[2]?.id ?? '', 'no-such-id', stored[0]?.id ?? '']
        expect((await engine.paragraphs({ ids }, NOW)).map(({ id }) => id)).toEqual([ids[0], ids[2]])
      })

      it('under embargo are not given away by their id', async () => {
        const [secret] = analyzedArticle({
          id: 'embargoed',
          language: 'en',
          paragraphs: ['Secret ferry plans.'],
        }).paragraphs
        const ids = [secret?.paragraph.id ?? '']
        expect(await engine.paragraphs({ ids }, NOW)).toEqual([])
        expect(await engine.paragraphs({ articleId: 'embargoed' }, NOW)).toEqual([])
        expect(await engine.paragraphs({ ids }, 2000 * DAY)).toHaveLength(1)
      })

      it('are all scanned, article by article', async () => {
        const places: string[] = []
        for await (const { articleId, position } of engine.scan({ language: { any: ['nb', 'en'] } }, NOW)) {
          places.push(`${articleId}#${position}`)
        }
        expect(places).toHaveLength(9)
        // in which order articles come is each engine's own
        const first = places.indexOf('ferry-nb#0')
        expect(places.slice(first, first + 5)).toEqual([
          'ferry-nb#0',
          'ferry-nb#1',
          'ferry-nb#2',
          'ferry-nb#3',
          'ferry-nb#4',
        ])
      })

      it('are counted by the terms they hold', async () => {
        expect(await engine.terms(['mayor', 'ferry', 'nothing'], {}, NOW)).toEqual([
          { word: 'mayor', paragraphs: 2 },
          { word: 'ferry', paragraphs: 2 },
          { word: 'nothing', paragraphs: 0 },
        ])
      })
    })

    describeQuotes(open)

    it('what it can do is what it says', async () => {
      const { zones, facets } = engine.capabilities
      for (const zone of ['any', 'quotes', 'text'] as const) {
        const answer = search({ zone })
        if (zones.includes(zone)) await expect(answer).resolves.toBeDefined()
        else await expect(answer).rejects.toMatchObject({ code: 'not_supported' })
      }
      for (const name of ['language', 'source', 'author', 'speaker', 'month'] as const) {
        const answer = search({ facets: [{ name, limit: 5 }] })
        if (facets.includes(name)) await expect(answer).resolves.toMatchObject({ facets: [{ name }] })
        else await expect(answer).rejects.toMatchObject({ code: 'not_supported' })
      }
      for (const filters of [
        { speaker: { any: ['x'] } },
        { speakerNamed: { none: ['x'] } },
        { quoteKind: { any: ['dash'] } },
      ] satisfies Filters[]) {
        const answer = search({ filters })
        if (facets.includes('speaker') && zones.includes('quotes'))
          await expect(answer).resolves.toBeDefined()
        else await expect(answer).rejects.toMatchObject({ code: 'not_supported' })
      }
    })

    it('gives a search up when it is cancelled or out of time', async () => {
      const plan = { ...PLAN, ...typed('mayor') }
      await expect(engine.search(plan, { signal: AbortSignal.abort() })).rejects.toBeInstanceOf(AppError)
      await expect(engine.search(plan, { deadline: performance.now() - 1 })).rejects.toMatchObject({
        code: 'deadline_exceeded',
      })
    })

    describe('articles that are put again', () => {
      const draft: ArticleDraft = {
        id: 'changing',
        source: 'Ledger',
        language: 'en',
        publishedAt: 3 * DAY,
        paragraphs: ['Alpha stays.', 'Bravo says the mayor resigned on Monday.', 'Charlie stays.'],
      }
      const changed = {
        ...draft,
        paragraphs: ['Alpha stays.', 'Bravo says the mayor resigned on Tuesday.', 'Charlie stays.'],
      }

      it('unchanged change nothing', async () => {
        expect(await engine.put([analyzedArticle(draft)])).toMatchObject({
          indexed: 3,
          unchanged: 0,
          rejected: [],
        })
        const { generation } = await engine.stats()
        expect(await engine.put([analyzedArticle(draft)])).toMatchObject({
          indexed: 0,
          unchanged: 3,
          retired: 0,
        })
        expect((await engine.stats()).generation).toBe(generation)
      })

      it('changed in one paragraph retire that one, which still resolves and names what took its place', async () => {
        const [, old] = await engine.paragraphs({ articleId: 'changing' }, NOW)
        expect(await engine.put([analyzedArticle(changed)])).toMatchObject({
          indexed: 1,
          unchanged: 2,
          retired: 1,
        })
        expect(await found(typed('Tuesday resigned'))).toEqual(['changing#1'])
        expect(await found(typed('Monday'))).toEqual([])
        const [retired] = await engine.paragraphs({ ids: [old?.id ?? ''] }, NOW)
        const [, successor] = await engine.paragraphs({ articleId: 'changing' }, NOW)
        expect(retired).toMatchObject({ text: old?.text, supersededBy: successor?.id })
        expect(retired?.retiredAt).toBeTypeOf('number')
        expect((await engine.paragraphs({ articleId: 'changing' }, NOW)).map(({ text }) => text)).toEqual([
          ...changed.paragraphs,
          old?.text,
        ])
      })

      it('changed back bring the retired paragraph back', async () => {
        await engine.put([analyzedArticle(draft)])
        expect(await found(typed('Monday'))).toEqual(['changing#1'])
        const [back] = (await search(typed('Monday'))).hits
        expect((await engine.paragraphs({ ids: [back?.paragraph.id ?? ''] }, NOW))[0]).not.toHaveProperty(
          'retiredAt',
        )
      })

      it('twice in one batch: the later one counts, and the report says so', async () => {
        const report = await engine.put([analyzedArticle(draft), analyzedArticle(changed)])
        expect(report.rejected).toMatchObject([{ id: 'changing' }])
        expect(await found(typed('Tuesday resigned'))).toEqual(['changing#1'])
      })

      it('what can’t be stored is rejected by name, and the rest goes in', async () => {
        const report = await engine.put([
          { ...analyzedArticle(draft), id: 'not an id' },
          { id: 'empty', language: 'en', paragraphs: [] },
          analyzedArticle({ id: 'fine', language: 'en', paragraphs: ['Delta is fine.'] }),
        ])
        expect(report).toMatchObject({ indexed: 1, rejected: [{ id: 'not an id' }, { id: 'empty' }] })
        expect(await found(typed('delta'))).toEqual(['fine#0'])
      })

      it('removed are gone, retired paragraphs too', async () => {
        expect(
          await engine.remove({ articleIds: ['changing', 'fine', 'no-such-article'] }),
        ).toBeGreaterThanOrEqual(5)
        expect(await found(typed('stays'))).toEqual([])
        expect(await engine.paragraphs({ articleId: 'changing' }, NOW)).toEqual([])
        expect(await engine.remove({ source: 'no such source' })).toBe(0)
      })
    })

    it('a cursor stays on the state of the index it was given for', async () => {
      const plan = { sort: 'newest' as const, limit: 3 }
      const first = await search(plan)
      await engine.put([
        analyzedArticle({
          id: 'intruder',
          language: 'en',
          publishedAt: 1400 * DAY,
          paragraphs: ['Intruder.'],
        }),
      ])
      const second = await search({ ...plan, after: first.next ?? '' })
      expect(placesOf(second)).not.toContain('intruder#0')
      const added = engine.capabilities.pinsGeneration ? 0 : 1
      expect(second.paragraphs.value).toBe(first.paragraphs.value + added)
      expect(placesOf(await search(plan))).toContain('intruder#0')
      await engine.remove({ articleIds: ['intruder'] })
    })

    describe('a rebuild', () => {
      const later: ArticleDraft = {
        id: 'rebuilt',
        source: 'Ledger',
        language: 'en',
        paragraphs: ['Rebuilt from scratch.'],
      }
      async function* stream(drafts: readonly ArticleDraft[]): AsyncGenerator<AnalyzedArticle> {
        for (const draft of drafts) yield await Promise.resolve(analyzedArticle(draft))
      }
      const total = async (): Promise<number> => (await search({ facets: [] })).paragraphs.value

      it('of nothing, or of much less, is refused, and the old index serves', async () => {
        const before = await total()
        await expect(engine.rebuild(stream([]))).rejects.toMatchObject({ code: 'rebuild_refused' })
        await expect(engine.rebuild(stream([later]))).rejects.toMatchObject({ code: 'rebuild_refused' })
        expect(await total()).toBe(before)
        expect(await found(typed('rebuilt'))).toEqual([])
      })

      it('that breaks off changes nothing', async () => {
        const before = await total()
        async function* broken(): AsyncGenerator<AnalyzedArticle> {
          yield* stream([...ARTICLES, later])
          throw new AppError('unreadable_input', 'The disk is gone')
        }
        await expect(engine.rebuild(broken())).rejects.toMatchObject({ code: 'unreadable_input' })
        expect(await total()).toBe(before)
        expect(await found(typed('rebuilt'))).toEqual([])
      })

      it('holds what is given and nothing else', async () => {
        const before = (await engine.stats()).paragraphs
        expect(await engine.rebuild(stream([...ARTICLES.slice(0, 4), later]))).toEqual({
          before,
          after: before - 1,
          rejected: [],
        })
        expect(await found(typed('rebuilt'))).toEqual(['rebuilt#0'])
        expect(await found(typed('mayor ferries'))).toEqual(['ferry-en#2'])
        expect(await engine.paragraphs({ articleId: 'expired' }, 0)).toEqual([])
        expect(await engine.rebuild(stream(ARTICLES), { force: true })).toMatchObject({ rejected: [] })
        expect(await found(typed('rebuilt'))).toEqual([])
      })
    })

    it('tells its size', async () => {
      const stats = await engine.stats()
      expect(stats).toMatchObject({ paragraphs: 15, articles: 6 })
      expect(stats.bytes).toBeGreaterThan(1000)
      expect(await engine.health()).toBe('ready')
    })
  })
}
