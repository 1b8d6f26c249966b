import { spawnSync } from 'node:child_process'
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))
const readme = readFileSync(join(root, 'README.md'), 'utf8')

const PLAIN = `
import type { ParagrafHit, ParagrafResultsDetail, ParagrafSearchElement } from './embed.d.ts'

const box = document.querySelector('paragraf-search')
if (box) {
  box.language = ['en', 'nb']
  box.openIn = 'tab'
  box.limit = 3
  box.focus({ preventScroll: true })
  box.search('ferry').then(() => undefined)
  box.addEventListener('paragraf-results', event => {
    const first: ParagrafHit | undefined = event.detail.hits[0]
    const words: string | undefined = first?.snippet.filter(({ isMatch }) => isMatch)[0]?.text
    event.preventDefault()
    return [words, event.detail.total.paragraphs.relation === 'atLeast']
  })
  box.addEventListener('keydown', event => event.key)
  function count(this: ParagrafSearchElement, { detail }: CustomEvent<ParagrafResultsDetail>) {
    return this.limit - detail.hits.length
  }
  box.addEventListener('paragraf-results', count, { once: true })
  box.removeEventListener('paragraf-results', count)
  // @ts-expect-error there are three
  box.openIn = 'window'
  // @ts-expect-error lists are lists
  box.source = 'The Daily X'
  // @ts-expect-error nobody may write into a hit
  box.addEventListener('paragraf-select', ({ detail }) => (detail.hit.text = ''))
  // @ts-expect-error there is no such thing
  box.endpiont = ''
}
document.addEventListener('paragraf-error', ({ detail: { code, hint } }) => [code, hint?.length])
const made: HTMLElement = document.createElement('paragraf-search')
made.remove()
`

const REACT = `
import { useRef } from 'react'
import type { ParagrafSearchElement } from './embed.d.ts'
import type {} from './embed-react.d.ts'

${/```tsx\n(.*?)```/su.exec(readme)?.[1] ?? 'the README has no example'}
export const Wrong = () => (
  <>
    {/* @ts-expect-error lists are lists */}
    <paragraf-search language="en" />
    {/* @ts-expect-error there are three */}
    <paragraf-search openIn="window" />
    {/* @ts-expect-error its detail has no such thing */}
    <paragraf-search onparagraf-select={({ detail }) => detail.hits} />
  </>
)

export const WithRef = () => {
  const box = useRef<ParagrafSearchElement>(null)
  return (
    <div onClick={() => box.current?.focus()}>
      <paragraf-search ref={box} id="box" className="own" style={{ width: 300 }} key="box" q="ferry" kind={['direct']} />
    </div>
  )
}
`

/** What the compiler says of a project that has copied the declarations, its own files and theirs. */
function compile(files: Readonly<Record<string, string>>, declarations: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'paragraf-types-'))
  try {
    // the types of React
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction')
    mkdirSync(join(folder, 'src'))
    for (const name of declarations)
      copyFileSync(join(root, 'web/embed/types', name), join(folder, 'src', name))
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, 'src', name), text)
    const compilerOptions = {
      target: 'es2022',
      lib: ['es2022', 'dom'],
      module: 'esnext',
      moduleResolution: 'bundler',
      jsx: 'react-jsx',
      types: [],
      strict: true,
      exactOptionalPropertyTypes: true,
      noEmit: true,
      skipLibCheck: false,
    }
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['src'] }))
    const tsc = join(root, 'node_modules/typescript/bin/tsc')
    const { stdout, stderr } = spawnSync(process.execPath, [tsc, '-p', folder], { encoding: 'utf8' })
    return stdout + stderr
  } finally {
    rmSync(folder, { recursive: true })
  }
}

it('the declarations serve a page without React', () => {
  expect(compile({ 'page.ts': PLAIN }, ['embed.d.ts'])).toBe('')
})

it('the declarations serve React 19, and the example of the README is right', () => {
  expect(compile({ 'page.tsx': REACT }, ['embed.d.ts', 'embed-react.d.ts'])).toBe('')
})

it('a mistake would be seen', () => {
  expect(
    compile({ 'page.ts': PLAIN.replaceAll('// @ts-expect-error', '//') }, ['embed.d.ts']).split('error TS')
      .length,
  ).toBe(5)
})
