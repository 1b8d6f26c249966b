import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openDatabase } from '../../../src/engines/embedded/database.ts'
import type { EngineEvent } from '../../../src/engines/common/engine-event.ts'
import { openEmbeddedEngine } from '../../../src/engines/embedded/embedded-engine.ts'
import { decodeSegment } from '../../../src/engines/embedded/index/segment-file.ts'
import { wordClauses } from '../../../src/text/clauses.ts'
import { analyzedArticle } from '../../contract/articles.ts'
import { PLAN } from '../../contract/random-plans.ts'
import { createRandom, randomArticle } from '../../contract/random-corpus.ts'
import { openFolder, temporaryFolder } from './folder.ts'
import { inFormat1 } from './index/old-format.ts'

const article = (id: string, text = 'Alpha bravo charlie.') =>
  analyzedArticle({ id, language: 'en', paragraphs: [text] })
const many = (count: number, seed: number, idPrefix = 'a') => {
  const random = createRandom(seed)
  return Array.from({ length: count }, (_, i) => analyzedArticle(randomArticle(random, `${idPrefix}${i}`)))
}
const segmentsOf = (directory: string): string[] => readdirSync(join(directory, 'segments')).sort()
const plan = (typed: string) => ({
  ...PLAN,
  facets: [],
  query: { kind: 'and', of: wordClauses(typed, []) } as const,
})

