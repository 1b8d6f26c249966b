#!/usr/bin/env node
import { existsSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { pino } from 'pino'
import type { Logger } from 'pino'
import { createQuotationCheck } from './citation/check-quotation.ts'
import { loadConfig } from './config.ts'
import type { Config } from './config.ts'
import { openEngine } from './engines/open-engine.ts'
import { AppError, messageOf, systemCodeOf } from './errors.ts'
import { createApp } from './http/create-app.ts'
import { createServer } from './http/create-server.ts'
import { SEARCH_EVERYTHING } from './search/request.ts'
import { createSearch } from './search/search.ts'

/** The service: configuration → engine → app → listen, and the same way back when it is asked to stop. */

const EXIT_FAILED = 1
/** What is set cannot be used: a wrong value, an address that is taken. */
const EXIT_UNUSABLE_CONFIG = 2

try {
  if (existsSync('.env')) process.loadEnvFile()
  await serve(loadConfig(process.env))
} catch (error) {
  console.error(messageOf(error))
  if (error instanceof AppError && error.hint !== undefined) console.error(error.hint)
  process.exitCode =
    error instanceof AppError && error.code === 'invalid_config' ? EXIT_UNUSABLE_CONFIG : EXIT_FAILED
}

async function serve(config: Config): Promise<void> {
  const logger = pino({ level: config.logLevel })
  const engine = openEngine(config, {
    log: ({ level, message, error }) => logger[level]({ err: error }, message),
  })
  // listened for from now on: whoever reads the address below may already send one
  const stopped = stopSignal()
  let isStopping = false
  const check = createQuotationCheck(engine)
  const search = createSearch(engine, { remember: check.remember })
  const root = packageFolder()
  const app = createApp({
    engine,
    search,
    check,
    config,
    logger,
    webFolder: join(root, 'web'),
    scriptFolder: join(root, 'dist/page'),
    isStopping: () => isStopping,
  })
  const server = createServer(app)
  try {
    await engine.prepare()
    // the first search loads what all others share, which takes longer than anybody should wait
    await search.search({ ...SEARCH_EVERYTHING, typed: 'the first search' })
    await check.check({ text: 'the first check' })
    const address = await listen(server, config)
    console.log(`Paragraf answers at ${address}`)
    const signal = await stopped
    isStopping = true
    logger.info({ signal }, 'Stopping: running requests are finished first')
    await stop(server, { timeoutMs: config.shutdownTimeoutMs, logger })
  } finally {
    await check.close()
    await engine.close()
  }
}

type Server = ReturnType<typeof createServer>

/** Resolves to the address once the server listens. */
function listen(server: Server, { host, port }: Config): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: Error) => reject(cannotListen(error, { host, port })))
    server.listen({ host, port }, () => {
      const { address, family, port: actualPort } = server.address() as AddressInfo
      resolve(`http://${family === 'IPv6' ? `[${address}]` : address}:${actualPort}`)
    })
  })
}

function cannotListen(cause: Error, { host, port }: { host: string; port: number }): AppError {
  const hint: Readonly<Record<string, string>> = {
    EADDRINUSE:
      'Another program, perhaps another Paragraf, listens there. Stop it, or set PORT to a free port (0: any).',
    EACCES: 'Ports below 1024 are reserved. Set PORT to a higher one.',
    EADDRNOTAVAIL: 'This machine has no such address. Set HOST to 127.0.0.1, or to 0.0.0.0 for all of them.',
    ENOTFOUND: 'Set HOST to an address of this machine, such as 127.0.0.1.',
  }
  const code = systemCodeOf(cause) ?? ''
  return new AppError('invalid_config', `Cannot listen at ${host}:${port} (${code}).`, {
    hint: hint[code] ?? 'Set HOST and PORT.',
    cause,
  })
}

function stopSignal(): Promise<string> {
  return new Promise(resolve => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve(signal))
  })
}

/** Takes no new connection and lets running requests finish, those that take too long excepted. */
function stop(server: Server, { timeoutMs, logger }: { timeoutMs: number; logger: Logger }): Promise<void> {
  return new Promise(resolve => {
    const timer = setTimeout(() => {
      logger.warn({ timeoutMs }, 'Running requests did not finish in time and are cut off')
      server.closeAllConnections()
    }, timeoutMs)
    // browsers keep connections open long after their answers
    const sweep = setInterval(() => server.closeIdleConnections(), 100)
    server.close(() => {
      clearTimeout(timer)
      clearInterval(sweep)
      resolve()
    })
  })
}

/** Where the nearest package.json lies: the sources run from src/, the built service from dist/src/. */
function packageFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'package.json'))) {
    const parent = dirname(folder)
    if (parent === folder)
      throw new AppError('invalid_config', 'The folder of the service holds no package.json.')
    folder = parent
  }
  return folder
}
