import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const HERE = fileURLToPath(new URL('.', import.meta.url))
/** Starting takes 5 seconds, on a busy machine several times as long. */
const START_TIMEOUT_MS = 55_000

export type OpenSearchUnderTest = {
  readonly url: string
  readonly stop: (signal?: NodeJS.Signals) => Promise<void>
}

export const CAN_START_OPENSEARCH = existsSync(join(HERE, 'target', 'opensearch-node-1.jar'))

/** Why tests against a real OpenSearch are skipped here; undefined when they are not. */
export const WHY_NO_OPENSEARCH: string | undefined =
  process.env['OPENSEARCH_URL'] || CAN_START_OPENSEARCH
    ? undefined
    : 'no OpenSearch: set OPENSEARCH_URL, or run test/servers/opensearch/start.sh --build once'

/** The server at OPENSEARCH_URL, which is left as it is, or a node of our own on a free port. */
export async function openSearchUnderTest(): Promise<OpenSearchUnderTest> {
  const url = process.env['OPENSEARCH_URL']
  if (url) return { url, stop: () => Promise.resolve() }
  return startNode()
}

export type NodeOptions = {
  /** Default: a free one. */
  readonly port?: number
  /** A folder that stays; default: one that goes with the node. Only with one can the node itself be killed. */
  readonly home?: string
}

/** A node of our own. */
export async function startNode({ port, home }: NodeOptions = {}): Promise<OpenSearchUnderTest> {
  const node = spawn('bash', [join(HERE, 'start.sh'), ...(port === undefined ? [] : [String(port)])], {
    stdio: ['ignore', 'pipe', 'ignore'],
    env: {
      ...process.env,
      OPENSEARCH_HEAP: '512m',
      ...(home === undefined ? {} : { OPENSEARCH_FOLDER: home }),
    },
  })
  const ended = new Promise<void>(resolve => node.once('exit', () => resolve()))
  const stop = async (signal: NodeJS.Signals = 'SIGTERM'): Promise<void> => {
    node.kill(signal)
    await ended
  }
  const ready = new Promise<string>((resolve, reject) => {
    let said = ''
    node.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      const address = /ready on (127\.0\.0\.1:\d+)/.exec(said)?.[1]
      if (address) resolve(`http://${address}`)
    })
    node.once('exit', code => reject(new Error(`OpenSearch ended with code ${code}: ${said}`)))
    node.once('error', reject)
    setTimeout(
      () => reject(new Error(`OpenSearch was not ready after ${START_TIMEOUT_MS} ms`)),
      START_TIMEOUT_MS,
    ).unref()
  })
  try {
    return { url: await ready, stop }
  } catch (error) {
    await stop()
    throw error
  }
}
