import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { ARTICLE_ID } from '../../src/domain/article.ts'
import type { Article } from '../../src/domain/article.ts'
import { parseArticle } from '../../src/ingest/parse-article.ts'
import type { ArticleDefaults } from '../../src/ingest/parse-article.ts'

const DEFAULTS: ArticleDefaults = { source: 'The Ledger' }

function articleOf(record: unknown, defaults: ArticleDefaults = DEFAULTS): Article {
  const parsed = parseArticle(record, defaults)
  if (!parsed.ok) throw new Error(parsed.problems.join('; '))
  return parsed.article
}

function problemsOf(record: unknown, defaults: ArticleDefaults = DEFAULTS): readonly string[] {
  const parsed = parseArticle(record, defaults)
  return parsed.ok ? [] : parsed.problems
}

describe('an article', () => {
  test('is read with all its fields', () => {
    const record = {
      id: 'ferry-1',
      title: ' The  ferry ',
      source: 'Ostrel News Wire',
      author: ['Calder Finch-Amory', '', 'Desk', 'Desk'],
      publishedAt: '2024-03-11T10:15:00Z',
      url: 'https://ostrel-wire.example/1',
      language: 'en-GB',
      visibleFrom: 1_710_151_200,
      visibleUntil: '2034-03-11',
      text: 'Nobody was hurt.',
    }
    expect(articleOf(record)).toEqual({
      id: 'ferry-1',
      title: 'The ferry',
      source: 'Ostrel News Wire',
      author: ['Calder Finch-Amory', 'Desk'],
      publishedAt: 1_710_152_100,
      url: 'https://ostrel-wire.example/1',
      languages: ['en'],
      visibleFrom: 1_710_151_200,
      visibleUntil: 2_025_648_000,
      body: { kind: 'text', text: 'Nobody was hurt.', markup: 'plain' },
    })
  })

  test('without any metadata has none invented', () => {
    const { id, ...article } = articleOf({ text: 'Nobody was hurt.' })
    expect(id).toMatch(/^[0-9a-f]{16}$/)
    expect(article).toEqual({
      source: 'The Ledger',
      author: [],
      body: { kind: 'text', text: 'Nobody was hurt.', markup: 'plain' },
    })
  })

  test('takes null and empty fields for absent ones', () => {
    const empty = {
      id: null,
      title: '',
      author: null,
      url: ' ',
      publishedAt: '',
      language: null,
      paragraphs: null,
    }
    expect(articleOf({ ...empty, text: 'Nobody was hurt.' })).toEqual(articleOf({ text: 'Nobody was hurt.' }))
  })

  test('may call its date `date`, as front matter does', () => {
    expect(articleOf({ text: 'x', date: '2024-03-11' }).publishedAt).toBe(1_710_115_200)
  })

  test('declares every language that a name covers', () => {
    expect(articleOf({ text: 'x', language: 'no' })).toMatchObject({ languages: ['nb', 'nn'] })
    expect(articleOf({ text: 'x', language: 'und' })).not.toHaveProperty('languages')
    expect(
      articleOf({ text: 'x', language: 'nynorsk' }, { ...DEFAULTS, languages: ['nb'] }).languages,
    ).toEqual(['nn'])
    expect(articleOf({ text: 'x' }, { ...DEFAULTS, languages: ['nb'] }).languages).toEqual(['nb'])
  })

  test('names the fields that mean nothing here', () => {
    const parsed = parseArticle(
      JSON.parse('{"text": "x", "section": 1, "__proto__": {"id": "no"}, "tags": []}'),
      DEFAULTS,
    )
    expect(parsed.ok && parsed.unknownFields).toEqual(['section', 'tags'])
    expect(parsed.ok && parsed.isKnownByText).toBe(true)
  })
})

