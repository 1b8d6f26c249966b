import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import type { Language } from '../../src/domain/language.ts'
import { parseLanguage } from '../../src/domain/language.ts'
import type { Quote } from '../../src/domain/paragraph.ts'
import { createPreparer } from '../../src/ingest/prepare-article.ts'
import { extractQuotes } from '../../src/quotes/extract-quotes.ts'

const shared = (path: string): string => fileURLToPath(new URL(`../../../shared/${path}`, import.meta.url))

/** Kind, text, and the speaker: canonical or as written. */
type Wanted = readonly [kind: string, text: string, speaker: string | null]
type ReferenceCase = {
  readonly id: string
  readonly lang: string
  readonly paras: readonly string[]
  readonly want: readonly Wanted[]
}

const casesFile = shared('reference/quotes/cases.json')

describe.skipIf(!existsSync(casesFile))(
  'the reference cases (skipped where ../shared/reference is not there)',
  () => {
    const cases = existsSync(casesFile)
      ? (JSON.parse(readFileSync(casesFile, 'utf8')) as readonly ReferenceCase[])
      : []

    it.each(cases)('$id', ({ lang, paras, want }) => {
      const quotes = extractQuotes(paras.map(text => ({ text, language: languageOf(lang), kind: 'text' })))
      // These cases know no nested quotes, and leave out a comma before the closing mark.
      const found = quotes.flat().filter(quote => quote.kind !== 'nested')
      expect(found.map(({ kind, text }) => [kind, text.replace(/,$/, '')])).toEqual(
        want.map(([kind, text]) => [kind, text]),
      )
      for (const [index, [, , speaker]] of want.entries()) expect(namesOf(found[index])).toContain(speaker)
    })
  },
)

const languageOf = (value: string): Language => {
  const parsed = parseLanguage(value)
  return parsed.ok ? (parsed.languages[0] ?? 'und') : 'und'
}

const namesOf = (quote: Quote | undefined): (string | null)[] => [
  quote?.speaker ?? null,
  quote?.speakerText ?? null,
]

const seeds = shared('seeds')

describe.skipIf(!existsSync(seeds))('two real articles (skipped where ../shared/seeds is not there)', () => {
  const quotesOf = (name: string): string[] => {
    const text = readFileSync(`${seeds}/${name}`, 'utf8')
    const article = {
      id: 'real',
      source: 'real',
      author: [],
      body: { kind: 'text', text, markup: 'plain' },
    } as const
    return createPreparer()(article).paragraphs.flatMap(({ paragraph }) =>
      paragraph.quotes.map(
        quote => `${paragraph.position} ${quote.kind} ${quote.text.split(' ')[0]}… ${quote.speaker ?? '-'}`,
      ),
    )
  }

  it('have the English spans and nothing else, with their speakers', () => {
    expect(quotesOf('000_2f68dce0419adda0.txt')).toEqual([
      '3 direct We… Donald Trump',
      '4 direct blessing… Donald Trump',
      '7 direct with… two anonymous sources',
      '10 scare back… -',
      '13 direct a… Donald Trump',
      '18 direct very… Donald Trump',
    ])
  })

  it('have the Norwegian spans and dash lines and nothing else, with their speakers', () => {
    expect(quotesOf('003_cf8bad94241657f8.txt')).toEqual([
      '2 direct ekstremt… Det hvite hus',
      '3 dash Hvis… -',
      '4 dash Avhengig… Donald Trump',
      '5 dash Det… Donald Trump',
      '18 direct med… Donald Trump',
    ])
  })
})
