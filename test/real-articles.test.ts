import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import type { Report } from '../indexer/report.ts'
import { SEARCH_EVERYTHING } from '../src/search/request.ts'
import { createSearch } from '../src/search/search.ts'
import { openFolder, temporaryFolder } from './engines/embedded/folder.ts'
import { runInProcess } from './indexer/run-in-process.ts'

/** Two real articles on one event, which are no part of the project: whoever has them finds them beside it. */
const folder = fileURLToPath(new URL('../../shared/seeds', import.meta.url))
const isThere = existsSync(folder)

describe.skipIf(!isThere)('two real articles (skipped where ../shared/seeds is not there)', () => {
  const files = isThere ? readdirSync(folder).filter(name => name.endsWith('.txt')) : []

  async function indexCopies() {
    const place = temporaryFolder()
    const articles = join(place, 'real')
    mkdirSync(articles)
    for (const name of files) copyFileSync(join(folder, name), join(articles, name))
    const env = { DATA_DIR: join(place, 'data') }
    const index = async (): Promise<Report> => {
      const { code, stdout } = await runInProcess(['--json', '--quiet', articles], { env })
      expect(code).toBe(0)
      return JSON.parse(stdout) as Report
    }
    const report = await index()
    const engine = await openFolder(env.DATA_DIR)
    const search = createSearch(engine)
    const find = async (typed: string) => (await search.search({ ...SEARCH_EVERYTHING, typed })).hits
    const ids = async (): Promise<string[]> => {
      const found: string[] = []
      for await (const { id } of engine.scan({}, Date.now() / 1000)) found.push(id)
      return found
    }
    return { articles, index, report, engine, find, ids }
  }

  it('come out as 39 paragraphs, and indexing them twice changes nothing', async () => {
    const { report, index, ids, engine } = await indexCopies()
    expect(report.paragraphs).toEqual({ indexed: 39, unchanged: 0, retired: 0 })
    const before = { ids: await ids(), generation: (await engine.stats()).generation }
    expect(new Set(before.ids).size).toBe(39)
    expect((await index()).paragraphs).toEqual({ indexed: 0, unchanged: 39, retired: 0 })
    expect({ ids: await ids(), generation: (await engine.stats()).generation }).toEqual(before)
  })

  it('change one id when one paragraph changes', async () => {
    const { articles, index, ids } = await indexCopies()
    const before = await ids()
    const name = join(articles, files[0] ?? '')
    const lines = readFileSync(name, 'utf8').split('\n')
    writeFileSync(name, [...lines.slice(0, 2), `${lines[2] ?? ''} And more.`, ...lines.slice(3)].join('\n'))
    expect((await index()).paragraphs).toMatchObject({ indexed: 1, retired: 1 })
    const after = await ids()
    expect(after).toHaveLength(39)
    expect(after.filter(id => !before.includes(id))).toHaveLength(1)
  })

  it('are both found by a name', async () => {
    const { find } = await indexCopies()
    expect(new Set((await find('Kim Jong-un')).map(hit => hit.articleId)).size).toBe(2)
  })

  it('are found by another form of the word', async () => {
    const { find } = await indexCopies()
    const [summit, theSummit] = [await find('lang:nb toppmøte'), await find('toppmøtet')]
    expect(summit.length).toBeGreaterThan(1)
    expect(summit.map(hit => hit.id).sort()).toEqual(theSummit.map(hit => hit.id).sort())
    const forms = summit.flatMap(hit => hit.highlight.filter(part => part.isMatch).map(part => part.text))
    expect(new Set(forms)).toEqual(new Set(['toppmøte', 'toppmøtet']))
  })

  it('hold a phrase that any quotation marks find alike', async () => {
    const { find } = await indexCopies()
    const marks = ['“”', '„“', '«»', '「」', '＂＂', '""', '”“', '»«', '‹›', '『』', '„”']
    for (const [open = '', close = ''] of marks.map(pair => Array.from(pair))) {
      const hits = await find(`${open}extremely high levels${close}`)
      expect(hits.map(hit => hit.snippet.filter(part => part.isMatch).map(part => part.text))).toEqual([
        ['extremely high levels'],
      ])
      expect(hits[0]?.spans).toHaveLength(1)
    }
  })
})
