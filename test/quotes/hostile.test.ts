import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LANGUAGES } from '../../src/domain/language.ts'
import type { Language } from '../../src/domain/language.ts'
import { PARAGRAPH_KINDS } from '../../src/domain/paragraph.ts'
import type { Quote } from '../../src/domain/paragraph.ts'
import { extractQuotes } from '../../src/quotes/extract-quotes.ts'
import type { QuotedParagraph } from '../../src/quotes/extract-quotes.ts'

const MARKS = Array.from('“”„‟«»‚‘’‹›「」『』《》"\'＂〝〞״`´′″–—―-')
const TAGS = LANGUAGES.map(({ tag }) => tag)

const paragraph = (text: string, language: Language = 'en'): QuotedParagraph => ({
  text,
  language,
  kind: 'text',
})

const alone = (text: string, language: Language = 'en'): readonly Quote[] =>
  extractQuotes([paragraph(text, language)])[0] ?? []

/** What holds of every answer, whatever the text. */
function expectSound(paragraphs: readonly QuotedParagraph[]): void {
  const found = extractQuotes(paragraphs)
  expect(found).toHaveLength(paragraphs.length)
  expect(found.flatMap((quotes, index) => problemsOf(paragraphs[index]?.text ?? '', quotes))).toEqual([])
  expect(extractQuotes(paragraphs)).toEqual(found)
}

function problemsOf(text: string, quotes: readonly Quote[]): string[] {
  const around: Quote[] = []
  let before = 0
  return quotes.flatMap(quote => {
    const { start, end, kind, confidence } = quote
    while ((around.at(-1)?.end ?? Infinity) <= start) around.pop()
    const outer = around.at(-1)
    around.push(quote)
    const rules: Record<string, boolean> = {
      'offsets are whole numbers': Number.isInteger(start) && Number.isInteger(end),
      'offsets are in range, and something lies between them':
        start >= 0 && start < end && end <= text.length,
      'quotes come in order': start >= before,
      'text is what stands at the offsets': quote.text === text.slice(start, end),
      'text has no space at its ends': quote.text === quote.text.trim(),
      'confidence is from 0 to 1': confidence >= 0 && confidence <= 1,
      'a speaker has a name': quote.speaker?.trim() !== '' && quote.speakerText?.trim() !== '',
      'of two that share text one lies within the other': outer === undefined || end <= outer.end,
      'what lies within another is nested, and nothing else is':
        (kind === 'nested') === (outer !== undefined),
    }
    before = start
    const broken = Object.keys(rules).filter(rule => rules[rule] === false)
    return broken.map(rule => `${rule}: ${JSON.stringify({ text: text.slice(0, 200), quote })}`)
  })
}

const language = fc.constantFrom(...TAGS)
const kind = fc.constantFrom(...PARAGRAPH_KINDS)

/** Text in which marks meet everything that stands beside marks. */
const markedText = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...MARKS) },
      {
        weight: 4,
        arbitrary: fc.constantFrom(
          'Anna Berg',
          'sa',
          'said',
          'sagte',
          'сказал',
          '說',
          '述べた',
          'dogs',
          "it's",
        ),
      },
      { weight: 3, arbitrary: fc.constantFrom(' ', ' ', ', ', '. ', ': ', '? ', '… ', '(', ')', ' ') },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 4 }) },
      {
        weight: 1,
        arbitrary: fc.constantFrom('\u200f', '\u202e', '\u2066', '\u2069', '\u0000', '\ud800', '\udc00'),
      },
    ),
    { maxLength: 60 },
  )
  .map(parts => parts.join(''))

describe('whatever the text, the answer is sound', () => {
  it('of any Unicode, in any language', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ text: fc.string({ unit: 'binary', maxLength: 200 }), language, kind }), {
          maxLength: 4,
        }),
        expectSound,
      ),
      { numRuns: 300 },
    )
  })

  it('of marks of all kinds in any order, in any language', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ text: markedText, language, kind }), { minLength: 1, maxLength: 5 }),
        expectSound,
      ),
      { numRuns: 1500 },
    )
  })

  it('of lone surrogates, control characters and bidirectional controls within and beside the marks', () => {
    for (const odd of [
      '\ud83d',
      '\udc00',
      '\u0000',
      '\u001b',
      '\u200f',
      '\u202e',
      '\u2067',
      '\u0085',
      '\ufeff',
    ]) {
      for (const tag of ['en', 'ar', 'he', 'ja', 'nb', 'de'] as const) {
        expectSound([
          paragraph(`${odd}“${odd}We are ready now,${odd}”${odd} said Anna Berg.${odd}`, tag),
          paragraph(`–${odd} Nå går vi, sa ${odd}hun. –${odd} Kom!`, tag),
        ])
      }
    }
  })

  it('of marks that another language uses, and of right-to-left marks in both directions', () => {
    for (const tag of TAGS) {
      for (const [open = '', close = ''] of [
        '„“',
        '»«',
        '””',
        '『』',
        '＂＂',
        '〝〞',
        '״״',
        '‹›',
        '“„',
        '»»',
      ].map(pair => Array.from(pair))) {
        expectSound([
          paragraph(`${open}We are ready${close}, said Anna Berg.`, tag),
          paragraph(`\u200f${open}نحن جاهزون${close}\u200f قالت آنا بيرغ.`, tag),
          paragraph(`Anna Berg: ${open}We are ready${open}`, tag),
        ])
      }
    }
  })
})

