import { describe, expect, it } from 'vitest'
import type { Language } from '../../src/domain/language.ts'
import type { Quote } from '../../src/domain/paragraph.ts'
import { extractQuotes } from '../../src/quotes/extract-quotes.ts'
import { readExpected } from '../seeds.ts'
import type { ExpectedParagraph } from '../seeds.ts'

/** The sample newsroom with the quotes that were marked by hand. */
const articles = new Map<string, ExpectedParagraph[]>()
for (const paragraph of readExpected()) {
  articles.set(paragraph.articleId, [...(articles.get(paragraph.articleId) ?? []), paragraph])
}

type Pair = { readonly wanted: ExpectedParagraph['quotes'][number]; readonly found: Quote | undefined }

/** Each wanted quote with the one that was found at its place, and what was found besides. */
function compare(): { readonly pairs: readonly Pair[]; readonly others: readonly Quote[] } {
  const pairs: Pair[] = []
  const others: Quote[] = []
  for (const paragraphs of articles.values()) {
    const quotes = extractQuotes(
      paragraphs.map(({ text, kind, language }) => ({ text, kind, language: language as Language })),
    )
    for (const [index, paragraph] of paragraphs.entries()) {
      const left = [...(quotes[index] ?? [])]
      for (const wanted of paragraph.quotes) {
        const place = left.findIndex(({ text }) => text === wanted.text)
        pairs.push({ wanted, found: place < 0 ? undefined : left.splice(place, 1)[0] })
      }
      others.push(...left)
    }
  }
  return { pairs, others }
}

describe('quotes of the sample newsroom', () => {
  const { pairs, others } = compare()
  const share = (part: readonly unknown[], whole: readonly unknown[]): number => part.length / whole.length

  it('are there to be found', () => {
    expect(pairs.length).toBeGreaterThan(200)
  })

  it('are found with their exact boundaries, 98 of 100', () => {
    expect(
      share(
        pairs.filter(({ found }) => found !== undefined),
        pairs,
      ),
    ).toBeGreaterThanOrEqual(0.98)
  })

  it('are of the right kind, 95 of 100', () => {
    const right = pairs.filter(({ wanted, found }) => wanted.kind === found?.kind)
    expect(share(right, pairs)).toBeGreaterThanOrEqual(0.95)
  })

  it('have their speaker, 92 of 100', () => {
    const spoken = pairs.filter(({ wanted }) => wanted.speaker !== null)
    const right = spoken.filter(({ wanted, found }) => wanted.speaker === found?.speaker)
    expect(share(right, spoken)).toBeGreaterThanOrEqual(0.92)
  })

  it('have no speaker where nobody is named, 95 of 100', () => {
    const nobody = pairs.filter(({ wanted }) => wanted.speaker === null)
    const right = nobody.filter(({ found }) => found?.speaker === undefined)
    expect(share(right, nobody)).toBeGreaterThanOrEqual(0.95)
  })

  it('name the right speaker where they are sure, 95 of 100', () => {
    const sure = pairs.filter(({ found }) => found?.speaker !== undefined && found.confidence >= 0.9)
    const right = sure.filter(({ wanted, found }) => wanted.speaker === found?.speaker)
    expect(sure.length).toBeGreaterThan(30)
    expect(share(right, sure)).toBeGreaterThanOrEqual(0.95)
  })

  it('are hardly ever found where there are none', () => {
    expect(share(others, pairs)).toBeLessThanOrEqual(0.02)
  })
})
