import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { expect, test, vi } from 'vitest'
import type { Report } from '../../indexer/report.ts'
import { loadConfig } from '../../src/config.ts'
import { openEngine } from '../../src/engines/open-engine.ts'
import type { SearchEngine } from '../../src/engines/open-engine.ts'
import { folderWith } from './run-in-process.ts'

// Each run starts a process, which takes seconds where the machine is busy.
vi.setConfig({ testTimeout: 120_000 })

const MAIN = path.resolve('indexer/main.ts')

function start(
  argv: readonly string[],
): ChildProcess & { result: Promise<{ code: number; stdout: string; stderr: string }> } {
  const child = spawn(process.execPath, ['--import', 'tsx', MAIN, ...argv], { stdio: 'pipe' })
  const read = async () => {
    const exit = once(child, 'exit')
    const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr), exit])
    return { code: child.exitCode ?? -1, stdout, stderr }
  }
  return Object.assign(child, { result: read() })
}

const index = (...argv: string[]) => start(argv).result
const reportOf = ({ stdout }: { stdout: string }) => JSON.parse(stdout) as Report

async function withEngine<T>(dataDir: string, use: (engine: SearchEngine) => Promise<T>): Promise<T> {
  const engine = openEngine(loadConfig({ DATA_DIR: dataDir }), {})
  await engine.prepare()
  try {
    return await use(engine)
  } finally {
    await engine.close()
  }
}

const statsOf = (dataDir: string) => withEngine(dataDir, engine => engine.stats())

const ARTICLE = [
  'Nobody was hurt when the ferry ran aground.',
  'The harbour master said so.',
  'Two tugs will try again on Tuesday.',
]

test('indexing again changes nothing, and changing one paragraph changes one', async () => {
  const folder = folderWith({
    'ledger/a.txt': ARTICLE.join('\n\n'),
    'ledger/b.txt': 'Another article, which stays.',
  })
  const data = path.join(folder, 'data')
  const ledger = path.join(folder, 'ledger')
  const first = await index('--json', '--data-dir', data, ledger)
  expect(first).toMatchObject({ code: 0 })
  expect(reportOf(first)).toMatchObject({ articles: 2, paragraphs: { indexed: 4, unchanged: 0, retired: 0 } })

  expect(reportOf(await index('--json', '--data-dir', data, ledger)).paragraphs).toEqual({
    indexed: 0,
    unchanged: 4,
    retired: 0,
  })

  writeFileSync(path.join(ledger, 'a.txt'), ARTICLE.with(1, 'The harbour master denied it.').join('\n\n'))
  expect(reportOf(await index('--json', '--data-dir', data, ledger)).paragraphs).toEqual({
    indexed: 1,
    unchanged: 3,
    retired: 1,
  })
  expect(await statsOf(data)).toMatchObject({ paragraphs: 4, articles: 2 })
})

test('the report for people goes to standard output, what was rejected to standard error, exit code 1', async () => {
  const folder = folderWith({ 'ledger/a.txt': ARTICLE.join('\n\n'), 'ledger/b.ndjson': '{\n' })
  const run = await index('--data-dir', path.join(folder, 'data'), path.join(folder, 'ledger'))
  expect(run.code).toBe(1)
  expect(run.stdout).toMatch(
    /^articles +1\nparagraphs +3 new or changed, 0 unchanged, 0 retired\nlanguages +en 3\nsources +ledger 3\nrejected +1\n/,
  )
  expect(run.stderr).toMatch(/^rejected: .*b\.ndjson:1: is not JSON/)
})

test('--if-empty indexes once, and says so either way', async () => {
  const folder = folderWith({ 'ledger/a.txt': ARTICLE.join('\n\n') })
  const argv = ['--if-empty', '--data-dir', path.join(folder, 'data'), path.join(folder, 'ledger')]
  const first = await index(...argv)
  expect(first.stderr).toBe(`The index is empty: indexing ${path.join(folder, 'ledger')}\n`)
  expect(first.stdout).toContain('3 new or changed')
  const second = await index(...argv)
  expect(second).toEqual({
    code: 0,
    stdout: '',
    stderr: 'The index holds 3 paragraphs already: nothing to do\n',
  })
})

test('a data folder that cannot be one is told with a hint, exit code 1', async () => {
  const folder = folderWith({ 'a.txt': 'Nobody was hurt.' })
  const run = await index('--data-dir', path.join(folder, 'a.txt'), path.join(folder, 'a.txt'))
  expect(run.code).toBe(1)
  expect(run.stdout).toBe('')
  expect(run.stderr).toMatch(/^Error: .*a\.txt.*\n.*DATA_DIR/)
})

test('an interrupted run has in the index what it reports', async () => {
  const data = path.join(folderWith({}), 'data')
  const running = start(['--json', '--source', 'Wire', '--batch-size', '10', '--data-dir', data, '-'])
  const lines = Array.from({ length: 95 }, (_, number) =>
    JSON.stringify({ id: `a${number}`, text: `Number ${number} was hurt.` }),
  )
  // Standard input stays open: the run would wait for more.
  running.stdin?.write(`${lines.join('\n')}\n`)
  await waitFor(async () => (await statsOf(data)).paragraphs >= 90)
  running.kill('SIGINT')
  const run = await running.result
  expect(run.code).toBe(130)
  expect(run.stderr).toContain('Stopped before the end')
  expect(reportOf(run).articles).toBe(90)
  expect(await statsOf(data)).toMatchObject({ paragraphs: 90, articles: 90 })

  const again = start(['--json', '--source', 'Wire', '--data-dir', data, '-'])
  again.stdin?.end(lines.join('\n'))
  expect(reportOf(await again.result).paragraphs).toEqual({ indexed: 5, unchanged: 90, retired: 0 })
})

test('two runs at once both succeed', async () => {
  const names = Array.from({ length: 30 }, (_, number) => [
    `ledger/${number}.txt`,
    `Number ${number} was hurt.`,
  ])
  const folder = folderWith(Object.fromEntries(names) as Record<string, string>)
  const argv = [
    '--json',
    '--batch-size',
    '5',
    '--data-dir',
    path.join(folder, 'data'),
    path.join(folder, 'ledger'),
  ]
  const runs = await Promise.all([index(...argv), index(...argv)])
  expect(runs.map(({ code, stderr }) => ({ code, stderr }))).toEqual([
    { code: 0, stderr: '' },
    { code: 0, stderr: '' },
  ])
  const counts = runs.map(run => reportOf(run).paragraphs)
  expect(counts.reduce((sum, { indexed }) => sum + indexed, 0)).toBe(30)
  expect(await statsOf(path.join(folder, 'data'))).toMatchObject({ paragraphs: 30, articles: 30 })
})

async function waitFor(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition().catch(() => false))) await new Promise(resolve => setTimeout(resolve, 100))
}
