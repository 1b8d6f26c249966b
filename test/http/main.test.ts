import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))

let dataDir: string
beforeAll(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'paragraf-main-'))
})
afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

const running: ChildProcess[] = []
afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL')
})

type Service = {
  readonly child: ChildProcess
  /** Everything it wrote so far. */
  output(): string
  /** Resolves to the address it answers at. */
  readonly address: Promise<string>
  readonly exit: Promise<number | null>
}

function start(env: Readonly<Record<string, string>> = {}): Service {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts'], {
    cwd: root,
    env: { PATH: process.env['PATH'], DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'info', ...env },
  })
  running.push(child)
  let output = ''
  const address = new Promise<string>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text
        const found = /answers at (http:\S+)/.exec(output)?.[1]
        if (found !== undefined) resolve(found)
      })
    }
    child.once('exit', () => reject(new Error(output)))
  })
  const exit = once(child, 'exit').then(([code]) => code as number | null)
  // whoever only waits for the end need not care about the address
  address.catch(() => undefined)
  return { child, output: () => output, address, exit }
}

describe('the service', () => {
  it('answers, and stops without cutting anything off', async () => {
    const service = start()
    const address = await service.address
    const page = await fetch(address)
    expect(page.status).toBe(200)
    expect(await page.text()).toContain('The index is empty.')
    expect((await fetch(`${address}/style.css`)).status).toBe(200)
    const answer: unknown = await (await fetch(`${address}/api/search?q=ferry`)).json()
    expect(answer).toMatchObject({ hits: [], total: { paragraphs: { value: 0 } } })

    service.child.kill('SIGTERM')
    expect(await service.exit).toBe(0)
    expect(service.output()).toContain('Stopping')
    await expect(fetch(address)).rejects.toThrow()
  })

  it('cuts off what does not end in time when it is asked to stop', async () => {
    const service = start({ SHUTDOWN_TIMEOUT_MS: '300' })
    const { hostname, port } = new URL(await service.address)
    const socket = connect({ host: hostname, port: Number(port) })
    socket.on('error', () => undefined)
    socket.write('GET / HTTP/1.1\r\nHost: half')
    await once(socket, 'connect')
    service.child.kill('SIGINT')
    expect(await service.exit).toBe(0)
    expect(service.output()).toContain('cut off')
  })

  it('says what to do when its port is taken', async () => {
    const first = start()
    const { port } = new URL(await first.address)
    const second = start({ PORT: port })
    expect(await second.exit).toBe(2)
    expect(second.output()).toContain(`Cannot listen at 127.0.0.1:${port} (EADDRINUSE)`)
    expect(second.output()).toContain('set PORT')
  })

  it('does not start with a wrong configuration', async () => {
    const service = start({ PORT: 'http', LOG_LEVEL: 'loud' })
    expect(await service.exit).toBe(2)
    expect(service.output()).toContain('PORT')
    expect(service.output()).toContain('LOG_LEVEL')
  })
})