describe('the id of an article', () => {
  const idOf = (record: object, defaults?: ArticleDefaults) =>
    articleOf({ text: 'x', ...record }, defaults).id

  test('is the one given, when it can be', () => {
    expect(idOf({ id: 'a_B-9' })).toBe('a_B-9')
    expect(idOf({ id: ' 4711 ' })).toBe('4711')
    expect(idOf({ id: 4711 })).toBe('4711')
  })

  test('is made from a given one that has other characters, so that no two meet', () => {
    const given = [
      'urn:x/1',
      'urn:x/2',
      'urn-x-1',
      'urn_x_1',
      'URN:X/1',
      'ferje-Ø',
      'ferje-ø',
      'a b',
      'a'.repeat(129),
      'a'.repeat(130),
    ]
    const ids = given.map(id => idOf({ id }))
    expect(new Set(ids).size).toBe(given.length)
    for (const id of ids) expect(id).toMatch(ARTICLE_ID)
    expect(idOf({ id: 'urn:x/1' })).toBe(idOf({ id: 'urn:x/1', url: 'https://other.example/', text: 'y' }))
  })

  test('else is made from the URL, else from source and path, else from source and text', () => {
    const path = { ...DEFAULTS, path: 'a/b.txt' }
    const hash = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 16)
    expect(idOf({ url: 'https://x.example/1' }, path)).toBe(hash('https://x.example/1'))
    expect(idOf({}, path)).toBe(hash('The Ledger\na/b.txt'))
    expect(idOf({ text: 'x' }, path)).toBe(idOf({ text: 'y' }, path))
    expect(idOf({ text: 'x' }, path)).not.toBe(idOf({ text: 'x', source: 'Other' }, path))
    expect(idOf({ text: 'x' }, path)).not.toBe(idOf({ text: 'x' }, { ...path, path: 'a/c.txt' }))
    expect(idOf({ text: 'x' })).not.toBe(idOf({ text: 'y' }))
    expect(idOf({ text: 'x' })).not.toBe(idOf({ text: 'x', title: 'T' }))
  })

  test('is the same for a file name that another system decomposed', () => {
    const composed = { ...DEFAULTS, path: 'ferje-\u00E5.txt' }
    expect(idOf({}, composed)).toBe(idOf({}, { ...composed, path: 'ferje-a\u030A.txt' }))
  })
})

describe('what is wrong', () => {
  test('is all told at once, field by field, with the value', () => {
    const problems = problemsOf({
      id: {},
      author: [1],
      publishedAt: 'yesterday',
      url: 'javascript:alert(1)',
      language: 'norwegain',
      visibleFrom: 1_710_151_200_000,
      paragraphs: ['a', 2],
    })
    expect(problems.map(problem => problem.split(' ')[0])).toEqual(
      expect.arrayContaining([
        'id',
        'author',
        'publishedAt',
        'url',
        'language',
        'visibleFrom',
        'paragraphs[1]',
      ]),
    )
    expect(problems.find(problem => problem.startsWith('publishedAt'))).toContain('"yesterday"')
    expect(problems.find(problem => problem.startsWith('language'))).toMatch(/did you mean nb/)
  })

  test.each([
    [{}, /text is missing or empty/],
    [{ text: ' \n' }, /text is missing or empty/],
    [{ title: 'Only a title', text: '' }, /text is missing or empty/],
    [{ paragraphs: [] }, /text is missing or empty/],
    [{ paragraphs: ['', '\u200B'] }, /text is missing or empty/],
    [{ text: 'a', paragraphs: ['b'] }, /text stands beside paragraphs/],
    [{ text: 1 }, /text must be text/],
    [{ text: 'a', title: 'x'.repeat(1001) }, /title is longer than 1000/],
    [{ text: 'a', author: Array.from({ length: 101 }, () => 'x') }, /author must be/],
    [{ text: 'a', visibleFrom: '2024-01-02', visibleUntil: '2024-01-01' }, /visibleUntil is not after/],
    [{ text: 'a', date: '2024-01-02', publishedAt: '2024-01-01' }, /date is another than publishedAt/],
    ['text', /must be a JSON object/],
    [null, /must be a JSON object/],
    [[], /must be a JSON object/],
  ])('%j is refused', (record, problem) => {
    expect(problemsOf(record).join('; ')).toMatch(problem)
  })

  test('a missing source is named when nothing around says it', () => {
    expect(problemsOf({ text: 'x' }, {}).join()).toMatch(/source is missing/)
  })
})
