import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { Agent, createServer, request as httpRequest, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { pino } from 'pino'
import { connect } from '../src/engines/meilisearch/client.ts'
import { openMeilisearchEngine } from '../src/engines/meilisearch/meilisearch-engine.ts'
import type { SearchRequest } from '../src/engines/meilisearch/to-request.ts'
import type { SearchEngine } from '../src/engines/search-engine.ts'
import { createApp } from '../src/http/create-app.ts'
import { generateCorpus } from './corpus.ts'
import { analyzedBatches, SEED } from './meilisearch-corpus.ts'
import { machineLine, quantile } from './measure.ts'
import { generateQueries } from './queries.ts'

/**
 * What it costs to go through the service: `npx tsx bench/through-us.ts [paragraphs] [queries] [passes]` with MEILI_URL (and
 * MEILI_KEY). One word, filtered by language, with two facets: each query once through the service (a process of its own,
 * keep-alive), and once as the very requests that it sends, by the same client, those in parallel that it sends in
 * parallel; in turn, in one run. The requests are recorded by a proxy before anything is measured. Of several passes each
 * query counts with its best time, which other programs on the machine disturb least.
 *
 * The last line is the trap that must not come back: the server stalls about 43 ms before an answer that it may compress.
 * The index `paragraf_bench` is filled when it is empty, and left there.
 */

const INDEX = 'paragraf_bench'
const url = process.env['MEILI_URL'] ?? 'http://127.0.0.1:7700'
const apiKey = process.env['MEILI_KEY']
const key = apiKey === undefined ? {} : { apiKey }
const agent = new Agent({ keepAlive: true })
const servers: Server[] = []

if (process.argv[2] === 'serve') await serve()
else {
  const [, , paragraphs = '100000', queries = '200', passes = '1'] = process.argv
  await compare({ paragraphs: Number(paragraphs), count: Number(queries), passes: Number(passes) })
}

async function serve(): Promise<void> {
  const engine = openMeilisearchEngine({ url, index: INDEX, ...key })
  await engine.prepare()
  const port = await listen(withTwoFacetsApp(engine))
  process.on('message', () => process.send?.(process.cpuUsage()))
  console.log(port)
}

/** The service, with an index that counts two facets, as the comparison wants it. */
function withTwoFacetsApp(engine: SearchEngine) {
  return createApp({
    engine: { ...engine, capabilities: { ...engine.capabilities, facets: ['language', 'source'] } },
    config: { searchTimeoutMs: 10_000, trustProxy: 0 },
    logger: pino({ level: 'silent' }),
    webFolder: fileURLToPath(new URL('../web', import.meta.url)),
  })
}

function listen(handler: Parameters<typeof createServer>[1]): Promise<number> {
  const server = createServer(handler ?? (() => undefined))
  servers.push(server)
  return new Promise(resolve => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
  })
}

type Recorded = { readonly path: string; readonly body: string; readonly start: number; end: number }

type Comparison = { readonly paragraphs: number; readonly count: number; readonly passes: number }

async function compare({ paragraphs, count, passes }: Comparison): Promise<void> {
  console.log(machineLine())
  const engine = openMeilisearchEngine({ url, index: INDEX, ...key })
  await engine.prepare()
  if ((await engine.stats()).paragraphs === 0) {
    for (const batch of analyzedBatches(paragraphs, 10_000)) await engine.put(batch)
  }
  console.log(`${(await engine.stats()).paragraphs} paragraphs`)

  const source = generateCorpus(Math.min(paragraphs, 50_000), SEED)
  const paths = generateQueries(source, count, { seed: SEED + 3 })
    .filter(({ type }) => type === 'word, language, source')
    .map(({ typed, filters }) => {
      const language = filters.language?.any?.[0] ?? 'en'
      return `/api/search?${new URLSearchParams({ q: typed, language }).toString()}`
    })
  const rounds = await record(paths)
  const child = spawn(process.execPath, [...process.execArgv, fileURLToPath(import.meta.url), 'serve'], {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    env: process.env,
  })
  try {
    const port = await new Promise<string>(resolve => {
      child.stdout?.once('data', (chunk: Buffer) => resolve(chunk.toString().trim()))
    })
    const server = connect({ url, requestTimeoutMs: 10_000, ...key })
    const through = paths.map(() => Infinity)
    const direct = paths.map(() => Infinity)
    let cpuBefore = await cpuTimeOf(child)
    for (let pass = 0; pass <= passes; pass++) {
      for (const [i, path] of paths.entries()) {
        const ofUs = await timed(() => get(`http://127.0.0.1:${port}${path}`))
        const ofServer = await timed(async () => {
          for (const round of rounds[i] ?? []) {
            await Promise.all(round.map(request => replay(server, request)))
          }
        })
        if (pass === 0) continue
        through[i] = Math.min(through[i] ?? Infinity, ofUs)
        direct[i] = Math.min(direct[i] ?? Infinity, ofServer)
      }
      if (pass === 0) cpuBefore = await cpuTimeOf(child)
    }
    const cpu = ((await cpuTimeOf(child)) - cpuBefore) / (passes * paths.length)
    server.close()
    const requests = rounds.reduce((sum, of) => sum + of.flat().length, 0) / Math.max(1, rounds.length)
    const [a, b] = [quantile(through, 0.5), quantile(direct, 0.5)]
    const ratios = through.map((time, i) => time / (direct[i] ?? time))
    console.log(`${paths.length} queries, ${requests.toFixed(1)} requests each`)
    console.log(
      `through the service: median ${a.toFixed(2)} ms, p95 ${quantile(through, 0.95).toFixed(2)} ms`,
    )
    console.log(
      `the same requests directly: median ${b.toFixed(2)} ms, p95 ${quantile(direct, 0.95).toFixed(2)} ms`,
    )
    console.log(
      `ratio of medians ${(a / b).toFixed(2)}, median of ratios ${quantile(ratios, 0.5).toFixed(2)}`,
    )
    console.log(`the service used ${cpu.toFixed(2)} ms of a core for a search, its requests included`)
    await compareCompression(rounds.flat(2)[0])
  } finally {
    child.kill()
    for (const open of servers) {
      open.close()
      open.closeAllConnections()
    }
    agent.destroy()
    await engine.close()
  }
}

