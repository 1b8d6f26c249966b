import { hostname } from 'node:os'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { AnalyzedArticle } from '../../../src/domain/analyzed.ts'
import type { Clause, QueryPlan } from '../../../src/domain/query.ts'
import { STEMMED_LANGUAGES } from '../../../src/domain/language.ts'
import { AppError } from '../../../src/errors.ts'
import { indexBodies } from '../../../src/engines/opensearch/schema.ts'
import { paragraphDocument } from '../../../src/engines/opensearch/to-document.ts'
import type { EngineResult } from '../../../src/engines/search-engine.ts'
import { nearbyPhrases, phraseClause, withPrefix, wordClauses } from '../../../src/text/clauses.ts'
import { analyzedArticle } from '../../contract/articles.ts'
import { PLAN } from '../../contract/random-plans.ts'
import { openEmptyIndex, type IndexUnderTest } from '../../servers/opensearch/open-empty.ts'
import {
  openSearchUnderTest,
  WHY_NO_OPENSEARCH,
  type OpenSearchUnderTest,
} from '../../servers/opensearch/opensearch-node.ts'

function fail(): never {
  throw new Error('The test itself is wrong')
}

/** What only shows on a real server: other writers, killed writers, blocks, bounds. */
const title = `an index on OpenSearch${WHY_NO_OPENSEARCH === undefined ? '' : ` (${WHY_NO_OPENSEARCH})`}`

