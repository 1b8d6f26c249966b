import { describe, expect, it } from 'vitest'
import { readBriefArticles, readSeedArticles } from '../../bench/language-corpus.ts'
import { LANGUAGES } from '../../src/domain/language.ts'
import type { Language } from '../../src/domain/language.ts'
import { tagArticle } from '../../src/language/tag-article.ts'
import { readCases } from '../case-file.ts'

const languagesOf = (paragraphs: readonly string[], options?: { declared?: readonly Language[] }) =>
  tagArticle(paragraphs, options).paragraphs.map(({ language }) => language)

describe('a sentence alone', () => {
  const cases = ['language.txt', 'language-unseen.txt']
    .flatMap(readCases)
    .map(({ input, expected }) => [input, expected] as const)

  it.each(cases)('%s ==> %s', (sentence, language) => {
    expect(languagesOf([sentence])).toEqual([language])
  })

  it('is found in every language of the closed list', () => {
    const found = new Set(cases.map(([, language]) => language))
    expect(LANGUAGES.map(({ tag }) => tag).filter(tag => tag !== 'und' && !found.has(tag))).toEqual([])
  })

  it.each(readCases('language-unmodelled.txt'))(
    '$input ==> und, or at most $expected sure',
    ({ input, expected }) => {
      const [paragraph] = tagArticle([input]).paragraphs
      expect(paragraph?.language === 'und' ? 0 : paragraph?.confidence).toBeLessThanOrEqual(Number(expected))
    },
  )
})

const NORWEGIAN = [
  'Kommunestyret sa nei til den nye veien da det møttes tirsdag kveld.',
  'Ordføreren sier at hun ikke vil gi opp, og at saken kommer opp igjen til våren.',
  'Mange av dem som bor langs veien, er lei av å vente på noe som aldri blir bygd.',
]
const ENGLISH = 'The engineers had warned the council for years that the old road was not safe.'

describe('the article around a paragraph', () => {
  it.each(['Trump', 'NATO', 'Info', 'Handel', 'Ny vei', 'Hva nå?', 'Oslo', 'Torsdag 14. mai'])(
    'decides about a short heading: %s',
    heading => {
      expect(languagesOf([...NORWEGIAN, heading])[3]).toBe('nb')
    },
  )

  it('leaves a paragraph in another language its own', () => {
    const article = tagArticle([...NORWEGIAN, ENGLISH])
    expect(article.language).toBe('nb')
    expect(article.paragraphs.map(({ language }) => language)).toEqual(['nb', 'nb', 'nb', 'en'])
  })

  it('leaves a Nynorsk paragraph in a Bokmål article its own', () => {
    const nynorsk = 'Eg veit ikkje kva dei tenkjer på, men noko må gjerast før nokon blir skadd, seier ho.'
    expect(languagesOf([...NORWEGIAN, nynorsk])).toEqual(['nb', 'nb', 'nb', 'nn'])
  })

  it('decides about names in Latin letters among other scripts', () => {
    const russian = 'Компания заявила, что новые товары появятся в магазинах уже в этом году.'
    expect(languagesOf([russian, russian, 'Havlind Systems'])).toEqual(['ru', 'ru', 'ru'])
    const japanese = '会社は新しい製品を来年発売すると発表した。'
    expect(languagesOf([japanese, japanese, 'NBA', '国際会議'])).toEqual(['ja', 'ja', 'ja', 'ja'])
  })

  it('tells Han signs alone by the article they stand in', () => {
    expect(languagesOf(['公司周三发布了新产品，市场反应良好。', '国际会议'])).toEqual(['zh', 'zh'])
  })

  it('is the same whatever order the other paragraphs stand in', () => {
    const forward = tagArticle([...NORWEGIAN, ENGLISH]).paragraphs
    const backward = tagArticle([ENGLISH, ...NORWEGIAN.toReversed()]).paragraphs.toReversed()
    expect(backward.map(({ language }) => language)).toEqual(forward.map(({ language }) => language))
    for (const [position, { confidence }] of forward.entries()) {
      expect(backward[position]?.confidence).toBeCloseTo(confidence, 10)
    }
  })
})

describe('quoted speech', () => {
  it.each([
    '«We are not going to wait for a new road any longer, and nobody else should either,» sa ordføreren til avisa.',
    'Til slutt sa ordføreren: «We are not going to wait for a new road any longer.»',
    'På plakaten sto det «Nous ne voulons plus attendre une nouvelle route», og det var mange som lo.',
    '"We are not going to wait any longer for it", sa hun.',
  ])('does not flip the paragraph that quotes it: %s', paragraph => {
    expect(languagesOf([...NORWEGIAN, paragraph])[3]).toBe('nb')
  })

  it('counts where nothing else is said', () => {
    expect(languagesOf([...NORWEGIAN, `“${ENGLISH}”`])[3]).toBe('en')
  })
})

