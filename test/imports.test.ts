import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, resolve, dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

/** Who may import whom: the table of DESIGN.md, executed. */

const root = fileURLToPath(new URL('..', import.meta.url))

const PORT = 'src/engines/search-engine.ts'
const OPEN_ENGINE = 'src/engines/open-engine.ts'
const CONFIG = 'src/config.ts'
const ERRORS = 'src/errors.ts'
const START_WORKER = 'src/start-worker.ts'
const [DOMAIN, TEXT, LANGUAGE, QUOTES, CITATION, INGEST, SEARCH, HTTP] = [
  'src/domain/',
  'src/text/',
  'src/language/',
  'src/quotes/',
  'src/citation/',
  'src/ingest/',
  'src/search/',
  'src/http/',
]

const [WEB_VIEWS, WEB_STATE, WEB_TEXTS] = ['web/views/', 'web/state/', 'web/i18n/']

/** What the page knows of the service: the shapes of its answers, and so types only. */
const WEB_TYPES = [DOMAIN, SEARCH, CITATION, 'src/text/highlight.ts', 'src/http/check-answer.ts', ERRORS]

/** Room → what it may import besides itself, packages and node. Longer names go before shorter ones. */
const ROOMS: readonly (readonly [string, readonly string[]])[] = [
  ['src/main.ts', ['src/']],
  [ERRORS, []],
  [START_WORKER, []],
  [CONFIG, [ERRORS]],
  [DOMAIN, [ERRORS]],
  [TEXT, [DOMAIN, ERRORS]],
  [LANGUAGE, [DOMAIN, TEXT, ERRORS]],
  [QUOTES, [DOMAIN, TEXT, ERRORS]],
  [CITATION, [DOMAIN, TEXT, ERRORS, START_WORKER]],
  [INGEST, [DOMAIN, TEXT, LANGUAGE, QUOTES, ERRORS]],
  [SEARCH, [DOMAIN, TEXT, ERRORS, PORT]],
  [PORT, [DOMAIN]],
  [OPEN_ENGINE, [PORT, CONFIG, ERRORS, 'src/engines/']],
  ['src/engines/common/', [DOMAIN, TEXT, ERRORS, PORT]],
  ['src/engines/embedded/', [DOMAIN, TEXT, ERRORS, START_WORKER, PORT, 'src/engines/common/']],
  ['src/engines/meilisearch/', [DOMAIN, TEXT, ERRORS, PORT, 'src/engines/common/']],
  ['src/engines/opensearch/', [DOMAIN, TEXT, ERRORS, PORT, 'src/engines/common/']],
  [HTTP, [DOMAIN, INGEST, SEARCH, CITATION, ERRORS, PORT, CONFIG, WEB_VIEWS, WEB_STATE, WEB_TEXTS]],
  ['src/cli/', [DOMAIN, INGEST, CITATION, ERRORS, CONFIG, OPEN_ENGINE, PORT]],
  ['indexer/', [DOMAIN, INGEST, ERRORS, CONFIG, OPEN_ENGINE, PORT]],
  // both sides render the same views: these know neither the server nor a document
  [WEB_VIEWS, [WEB_STATE, WEB_TEXTS]],
  [WEB_STATE, [WEB_TEXTS]],
  [WEB_TEXTS, [WEB_VIEWS]],
  ['web/client/', [WEB_VIEWS, WEB_STATE, WEB_TEXTS]],
  ['web/dev.ts', ['src/main.ts']],
  ['web/embed/', [WEB_VIEWS, WEB_STATE, WEB_TEXTS, 'web/client/']],
]

/** Package → the only rooms that may name it. */
const PACKAGES: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^express$/, [HTTP]],
  [/^(franc|eld)(\/|$)/, [LANGUAGE]],
  [/^(@orama\/stemmers|snowball-stemmers)(\/|$)/, [TEXT]],
  [/^csv-stringify(\/|$)/, [CITATION]],
  [/^libsql$/, ['src/engines/embedded/']],
  [/^idiomorph$/, ['web/client/']],
  [/^vite$/, ['web/dev.ts']],
  [/^meilisearch$/, ['src/engines/meilisearch/']],
  [/^@opensearch-project\/opensearch$/, ['src/engines/opensearch/']],
]

const sources = ['src', 'indexer', 'web'].flatMap(folder =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.ts'))
    .map(name => `${folder}/${name.replaceAll('\\', '/')}`),
)

/** TypeScript 7 has no compiler API; the formatter keeps import statements in a form that this reads. */
const IMPORT =
  /^(?:import|export)\s[^'"`;]*?from\s*['"]([^'"]+)['"]|^import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/gm

const importsOf = (text: string): string[] =>
  [...text.matchAll(IMPORT)].map(match => match[1] ?? match[2] ?? match[3] ?? '')

/** Whether a file imports nothing but types from there. */
const isTypeImport = (specifier: string, text: string): boolean =>
  [...text.matchAll(IMPORT)]
    .filter(match => importsOf(match[0]).includes(specifier))
    .every(([statement]) => /^import type\s/.test(statement))

const roomOf = (file: string): readonly [string, readonly string[]] | undefined =>
  ROOMS.find(([room]) => file === room || (room.endsWith('/') && file.startsWith(room)))

const isAllowed = (target: string, allowed: readonly string[]): boolean =>
  allowed.some(place => target === place || (place.endsWith('/') && target.startsWith(place)))

describe('imports', () => {
  it('are read from the sources', () => {
    expect(
      importsOf("import type { A } from './a.ts'\nexport * from \"./b.ts\"\nconst c = import('c')"),
    ).toEqual(['./a.ts', './b.ts', 'c'])
    const both =
      "import { a } from './a.ts'\nimport type { A } from './a.ts'\nimport type { B } from './b.ts'"
    expect(['./a.ts', './b.ts'].map(specifier => isTypeImport(specifier, both))).toEqual([false, true])
    expect(sources.length).toBeGreaterThan(50)
  })

  it('go only where the layout allows', () => {
    const wrong: string[] = []
    for (const file of sources) {
      const room = roomOf(file)
      if (!room) {
        wrong.push(`${file} is in no room of the table`)
        continue
      }
      const text = readFileSync(join(root, file), 'utf8')
      for (const specifier of importsOf(text)) {
        if (specifier.startsWith('.')) {
          const target = relative(root, resolve(root, dirname(file), specifier)).replaceAll('\\', '/')
          const isType = isTypeImport(specifier, text)
          const ofWeb = file.startsWith('web/') && isType ? WEB_TYPES : []
          if (!isAllowed(target, [room[0], ...room[1], ...ofWeb])) wrong.push(`${file} → ${target}`)
        } else {
          const rule = PACKAGES.find(([name]) => name.test(specifier))
          if (rule && !isAllowed(file, rule[1])) wrong.push(`${file} → ${specifier}`)
        }
      }
    }
    expect(wrong).toEqual([])
  })

  it('of environment, arguments and console stand in main files only', () => {
    const wrong = sources
      .filter(file => !file.endsWith('/main.ts'))
      .filter(file => /\bprocess\.(env|argv)\b|\bconsole\.\w/.test(readFileSync(join(root, file), 'utf8')))
    expect(wrong).toEqual([])
  })
})