describe('the embedded engine', () => {
  it('shows what another process has put at the next search, without being opened again', async () => {
    const directory = temporaryFolder()
    const reader = await openFolder(directory)
    expect((await reader.search(PLAN)).paragraphs.value).toBe(0)
    const script = fileURLToPath(new URL('put-batches.ts', import.meta.url))
    const run = spawnSync(process.execPath, ['--import', 'tsx', script, directory, '0', '10'], {
      encoding: 'utf8',
    })
    expect(run.stderr).toBe('')
    const { paragraphs } = await reader.search(plan('batchmarker0x'))
    expect(paragraphs.value).toBe(5)
  })

  it('merges small segments into larger ones, and answers as before', async () => {
    const directory = temporaryFolder()
    const engine = await openFolder(directory)
    for (let batch = 0; batch < 40; batch++) await engine.put(many(3, batch, `m${batch}-`))
    expect(segmentsOf(directory).length).toBeLessThan(20)
    let scanned = 0
    for await (const _ of engine.scan({}, PLAN.now)) scanned++
    const { paragraphs } = await engine.search(PLAN)
    expect(paragraphs.value).toBe(scanned)
  })

  it('says who holds the lock when it waited long enough', async () => {
    const directory = temporaryFolder()
    const engine = await openFolder(directory)
    const other = openDatabase(join(directory, 'paragraf.db'), { busyTimeoutMs: 0 })
    onTestFinished(() => other.close())
    other.exec('BEGIN IMMEDIATE')
    writeFileSync(
      join(directory, 'writer.json'),
      JSON.stringify({ pid: 4711, host: 'elsewhere', since: '2026-01-01T00:00:00Z' }),
    )
    await expect(engine.put([article('a')], { lockTimeoutMs: 100 })).rejects.toMatchObject({
      code: 'index_locked',
      message: expect.stringContaining('process 4711 on elsewhere, since 2026-01-01T00:00:00Z') as string,
    })
    expect((await engine.search(PLAN)).paragraphs.value).toBe(0)
    setTimeout(() => other.exec('ROLLBACK'), 100)
    expect(await engine.put([article('a')], { lockTimeoutMs: 5000 })).toMatchObject({ indexed: 1 })
  })

  it('takes batches of two writers in turn', async () => {
    const directory = temporaryFolder()
    const [one, two] = [await openFolder(directory), await openFolder(directory)]
    await Promise.all(Array.from({ length: 20 }, (_, i) => (i % 2 ? one : two).put([article(`w${i}`)])))
    expect((await one.search(PLAN)).paragraphs.value).toBe(20)
    expect((await two.search(PLAN)).paragraphs.value).toBe(20)
  })

  it('refuses a data folder that a newer version has written', async () => {
    const directory = temporaryFolder()
    await (await openFolder(directory)).close()
    const database = openDatabase(join(directory, 'paragraf.db'), { busyTimeoutMs: 0 })
    database.exec("UPDATE meta SET value = '99' WHERE key = 'format'")
    database.close()
    await expect(openEmbeddedEngine({ directory }).prepare()).rejects.toMatchObject({
      code: 'index_newer',
      message: expect.stringContaining('format 99') as string,
      hint: expect.stringContaining('newer version') as string,
    })
  })

  it('refuses a file that is no database, and a folder that is a file', async () => {
    const directory = temporaryFolder()
    writeFileSync(
      join(directory, 'paragraf.db'),
      'this is not a database, however long it may be '.repeat(50),
    )
    await expect(openEmbeddedEngine({ directory }).prepare()).rejects.toMatchObject({ code: 'index_damaged' })
    const file = join(directory, 'file')
    writeFileSync(file, '')
    await expect(openEmbeddedEngine({ directory: file }).prepare()).rejects.toMatchObject({
      code: 'storage_failed',
    })
  })

  it('builds a damaged, cut or missing segment anew from the documents, and says so', async () => {
    const directory = temporaryFolder()
    const engine = await openFolder(directory)
    await engine.put(many(30, 1))
    await engine.put(many(10, 2))
    const expected = await engine.search(PLAN)
    const harms: ((file: string, bytes: Buffer) => void)[] = [
      (file, bytes) => {
        const at = bytes.length >> 1
        bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at)
        writeFileSync(file, bytes)
      },
      (file, bytes) => writeFileSync(file, bytes.subarray(0, bytes.length >> 1)),
      file => writeFileSync(file, ''),
      file => rmSync(file),
    ]
    for (const harm of harms) {
      const file = join(directory, 'segments', segmentsOf(directory)[0] ?? '')
      harm(file, readFileSync(file))
      const events: EngineEvent[] = []
      const fresh = await openFolder(directory, { log: event => events.push(event) })
      const { hits, paragraphs, articles, facets } = await fresh.search(PLAN)
      expect({ hits, paragraphs, articles, facets }).toEqual({
        hits: expected.hits,
        paragraphs: expected.paragraphs,
        articles: expected.articles,
        facets: expected.facets,
      })
      expect(events.map(event => event.level)).toEqual(['error', 'info'])
      expect((await engine.search(PLAN)).paragraphs).toEqual(expected.paragraphs)
    }
  })

  it('analyses everything again when the rules have changed, and serves the old state meanwhile', async () => {
    const directory = temporaryFolder()
    const first = await openFolder(directory)
    await first.put(many(40, 3))
    const expected = await first.search(PLAN)
    await first.close()
    const database = openDatabase(join(directory, 'paragraf.db'), { busyTimeoutMs: 0 })
    database.exec("UPDATE meta SET value = 'older rules' WHERE key = 'fingerprint'")
    database.close()
    const before = segmentsOf(directory)
    const engine = await openFolder(directory)
    expect(await engine.health()).toBe('indexing')
    expect((await engine.search(PLAN)).paragraphs).toEqual(expected.paragraphs)
    expect(await engine.put([article('later')])).toMatchObject({ indexed: 1 })
    expect(await engine.health()).toBe('ready')
    expect((await engine.search(PLAN)).paragraphs.value).toBe(expected.paragraphs.value + 1)
    expect(segmentsOf(directory).filter(name => before.includes(name))).toEqual([])
  })

  it('indexes the quotes of an older data folder in the background, and meanwhile refuses only what asks for them', async () => {
    const directory = temporaryFolder()
    const first = await openFolder(directory)
    await first.put(many(40, 3))
    const [anywhere, inQuotes] = [await first.search(PLAN), await first.search({ ...PLAN, zone: 'quotes' })]
    await first.close()
    for (const name of segmentsOf(directory)) {
      const file = join(directory, 'segments', name)
      writeFileSync(file, inFormat1(decodeSegment(readFileSync(file), name)))
    }
    const database = openDatabase(join(directory, 'paragraf.db'), { busyTimeoutMs: 0 })
    onTestFinished(() => database.close())
    database.exec("UPDATE meta SET value = '1' WHERE key = 'format'")
    database.exec("UPDATE meta SET value = 'older rules' WHERE key = 'fingerprint'")

    const engine = await openFolder(directory)
    const withSpeakers = { ...PLAN, facets: [{ name: 'speaker' as const, limit: 10 }] }
    const [any, quotes, speakers] = await Promise.allSettled([
      engine.search(PLAN),
      engine.search({ ...PLAN, zone: 'quotes' }),
      engine.search(withSpeakers),
    ])
    expect(await engine.health()).toBe('indexing')
    expect(any).toMatchObject({ value: { paragraphs: anywhere.paragraphs, degraded: false } })
    expect(quotes).toMatchObject({ reason: { code: 'index_outdated', retryAfter: 30 } })
    expect(speakers).toMatchObject({
      value: { paragraphs: anywhere.paragraphs, facets: [{ relation: 'atLeast' }], degraded: true },
    })

    await engine.put([article('later')])
    expect((await engine.search({ ...PLAN, zone: 'quotes' })).paragraphs).toEqual(inQuotes.paragraphs)
    expect((await engine.search(withSpeakers)).facets).toMatchObject([{ relation: 'exact' }])
    expect(database.prepare("SELECT value FROM meta WHERE key = 'format'").get([])).toMatchObject({
      value: '2',
    })
  })

  it('forgets the names that a rebuild which broke off has numbered', async () => {
    const engine = await openFolder(temporaryFolder())
    const ofSource = (id: string, source: string) =>
      analyzedArticle({ id, source, language: 'en', paragraphs: ['Alpha bravo.'] })
    async function* broken(): AsyncGenerator<ReturnType<typeof article>> {
      for (let i = 0; i < 2500; i++) yield await Promise.resolve(ofSource(`lost${i}`, 'Lost'))
      throw new Error('The disk is gone')
    }
    await engine.put([ofSource('first', 'First')])
    await expect(engine.rebuild(broken())).rejects.toMatchObject({ code: 'internal' })
    await engine.put([ofSource('kept', 'Kept')])
    const { facets } = await engine.search({ ...PLAN, facets: [{ name: 'source', limit: 10 }] })
    expect(facets[0]?.values).toEqual([
      { value: 'First', count: 1 },
      { value: 'Kept', count: 1 },
    ])
  })

  it('counts an article that comes twice in a rebuild once', async () => {
    const engine = await openFolder(temporaryFolder())
    await engine.put([article('twice'), article('other')])
    async function* given(): AsyncGenerator<ReturnType<typeof article>> {
      for (let i = 0; i < 1500; i++) yield await Promise.resolve(article(`n${i}`))
      yield article('twice', 'First.')
      for (let i = 1500; i < 3000; i++) yield article(`n${i}`)
      yield article('twice', 'Second.')
    }
    expect(await engine.rebuild(given())).toEqual({ before: 2, after: 3001, rejected: [] })
    expect((await engine.search(plan('second'))).paragraphs.value).toBe(1)
    expect((await engine.search(plan('first'))).paragraphs.value).toBe(0)
  })

  it('lets a cursor expire after five minutes, and with it the state it was on', async () => {
    let now = 1_000_000
    const directory = temporaryFolder()
    const engine = await openFolder(directory, { clock: () => now })
    await engine.put(many(20, 4))
    const { next = '' } = await engine.search({ ...PLAN, now, limit: 2 })
    now += 299
    await engine.put([article('later')])
    expect((await engine.search({ ...PLAN, now, limit: 2, after: next })).hits).toHaveLength(2)
    now += 2
    await expect(engine.search({ ...PLAN, now, limit: 2, after: next })).rejects.toMatchObject({
      code: 'cursor_expired',
    })
  })

  it('says that the disk is full, keeps what was acknowledged, and goes on when there is room again', async context => {
    const folder = temporaryFolder()
    const directory = join(folder, 'small')
    mkdirSync(directory)
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=3m', 'tmpfs', directory])
    if (mounted.status !== 0) context.skip('no right to mount a size-limited folder here')
    onTestFinished(() => void spawnSync('umount', ['-l', directory]))
    const engine = await openFolder(directory)
    let acknowledged = 0
    let failure: unknown
    for (let batch = 0; batch < 200 && failure === undefined; batch++) {
      try {
        await engine.put(many(20, batch, `d${batch}-`))
        acknowledged = batch + 1
      } catch (error) {
        failure = error
      }
    }
    expect(failure).toMatchObject({
      code: 'storage_full',
      hint: expect.stringContaining('Free some space') as string,
    })
    expect(acknowledged).toBeGreaterThan(0)
    const fresh = await openFolder(directory)
    const { articles } = await fresh.search(PLAN)
    let visible = 0
    for (let batch = 0; batch < acknowledged; batch++) {
      for (const { paragraphs } of many(20, batch, `d${batch}-`)) {
        const first = paragraphs[0]?.paragraph
        const { visibleFrom = 0, visibleUntil = Infinity } = first ?? {}
        if (visibleFrom <= PLAN.now && PLAN.now < visibleUntil) visible++
      }
    }
    expect(articles.value).toBe(visible)
    spawnSync('mount', ['-o', 'remount,size=30m', directory])
    expect(await fresh.put(many(20, acknowledged, `d${acknowledged}-`))).toMatchObject({ rejected: [] })
  })

  it('is not usable before it is prepared nor after it is closed, and says so', async () => {
    const engine = openEmbeddedEngine({ directory: temporaryFolder() })
    await expect(engine.search(PLAN)).rejects.toMatchObject({ code: 'index_missing' })
    await engine.prepare()
    await engine.prepare()
    await engine.close()
    await engine.close()
    await expect(engine.stats()).rejects.toMatchObject({ code: 'index_missing' })
  })

  it('answers while a writer in another process is busy', async () => {
    const directory = temporaryFolder()
    const reader = await openFolder(directory)
    const script = fileURLToPath(new URL('put-batches.ts', import.meta.url))
    const child = spawn(process.execPath, ['--import', 'tsx', script, directory, '0', '60'])
    const ended = once(child, 'exit')
    let searches = 0
    let last = 0
    while (child.exitCode === null) {
      const { paragraphs } = await reader.search({ ...PLAN, facets: [] })
      expect(paragraphs.value).toBeGreaterThanOrEqual(0)
      last = paragraphs.value
      searches++
      await new Promise(resolve => setTimeout(resolve, 5))
    }
    await ended
    expect(child.exitCode).toBe(0)
    expect(searches).toBeGreaterThan(10)
    expect((await reader.search({ ...PLAN, facets: [] })).paragraphs.value).toBeGreaterThanOrEqual(last)
    expect((await reader.search(plan('batchmarker58x'))).articles.value).toBe(5)
  })
})
