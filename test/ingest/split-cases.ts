import { readFileSync } from 'node:fs'

export type SplitCase = {
  readonly name: string
  readonly markup: 'plain' | 'markdown'
  readonly title?: string
  readonly body: string
  /** `kind: text` */
  readonly expected: readonly string[]
}

/** Reads `test/cases/split.txt`; what the file looks like stands at its top. */
export function readSplitCases(): SplitCase[] {
  const file = readFileSync(new URL('../cases/split.txt', import.meta.url), 'utf8')
  const [, ...cases] = file.split(/^=== /m)
  return cases.map(text => {
    const name = text.slice(0, text.indexOf('\n'))
    const [body, expected] = text.slice(name.length + 1).split(/^==>\n/m)
    if (body === undefined || expected === undefined) throw new Error(`Case without ==>: ${name}`)
    const title = /\(title: (.+)\)$/.exec(name)?.[1]
    return {
      name,
      markup: name.includes('(md)') ? 'markdown' : 'plain',
      ...(title === undefined ? {} : { title }),
      body,
      expected: expected.split('\n').filter(line => line !== ''),
    }
  })
}
