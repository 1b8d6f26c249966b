import { Meilisearch } from 'meilisearch'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { STEMMED_LANGUAGES } from '../../../src/domain/language.ts'
import type { Clause, QueryPlan } from '../../../src/domain/query.ts'
import type { EngineResult, SearchEngine } from '../../../src/engines/search-engine.ts'
import { phraseClause, wordClauses } from '../../../src/text/clauses.ts'
import { analyzedArticle, type ArticleDraft } from '../../contract/articles.ts'
import { PLAN } from '../../contract/random-plans.ts'
import { openEmptyIndex } from '../../servers/meilisearch/open-empty.ts'
import {
  meilisearchUnderTest,
  WHY_NO_MEILISEARCH,
  type MeilisearchUnderTest,
} from '../../servers/meilisearch/meilisearch-server.ts'

/** What Meilisearch does of its own accord, each trap with what the adapter makes of it. */

const DAY = 86_400
/** More than `VERIFIED`, than the 1,000 hits of the server's default, and than the window of relevance. */
const MANY = 2600
const LONG_TERM = 'x'.repeat(70_000)

const articles: readonly ArticleDraft[] = [
  {
    id: 'Case',
    source: 'Quote "and" \\ backslash',
    author: ['É', 'e'],
    language: 'en',
    publishedAt: DAY,
    title: 'Seven years later',
    paragraphs: [
      'Well, nobody, he said, would ever sell the old ferry.',
      'alpha beta gamma beta alpha',
      'gamma alpha beta delta',
      'one two three four five six seven eight nine ten eleven twelve',
      'one two three four five six seven eight nine ten eleven thirteen',
      '<em>Ferry</em> & co 😀 ends here',
      `The word ${LONG_TERM} and ${LONG_TERM}y.`,
      'His word was law, and the harbours were full.',
    ],
  },
  { id: 'case', source: 'quote', language: 'ru', publishedAt: DAY, paragraphs: ['Мой йод', 'Мои иод'] },
  ...Array.from({ length: MANY / 10 }, (_, i) => ({
    id: `many-${i}`,
    source: `Source ${i % 150}`,
    language: 'en' as const,
    publishedAt: (i % 40) * DAY,
    paragraphs: Array.from(
      { length: 10 },
      (__, k) => `${i % 2 ? 'left right' : 'right left'} middle up number${i}x${k}`,
    ),
  })),
]

const all = (...of: Clause[]): Clause => ({ kind: 'and', of })
const typed = (text: string): Partial<QueryPlan> => ({ query: all(...wordClauses(text, STEMMED_LANGUAGES)) })
const phrase = (text: string): Partial<QueryPlan> => {
  const clause = phraseClause(text)
  return clause ? { query: all(clause) } : {}
}

