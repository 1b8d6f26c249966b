#!/usr/bin/env node
import { existsSync } from 'node:fs'
import { runCheck } from './run-check.ts'

if (existsSync('.env')) process.loadEnvFile()

const interrupt = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => interrupt.abort())
const { env, stdin, stdout, stderr } = process
process.exitCode = await runCheck(process.argv.slice(2), {
  env,
  stdin,
  stdout,
  stderr,
  isTTY: stderr.isTTY,
  interrupt: interrupt.signal,
})
