import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Quote, QuoteKind } from '../../src/domain/paragraph.ts'
import { wordClauses } from '../../src/text/clauses.ts'
import { highlightParts, snippetParts } from '../../src/text/highlight.ts'
import { createMatcher, type MatchSpan } from '../../src/text/match.ts'

const spansOf = (text: string, typed: string): readonly MatchSpan[] =>
  createMatcher({ kind: 'and', of: wordClauses(typed, ['en']) })(text, 'en').spans

const marked = (parts: readonly { text: string; isMatch: boolean }[]): string =>
  parts.map(part => (part.isMatch ? `[${part.text}]` : part.text)).join('')

describe('highlights', () => {
  it('mark what was found and join to the text exactly', () => {
    const text = 'The ferry grounded; two ferries left. <b>ferry</b>'
    const parts = highlightParts(text, spansOf(text, 'ferry'))
    expect(marked(parts)).toBe('The [ferry] grounded; two [ferries] left. <b>[ferry]</b>')
    expect(parts.map(part => part.text).join('')).toBe(text)
  })

  it('say in which quote a part stands: of nested ones the outer, of scare quotes none', () => {
    const text = 'She said “we call it ‘the ferry’ now” of the “ferry” scheme.'
    const quote = (words: string, kind: QuoteKind): Quote => {
      const start = text.indexOf(words)
      return { start, end: start + words.length, text: words, kind, confidence: 1 }
    }
    const quotes = [
      quote('we call it ‘the ferry’ now', 'direct'),
      quote('the ferry', 'nested'),
      quote('ferry” s', 'scare'),
    ]
    expect(highlightParts(text, spansOf(text, 'ferry'), quotes)).toEqual([
      { text: 'She said “', isMatch: false },
      { text: 'we call it ‘the ', isMatch: false, quote: 0 },
      { text: 'ferry', isMatch: true, quote: 0 },
      { text: '’ now', isMatch: false, quote: 0 },
      { text: '” of the “', isMatch: false },
      { text: 'ferry', isMatch: true },
      { text: '” scheme.', isMatch: false },
    ])
  })

  it('join to the text whatever the spans and quotes are', () => {
    const span = fc.record({ start: fc.nat(60), length: fc.nat(20) })
    fc.assert(
      fc.property(
        fc.string({ maxLength: 60 }),
        fc.array(span, { maxLength: 8 }),
        fc.array(span, { maxLength: 5 }),
        (text, ranges, said) => {
          const spans = ranges
            .map(({ start, length }, clause) => ({
              start: Math.min(start, text.length),
              end: Math.min(start + length, text.length),
              kind: 'asTyped' as const,
              isPhrase: false,
              clause,
            }))
            .filter(one => one.end > one.start)
          const quotes = said
            .map(({ start, length }): Quote => ({
              start,
              end: Math.min(start + length, text.length),
              text: '',
              kind: 'direct',
              confidence: 1,
            }))
            .sort((a, b) => a.start - b.start)
          const parts = highlightParts(text, spans, quotes)
          expect(parts.map(part => part.text).join('')).toBe(text)
          let at = 0
          for (const part of parts) {
            const isIn = ({ start, end }: { start: number; end: number }): boolean => start <= at && at < end
            expect(part.isMatch).toBe(spans.some(isIn))
            expect(part.quote !== undefined).toBe(quotes.some(isIn))
            at += part.text.length
          }
        },
      ),
      { seed: 7 },
    )
  })
})

describe('a snippet', () => {
  const filler = 'nothing of interest stands here at all and then some more of it '
  const text = `${filler.repeat(6)}the ferry ran aground ${filler.repeat(6)}and the mayor resigned ${filler.repeat(6)}`

  it('always shows each word that was found, however far apart they stand', () => {
    const snippet = marked(snippetParts(text, spansOf(text, 'ferry mayor'), { length: 160 }))
    expect(snippet).toContain('[ferry]')
    expect(snippet).toContain('[mayor]')
    expect(snippet.length).toBeLessThan(400)
  })

  it('is the whole text when that is short, and its beginning when nothing was found', () => {
    expect(marked(snippetParts('The ferry left.', spansOf('The ferry left.', 'ferry')))).toBe(
      'The [ferry] left.',
    )
    expect(marked(snippetParts(text, [], { length: 60 })).startsWith('nothing of interest')).toBe(true)
  })

  it('cuts between words, and never a character in two', () => {
    const snippet = marked(snippetParts(text, spansOf(text, 'mayor'), { length: 120 }))
    for (const word of snippet
      .replace(/[[\]…]/g, '')
      .trim()
      .split(/\s+/))
      expect(text.split(/\s+/)).toContain(word)
    const emoji = `${'😀'.repeat(300)} ferry ${'😀'.repeat(300)}`
    const cut = snippetParts(emoji, spansOf(emoji, 'ferry'), { length: 51 })
      .map(part => part.text)
      .join('')
    expect(cut).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/)
    expect(cut).toContain('ferry')
  })

  it('shows a word of five thousand letters whole when that is what was found', () => {
    const long = `a ${'b'.repeat(5000)} c ${filler.repeat(10)}`
    const snippet = snippetParts(long, spansOf(long, 'b'.repeat(5000)))
    expect(snippet.find(part => part.isMatch)?.text).toHaveLength(5000)
  })
})