describe.skipIf(WHY_NO_MEILISEARCH !== undefined)(
  `Meilisearch traps${WHY_NO_MEILISEARCH === undefined ? '' : ` (${WHY_NO_MEILISEARCH})`}:`,
  () => {
    let server: MeilisearchUnderTest
    let under: Awaited<ReturnType<typeof openEmptyIndex>>
    let engine: SearchEngine
    const search = (plan: Partial<QueryPlan>): Promise<EngineResult> =>
      engine.search({ ...PLAN, facets: [], now: 100 * DAY, ...plan })
    const places = async (plan: Partial<QueryPlan>): Promise<string[]> =>
      (await search(plan)).hits.map(({ paragraph }) => `${paragraph.articleId}#${paragraph.position}`).sort()

    beforeAll(async () => {
      server = await meilisearchUnderTest()
      under = await openEmptyIndex(server)
      engine = under.engine
      await engine.put(articles.map(analyzedArticle))
    })
    afterAll(async () => {
      await under.dispose()
      await server.stop()
    })

    it('phrases are not broken by commas, typed or not', async () => {
      for (const text of ['well nobody he said', 'Well, nobody, he said', 'nobody he', 'nobody, he']) {
        expect(await places(phrase(text)), text).toEqual(['Case#1'])
      }
    })

    it('phrases of three and more words are checked as a whole and not pair by pair', async () => {
      // both paragraphs have the pairs "alpha beta" and "beta gamma", or their words
      expect(await places(phrase('alpha beta gamma'))).toEqual(['Case#2'])
      expect(await places(phrase('gamma beta alpha'))).toEqual(['Case#2'])
      expect(await places(phrase('beta alpha beta'))).toEqual([])
    })

    it('the eleventh word counts', async () => {
      const twelve = 'one two three four five six seven eight nine ten eleven twelve'
      expect(await places(typed(twelve))).toEqual(['Case#4'])
      expect(await places(phrase(twelve))).toEqual(['Case#4'])
    })

    it('all words must match: totals hold nothing that has only some of them', async () => {
      expect((await search(typed('alpha delta'))).paragraphs).toEqual({ value: 1, relation: 'exact' })
    })

    it('totals go beyond 1,000', async () => {
      const { paragraphs, articles: ofArticles } = await search(typed('middle'))
      expect(paragraphs).toEqual({ value: MANY, relation: 'exact' })
      expect(ofArticles).toEqual({ value: MANY / 10, relation: 'exact' })
      expect((await search({ ...typed('middle'), group: 'article' })).articles.value).toBe(MANY / 10)
    })

    it('facets are cut by count and not by the alphabet', async () => {
      await engine.put([
        analyzedArticle({
          id: 'zz',
          source: 'zzz the last source',
          language: 'en',
          publishedAt: DAY,
          paragraphs: Array.from({ length: 60 }, (_, i) => `zz paragraph ${i}`),
        }),
      ])
      const { facets } = await search({ facets: [{ name: 'source', limit: 2 }] })
      expect(facets[0]).toMatchObject({
        truncated: true,
        values: [{ value: 'zzz the last source', count: 60 }, { count: 20 }],
      })
      await engine.remove({ articleIds: ['zz'] })
    })

    it('more than 2,000 candidates of a phrase: totals and facets say atLeast, and no hit is wrong', async () => {
      const plan = {
        ...phrase('left … middle up'),
        sort: 'newest' as const,
        facets: [{ name: 'source' as const, limit: 3 }],
      }
      const { hits, paragraphs, articles: ofArticles, facets } = await search(plan)
      expect(paragraphs.relation).toBe('atLeast')
      expect(ofArticles.relation).toBe('atLeast')
      expect(facets[0]?.relation).toBe('atLeast')
      expect(paragraphs.value).toBeLessThanOrEqual(MANY)
      for (const { paragraph } of hits) expect(paragraph.text).toMatch(/left.*middle up/)
    })

    it('a phrase of two words needs no candidates: its total is exact however many there are', async () => {
      expect((await search(phrase('left right'))).paragraphs).toEqual({ value: MANY / 2, relation: 'exact' })
    })

    it('date order pages on without end, also over candidates that have to be verified', async () => {
      for (const plan of [typed('middle'), phrase('left … middle up')]) {
        const wanted =
          plan.query && JSON.stringify(plan.query).includes('phrase') ? MANY / 2 + countOfLeftAfter() : MANY
        const seen = new Set<string>()
        let last = Infinity
        let after: string | undefined
        do {
          const { hits, next } = await search({
            ...plan,
            sort: 'newest',
            limit: 500,
            ...(after === undefined ? {} : { after }),
          })
          for (const { paragraph } of hits) {
            expect(paragraph.publishedAt ?? -Infinity).toBeLessThanOrEqual(last)
            last = paragraph.publishedAt ?? -Infinity
            expect(seen.has(paragraph.id)).toBe(false)
            seen.add(paragraph.id)
          }
          after = next
        } while (after !== undefined)
        expect(seen.size).toBe(wanted)
      }
    })

    it('relevance order ends at its window, and the capabilities say so', async () => {
      expect(engine.capabilities.deepPaging).toBe(false)
      const seen = new Set<string>()
      let after: string | undefined
      do {
        const { hits, next, paragraphs } = await search({
          ...typed('middle'),
          limit: 100,
          ...(after === undefined ? {} : { after }),
        })
        expect(paragraphs.value).toBe(MANY)
        for (const { paragraph } of hits) seen.add(paragraph.id)
        after = next
      } while (after !== undefined)
      expect(seen.size).toBe(2000)
    })

    it('pages of relevance may grow and shrink and neither skip nor repeat', async () => {
      const seen: string[] = []
      let after: string | undefined
      for (const limit of [5, 100, 1, 40, 100, 7]) {
        const { hits, next } = await search({
          ...typed('middle'),
          limit,
          ...(after === undefined ? {} : { after }),
        })
        expect(hits).toHaveLength(limit)
        seen.push(...hits.map(({ paragraph }) => paragraph.id))
        after = next
      }
      expect(new Set(seen).size).toBe(seen.length)
    })

    it('filter values with quotes and backslashes are values', async () => {
      const source = 'Quote "and" \\ backslash'
      expect((await search({ filters: { source: { any: [source] } } })).paragraphs.value).toBe(9)
      for (const any of ['"', '\\', '\\"', 'x" OR role = "state', "'", 'a\nb', '%0041', '']) {
        expect((await search({ filters: { source: { any: [any] } } })).paragraphs.value, any).toBe(0)
      }
      const { facets } = await search({
        facets: [{ name: 'source', limit: 1000 }],
        filters: { language: { any: ['en'] } },
      })
      expect(facets[0]?.values).toContainEqual({ value: source, count: 9 })
    })

    it('values that the server would take for one stay apart: case of ids and names, й and и', async () => {
      expect((await engine.paragraphs({ articleId: 'case' }, 100 * DAY)).map(({ text }) => text)).toEqual([
        'Мой йод',
        'Мои иод',
      ])
      expect(await places({ query: all({ kind: 'word', terms: ['йод'], stems: [] }) })).toEqual(['case#0'])
      expect(await places({ query: all({ kind: 'word', terms: ['иод'], stems: [] }) })).toEqual(['case#1'])
      expect(await places({ query: all({ kind: 'word', terms: [], stems: [], prefix: 'и' }) })).toEqual([
        'case#1',
      ])
      expect(await engine.facetValues('author', 'e', {}, 100 * DAY)).toEqual([
        { value: 'e', count: 9 },
        { value: 'É', count: 9 },
      ])
    })

    it('terms longer than the server compares are neither lost nor mixed up', async () => {
      const term = (text: string): Partial<QueryPlan> => ({
        query: all({ kind: 'word', terms: [text], stems: [] }),
      })
      expect(await places(term(LONG_TERM))).toEqual(['Case#7'])
      expect(await places(term(`${LONG_TERM}y`))).toEqual(['Case#7'])
      expect(await places(term(`${LONG_TERM}z`))).toEqual([])
      expect(await places(phrase(`word ${LONG_TERM} and`))).toEqual(['Case#7'])
      const prefix = LONG_TERM.slice(0, 1000)
      expect(await places({ query: all({ kind: 'word', terms: [], stems: [], prefix }) })).toEqual(['Case#7'])
      expect(
        await places({ query: all({ kind: 'word', terms: [], stems: [], prefix: `${prefix}y` }) }),
      ).toEqual([])
    })

    it('no typo tolerance of the server’s own, and no prefix that was not asked for', async () => {
      expect(await places(typed('ferri'))).toEqual(await places(typed('ferry')))
      expect(await places(typed('ferrx'))).toEqual([])
      expect(await places(typed('ferr'))).toEqual([])
    })

    it('markup and astral characters come back as they were put', async () => {
      const [hit] = (await search(typed('co'))).hits
      expect(hit?.paragraph.text).toBe('<em>Ferry</em> & co 😀 ends here')
    })

    it('an accepted task may fail: what fails is thrown', async () => {
      const key = server.apiKey === undefined ? {} : { apiKey: server.apiKey }
      const client = new Meilisearch({ host: server.url, ...key })
      // documents without their id: accepted, and refused by the task
      const task = await client
        .index(`${under.index}_paragraphs`)
        .addDocuments([{ id: 'not an id' }])
        .waitTask()
      expect(task.status).toBe('failed')
      await expect(
        engine.put([{ ...analyzedArticle({ id: 'bad', paragraphs: ['x'] }), paragraphs: badParagraphs() }]),
      ).rejects.toMatchObject({
        code: 'engine_refused',
        message: expect.stringContaining('invalid_document_id') as string,
      })
      expect(await engine.paragraphs({ articleId: 'bad' }, 100 * DAY)).toEqual([])
    })

    it('settings are applied again only where they differ', async () => {
      const key = server.apiKey === undefined ? {} : { apiKey: server.apiKey }
      const client = new Meilisearch({ host: server.url, ...key })
      const index = `${under.index}_paragraphs`
      const updates = async (): Promise<number> =>
        (await client.tasks.getTasks({ indexUids: [index], types: ['settingsUpdate'], limit: 100 })).results
          .length
      const before = await updates()
      const again = await openEmptyIndex(server, under.index)
      await again.engine.close()
      expect(await updates()).toBe(before)
      await client.index(index).updatePagination({ maxTotalHits: 10 }).waitTask()
      const third = await openEmptyIndex(server, under.index)
      expect(
        (await third.engine.search({ ...PLAN, now: 100 * DAY, ...typed('middle') })).paragraphs.value,
      ).toBe(MANY)
      await third.engine.close()
    })

    function badParagraphs() {
      return analyzedArticle({ id: 'bad', paragraphs: ['x'] }).paragraphs.map(one => ({
        ...one,
        paragraph: { ...one.paragraph, id: 'not an id' },
      }))
    }
  },
)

/** `right left middle up` has the gap phrase too: left stands before middle in every paragraph. */
const countOfLeftAfter = (): number => MANY / 2
