import { Meilisearch } from 'meilisearch'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { STEMMED_LANGUAGES } from '../../../src/domain/language.ts'
import type { Clause, QueryPlan } from '../../../src/domain/query.ts'
import type { EngineResult } from '../../../src/engines/search-engine.ts'
import { phraseClause, wordClauses } from '../../../src/text/clauses.ts'
import { analyzedArticle, type ArticleDraft } from '../../contract/articles.ts'
import { PLAN } from '../../contract/random-plans.ts'
import { openEmptyIndex } from '../../servers/meilisearch/open-empty.ts'
import {
  meilisearchUnderTest,
  WHY_NO_MEILISEARCH,
  type MeilisearchUnderTest,
} from '../../servers/meilisearch/meilisearch-server.ts'

const all = (...of: Clause[]): Clause => ({ kind: 'and', of })
const typed = (text: string): Partial<QueryPlan> => ({ query: all(...wordClauses(text, STEMMED_LANGUAGES)) })
const phrase = (text: string): Partial<QueryPlan> => {
  const clause = phraseClause(text)
  return clause ? { query: all(clause) } : {}
}

/** What Meilisearch knows of a quote is a document of its own: that there are as many as there are quotes. */
describe.skipIf(WHY_NO_MEILISEARCH !== undefined)(
  `Quotes in Meilisearch${WHY_NO_MEILISEARCH === undefined ? '' : ` (${WHY_NO_MEILISEARCH})`}:`,
  () => {
    let server: MeilisearchUnderTest
    let under: Awaited<ReturnType<typeof openEmptyIndex>>
    const search = (plan: Partial<QueryPlan>): Promise<EngineResult> =>
      under.engine.search({ ...PLAN, facets: [], ...plan })
    const found = async (plan: Partial<QueryPlan>): Promise<string[]> =>
      (await search(plan)).hits.map(({ paragraph }) => `${paragraph.articleId}#${paragraph.position}`).sort()
    const put = (...drafts: ArticleDraft[]) => under.engine.put(drafts.map(analyzedArticle))
    const documents = async (articleId: string): Promise<Record<string, unknown>[]> => {
      const key = server.apiKey === undefined ? {} : { apiKey: server.apiKey }
      const client = new Meilisearch({ host: server.url, ...key })
      const filter = `articleKey = ${articleId}`
      const { results } = await client
        .index(`${under.index}_paragraphs`)
        .getDocuments<Record<string, unknown>>({ filter, limit: 1000 })
      return results
    }

    beforeAll(async () => {
      server = await meilisearchUnderTest()
      under = await openEmptyIndex(server)
    })
    afterAll(async () => {
      await under.dispose()
      await server.stop()
    })

    describe('an article that is put again', () => {
      const text = '“Alpha bravo,” said Mara Quell, “charlie delta.” The echo faded.'
      const [first, second] = [{ text: 'Alpha bravo,' }, { text: 'charlie delta.', speaker: 'Mara Quell' }]
      const draft = (...quotes: { text: string; speaker?: string }[]): ArticleDraft => ({
        id: 'again',
        source: 'Ledger',
        language: 'en',
        paragraphs: [{ text, quotes }, 'Nothing is said here.'],
      })

      it('with fewer quotes loses the others', async () => {
        await put(draft(first, second))
        expect(await found({ zone: 'quotes', ...typed('charlie') })).toEqual(['again#0'])
        expect(await found({ zone: 'text', ...typed('charlie') })).toEqual([])
        expect(await put(draft(first))).toMatchObject({ indexed: 0, unchanged: 2, retired: 0 })
        expect(await found({ zone: 'quotes', ...typed('charlie') })).toEqual([])
        expect(await found({ zone: 'text', ...typed('charlie') })).toEqual(['again#0'])
        expect(await found({ zone: 'quotes', ...typed('alpha') })).toEqual(['again#0'])
        expect(await found({ filters: { speaker: { any: ['Mara Quell'] } } })).toEqual([])
      })

      it('with none has only the narration, and with all of them again what it had', async () => {
        await put(draft())
        for (const query of [{}, typed('alpha')]) {
          expect(await found({ zone: 'quotes', ...query })).toEqual([])
        }
        expect(await found({ zone: 'text', ...phrase('alpha bravo said') })).toEqual(['again#0'])
        await put(draft(first, second))
        expect(await found({ zone: 'quotes', ...typed('charlie') })).toEqual(['again#0'])
        expect(await found({ zone: 'text', ...phrase('alpha bravo said') })).toEqual([])
      })

      it('without the paragraph retires its quotes, and brings them back with it', async () => {
        await put({ ...draft(), paragraphs: ['Nothing is said here.'] })
        for (const query of [{}, typed('alpha')]) {
          expect(await found({ zone: 'quotes', ...query })).toEqual([])
        }
        expect(await found({ zone: 'text', ...typed('echo') })).toEqual([])
        const facets = [{ name: 'speaker', limit: 5 }] as const
        expect((await search({ facets })).facets).toMatchObject([{ values: [] }])
        await put(draft(first, second))
        expect(await found({ zone: 'quotes', ...typed('delta') })).toEqual(['again#0'])
        expect((await search({ facets })).facets).toMatchObject([
          { values: [{ value: 'Mara Quell', count: 1 }] },
        ])
      })

      it('and removed leaves nothing behind, whichever way it was chosen', async () => {
        expect(await documents('again')).toHaveLength(5)
        expect(await under.engine.remove({ articleIds: ['again'] })).toBe(2)
        expect(await documents('again')).toHaveLength(0)
        await put(draft(first, second))
        await put({ ...draft(), paragraphs: ['Nothing is said here.'] })
        expect(await under.engine.remove({ source: 'Ledger' })).toBe(2)
        expect(await documents('again')).toHaveLength(0)
      })

      it('and rebuilt leaves nothing behind either', async () => {
        await put(draft(first, second))
        const other = analyzedArticle({ ...draft(), paragraphs: ['Nothing is said here.'] })
        await under.engine.rebuild(
          (async function* () {
            yield await Promise.resolve(other)
          })(),
        )
        // the paragraph and the one that is retired
        expect(await documents('again')).toHaveLength(2)
        await under.engine.remove({ articleIds: ['again'] })
      })
    })

    it('names are found and counted however long they are and whatever stands in them', async () => {
      const names = [
        `Ombudsman ${'for the harbour '.repeat(20)}district`,
        'A|B: c+d "x" \\',
        'É',
        'é',
        '~latin',
      ]
      await put({
        id: 'names',
        language: 'en',
        paragraphs: names.map((speaker, i) => ({
          text: `“Word number${i},” they said.`,
          quotes: [{ text: `Word number${i},`, speaker, kind: i % 2 ? 'dash' : 'direct' }],
        })),
      })
      const values = names.map(value => ({ value, count: 1 })).sort((a, b) => (a.value < b.value ? -1 : 1))
      const facets = [{ name: 'speaker', limit: 10 }] as const
      for (const zone of ['any', 'quotes'] as const) {
        for (const group of ['paragraph', 'article'] as const) {
          for (const filters of [{}, { quoteKind: { any: ['direct', 'dash'] } }] as const) {
            expect((await search({ zone, group, filters, facets })).facets).toMatchObject([{ values }])
          }
        }
      }
      for (const [i, name] of names.entries()) {
        const wanted = name === 'É' || name === 'é' ? ['names#2', 'names#3'] : [`names#${i}`]
        expect(await found({ filters: { speaker: { any: [name] } } }), name).toEqual(wanted)
        expect(await found({ zone: 'quotes', filters: { speakerNamed: { any: [name] } } }), name).toEqual(
          wanted,
        )
      }
      await under.engine.remove({ articleIds: ['names'] })
    })

    it('of a long paragraph do not hold all of it, and show it', async () => {
      const QUOTES = 300
      const said = Array.from({ length: QUOTES }, (_, i) => `Item number${i} was adopted after a debate`)
      const text = said.map(quote => `“${quote},” noted the clerk of the harbour board.`).join(' ')
      const quotes = said.map(quote => ({ text: `${quote},`, speaker: 'The clerk' }))
      const long = { id: 'minutes', language: 'en', publishedAt: 1, paragraphs: [{ text, quotes }] } as const
      expect(await put(long)).toMatchObject({ indexed: 1, rejected: [] })
      expect((await documents('minutes')).filter(one => 'content' in one)).toHaveLength(1)
      for (const sort of ['relevance', 'newest'] as const) {
        for (const plan of [typed('number7'), phrase('number7 was adopted'), typed('debate')]) {
          const { hits, paragraphs } = await search({ zone: 'quotes', sort, ...plan })
          expect(paragraphs).toEqual({ value: 1, relation: 'exact' })
          expect(hits.map(({ paragraph }) => paragraph)).toEqual(
            await under.engine.paragraphs({ articleId: 'minutes' }, PLAN.now),
          )
        }
        const narrated = await search({ zone: 'text', sort, ...phrase('clerk of the harbour board') })
        expect(narrated.hits[0]?.paragraph.text).toBe(text)
      }
      await under.engine.remove({ articleIds: ['minutes'] })
    })

    describe('more than one answer of the server holds', () => {
      const ARTICLES = 110
      const EACH = 10
      const QUOTES = 3
      beforeAll(async () => {
        // in each paragraph three quotes have all the words, and only the last of them in their order
        const texts = (i: number, k: number): string[] => [
          `down middle left number${i}x${k}`,
          `middle left down`,
          `left then middle down`,
        ]
        await put(
          ...Array.from({ length: ARTICLES }, (_, i): ArticleDraft => ({
            id: `many-${i}`,
            language: 'en',
            publishedAt: i % 7,
            paragraphs: Array.from({ length: EACH }, (__, k) => {
              const quotes = texts(i, k)
              return {
                text: `He: “${quotes.join('” – “')}”`,
                quotes: quotes.map((text, q) => ({
                  text,
                  speaker: q === 0 ? 'Everybody' : `Speaker ${i}-${k}-${q}`,
                  kind: (['direct', 'dash', 'nested'] as const)[q] ?? 'direct',
                })),
              }
            }),
          })),
        )
      })

      it('words are counted exactly, each paragraph once', async () => {
        const { paragraphs, articles, hits } = await search({
          zone: 'quotes',
          ...typed('middle'),
          limit: 100,
        })
        expect(paragraphs).toEqual({ value: ARTICLES * EACH, relation: 'exact' })
        expect(articles).toEqual({ value: ARTICLES, relation: 'exact' })
        expect(new Set(hits.map(({ paragraph }) => paragraph.id)).size).toBe(100)
      })

      it('phrases that are verified say atLeast, and pages by date neither skip nor repeat', async () => {
        expect(ARTICLES * EACH * QUOTES).toBeGreaterThan(2000)
        for (const group of ['paragraph', 'article'] as const) {
          const seen: string[] = []
          let after: string | undefined
          do {
            const { hits, next, paragraphs } = await search({
              zone: 'quotes',
              ...phrase('left … middle … down'),
              sort: 'newest',
              group,
              // more than one reading of candidates holds, so that the next page begins where it ended
              limit: 1000,
              ...(after === undefined ? {} : { after }),
            })
            expect(paragraphs.relation).toBe('atLeast')
            seen.push(
              ...hits.map(({ paragraph }) => (group === 'article' ? paragraph.articleId : paragraph.id)),
            )
            after = next
          } while (after !== undefined)
          expect(seen).toHaveLength(group === 'article' ? ARTICLES : ARTICLES * EACH)
          expect(new Set(seen).size).toBe(seen.length)
        }
      })

      it('pages by relevance neither skip nor repeat', async () => {
        const seen: string[] = []
        let after: string | undefined
        do {
          const { hits, next } = await search({
            zone: 'quotes',
            ...typed('left'),
            limit: 97,
            ...(after === undefined ? {} : { after }),
          })
          seen.push(...hits.map(({ paragraph }) => paragraph.id))
          after = next
        } while (after !== undefined)
        expect(seen).toHaveLength(ARTICLES * EACH)
        expect(new Set(seen).size).toBe(seen.length)
      })

      it('speakers are counted by article and by kind, the most frequent exactly', async () => {
        const top = async (plan: Partial<QueryPlan>): Promise<unknown> =>
          (await search({ facets: [{ name: 'speaker', limit: 2 }], ...plan })).facets[0]
        for (const zone of ['any', 'quotes', 'text'] as const) {
          expect(await top({ zone }), zone).toMatchObject({
            values: [{ value: 'Everybody', count: ARTICLES * EACH }, { count: 1 }],
          })
          expect(await top({ zone, group: 'article' }), zone).toMatchObject({
            relation: 'exact',
            values: [{ value: 'Everybody', count: ARTICLES }, { count: 1 }],
          })
        }
        const filters = { quoteKind: { any: ['direct', 'nested'] } } as const
        expect(await top({ filters })).toMatchObject({
          relation: 'exact',
          truncated: true,
          values: [{ value: 'Everybody', count: ARTICLES * EACH }, { count: 1 }],
        })
      })
    })
  },
)
