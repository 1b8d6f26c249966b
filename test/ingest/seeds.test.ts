import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import type { AnalyzedArticle } from '../../src/domain/analyzed.ts'
import { parseArticle } from '../../src/ingest/parse-article.ts'
import { createPreparer } from '../../src/ingest/prepare-article.ts'

// Other people's text, which is no part of the project: two real articles as they were received.
const REAL_SEEDS = [fileURLToPath(new URL('../../../shared/seeds', import.meta.url))].find(folder =>
  existsSync(folder),
)
const prepare = createPreparer()

function prepareText(text: string, fileName: string): AnalyzedArticle {
  const parsed = parseArticle({ text }, { source: 'seeds', path: fileName })
  if (!parsed.ok) throw new Error(parsed.problems.join('; '))
  return prepare(parsed.article)
}

describe.skipIf(REAL_SEEDS === undefined)(
  'the two real articles (skipped where ../shared/seeds is not there)',
  () => {
    const files =
      REAL_SEEDS === undefined ? [] : readdirSync(REAL_SEEDS).filter(name => name.endsWith('.txt'))
    const texts = files.map(name => readFileSync(path.join(REAL_SEEDS ?? '', name), 'utf8'))
    const english = texts.find(text => !text.includes('\n\n')) ?? ''
    const norwegian = texts.find(text => text.includes('\n\n')) ?? ''
    const idsOf = (text: string) => prepareText(text, 'a.txt').paragraphs.map(({ paragraph }) => paragraph.id)

    test('have 20 and 19 paragraphs, one for each line with text', () => {
      for (const [text, count] of [
        [english, 20],
        [norwegian, 19],
      ] as const) {
        const lines = text.split('\n').filter(line => line.trim() !== '')
        const paragraphs = prepareText(text, 'a.txt').paragraphs.map(({ paragraph }) => paragraph)
        expect(paragraphs).toHaveLength(count)
        expect(paragraphs.map(paragraph => paragraph.text)).toEqual(lines.map(line => line.trim()))
      }
    })

    test('have three headings in Norwegian, one of them a dash line, and none in English', () => {
      const headings = (text: string) =>
        prepareText(text, 'a.txt').paragraphs.flatMap(({ paragraph }) =>
          paragraph.kind === 'heading' ? [paragraph.text] : [],
        )
      expect(headings(english)).toEqual([])
      expect(headings(norwegian)).toHaveLength(3)
      expect(headings(norwegian).filter(text => text.startsWith('–'))).toHaveLength(1)
    })

    test('are of one language each', () => {
      const languages = (text: string) =>
        new Set(prepareText(text, 'a.txt').paragraphs.map(({ paragraph }) => paragraph.language))
      expect([...languages(english)]).toEqual(['en'])
      expect([...languages(norwegian)]).toEqual(['nb'])
    })

    test('have the same ids when indexed again', () => {
      for (const text of texts) expect(idsOf(text)).toEqual(idsOf(text))
    })

    test('change exactly one id when one paragraph is changed', () => {
      for (const text of texts) {
        const before = idsOf(text)
        const lines = text.split('\n')
        for (const [index, line] of lines.entries()) {
          if (line.trim() === '') continue
          const after = idsOf(lines.with(index, `${line.trim()} Endret.`).join('\n'))
          expect(after).toHaveLength(before.length)
          expect(after.filter(id => !before.includes(id))).toHaveLength(1)
        }
      }
    })
  },
)
