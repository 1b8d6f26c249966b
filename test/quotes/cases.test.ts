import { describe, expect, it } from 'vitest'
import { isLanguage } from '../../src/domain/language.ts'
import type { Language } from '../../src/domain/language.ts'
import type { Quote } from '../../src/domain/paragraph.ts'
import { extractQuotes } from '../../src/quotes/extract-quotes.ts'
import { readCases } from '../case-file.ts'

const cases = readCases('quotes.txt').map(({ line, input, expected, heading }) => {
  const [, language = '', article = ''] = /^\[(\w+)\] (.*)$/u.exec(input) ?? []
  if (!isLanguage(language)) throw new Error(`quotes.txt:${String(line)} names no language: ${input}`)
  return { line, heading, language, article, expected }
})

const phenomena = [...new Set(cases.map(({ heading }) => heading))]

describe.each(phenomena)('quotes: %s', phenomenon => {
  const own = cases.filter(({ heading }) => heading === phenomenon)

  it.each(own)('$language, line $line: $article', ({ language, article, expected }) => {
    const found = quotesOf(article, language)
    expect(found.map((quote, index) => show(quote, expected.split(' ; ')[index]))).toEqual(
      expected === '' ? [] : expected.split(' ; '),
    )
  })
})

it('The cases cover at least 120 articles, 30 languages, and each phenomenon twice', () => {
  expect(cases.length).toBeGreaterThanOrEqual(120)
  expect(new Set(cases.map(({ language }) => language)).size).toBeGreaterThanOrEqual(30)
  for (const phenomenon of phenomena)
    expect(cases.filter(({ heading }) => heading === phenomenon).length, phenomenon).toBeGreaterThanOrEqual(2)
})

const quotesOf = (article: string, language: Language): readonly Quote[] =>
  extractQuotes(
    article.split(' ¶ ').map(text => ({
      text: text.replace(/^\^ /u, ''),
      kind: text.startsWith('^ ') ? 'heading' : 'text',
      language,
    })),
  ).flat()

/** As the file writes it; `(the) coastguard` also where the answer is `the coastguard` or `coastguard`. */
function show({ kind, text, speaker = '-', continued }: Quote, expected = ''): string {
  const optional = /\|\((.+)\) (.+)$/u.exec(expected)
  const isEither =
    optional !== null &&
    [optional[2], `${optional[1] ?? ''} ${optional[2] ?? ''}`].some(
      name => name?.toLowerCase() === speaker.toLowerCase(),
    )
  const name = isEither ? optional[0].slice(1) : speaker
  return `${kind}${continued === true ? '…' : ''}|${text}|${name}`
}
