import { describe, expect, it } from 'vitest'
import { successors } from '../../../src/engines/common/successors.ts'
import { readExpected } from '../../seeds.ts'

/** Ids are made of texts, as those of paragraphs are. */
const version = (...texts: readonly string[]) => texts.map(text => ({ id: `#${text}`, text }))

/** The texts that took the place of others. */
function heirs(before: readonly string[], after: readonly string[]): Record<string, string> {
  const found = successors(version(...before), version(...after))
  return Object.fromEntries([...found].map(([old, heir]) => [old.slice(1), heir.slice(1)]))
}

/** The running text of the sample articles, in many languages and scripts. */
const ARTICLES = runningText()

function runningText(): string[][] {
  const articles = new Map<string, string[]>()
  for (const { articleId, kind, text } of readExpected()) {
    if (kind !== 'text' || text.length <= 40) continue
    const texts = articles.get(articleId) ?? []
    articles.set(articleId, [...new Set([...texts, text])])
  }
  return [...articles.values()].filter(({ length }) => length > 1)
}

const eachParagraph = (check: (texts: readonly string[], text: string, at: number) => void): void => {
  for (const texts of ARTICLES) texts.forEach((text, at) => check(texts, text, at))
}

/** Where a sentence ends and another begins. */
const sentenceEnds = (text: string): number[] =>
  [...text.matchAll(/[.!?。！？।؟][”»"“’」]? ?(?=\S)/gu)].map(({ 0: mark, index }) => index + mark.length)

describe('the successor of a paragraph', () => {
  it('is tested on hundreds of paragraphs', () => {
    expect(ARTICLES.flat().length).toBeGreaterThan(200)
  })

  it('is nobody when it was taken out', () => {
    eachParagraph((texts, _, at) => expect(heirs(texts, texts.toSpliced(at, 1))).toEqual({}))
  })

  it('is nobody when it was taken out and the one beside it corrected', () => {
    eachParagraph((texts, text, at) => {
      const next = texts[at + 1]
      if (next === undefined) return
      const corrected = `${next.slice(0, 20)}${next.slice(21)}`
      expect(heirs(texts, texts.toSpliced(at, 2, corrected)), text).toEqual({ [next]: corrected })
    })
  })

  it('is nobody among new ones that have nothing of it', () => {
    expect(
      heirs(
        ['The ferry ran aground on Monday, and nobody on board was hurt.'],
        ['The council voted against it on Monday, and nobody was surprised.'],
      ),
    ).toEqual({})
  })

  it('is the corrected one, wherever it went', () => {
    eachParagraph((texts, text, at) => {
      const middle = Math.floor(text.length / 2)
      const corrected = text.slice(0, middle) + text.slice(middle + 1)
      const after = texts.with(at, corrected)
      expect(heirs(texts, after), text).toEqual({ [text]: corrected })
      expect(heirs(texts, after.toReversed()), text).toEqual({ [text]: corrected })
    })
  })

  it('is the longer part when it was split', () => {
    let count = 0
    eachParagraph((texts, text, at) => {
      for (const end of sentenceEnds(text)) {
        const parts = [text.slice(0, end).trim(), text.slice(end).trim()] as const
        // as long as each other, either is right
        if (Math.abs(parts[0].length - parts[1].length) < 12) continue
        count++
        const longer = parts[0].length > parts[1].length ? parts[0] : parts[1]
        expect(heirs(texts, texts.toSpliced(at, 1, ...parts)), text).toEqual({ [text]: longer })
      }
    })
    expect(count).toBeGreaterThan(200)
  })

  it('is the whole when it was joined with the one behind it', () => {
    eachParagraph((texts, text, at) => {
      const next = texts[at + 1]
      if (next === undefined) return
      const joined = `${text} ${next}`
      expect(heirs(texts, texts.toSpliced(at, 2, joined))).toEqual({ [text]: joined, [next]: joined })
    })
  })

  it('is the same text when it only stood there twice', () => {
    const before = [...version('One more line.'), { id: '#One more line.-2', text: 'One more line.' }]
    expect([...successors(before, before.slice(0, 1))]).toEqual([['#One more line.-2', '#One more line.']])
  })

  it('is found in an article of thousands that was changed throughout', () => {
    const texts = Array.from(
      { length: 2000 },
      (_, i) => `Paragraph ${i} of ${i * 7919} words, all told ${i ** 2}.`,
    )
    const found = heirs(
      texts,
      texts.map(text => `${text} Updated.`),
    )
    expect(Object.entries(found).filter(([old, heir]) => heir === `${old} Updated.`)).toHaveLength(2000)
  })
})
