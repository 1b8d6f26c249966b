import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable, Writable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runCheck } from '../../src/cli/check-quotes/run-check.ts'
import { indexSeeds } from '../http/seed-service.ts'

const MAIN = 'src/cli/check-quotes/main.ts'

let folder: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'paragraf-check-'))
  await indexSeeds(join(folder, 'data'))
}, 120_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

type Run = { readonly code: number; readonly stdout: string; readonly stderr: string }

async function run(
  argv: readonly string[],
  {
    stdin = '',
    interrupt,
    isUnread = false,
  }: { stdin?: string; interrupt?: AbortSignal; isUnread?: boolean } = {},
): Promise<Run> {
  const written = { stdout: '', stderr: '' }
  const collect = (name: 'stdout' | 'stderr'): Writable =>
    new Writable({
      write: (chunk: Buffer, _encoding, done) => {
        written[name] += chunk.toString()
        done()
      },
    })
  const code = await runCheck([...argv, '--data-dir', join(folder, 'data')], {
    env: {},
    stdin: Readable.from([Buffer.from(stdin)]),
    stdout: isUnread ? unread() : collect('stdout'),
    stderr: collect('stderr'),
    isTTY: false,
    ...(interrupt && { interrupt }),
  })
  return { code, ...written }
}

/** What a pipe is whose reader has gone. */
const unread = (): Writable =>
  new Writable({
    write: (_chunk, _encoding, done) => done(Object.assign(new Error('write EPIPE'), { code: 'EPIPE' })),
  })

const QUOTES = [
  'Is this when we sing?',
  'We were told nothing',
  'It is a habit',
  'By then it was too late to turn her.',
]
const CSV = `text\n${QUOTES.map(text => `"${text}"`).join('\n')}\n`

const verdictsOf = (ndjson: string): unknown[] =>
  ndjson
    .trim()
    .split('\n')
    .map(line => {
      const { row, verdict } = JSON.parse(line) as { row: number; verdict: string }
      return [row, verdict]
    })

describe('check-quotes', () => {
  it('checks the rows of a file', async () => {
    const file = join(folder, 'quotes.csv')
    writeFileSync(file, CSV)
    const { code, stdout, stderr } = await run([file, '--output-format', 'ndjson'])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(verdictsOf(stdout)).toEqual([
      [1, 'verbatim'],
      [2, 'trimmed'],
      [3, 'trimmed'],
      [4, 'verbatim'],
    ])
  })

  it('reads standard input, and names errors by its exit code', async () => {
    const { code, stdout } = await run(['-'], { stdin: '{"text":"Is this when we sing?"}\nnothing\n' })
    expect(code).toBe(1)
    expect(verdictsOf(stdout)).toEqual([
      [1, 'verbatim'],
      [2, 'error'],
    ])
  })

  it('goes on where it was interrupted', async () => {
    const file = join(folder, 'interrupted.csv')
    const output = join(folder, 'verdicts.csv')
    writeFileSync(file, CSV)
    const interrupted = await run([file, '--output', output], { interrupt: AbortSignal.abort() })
    expect(interrupted).toMatchObject({ code: 130, stderr: 'Interrupted: go on with --from-row 2\n' })
    expect((await run([file, '--output', output, '--from-row', '2'])).code).toBe(0)
    const whole = await run([file])
    expect(readFileSync(output, 'utf8')).toBe(whole.stdout)
    expect(whole.stdout.trim().split('\n')).toHaveLength(5)
  })

  it('has nothing to say when nobody reads its verdicts', async () => {
    const file = join(folder, 'unread.csv')
    writeFileSync(file, CSV)
    expect(await run([file], { isUnread: true })).toEqual({ code: 1, stdout: '', stderr: '' })
  })

  it('ends as it should when a file that is there can’t be opened', async () => {
    const file = join(folder, 'socket.csv')
    const socket = createServer().listen(file)
    await once(socket, 'listening')
    // a process of its own, in which the engine is still being loaded when the file fails
    const child = spawn(process.execPath, ['--import', 'tsx', MAIN, file, '--data-dir', join(folder, 'data')])
    let stderr = ''
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()))
    const [code] = (await once(child, 'close')) as [number]
    socket.close()
    expect(stderr).toMatch(/^Error: .*socket\.csv/)
    expect(stderr).not.toContain('node:events')
    expect(code).toBe(1)
  }, 60_000)

  it('says what is wrong with its arguments and files', async () => {
    expect(await run(['--help'])).toMatchObject({ code: 0 })
    expect(await run([])).toMatchObject({ code: 2 })
    expect(await run(['x.txt'])).toMatchObject({ code: 2 })
    expect(await run(['x.csv', '--from-row', '0'])).toMatchObject({ code: 2 })
    const missing = await run([join(folder, 'missing.csv')])
    expect(missing.code).toBe(1)
    expect(missing.stderr).toContain('missing.csv')
    const file = join(folder, 'latin.csv')
    writeFileSync(file, Buffer.from('text\nbl\xe5b\xe6r\n', 'latin1'))
    const latin = await run([file])
    expect(latin.code).toBe(1)
    expect(latin.stderr).toContain('UTF-8')
  })
})
