#!/usr/bin/env node
import { existsSync } from 'node:fs'
import { runIndexer } from './run-indexer.ts'

if (existsSync('.env')) process.loadEnvFile()

const interrupt = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => interrupt.abort())
const { env, stdin, stdout, stderr } = process
process.exitCode = await runIndexer(process.argv.slice(2), {
  env,
  stdin,
  stdout,
  stderr,
  isTTY: stderr.isTTY,
  interrupt: interrupt.signal,
})
