import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { MessageKey } from '../../web/i18n/catalogue.ts'
import { en } from '../../web/i18n/en.ts'
import { ATTRIBUTES } from '../../web/embed/attributes.ts'
import { BOX_KEYS } from '../../web/embed/keys.ts'
import { UI_LANGUAGES } from '../../web/i18n/ui-language.ts'
import { buildScript } from '../browser/build-script.ts'
import type { BuiltScript } from '../browser/build-script.ts'

const MAX_GZIPPED = 25_000

describe('embed.js', () => {
  let built: BuiltScript
  let script: string
  beforeAll(async () => {
    built = await buildScript('vite.embed.config.ts')
    script = readFileSync(join(built.folder, 'embed.js'), 'utf8')
  })
  afterAll(() => built.remove())

  it('is one file, small, and a classic script that leaves no name behind', () => {
    expect(readdirSync(built.folder)).toEqual(['embed.js'])
    expect(gzipSync(script).length).toBeLessThan(MAX_GZIPPED)
    expect(script).toMatch(/^\(function\(\)\{/)
    expect(script).not.toMatch(/\bimport\s*\(|\bimport\.meta\b|\beval\(|new Function\(/)
  })

  it('carries the messages that it says, in all languages, and no others', () => {
    const listed = new Set<MessageKey>(BOX_KEYS)
    const timesOf = (key: string): number =>
      script.split(new RegExp(`["'\`]${key.replaceAll('.', '\\.')}["'\`]`)).length - 1
    // in each catalogue, where a key without a dot needs no quotation marks, and where it is said
    const isSaid = (key: MessageKey): boolean =>
      timesOf(key) > (listed.has(key) && key.includes('.') ? UI_LANGUAGES.length : 0)
    const wrong = (Object.keys(en) as MessageKey[]).filter(key => isSaid(key) !== listed.has(key))
    expect(wrong).toEqual([])
  })
})

describe('README.md', () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')
  const css = readFileSync(new URL('../../web/embed/style.css', import.meta.url), 'utf8')
  const sources = readdirSync(new URL('../../web/embed/views', import.meta.url))
    .map(name => readFileSync(new URL(`../../web/embed/views/${name}`, import.meta.url), 'utf8'))
    .concat(readFileSync(new URL('../../web/embed/parse-view.ts', import.meta.url), 'utf8'))
    .join('\n')

  it('names every attribute, custom property and part of the box, and no other', () => {
    const attributes = Object.values(ATTRIBUTES).map(({ name }) => name)
    for (const name of attributes) expect(readme, name).toContain(`\`${name}\``)
    const properties = [...css.matchAll(/var\((--paragraf-[a-z-]+)/g)].map(([, name]) => name)
    const named = [...readme.matchAll(/--paragraf-[a-z-]+/g)].map(([name]) => name)
    expect(new Set(named)).toEqual(new Set(properties))
    const parts = [
      ...[...sources.matchAll(/\bpart="([a-z]+)"/g)].map(([, name]) => name),
      ...[...sources.matchAll(/: '([a-z]+)',$/gm)].map(([, name]) => name),
    ]
    const [, list = ''] = /Parts, for `::part\(…\)`: ([^.]+)\./.exec(readme) ?? []
    expect(new Set([...list.matchAll(/`([a-z]+)`/g)].map(([, name]) => name))).toEqual(new Set(parts))
  })
})