describe('marks that never close', () => {
  it('make no quote of the rest of a paragraph in whose middle they stand', () => {
    for (const mark of ['“', '«', '„', '"', '‘', "'", '「']) {
      const found = alone(
        `The harbour ${mark}was closed on Monday, and the ferry waited for the tide outside.`,
      )
      expect(found.filter(({ end }) => end > 60)).toEqual([])
    }
  })

  it('do not take the next quotes with them', () => {
    const [quote, ...others] = alone('A tank of 12" leaked. “Nobody was hurt,” said Anna Berg.')
    expect(quote?.text).toBe('Nobody was hurt,')
    expect(others).toEqual([])
  })

  it('end with their paragraph, and go on in the next one only where that opens again', () => {
    const [first, second, third] = extractQuotes([
      paragraph('“We were told nothing until the water came, said the people of the island.'),
      paragraph('Nobody knows who closed the gate, and the council will meet on Friday to ask.'),
      paragraph('“Nobody came,” said Anna Berg.'),
    ])
    expect(first?.some(({ continued }) => continued)).toBe(false)
    expect(second).toEqual([])
    expect(third?.map(({ text }) => text)).toEqual(['Nobody came,'])
  })

  it('are a quote of several paragraphs where each opens and the last one closes', () => {
    const found = extractQuotes([
      paragraph('Anna Berg said: “We were told nothing until the water came.'),
      paragraph('“We carried the old people out ourselves.'),
      paragraph('“Nobody thanked us.”'),
    ])
    expect(found.map(quotes => quotes.map(({ text, continued }) => [text, continued ?? false]))).toEqual([
      [['We were told nothing until the water came.', true]],
      [['We carried the old people out ourselves.', true]],
      [['Nobody thanked us.', false]],
    ])
  })
})

/** What doubles its time with its length ends in a moment; what squares it would take minutes at the greater length. */
describe('long texts', () => {
  const texts: Record<string, (times: number) => string> = {
    'opening marks only': times => '“'.repeat(10_000 * times),
    'straight marks without a space': times => '"'.repeat(10_001 * times),
    'marks of all kinds': times => MARKS.join('').repeat(100 * times),
    'marks and spaces': times => '" '.repeat(10_000 * times),
    apostrophes: times => "'a 'b' c's ".repeat(400 * times),
    'opened and never closed': times => '«a „b '.repeat(5000 * times),
    'closing marks only': times => 'a» b” '.repeat(5000 * times),
    'a quote with every sentence': times => '“We are ready,” said Anna Berg. '.repeat(3000 * times),
    'a verb with every word': times => `“Go,” ${'said Anna Berg '.repeat(6000 * times)}`,
    'names without an end': times => `“Go,” said ${'Anna Berg '.repeat(10_000 * times)}`,
    'a new name in every sentence': times =>
      Array.from(
        { length: 2000 * times },
        (_, index) =>
          `“Go,” said Anna Berg${String.fromCodePoint(97 + (index % 26))}${'o'.repeat(1 + (index % 7))} Lund${'a'.repeat(index % 11)}.`,
      ).join(' '),
    'one sentence without a stop': times => `“Go,” ${'while the tide went out and '.repeat(4000 * times)}`,
    dashes: times => '– Go, sa hun. '.repeat(7000 * times),
    'dashes and commas': times => `– ${'go, sa, – , '.repeat(7000 * times)}`,
    brackets: times => `“Go,” said Anna ${'('.repeat(10_000 * times)}Berg`,
    spaces: times => `“Go,”${' '.repeat(100_000 * times)}said Anna Berg.`,
    'a word without an end': times => `“Go,” said ${'a'.repeat(100_000 * times)}`,
    'letters with marks': times => `“Go,” said ${'e\u0301'.repeat(50_000 * times)}`,
    'Han without a stop': times => `“走”，${'王毅说'.repeat(10_000 * times)}`,
    'full stops': times => `“Go,” said A${'.B'.repeat(30_000 * times)}`,
  }

  const read = (tag: Language, name: string, times: number) => {
    const text = (texts[name]?.(times) ?? '').slice(0, 1_000_000)
    expect(problemsOf(text, alone(text, tag)).slice(0, 3)).toEqual([])
  }

  it.each(Object.keys(texts))(
    'are read to the end, ten times as long, too: %s',
    name => {
      for (const times of [1, 10]) read('en', name, times)
    },
    60_000,
  )

  for (const tag of ['nb', 'de', 'es', 'zh', 'ar'] as const) {
    it.each(Object.keys(texts))(
      `are read to the end in ${tag}: %s`,
      name => {
        read(tag, name, 1)
      },
      10_000,
    )
  }

  it('find the quotes of a paragraph of a megabyte, the first and the last', () => {
    const filler = 'The harbour was closed on Monday, and the ferry waited for the tide outside. '
    const text = `“Nobody was hurt,” said Anna Berg. ${filler.repeat(13_000)}“We are glad,” said Tora Lind.`
    const found = alone(text)
    expect(text.length).toBeGreaterThan(1_000_000)
    expect(found.map(({ text, speaker }) => [text, speaker])).toEqual([
      ['Nobody was hurt,', 'Anna Berg'],
      ['We are glad,', 'Tora Lind'],
    ])
  }, 60_000)

  it('are read in articles of ten thousand paragraphs that open a mark each', () => {
    const found = extractQuotes(
      Array.from({ length: 10_000 }, (_, index) =>
        paragraph(`“We were told nothing on day ${String(index)} of it.`),
      ),
    )
    expect(found).toHaveLength(10_000)
    expect(found.every(quotes => quotes.length <= 1)).toBe(true)
  }, 60_000)
})