describe('a declared language', () => {
  it('decides where the text does not', () => {
    expect(languagesOf(['Handel'], { declared: ['de'] })).toEqual(['de'])
    expect(languagesOf(['Handel'], { declared: ['pl'] })).toEqual(['pl'])
    expect(languagesOf(['I dag'], { declared: ['nn'] })).toEqual(['nn'])
    expect(languagesOf(['I dag'], { declared: ['nb'] })).toEqual(['nb'])
    expect(languagesOf(['Handel'], { declared: ['nb', 'nn'] })[0]).toMatch(/^n[bn]$/)
  })

  it('is not an order', () => {
    expect(languagesOf(NORWEGIAN, { declared: ['en'] })).toEqual(['nb', 'nb', 'nb'])
    expect(languagesOf([ENGLISH], { declared: ['nb'] })).toEqual(['en'])
    expect(languagesOf(NORWEGIAN, { declared: ['und'] })).toEqual(['nb', 'nb', 'nb'])
  })
})

describe('bad input', () => {
  it('is und without a letter, and sure of it', () => {
    const empty = ['', ' ', '123 456', '🙂🎉', '…!?', '٣٤٥', '\n\t', '—', '\u0000']
    const article = tagArticle(empty)
    expect(article.language).toBe('und')
    for (const paragraph of article.paragraphs) {
      expect(paragraph).toEqual({ language: 'und', confidence: 1, alternatives: [] })
    }
  })

  it('is nothing for an article without paragraphs', () => {
    expect(tagArticle([])).toEqual({ language: 'und', paragraphs: [] })
  })

  it('keeps paragraphs without a letter from saying anything about the others', () => {
    expect(languagesOf(['2018', ...NORWEGIAN, '***'])).toEqual(['und', 'nb', 'nb', 'nb', 'und'])
  })

  it('gives an address alone no language, and one in an article that of the article', () => {
    const address = 'https://example.org/a-new-road-for-the-town'
    expect(languagesOf([address])).toEqual(['und'])
    expect(languagesOf([...NORWEGIAN, address])[3]).toBe('nb')
  })

  it('survives lone surrogates and control characters', () => {
    expect(languagesOf(['\uD800', '\uDC00\uD800', `\uD83D ${ENGLISH} \uDC00\u0007`])).toEqual([
      'und',
      'und',
      'en',
    ])
  })

  it.each([
    ['sentences', `${ENGLISH} `.repeat(13_000), 'en'],
    ['opening quotation marks', `${'«'.repeat(500_000)} ${ENGLISH}`, 'en'],
    ['half-open quotes', '“a '.repeat(350_000), undefined],
    ['one word', 'a'.repeat(1_000_000), undefined],
    ['half an address', 'a.'.repeat(500_000), undefined],
    ['at signs', `${'@'.repeat(1_000_000)}a`, undefined],
    ['signs without spaces', '新'.repeat(1_000_000), 'zh'],
  ])('reads a sample of a megabyte of %s', (_, text, language) => {
    const [paragraph] = tagArticle([text]).paragraphs
    if (language !== undefined) expect(paragraph?.language).toBe(language)
    expect(paragraph?.confidence).toBeGreaterThan(0)
  })

  it('reads an article of 5,000 paragraphs', () => {
    const article = tagArticle(Array.from({ length: 5_000 }, (_, index) => NORWEGIAN[index % 3] ?? ''))
    expect(article.language).toBe('nb')
    expect(article.paragraphs).toHaveLength(5_000)
    expect(new Set(article.paragraphs.map(({ language }) => language))).toEqual(new Set(['nb']))
  })
})

describe('the answer', () => {
  const article = [...NORWEGIAN, ENGLISH, 'Handel', 'Der er ingen vej tilbage, siger han.', '2018']

  it('is the same each time', () => {
    expect(tagArticle(article)).toEqual(tagArticle(article))
  })

  it('gives chances that add up to at most one, the likeliest first', () => {
    for (const { language, confidence, alternatives } of tagArticle(article).paragraphs) {
      const chances = [confidence, ...alternatives.map(guess => guess.confidence)]
      expect(chances.reduce((sum, chance) => sum + chance, 0)).toBeLessThanOrEqual(1 + 1e-9)
      expect(chances.toSorted((a, b) => b - a)).toEqual(chances)
      expect(alternatives.map(guess => guess.language)).not.toContain(language)
      expect(alternatives.length).toBeLessThanOrEqual(3)
    }
  })
})

describe('whole articles', () => {
  const brief = readBriefArticles() ?? []
  const skipped = brief.length === 0

  it.skipIf(skipped)('are right about both articles of the brief (skipped without ../shared/seeds)', () => {
    const counts = brief.map(({ paragraphs }) => {
      const tagged = languagesOf(paragraphs.map(({ text }) => text))
      return paragraphs.filter(({ language }, position) => tagged[position] === language).length
    })
    expect(counts).toEqual([20, 19])
  })

  const seeds = readSeedArticles() ?? []

  it.skipIf(seeds.length === 0)(
    'are right about every paragraph of seeds/expected.ndjson (skipped without it)',
    () => {
      const wrong = seeds.flatMap(({ id, paragraphs }) => {
        const tagged = languagesOf(paragraphs.map(({ text }) => text))
        return paragraphs.flatMap(({ language, text }, position) =>
          tagged[position] === language ? [] : [`${id}: ${language}, not ${tagged[position] ?? ''}: ${text}`],
        )
      })
      expect(wrong).toEqual([])
    },
  )
})
