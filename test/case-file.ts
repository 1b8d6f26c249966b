import { readFileSync } from 'node:fs'

export type Case = {
  readonly line: number
  readonly input: string
  readonly expected: string
  /** The last heading above it, `## heading`; empty without one. */
  readonly heading: string
}

/**
 * Plain-text cases, one a line: `input ==> expected`. `#` begins a comment line, `##` a heading, blank lines part groups.
 * `\uXXXX` stands for that UTF-16 code unit, so that invisible characters can be seen. A file without a case is an error.
 */
export function readCases(name: string): Case[] {
  const file = new URL(`cases/${name}`, import.meta.url)
  const cases: Case[] = []
  let heading = ''
  for (const [i, text] of readFileSync(file, 'utf8').split('\n').entries()) {
    if (text.startsWith('## ')) heading = text.slice(3).trim()
    if (text.trim() === '' || text.startsWith('#')) continue
    const [input, expected, ...rest] = text.split(/\s==>(?:\s|$)/)
    if (input === undefined || expected === undefined || rest.length > 0) {
      throw new Error(`${name}:${i + 1} is not "input ==> expected": ${text}`)
    }
    cases.push({ line: i + 1, input: unescape(input), expected: unescape(expected.trim()), heading })
  }
  if (cases.length === 0) throw new Error(`${name} holds no case`)
  return cases
}

const unescape = (text: string): string =>
  text.replace(/\\u([0-9a-fA-F]{4})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
