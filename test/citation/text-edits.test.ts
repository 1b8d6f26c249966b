import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { textEdits } from '../../src/citation/text-edits.ts'
import type { Language } from '../../src/domain/language.ts'

/** Older words in [-…-], newer ones in {+…+}, marks in ~…~; what stayed as it is. */
function shown(before: string, after: string, language: Language = 'en'): string {
  const edits = textEdits({ before: { text: before, language }, after: { text: after, language } })
  expect(edits.map(edit => edit.before).join('')).toBe(before)
  expect(edits.map(edit => edit.after).join('')).toBe(after)
  return edits
    .map(edit => {
      if (edit.kind === 'same') return edit.after
      if (edit.kind === 'marks') return `~${edit.before}→${edit.after}~`
      return `${edit.before === '' ? '' : `[-${edit.before}-]`}${edit.after === '' ? '' : `{+${edit.after}+}`}`
    })
    .join('')
}

describe('what was done to a text', () => {
  it.each([
    [
      'The captain counted fourteen men.',
      'The captain counted forty men.',
      'The captain counted [-fourteen-]{+forty+} men.',
    ],
    ['Nobody was hurt on Monday.', 'Nobody was hurt.', 'Nobody was hurt[- on Monday-].'],
    ['Nobody was hurt.', 'Nobody was badly hurt.', 'Nobody was {+badly +}hurt.'],
    ['“We turn,” she said.', '«We turn», she said.', '~“→«~We turn~,”→»,~ she said.'],
    [
      'Nobody was hurt. The boat is safe. All is well.',
      'The boat is safe.',
      '[-Nobody was hurt. -]The boat is safe.[- All is well.-]',
    ],
    ["They don't know.", 'They do not know.', "They [-don't-]{+do not+} know."],
    ['Wholly different.', 'Nothing alike here', '[-Wholly different.-]{+Nothing alike here+}'],
  ])('%s', (before, after, expected) => {
    expect(shown(before, after)).toBe(expected)
  })

  it('is said character by character where words are not parted', () => {
    expect(shown('船长数了十四名乘客。', '船长数了四十名乘客。', 'zh')).toMatch(/^船长数了.*名乘客。$/u)
  })

  it('gives both versions back letter by letter, whatever they are', () => {
    const word = fc.constantFrom(
      'the',
      'The',
      "don't",
      'do not',
      'café',
      '½',
      '3.5',
      '…',
      '“no”',
      '東京',
      '[x]',
      '👍',
      '-',
    )
    const text = fc.array(word, { minLength: 1, maxLength: 12 }).map(words => words.join(' '))
    fc.assert(
      fc.property(text, text, (before, after) => {
        shown(before, after)
      }),
      { numRuns: 300, seed: 3 },
    )
  })
})
