import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Readable, Writable } from 'node:stream'
import { onTestFinished } from 'vitest'
import { runIndexer } from '../../indexer/run-indexer.ts'
import type { Paragraph } from '../../src/domain/paragraph.ts'

export type Run = { readonly code: number; readonly stdout: string; readonly stderr: string }

export type RunOptions = {
  readonly stdin?: string | Uint8Array
  readonly env?: Readonly<Record<string, string>>
  readonly interrupt?: AbortSignal
}

/** The indexer as its main file starts it, without the process. */
export async function runInProcess(argv: readonly string[], options: RunOptions = {}): Promise<Run> {
  const stdout = createSink()
  const stderr = createSink()
  const code = await runIndexer(argv, {
    env: options.env ?? {},
    stdin: Readable.from([Buffer.from(options.stdin ?? '')]),
    stdout: stdout.stream,
    stderr: stderr.stream,
    isTTY: false,
    ...(options.interrupt === undefined ? {} : { interrupt: options.interrupt }),
  })
  return { code, stdout: stdout.text(), stderr: stderr.text() }
}

function createSink(): { stream: Writable; text: () => string } {
  const chunks: Buffer[] = []
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk)
      done()
    },
  })
  return { stream, text: () => Buffer.concat(chunks).toString() }
}

export function paragraphsOf({ stdout }: Run): Paragraph[] {
  return stdout
    .split('\n')
    .filter(line => line !== '')
    .map(line => JSON.parse(line) as Paragraph)
}

/** A folder of the test's own with these files; it is gone after the test. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'paragraf-indexer-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, name)
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, content)
  }
  return folder
}
