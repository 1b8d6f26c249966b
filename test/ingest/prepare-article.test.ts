import { describe, expect, test } from 'vitest'
import type { Article } from '../../src/domain/article.ts'
import { AppError } from '../../src/errors.ts'
import { createPreparer } from '../../src/ingest/prepare-article.ts'

const prepare = createPreparer()

const ARTICLE: Article = {
  id: 'ferry',
  title: 'Two hours on the reef',
  source: 'The Ledger',
  author: ['A. Writer'],
  url: 'https://ledger.example/ferry',
  publishedAt: 1_710_152_100,
  visibleUntil: 2_025_648_000,
  body: {
    kind: 'text',
    text: 'Nobody was seriously hurt.\n\nThe harbour master said so.\n\nNobody was seriously hurt.\n\nNobody  was seriously\nhurt.',
    markup: 'plain',
  },
}

const idsOf = (article: Article) => prepare(article).paragraphs.map(({ paragraph }) => paragraph.id)
const withText = (text: string): Article => ({ ...ARTICLE, body: { kind: 'text', text, markup: 'plain' } })

describe('a prepared article', () => {
  test('has every field of the article in every paragraph, and no invented one', () => {
    const { id, language, paragraphs } = prepare(ARTICLE)
    expect({ id, language }).toEqual({ id: 'ferry', language: 'en' })
    const [title] = paragraphs
    expect(title?.paragraph).toEqual({
      id: expect.stringMatching(/^ferry-[0-9a-f]{10}$/) as string,
      articleId: 'ferry',
      position: 0,
      kind: 'title',
      text: 'Two hours on the reef',
      language: 'en',
      languageConfidence: expect.any(Number) as number,
      articleLanguage: 'en',
      source: 'The Ledger',
      author: ['A. Writer'],
      title: 'Two hours on the reef',
      url: 'https://ledger.example/ferry',
      publishedAt: 1_710_152_100,
      visibleUntil: 2_025_648_000,
      quotes: [],
    })
    expect(title?.tokens.map(({ term }) => term)).toEqual(['two', 'hours', 'on', 'the', 'reef'])
    expect(paragraphs.map(({ paragraph }) => paragraph.position)).toEqual([0, 1, 2, 3, 4])
  })

  test('numbers repeats of a text, whatever its white space', () => {
    const [, first, , second, third] = idsOf(ARTICLE)
    expect([second, third]).toEqual([`${first}-2`, `${first}-3`])
  })

  test('has the same ids every time', () => {
    expect(idsOf(ARTICLE)).toEqual(createPreparer()(ARTICLE).paragraphs.map(({ paragraph }) => paragraph.id))
  })

  test('changes the ids of what is changed or put in, and none of what is moved', () => {
    const before = new Set(idsOf(withText('One thing.\n\nAnother thing.\n\nA third thing.')))
    const after = idsOf(withText('A third thing.\n\nOne thing.\n\nSomething new.\n\nAnother thing!'))
    expect(after.filter(id => !before.has(id))).toHaveLength(2)
  })

  test('without text is refused', () => {
    try {
      prepare(withText(' \n * * * \n'))
      expect.unreachable()
    } catch (error) {
      expect(error).toBeInstanceOf(AppError)
      expect(error).toMatchObject({ code: 'invalid_article' })
    }
  })
})

test('each paragraph is analysed in its own language', () => {
  const { paragraphs } = prepare({
    ...ARTICLE,
    body: {
      kind: 'paragraphs',
      paragraphs: [
        'Bilferja gikk mandag morgen på grunn ved skjæret, og passasjerene ventet i to timer på bildekket før de ble hentet.',
        'We are aware of the incident involving the vessel and are working closely with her owner; our first concern is for the passengers.',
      ],
    },
  })
  expect(paragraphs.slice(1).map(({ paragraph }) => paragraph.language)).toEqual(['nb', 'en'])
})
