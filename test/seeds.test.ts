import { describe, expect, it } from 'vitest'
import type { Paragraph } from '../src/domain/paragraph.ts'
import { runInProcess } from './indexer/run-in-process.ts'
import { readExpected, SEEDS } from './seeds.ts'

describe('the sample newsroom', async () => {
  const run = await runInProcess(['--dry-run', SEEDS])
  const prepared = run.stdout
    .split('\n')
    .filter(line => line !== '')
    .map(line => JSON.parse(line) as Paragraph)
  const expected = readExpected()
  const byPlace = new Map(
    prepared.map(paragraph => [`${paragraph.articleId}#${paragraph.position}`, paragraph]),
  )

  it('is as large as a newcomer is told', () => {
    expect(run).toMatchObject({ code: 0 })
    expect(new Set(prepared.map(({ articleId }) => articleId)).size).toBeGreaterThanOrEqual(24)
    expect(new Set(expected.map(({ language }) => language)).size).toBeGreaterThanOrEqual(12)
    expect(prepared).toHaveLength(expected.length)
  })

  it('is split into the paragraphs that were told apart by hand, kinds included', () => {
    const differences = expected.flatMap(({ articleId, position, kind, text }) => {
      const found = byPlace.get(`${articleId}#${position}`)
      return found?.text === text && found.kind === kind
        ? []
        : [{ text, kind, found: found?.text, as: found?.kind }]
    })
    expect(differences).toEqual([])
  })

  it('is in the languages that were told by hand', () => {
    const differences = expected.flatMap(({ articleId, position, language, text }) => {
      const found = byPlace.get(`${articleId}#${position}`)
      return found?.language === language ? [] : [{ text, language, found: found?.language }]
    })
    expect(differences).toEqual([])
  })
})