describe.skipIf(WHY_NO_OPENSEARCH !== undefined)(title, () => {
  let server: OpenSearchUnderTest
  let under: IndexUnderTest | undefined

  beforeAll(async () => {
    server = await openSearchUnderTest()
  })
  afterAll(async () => {
    await server.stop()
  })
  afterEach(async () => {
    await under?.dispose()
    under = undefined
  })
  const open = async (): Promise<IndexUnderTest> => (under = await openEmptyIndex(server.url))

  const article = (id: string, ...paragraphs: string[]): AnalyzedArticle =>
    analyzedArticle({ id, language: 'en', paragraphs })
  async function* stream(...articles: AnalyzedArticle[]): AsyncGenerator<AnalyzedArticle> {
    for (const one of articles) yield await Promise.resolve(one)
  }
  const words = (typed: string): Clause => ({ kind: 'and', of: wordClauses(typed, STEMMED_LANGUAGES) })
  const containing = (text: string): unknown => expect.stringContaining(text)
  const search = (engine: IndexUnderTest['engine'], query?: Clause, plan: Partial<QueryPlan> = {}) =>
    engine.search({ ...PLAN, ...(query ? { query } : {}), ...plan })
  const texts = ({ hits }: EngineResult): string[] => hits.map(({ paragraph }) => paragraph.text).sort()

  it('shows what another process has written at once', async () => {
    const { engine, another } = await open()
    const reader = another()
    expect((await search(reader)).paragraphs.value).toBe(0)
    await engine.put([article('a', 'One ferry.')])
    expect(texts(await search(reader, words('ferry')))).toEqual(['One ferry.'])
    await engine.remove({ articleIds: ['a'] })
    expect(texts(await search(reader, words('ferry')))).toEqual([])
  })

  it('takes writers one after another, whichever process they are of', async () => {
    const { engine, another } = await open()
    const engines = [engine, another(), another()]
    await Promise.all(
      Array.from({ length: 9 }, (_, i) =>
        (engines[i % 3] ?? engine).put([article(`a${i}`, `Ferry ${i}.`), article('shared', `Shared ${i}.`)]),
      ),
    )
    const { paragraphs, articles } = await search(engine)
    expect([paragraphs.value, articles.value]).toEqual([10, 10])
    expect((await engine.stats()).generation).toBe(9)
  })

  it('waits for a writer that lives, and says who it is', async () => {
    const { engine, another } = await open()
    const other = another()
    let goOn = (): void => undefined
    const waiting = new Promise<void>(resolve => (goOn = resolve))
    async function* slowly(): AsyncGenerator<AnalyzedArticle> {
      await waiting
      yield article('slow', 'Slow.')
    }
    const rebuild = engine.rebuild(slowly())
    await expect.poll(async () => (await other.stats()).generation).toBe(0)
    await new Promise(resolve => setTimeout(resolve, 200))
    await expect(other.put([article('a', 'A.')], { lockTimeoutMs: 300 })).rejects.toMatchObject({
      code: 'index_locked',
      message: containing(`process ${process.pid}`),
    })
    goOn()
    await rebuild
    expect(await other.put([article('a', 'A.')])).toMatchObject({ indexed: 1 })
  })

  it('takes over from a writer that was killed, and repairs what it left', async () => {
    const { engine, index, ask } = await open()
    await engine.put([article('a', 'Alpha.', 'Beta.')])
    const [alpha] = await engine.paragraphs({ articleId: 'a' }, 100)
    // as a writer leaves it that was killed between its paragraphs and its record
    await ask('PUT', `/${index}-documents/_doc/a?routing=a`, {
      id: 'a',
      kind: 'article',
      articleId: 'a',
      source: 'Testavisa',
      hash: '',
      content: '{"articleLanguage":"en","source":"Testavisa","author":[]}',
    })
    const orphan = { ...alpha, id: 'a-ffffffffff', text: 'Orphan ferry.', position: 7 }
    await ask('PUT', `/${index}-paragraphs/_doc/a-ffffffffff?routing=a`, {
      id: orphan.id,
      articleId: 'a',
      position: 7,
      kind: 'text',
      language: 'en',
      source: 'Testavisa',
      sourceKey: 'testavisa',
      author: [],
      authorKey: [],
      visibleFrom: -1,
      visibleUntil: 1e15,
      terms: 'orphan ferry',
      stems: '',
      accented: '',
      title: '',
      vocabulary: [],
      paragraph: JSON.stringify(orphan),
    })
    const { generation } = await engine.stats()
    await ask('PUT', `/${index}-state/_doc/state`, {
      generation,
      beat: 1,
      writer: { token: 'x', host: hostname(), pid: 2 ** 22 + 1, since: '' },
    })
    expect(await search(engine)).toMatchObject({ paragraphs: { value: 2 } })
    expect(await engine.put([article('a', 'Alpha.', 'Beta.')])).toMatchObject({
      indexed: 0,
      unchanged: 2,
      retired: 1,
    })
    expect(texts(await search(engine))).toEqual(['Alpha.', 'Beta.'])
    expect((await engine.stats()).generation).toBe(generation + 1)
  })

  it('that takes no writes any more serves on, says what to do, and goes on afterwards', async () => {
    const { engine, index, ask } = await open()
    await engine.put([article('a', 'One ferry.'), article('b', 'Stays.')])
    const block = (isOn: boolean | null) =>
      ask('PUT', `/${index}-*/_settings`, { 'index.blocks.read_only_allow_delete': isOn })
    await block(true)
    const changed = [article('a', 'Two ferries.'), article('c', 'New.')]
    await expect(engine.put(changed)).rejects.toMatchObject({
      code: 'storage_full',
      hint: containing('flood-stage'),
    })
    expect(texts(await search(engine))).toEqual(['One ferry.', 'Stays.'])
    await block(null)
    expect(await engine.put(changed)).toMatchObject({ indexed: 2, retired: 1, rejected: [] })
    expect(texts(await search(engine))).toEqual(['New.', 'Stays.', 'Two ferries.'])
  })

  it('rejects an article that the server refuses, by name; what was there before stays, and the others go in', async () => {
    const { engine } = await open()
    await engine.put([analyzedArticle({ id: 'a', title: 'Ferry', paragraphs: ['Alpha here.', 'Beta.'] })])
    const { generation } = await engine.stats()
    const refused = analyzedArticle({ id: 'a', title: 'Ferry', paragraphs: ['Alpha here.', 'Gamma.'] })
    const report = await engine.put([
      {
        ...refused,
        paragraphs: refused.paragraphs.map((one, i) =>
          i === 2 ? { ...one, paragraph: { ...one.paragraph, publishedAt: 1e300 } } : one,
        ),
      },
      article('b', 'Delta.'),
    ])
    expect(report).toMatchObject({
      indexed: 1,
      rejected: [{ id: 'a', reason: containing('OpenSearch refused it') }],
    })
    expect(texts(await search(engine))).toEqual(['Alpha here.', 'Beta.', 'Delta.', 'Ferry'])
    expect(texts(await search(engine, words('beta')))).toEqual(['Beta.'])
    expect((await engine.paragraphs({ articleId: 'a' }, 100)).map(({ text }) => text)).toEqual([
      'Ferry',
      'Alpha here.',
      'Beta.',
    ])
    const again = analyzedArticle({ id: 'a', title: 'Ferry', paragraphs: ['Alpha here.', 'Beta.'] })
    expect(await engine.put([again])).toMatchObject({ unchanged: 3 })
    expect((await engine.stats()).generation).toBe(generation + 1)
  })

  it('built by other rules is read, and written only by a rebuild', async () => {
    const { engine, index, ask, another } = await open()
    await engine.put([article('a', 'One ferry.')])
    await ask('PUT', `/${index}-paragraphs/_mapping`, {
      _meta: { paragraf: { format: 1, fingerprint: 'analysis-0' } },
    })
    const events: string[] = []
    const later = another({ log: ({ message }) => events.push(message) })
    await later.prepare()
    expect(events).toEqual([containing('--rebuild')])
    expect(texts(await search(later, words('ferry')))).toEqual(['One ferry.'])
    await expect(later.put([article('b', 'B.')])).rejects.toMatchObject({ code: 'index_outdated' })
    await later.rebuild(stream(article('a', 'One ferry.')))
    expect(await later.put([article('b', 'B.')])).toMatchObject({ indexed: 1 })
  })

  it('built by a version that knew no quotes answers words, and refuses what asks for quotes until a rebuild', async () => {
    const { engine, index, ask, another } = await open()
    const said = analyzedArticle({
      id: 'a',
      paragraphs: [
        {
          text: '“One ferry,” said Mara Quell.',
          quotes: [{ text: 'One ferry', speaker: 'Mara Quell' }],
        },
      ],
    })
    await engine.put([said])
    const [document] = said.paragraphs.map(one => paragraphDocument(one, ''))
    const { quotes, hasSpeech, outside, ...before } = document ?? fail()
    const { settings, mappings } = indexBodies(1).paragraphs
    const unknown = { quotes, hasSpeech, outside }
    await ask('DELETE', `/${index}-paragraphs-1`)
    await ask('PUT', `/${index}-paragraphs-1`, {
      settings,
      mappings: {
        ...mappings,
        _meta: { paragraf: { format: 1, fingerprint: 'analysis-1/opensearch-1' } },
        properties: Object.fromEntries(
          Object.entries(mappings.properties).filter(([name]) => !(name in unknown)),
        ),
      },
      aliases: { [`${index}-paragraphs`]: {} },
    })
    await ask('PUT', `/${index}-paragraphs/_doc/${before.id}?routing=a&refresh=true`, before)

    const later = another()
    const speakers = {
      facets: [
        { name: 'language' as const, limit: 5 },
        { name: 'speaker' as const, limit: 5 },
      ],
    }
    expect(await search(later, words('ferry'), speakers)).toMatchObject({
      paragraphs: { value: 1 },
      facets: [
        { name: 'language', relation: 'exact' },
        { name: 'speaker', relation: 'atLeast', values: [] },
      ],
    })
    const named = { speakerNamed: { none: ['Quell'] } }
    const outdated = { code: 'index_outdated', hint: containing('--rebuild') }
    await expect(search(later, words('ferry'), { zone: 'quotes' })).rejects.toMatchObject(outdated)
    await expect(search(later, words('ferry'), { zone: 'text' })).rejects.toMatchObject(outdated)
    await expect(search(later, undefined, { filters: named })).rejects.toMatchObject(outdated)
    await expect(later.terms(['ferry'], named, 100)).rejects.toMatchObject(outdated)
    await expect(later.facetValues('speaker', 'm', {}, 100)).rejects.toMatchObject(outdated)
    await expect(later.scan(named, 100)[Symbol.asyncIterator]().next()).rejects.toMatchObject(outdated)
    await expect(later.put([article('b', 'B.')])).rejects.toMatchObject(outdated)

    await later.rebuild(stream(said))
    expect(await search(later, words('ferry'), { zone: 'quotes', ...speakers })).toMatchObject({
      paragraphs: { value: 1 },
      facets: [{}, { relation: 'exact', values: [{ value: 'Mara Quell', count: 1 }] }],
    })
    expect((await search(later, words('ferry'), { zone: 'text' })).paragraphs.value).toBe(0)
  })

  it('of a newer version, or of another program, is refused', async () => {
    const { index, ask, another } = await open()
    await ask('PUT', `/${index}-state/_mapping`, { _meta: { paragraf: { format: 99, secret: 'x' } } })
    await expect(another().prepare()).rejects.toMatchObject({ code: 'index_newer' })
    await ask('PUT', `/${index}-state/_mapping`, { _meta: {} })
    await expect(another().prepare()).rejects.toMatchObject({
      code: 'engine_refused',
      message: containing('not one of Paragraf'),
    })
  })

  it('is rebuilt without a trace of a rebuild that was killed', async () => {
    const { engine, index, ask } = await open()
    await engine.put([article('a', 'One ferry.')])
    await ask('PUT', `/${index}-paragraphs-2`, {})
    await ask('PUT', `/${index}-documents-7`, {})
    async function* broken(): AsyncGenerator<AnalyzedArticle> {
      yield* stream(article('a', 'Two ferries.'))
      throw new AppError('unreadable_input', 'The disk is gone')
    }
    await expect(engine.rebuild(broken())).rejects.toMatchObject({ code: 'unreadable_input' })
    await engine.rebuild(stream(article('a', 'Two ferries.')))
    const aliases = Object.keys((await ask('GET', `/${index}-*/_alias`)) as object).sort()
    expect(aliases).toEqual([`${index}-documents-2`, `${index}-paragraphs-2`, `${index}-state`])
    expect((await engine.paragraphs({ articleId: 'a' }, 100)).map(({ text }) => text)).toEqual([
      'Two ferries.',
      'One ferry.',
    ])
  })

  it('opens one point in time for many searches', async () => {
    let now = 1000
    const { engine, index, ask } = (under = await openEmptyIndex(server.url, { clock: () => now }))
    await engine.put(Array.from({ length: 50 }, (_, i) => article(`a${i}`, `Ferry ${i}.`)))
    const opened = async (): Promise<unknown> =>
      Object.values(
        (
          (await ask('GET', `/${index}-paragraphs/_stats/search`)) as {
            indices: Record<string, { total: { search: { point_in_time_current: number } } }>
          }
        ).indices,
      )[0]?.total.search.point_in_time_current
    for (let i = 0; i < 20; i++) await search(engine, words('ferry'), { limit: 1 + (i % 3) })
    expect(await opened()).toBe(1)
    // one generation after another: the first, on which cursors stand, the present one, and none that nobody uses
    for (let i = 0; i < 4; i++) {
      now += 60
      await engine.put([article('more', `More ${i}.`)])
      await search(engine, words('more'))
    }
    await expect.poll(opened).toBe(2)
  })

  it('says so when a cursor’s point in time is gone', async () => {
    const { engine, ask } = await open()
    await engine.put([article('a', 'A.', 'B.', 'C.')])
    const { next = '' } = await search(engine, undefined, { limit: 1 })
    await ask('DELETE', '/_search/point_in_time/_all')
    await expect(search(engine, undefined, { limit: 1, after: next })).rejects.toMatchObject({
      code: 'cursor_expired',
    })
    expect((await search(engine, undefined, { limit: 1 })).paragraphs.value).toBe(3)
  })

  it('holds terms of any length', async () => {
    const { engine } = await open()
    const long = 'x'.repeat(40_000)
    const similar = `${'x'.repeat(39_999)}y`
    const shorter = `${'x'.repeat(300)}z`
    await engine.put([
      article('a', `Before ${long} behind.`),
      article('b', `Before ${similar} behind.`),
      article('c', `A ${shorter}.`),
    ])
    expect((await search(engine, words(long))).paragraphs.value).toBe(1)
    expect((await search(engine, phraseClause(`before ${similar} behind`))).paragraphs.value).toBe(1)
    expect((await search(engine, phraseClause(`${long} ${similar}`))).paragraphs.value).toBe(0)
    const beginning = (length: number): Clause =>
      withPrefix({ kind: 'word', terms: ['x'.repeat(length)], stems: [] })
    expect((await search(engine, beginning(10))).paragraphs.value).toBe(3)
    expect((await search(engine, beginning(301))).paragraphs.value).toBe(2)
  })

  it('takes hostile text as it is', async () => {
    const { engine } = await open()
    const hostile = [
      'lone \ud800 surrogate',
      '{"a":1}\n{"delete":{}}',
      '__proto__ constructor',
      '\u202e\u0007 <b>&amp;',
      'ß'.repeat(200_000),
    ]
    const article = analyzedArticle({
      id: 'h',
      source: 'S \udc00 "x" \\',
      author: ['__proto__', '\n'],
      paragraphs: hostile,
    })
    expect(await engine.put([article])).toMatchObject({ indexed: 5, rejected: [] })
    expect(await engine.paragraphs({ articleId: 'h' }, 100)).toEqual(
      article.paragraphs.map(({ paragraph }) => paragraph),
    )
    expect(
      (await search(engine, words('surrogate'), { filters: { source: { any: ['S \udc00 "x" \\'] } } }))
        .paragraphs.value,
    ).toBe(1)
    expect((await search(engine, words('constructor __proto__'))).paragraphs.value).toBe(1)
  })

  it('takes more quotes in a paragraph than the server does by itself', async () => {
    const { engine } = await open()
    const text = Array.from({ length: 12_000 }, (_, i) => `w${i}`).join(' ')
    const quotes = [...text.matchAll(/\S+/g)].map(({ index: start, 0: word }, i) => ({
      start,
      end: start + word.length,
      speaker: i === 11_000 ? 'Mara Quell' : 'Ivo Brand',
    }))
    const report = await engine.put([analyzedArticle({ id: 'a', paragraphs: [{ text, quotes }] })])
    expect(report).toMatchObject({ indexed: 1, rejected: [] })
    const facets = [{ name: 'speaker' as const, limit: 5 }]
    const {
      facets: [speakers],
    } = await search(engine, words('w11000'), { zone: 'quotes', facets })
    expect(speakers?.values).toEqual([{ value: 'Mara Quell', count: 1 }])
    expect((await search(engine, words('w11000 w11001'), { zone: 'quotes' })).paragraphs.value).toBe(0)
  })

  it('looks at up to 2,000 candidates of a phrase with several gaps, and says when there were more', async () => {
    const { engine } = await open()
    const filler = (n: number): string => Array.from({ length: n }, (_, i) => `w${i}`).join(' ')
    const holding = `one ${filler(3)} two ${filler(3)} three`
    const failing = `one ${filler(40)} two three`
    const put = (from: number, count: number) =>
      engine.put(
        Array.from({ length: count }, (_, i) =>
          article(`a${from + i}`, `${i % 2 ? holding : failing} ${from + i}.`),
        ),
      )
    await put(0, 1000)
    const gapped = phraseClause('one … two … three')
    const some = await search(engine, gapped, { facets: [{ name: 'language', limit: 5 }] })
    expect(some).toMatchObject({
      paragraphs: { value: 500, relation: 'exact' },
      articles: { value: 500, relation: 'exact' },
    })
    expect(some.facets).toMatchObject([{ relation: 'exact', values: [{ value: 'en', count: 500 }] }])
    await put(1000, 1500)
    const many = await search(engine, gapped, { facets: [{ name: 'language', limit: 5 }], limit: 100 })
    expect(many).toMatchObject({
      paragraphs: { relation: 'atLeast' },
      articles: { relation: 'atLeast' },
    })
    // half of the 2,000 that come first by their ids
    expect(many.paragraphs.value).toBeGreaterThan(950)
    expect(many.paragraphs.value).toBeLessThan(1050)
    expect(many.facets[0]?.relation).toBe('atLeast')
    for (const { paragraph } of many.hits) expect(paragraph.text).toContain(holding)
    const without = await search(
      engine,
      { kind: 'and', of: [words('one'), { kind: 'not', of: gapped ?? words('x') }] },
      { limit: 100 },
    )
    expect(without.paragraphs.relation).toBe('atLeast')
    for (const { paragraph } of without.hits) expect(paragraph.text).not.toContain(holding)
  })

  it('verifies a phrase with several gaps within one quote, or outside of all', async () => {
    const { engine } = await open()
    const draft = (id: string, text: string, ...quotes: string[]): AnalyzedArticle =>
      analyzedArticle({
        id,
        paragraphs: [{ text, quotes: quotes.map(of => ({ text: of, speaker: 'Mara Quell' })) }],
      })
    const far = Array.from({ length: 40 }, (_, i) => `w${i}`).join(' ')
    await engine.put([
      draft('within', '“One a two b three,” she said.', 'One a two b three'),
      draft('across', '“One a two,” she said, “b three.”', 'One a two', 'b three'),
      draft('outside', 'One a “said” two b three.', 'said'),
      draft('far', `“One ${far} two three,” she said.`, `One ${far} two three`),
      draft(
        'second',
        `“One ${far} two three,” she said, “one two three.”`,
        `One ${far} two three`,
        'one two three',
      ),
    ])
    const gapped = phraseClause('one … two … three') ?? fail()
    const found = async (query: Clause, zone: QueryPlan['zone'], filters = {}): Promise<string[]> => {
      const { hits, paragraphs } = await search(engine, query, { zone, filters })
      expect(paragraphs).toEqual({ value: hits.length, relation: 'exact' })
      return hits.map(({ paragraph }) => paragraph.articleId).sort()
    }
    expect(await found(gapped, 'any')).toEqual(['across', 'outside', 'second', 'within'])
    expect(await found(gapped, 'quotes')).toEqual(['second', 'within'])
    expect(await found(gapped, 'text')).toEqual(['outside'])
    const speaker = { speaker: { any: ['Mara Quell'] } }
    expect(await found(gapped, 'quotes', speaker)).toEqual(['second', 'within'])
    const without: Clause = { kind: 'and', of: [words('one'), { kind: 'not', of: gapped }] }
    expect(await found(without, 'quotes')).toEqual(['across', 'far', 'second'])
    expect(await found(without, 'text')).toEqual([])
  })

  describe.each([
    ['any', ['said', 'told']],
    ['quotes', ['said']],
    ['text', ['told']],
  ] as const)('in the zone %s', (zone, articles) => {
    const typed = Array.from({ length: 63 }, (_, i) => `running${'abcdefgh'[i % 8]}${i}`).join(' ')
    const quotes = [{ text: `${typed} harbours`, speaker: 'Mara Quell' }]
    const drafts = [
      { id: 'said', title: 'Harbour', paragraphs: [{ text: `“${typed} harbours,” she said.`, quotes }] },
      { id: 'told', title: 'Harbour', paragraphs: [`${typed} harbours, she said.`] },
    ]
    const plan = (text: string): QueryPlan => {
      const clauses = wordClauses(text, STEMMED_LANGUAGES)
      return {
        ...PLAN,
        query: { kind: 'and', of: clauses },
        nearby: nearbyPhrases(clauses),
        zone,
        filters: zone === 'quotes' ? { speaker: { any: ['Mara Quell'] } } : {},
        facets: [{ name: 'speaker', limit: 5 }],
      }
    }
    const found = ({ hits }: EngineResult): string[] =>
      hits.map(({ paragraph }) => paragraph.articleId).sort()

    it('queries of any length stay below the number of terms that the server takes', async () => {
      const { engine } = await open()
      await engine.put(drafts.map(analyzedArticle))
      for (let length = 4; length < 63; length += 3) {
        const some = typed.split(' ').slice(0, length).join(' ')
        expect(found(await engine.search(plan(`${some} harbour`))), `${length} words`).toEqual(articles)
      }
    })

    it('the parts of a score add up to it', async () => {
      const { engine } = await open()
      await engine.put(drafts.map(analyzedArticle))
      const { hits } = await engine.search(plan('runninga0 harbour'), { explain: true })
      expect(hits).toHaveLength(articles.length)
      for (const { score, explanation = [] } of hits) {
        expect(score).toBeGreaterThan(0)
        expect(explanation.reduce((sum, part) => sum + part.score, 0)).toBeCloseTo(score, 3)
      }
    })
  })

  it('counts more articles than it lists by an estimate, and says so', async () => {
    const { engine } = await open()
    const one = (id: number): AnalyzedArticle =>
      analyzedArticle({
        id: `a${id}`,
        source: `S${id % 3}`,
        author: ['Ada', 'Bo'],
        paragraphs: ['Ferry.'],
      })
    for (let from = 0; from < 36_000; from += 6000) {
      await engine.put(Array.from({ length: 6000 }, (_, i) => one(from + i)))
    }
    const { paragraphs, articles } = await search(engine)
    expect(paragraphs).toEqual({ value: 36_000, relation: 'exact' })
    expect(articles.relation).toBe('approximate')
    expect(articles.value / 36_000).toBeCloseTo(1, 1)
    const facets = [
      { name: 'source', limit: 5 },
      { name: 'author', limit: 5 },
    ] as const
    const grouped = await search(engine, undefined, { group: 'article', limit: 3, facets })
    expect(grouped.hits).toHaveLength(3)
    const [sources, authors] = grouped.facets
    expect(sources).toMatchObject({
      relation: 'exact',
      values: ['S0', 'S1', 'S2'].map(value => ({ value, count: 12_000 })),
    })
    // 72,000 buckets are more than the server makes
    expect(authors).toMatchObject({ relation: 'approximate', values: [{}, {}] })
    const few = await search(engine, undefined, { filters: { source: { any: ['S1'] } } })
    expect(few.articles).toEqual({ value: 12_000, relation: 'exact' })
  }, 120_000)
})