/** Milliseconds since the service began. */
async function cpuTimeOf(service: ChildProcess): Promise<number> {
  service.send('cpu')
  const [{ user, system }] = (await once(service, 'message')) as [NodeJS.CpuUsage]
  return (user + system) / 1000
}

/** What the service sends for each path, in rounds: a request that begins when all before it have ended begins a new one. */
async function record(paths: readonly string[]): Promise<Recorded[][][]> {
  let seen: Recorded[] = []
  const proxy = await listen((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const recorded = {
        path: request.url ?? '',
        body: Buffer.concat(chunks).toString(),
        start: performance.now(),
        end: Infinity,
      }
      seen.push(recorded)
      const forwarded = httpRequest(
        new URL(recorded.path, url),
        { method: request.method ?? 'GET', headers: request.headers, agent },
        answer => {
          response.writeHead(answer.statusCode ?? 502, answer.headers)
          answer.pipe(response)
          answer.on('end', () => {
            recorded.end = performance.now()
          })
        },
      )
      forwarded.end(recorded.body)
    })
  })
  const engine = openMeilisearchEngine({ url: `http://127.0.0.1:${proxy}`, index: INDEX, ...key })
  await engine.prepare()
  const port = await listen(withTwoFacetsApp(engine))
  const rounds: Recorded[][][] = []
  for (const path of paths) {
    // what is remembered between searches is not asked again when it is measured
    await get(`http://127.0.0.1:${port}${path}`)
    seen = []
    await get(`http://127.0.0.1:${port}${path}`)
    const ofQuery: Recorded[][] = []
    let end = -Infinity
    for (const recorded of seen) {
      if (recorded.start >= end) ofQuery.push([recorded])
      else ofQuery.at(-1)?.push(recorded)
      end = Math.max(end, recorded.end)
    }
    rounds.push(ofQuery)
  }
  await engine.close()
  return rounds
}

async function replay(server: ReturnType<typeof connect>, { path, body }: Recorded): Promise<void> {
  const index = /indexes\/([^/]+)\/search/.exec(path)?.[1]
  if (index !== undefined) await server.search(index, JSON.parse(body) as SearchRequest)
  else
    await server.searchAll(`${INDEX}_paragraphs`, (JSON.parse(body) as { queries: SearchRequest[] }).queries)
}

async function compareCompression(recorded: Recorded | undefined): Promise<void> {
  if (!recorded) return
  const send = (encoding: string): Promise<void> =>
    get(new URL(recorded.path, url).href, recorded.body, encoding)
  const median = async (encoding: string): Promise<number> => {
    const times: number[] = []
    for (let i = 0; i < 30; i++) times.push(await timed(() => send(encoding)))
    return quantile(times, 0.5)
  }
  const [plain, compressed] = [await median('identity'), await median('gzip, deflate')]
  console.log(
    `one request: ${plain.toFixed(1)} ms plain, ${compressed.toFixed(1)} ms where compression is allowed`,
  )
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

function get(address: string, body?: string, encoding = 'identity'): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(
      address,
      {
        agent,
        method: body === undefined ? 'GET' : 'POST',
        headers: {
          'accept-encoding': encoding,
          ...(body === undefined
            ? {}
            : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }),
          ...(apiKey === undefined ? {} : { authorization: `Bearer ${apiKey}` }),
        },
      },
      response => {
        if (response.statusCode !== 200) reject(new Error(`${address}: ${response.statusCode}`))
        response.on('end', resolve)
        response.resume()
      },
    )
    request.on('error', reject)
    request.end(body)
  })
}
