import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { pino } from 'pino'
import { createQuotationCheck } from '../src/citation/check-quotation.ts'
import { loadConfig } from '../src/config.ts'
import { openEmbeddedEngine } from '../src/engines/embedded/embedded-engine.ts'
import { createApp } from '../src/http/create-app.ts'
import { createServer } from '../src/http/create-server.ts'
import { generateQuotations } from './citation/quotations.ts'
import { collectGarbage, machineLine, megabytes } from './measure.ts'
import { seeded } from './random.ts'

/**
 * A batch over HTTP: does its memory grow? `tsx bench/citation-batch.ts FOLDER [rows]`, where FOLDER is an index as
 * bench/citation.ts keeps it. Client and service share this process, so the figures hold both. Rows are sent as fast as
 * they are taken, and verdicts are taken as fast as they come.
 */
const [, , directory = '', rows = '10000'] = process.argv
const EVERY = 1000

console.log(machineLine())
const engine = openEmbeddedEngine({ directory })
await engine.prepare()
const checker = createQuotationCheck(engine)
const app = createApp({
  engine,
  check: checker,
  config: { ...loadConfig({}), searchTimeoutMs: 10_000 },
  logger: pino({ level: 'silent' }),
  webFolder: fileURLToPath(new URL('../web', import.meta.url)),
})
const server = createServer(app).listen(0, '127.0.0.1')
try {
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const quotations = generateQuotations(500, seeded(20_181)).map(({ text, language }) => ({ text, language }))
  let sent = 0
  const body = Readable.from(
    (function* send() {
      for (; sent < Number(rows); sent++) yield `${JSON.stringify(quotations[sent % quotations.length])}\n`
    })(),
    { objectMode: false },
  )
  const start = performance.now()
  const response = await fetch(`http://127.0.0.1:${port}/api/quotes/check/batch`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-ndjson' },
    body: Readable.toWeb(body) as ReadableStream,
    duplex: 'half',
  })
  let taken = 0
  for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
    for (const byte of chunk) {
      if (byte !== 0x0a || ++taken % EVERY !== 0) continue
      collectGarbage()
      const { heapUsed, rss } = process.memoryUsage()
      console.log(
        `${taken} verdicts, ${sent - taken} rows ahead: heap ${megabytes(heapUsed)}, resident ${megabytes(rss)}, ${((performance.now() - start) / taken).toFixed(1)} ms a row`,
      )
    }
  }
} finally {
  server.close()
  await checker.close()
  await engine.close()
}
