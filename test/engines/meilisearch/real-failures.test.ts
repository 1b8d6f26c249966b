import { Meilisearch } from 'meilisearch'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openMeilisearchEngine } from '../../../src/engines/meilisearch/meilisearch-engine.ts'
import { STATE_ID } from '../../../src/engines/meilisearch/document.ts'
import { INDEX_FINGERPRINT } from '../../../src/engines/meilisearch/prepare-index.ts'
import type { SearchEngine } from '../../../src/engines/search-engine.ts'
import { analyzedArticle } from '../../contract/articles.ts'
import { PLAN } from '../../contract/random-plans.ts'
import { uniqueIndex } from '../../servers/meilisearch/open-empty.ts'
import {
  MAY_START_MEILISEARCH,
  startMeilisearch,
  type StartedMeilisearch,
} from '../../servers/meilisearch/meilisearch-server.ts'

const MASTER_KEY = 'a-master-key-of-these-tests'
const WHY_NOT = MAY_START_MEILISEARCH ? '' : ' (no meilisearch is on the PATH)'

const article = (id: string, text = 'The ferry sank.') =>
  analyzedArticle({ id, language: 'en', paragraphs: [text] })

describe.skipIf(!MAY_START_MEILISEARCH)(`A Meilisearch of its own${WHY_NOT}`, () => {
  let server: StartedMeilisearch
  let client: Meilisearch
  const engines: SearchEngine[] = []
  const open = (index: string, apiKey: string | undefined = MASTER_KEY): SearchEngine => {
    const engine = openMeilisearchEngine({
      url: server.url,
      index,
      requestTimeoutMs: 5000,
      ...(apiKey === undefined ? {} : { apiKey }),
    })
    engines.push(engine)
    return engine
  }

  beforeAll(async () => {
    server = await startMeilisearch({
      masterKey: MASTER_KEY,
      options: ['--http-payload-size-limit', '400000'],
    })
    client = new Meilisearch({ host: server.url, apiKey: MASTER_KEY })
  })
  afterAll(async () => {
    for (const engine of engines) await engine.close()
    await server.stop()
  })

  it('refuses no key and a wrong key, each with its hint', async () => {
    const none = openMeilisearchEngine({ url: server.url, index: uniqueIndex() })
    await expect(none.prepare()).rejects.toMatchObject({ code: 'engine_refused', hint: 'Set MEILI_KEY.' })
    await expect(open(uniqueIndex(), 'wrong').prepare()).rejects.toMatchObject({
      code: 'engine_refused',
      message: `Meilisearch at ${server.url} refused the key`,
    })
  })

  it('lets a key that may only search do so, and refuses its writes', async () => {
    const index = uniqueIndex()
    const writer = open(index)
    await writer.prepare()
    await writer.put([article('one')])
    const { key } = await client.createKey({
      actions: ['search'],
      indexes: [`${index}_paragraphs`],
      expiresAt: null,
    })
    const reader = open(index, key)
    await reader.prepare()
    expect((await reader.search({ ...PLAN })).paragraphs.value).toBe(1)
    expect(await reader.paragraphs({ articleId: 'one' }, 0)).toHaveLength(1)
    await expect(reader.put([article('two')])).rejects.toMatchObject({ code: 'engine_refused' })
  })

  it('with an index of somebody else’s documents is left alone', async () => {
    const index = uniqueIndex()
    await client
      .index(`${index}_paragraphs`)
      .addDocuments([{ id: 1, title: 'A film' }])
      .waitTask()
    await expect(open(index).prepare()).rejects.toMatchObject({
      code: 'engine_refused',
      message: expect.stringContaining('holds 1 documents that Paragraf did not write') as string,
    })
  })

  it('with settings of somebody else’s gets its own back, and finds again', async () => {
    const index = uniqueIndex()
    await putOne(open(index))
    await client.index(`${index}_paragraphs`).resetSettings().waitTask()
    const engine = open(index)
    await engine.prepare()
    expect((await engine.search({ ...PLAN })).paragraphs.value).toBe(1)
  })

  it('with an index of other rules of analysis is read, and not written until it is rebuilt', async () => {
    const index = uniqueIndex()
    await putOne(open(index))
    await client
      .index(`${index}_paragraphs`)
      .updateDocuments([{ id: STATE_ID, fingerprint: 'analysis-0' }])
      .waitTask()
    const engine = open(index)
    await engine.prepare()
    expect((await engine.search({ ...PLAN })).paragraphs.value).toBe(1)
    await expect(engine.put([article('two')])).rejects.toMatchObject({ code: 'index_outdated' })
    await expect(engine.remove({ articleIds: ['one'] })).rejects.toMatchObject({ code: 'index_outdated' })
    expect(await engine.rebuild(stream([article('one'), article('two')]))).toMatchObject({
      before: 1,
      after: 2,
    })
    await engine.put([article('three')])
    expect((await engine.search({ ...PLAN })).paragraphs.value).toBe(3)
  })

  it('with an index that was made before quotes were known says so, and is found out when another process rebuilds it', async () => {
    const index = uniqueIndex()
    await putOne(open(index))
    const id = `${index}_paragraphs`
    const old = INDEX_FINGERPRINT.replace(/documents-\d+$/, 'documents-1')
    await client
      .index(id)
      .updateDocuments([{ id: STATE_ID, fingerprint: old }])
      .waitTask()
    const filterableAttributes = [
      'role',
      'order',
      'articleKey',
      'isHead',
      'terms',
      'visibleFrom',
      'visibleUntil',
    ]
    await client.index(id).updateSettings({ filterableAttributes }).waitTask()
    const engine = open(index)
    await engine.prepare()
    expect(engine.capabilities).toMatchObject({
      zones: ['any'],
      facets: ['language', 'source', 'author', 'month'],
    })
    expect((await engine.search({ ...PLAN, facets: [] })).paragraphs.value).toBe(1)
    const filters = { quoteKind: { any: ['dash'] } } as const
    const refused = [
      engine.search({ ...PLAN, facets: [], zone: 'quotes' }),
      engine.search({ ...PLAN, facets: [{ name: 'speaker', limit: 1 }] }),
      engine.search({ ...PLAN, facets: [], filters }),
      engine.facetValues('speaker', '', {}, 0),
      engine.terms(['ferry'], filters, 0),
      engine.scan(filters, 0)[Symbol.asyncIterator]().next(),
    ]
    for (const one of refused) await expect(one).rejects.toMatchObject({ code: 'not_supported' })
    const other = open(index)
    await other.prepare()
    await other.rebuild(stream([article('one')]))
    expect(await engine.health()).toBe('ready')
    expect(engine.capabilities.zones).toContain('quotes')
    expect((await engine.search({ ...PLAN, facets: [], zone: 'quotes' })).paragraphs.value).toBe(0)
  })

  it('with an index of a newer format is refused', async () => {
    const index = uniqueIndex()
    await putOne(open(index))
    await client
      .index(`${index}_paragraphs`)
      .updateDocuments([{ id: STATE_ID, format: 99 }])
      .waitTask()
    await expect(open(index).prepare()).rejects.toMatchObject({ code: 'index_newer' })
  })

  it('whose index is deleted says so', async () => {
    const index = uniqueIndex()
    const engine = open(index)
    await putOne(engine)
    await client.deleteIndex(`${index}_paragraphs`).waitTask()
    await expect(engine.search({ ...PLAN })).rejects.toMatchObject({ code: 'index_missing' })
  })

  it('that takes no large request gets smaller ones, and what is too large alone is named', async () => {
    const engine = open(uniqueIndex())
    await engine.prepare()
    const large = article('large', 'word '.repeat(60_000))
    const many = Array.from({ length: 60 }, (_, i) => article(`many-${i}`, `number${i} `.repeat(300)))
    const report = await engine.put([...many.slice(0, 30), large, ...many.slice(30)])
    expect(report).toMatchObject({ indexed: 60, rejected: [{ id: 'large' }] })
    expect((await engine.search({ ...PLAN })).paragraphs.value).toBe(60)
  })

  it('killed in the middle of indexing: what was acknowledged is there, and the writer goes on', async () => {
    const index = uniqueIndex()
    const engine = open(index)
    await engine.prepare()
    await engine.put([article('before')])
    const batch = Array.from({ length: 400 }, (_, i) =>
      article(`killed-${i}`, `Paragraph number ${i} about ferries.`),
    )
    const writing = engine.put(batch).then(
      report => report.indexed,
      (error: unknown) => error,
    )
    await new Promise(resolve => {
      setTimeout(resolve, 30)
    })
    await server.kill()
    // the service meanwhile
    await expect(engine.search({ ...PLAN })).rejects.toMatchObject({ code: 'engine_unreachable' })
    await server.start()
    const outcome = await writing
    if (outcome !== 400) expect(outcome).toMatchObject({ code: 'engine_unreachable' })
    expect(await engine.put([article('before'), ...batch])).toMatchObject({ rejected: [] })
    expect((await engine.search({ ...PLAN })).paragraphs).toEqual({ value: 401, relation: 'exact' })
  }, 60_000)

  it('killed in the middle of a rebuild: the old index serves, and the rebuild can be run again', async () => {
    const index = uniqueIndex()
    const engine = open(index)
    await engine.prepare()
    await engine.put([article('old')])
    async function* killing() {
      yield article('new')
      await server.kill()
      await server.start()
      throw new Error('The machine went down')
    }
    await expect(engine.rebuild(killing(), { force: true })).rejects.toThrow()
    expect((await engine.search({ ...PLAN })).hits[0]?.paragraph.articleId).toBe('old')
    await engine.rebuild(stream([article('new')]))
    expect((await engine.search({ ...PLAN })).hits[0]?.paragraph.articleId).toBe('new')
  }, 60_000)

  async function putOne(engine: SearchEngine): Promise<void> {
    await engine.prepare()
    await engine.put([article('one')])
  }
})

async function* stream(articles: readonly ReturnType<typeof article>[]) {
  for (const one of articles) yield await Promise.resolve(one)
}
