import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cleanText, isVisible } from '../../src/ingest/clean-text.ts'
import { splitArticle } from '../../src/ingest/split-article.ts'
import { MAX_PARAGRAPH_LENGTH } from '../../src/ingest/split-long.ts'
import { readSplitCases } from './split-cases.ts'

const splitPlain = (text: string) =>
  splitArticle({ body: { kind: 'text', text, markup: 'plain' } }).paragraphs
const splitGiven = (paragraphs: string[]) =>
  splitArticle({ body: { kind: 'paragraphs', paragraphs } }).paragraphs

describe('a body is split as the case file says', () => {
  const cases = readSplitCases()
  test('there are cases', () => expect(cases.length).toBeGreaterThan(30))
  test.each(cases)('$name', ({ title, body, markup, expected }) => {
    const split = splitArticle({
      ...(title === undefined ? {} : { title }),
      body: { kind: 'text', text: body, markup },
    })
    expect(split.paragraphs.map(({ kind, text }) => `${kind}: ${text}`)).toEqual(expected)
  })
  test.each(cases)('$name, with CRLF', ({ title, body, markup, expected }) => {
    const text = body.replaceAll('\n', '\r\n')
    const split = splitArticle({
      ...(title === undefined ? {} : { title }),
      body: { kind: 'text', text, markup },
    })
    expect(split.paragraphs.map(({ kind, text }) => `${kind}: ${text}`)).toEqual(expected)
  })
})

describe('paragraphs that the publisher parted', () => {
  test('stay as they are, and empty ones vanish', () => {
    expect(splitGiven(['One line\nand another.', ' ', '', '\u200B', 'The  last.'])).toEqual([
      { kind: 'text', text: 'One line and another.' },
      { kind: 'text', text: 'The last.' },
    ])
  })

  test('have headings and lists told by their kind, and keep list markers', () => {
    expect(
      splitGiven(['What now', 'This changes:', '- The fare.', '- The time.', '- Well, he said.']).map(
        p => p.kind,
      ),
    ).toEqual(['heading', 'text', 'list', 'list', 'list'])
    expect(splitGiven(['- The fare.', '- The time.'])[0]?.text).toBe('- The fare.')
  })
})

describe('an article without a body', () => {
  test('has no paragraph, whatever its title', () => {
    expect(
      splitArticle({ title: 'A title', body: { kind: 'text', text: ' \n\u200B\n* * *\n', markup: 'plain' } })
        .paragraphs,
    ).toEqual([])
  })
})

describe('over-long paragraphs', () => {
  test('are cut at sentence ends', () => {
    const sentence = 'Nobody was hurt on Monday. '
    const paragraphs = splitPlain(sentence.repeat(2000))
    expect(paragraphs.length).toBeGreaterThan(2)
    for (const { text } of paragraphs) {
      expect(text.length).toBeLessThanOrEqual(MAX_PARAGRAPH_LENGTH)
      expect(text).toMatch(/^Nobody .*Monday\.$/u)
    }
    expect(paragraphs.map(({ text }) => text).join(' ')).toBe(cleanText(sentence.repeat(2000)))
  })

  test('lose nothing where there is neither a sentence nor a space, and no character is cut', () => {
    for (const letter of ['a', '脱', '😀', 'e\u0301', '👩‍👩‍👧']) {
      const text = letter.repeat(60_000)
      const paragraphs = splitGiven([text])
      expect(paragraphs.map(paragraph => paragraph.text).join('')).toBe(text)
      for (const paragraph of paragraphs) expect(paragraph.text.startsWith(letter)).toBe(true)
    }
  })
})

describe('any text', () => {
  const hostile = fc
    .array(
      fc.oneof(
        fc.constantFrom(
          '\n',
          '\n\n',
          '\r\n',
          '- ',
          '* ',
          '# ',
          '– ',
          '1. ',
          '2. ',
          '> ',
          '---',
          '===',
          ' ',
          '\u00A0',
          '\0',
        ),
        fc.string({ unit: 'binary', maxLength: 8 }),
        fc.integer({ min: 0, max: 0xffff }).map(code => String.fromCharCode(code)),
        fc.constantFrom('Havlind sto fast.', 'Ja', '渡轮', 'ferja', '“Nobody.”'),
      ),
      { maxLength: 40 },
    )
    .map(parts => parts.join(''))

  test('becomes clean paragraphs, in order, that hold every visible word', () => {
    fc.assert(
      fc.property(hostile, fc.constantFrom('plain' as const, 'markdown' as const), (text, markup) => {
        const { paragraphs } = splitArticle({ body: { kind: 'text', text, markup } })
        for (const paragraph of paragraphs) {
          expect(isVisible(paragraph.text)).toBe(true)
          expect(cleanText(paragraph.text)).toBe(paragraph.text)
          expect(paragraph.text).not.toMatch(/\0|\p{Surrogate}/u)
        }
        const letters = (value: string) => value.replaceAll(/[^\p{Letter}]/gu, '')
        expect(letters(paragraphs.map(paragraph => paragraph.text).join(''))).toBe(letters(cleanText(text)))
      }),
      { numRuns: 500, seed: 3 },
    )
  })

  test('that is hostile does not slow the split', () => {
    const long = 1_000_000
    for (const text of [
      '"'.repeat(long) + 'a',
      '* '.repeat(long),
      ' '.repeat(long) + 'x',
      '# '.repeat(long),
      '>'.repeat(long),
      '\n'.repeat(long),
    ]) {
      expect(() => splitArticle({ body: { kind: 'text', text, markup: 'markdown' } })).not.toThrow()
    }
  })
})
