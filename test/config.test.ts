import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { loadConfig, SETTING_NAMES } from '../src/config.ts'
import { AppError } from '../src/errors.ts'

const EXAMPLE = readFileSync(new URL('../.env.example', import.meta.url), 'utf8')
const EXAMPLE_SETTINGS = Object.fromEntries(
  EXAMPLE.split('\n')
    .filter(line => /^[A-Z]/.test(line))
    .map(line => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
)

function errorOf(env: Record<string, string>): AppError {
  try {
    loadConfig(env)
  } catch (error) {
    if (error instanceof AppError) return error
    throw error
  }
  throw new Error('The configuration was accepted')
}

describe('.env.example', () => {
  test('names the settings of the schema, and no other', () => {
    expect(Object.keys(EXAMPLE_SETTINGS).sort()).toEqual([...SETTING_NAMES].sort())
  })

  test('shows the defaults', () => expect(loadConfig(EXAMPLE_SETTINGS)).toEqual(loadConfig({})))

  test('says something about each setting', () => {
    for (const block of EXAMPLE.split('\n\n').slice(1)) expect(block).toMatch(/^# .+\n/)
  })
})

test('settings are read, trimmed, and an empty one counts as unset', () => {
  const config = loadConfig({
    PORT: ' 0 ',
    DATA_DIR: '/tmp/x',
    LOG_LEVEL: 'DEBUG',
    HOST: '',
    TRUST_PROXY: '1',
    UNRELATED: 'x',
  })
  expect(config).toMatchObject({
    port: 0,
    dataDir: '/tmp/x',
    logLevel: 'debug',
    host: '127.0.0.1',
    trustProxy: 1,
  })
})

test('every problem is reported at once, with the value and what would be right', () => {
  const error = errorOf({
    ENGINE: 'elastic',
    PORT: '65536',
    LOG_LEVEL: 'loud',
    SEARCH_TIMEOUT_MS: '0',
    DATA_DIR: 'fine',
  })
  expect(error.code).toBe('invalid_config')
  expect(error.hint).toContain('.env.example')
  for (const line of [
    'ENGINE is "elastic": choose one of embedded, meilisearch, opensearch (default embedded)',
    'PORT is "65536": write a whole number from 0 to 65535',
    'LOG_LEVEL is "loud": choose one of fatal, error, warn, info, debug, trace, silent',
    'SEARCH_TIMEOUT_MS is "0": write a whole number from 1',
  ]) {
    expect(error.message).toContain(line)
  }
  expect(error.message).not.toContain('DATA_DIR')
})

test.each(['0x10', '1e3', '-1', '80.5', '80 80', 'http', '99999999999'])('PORT=%s is no number', port => {
  expect(errorOf({ PORT: port }).message).toContain('PORT')
})

test('the address of a server must be one, and is not repeated, since it may hold a password', () => {
  const { message } = errorOf({
    MEILI_URL: 'meili:secret',
    OPENSEARCH_URL: 'ftp://u:secret@x',
    INDEX_NAME: 'A-B',
  })
  for (const name of ['MEILI_URL', 'OPENSEARCH_URL', 'INDEX_NAME']) expect(message).toContain(name)
  expect(message).not.toContain('secret')
})

test('the public address of the service ends without a slash, and is a plain one', () => {
  expect(loadConfig({ PUBLIC_URL: 'https://Search.example/paragraf//' }).publicUrl).toBe(
    'https://search.example/paragraf',
  )
  expect(loadConfig({}).publicUrl).toBeUndefined()
  for (const wrong of [
    'search.example',
    'ftp://search.example',
    'https://a.example/?q=1',
    'https://a:b@c.example/',
  ]) {
    expect(errorOf({ PUBLIC_URL: wrong }).message).toContain('PUBLIC_URL is no address of a site')
  }
})

test('other sites are let in by their origins, or all of them on demand', () => {
  const originsOf = (value: string): unknown => loadConfig({ CORS_ORIGINS: value }).corsOrigins
  expect(loadConfig({}).corsOrigins).toEqual([])
  expect(originsOf('*')).toBe('*')
  expect(originsOf(' https://WWW.Example.org:443, http://127.0.0.1:8080/\thttps://www.example.org ')).toEqual(
    ['https://www.example.org', 'http://127.0.0.1:8080'],
  )
  const { message } = errorOf({ CORS_ORIGINS: 'https://right.example, wrong.example *' })
  expect(message).toContain('CORS_ORIGINS holds "wrong.example": write origins such as')
  expect(message).toContain('CORS_ORIGINS holds "*"')
  expect(message).not.toContain('right.example"')
  for (const wrong of [
    'https://a.example/path',
    'https://*.a.example',
    'null',
    'ftp://a.example',
    'https://u@a.example',
    'https://a.example/?',
  ])
    expect(errorOf({ CORS_ORIGINS: wrong }).message, wrong).toContain('CORS_ORIGINS holds')
})
