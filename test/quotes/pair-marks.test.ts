import { describe, expect, it } from 'vitest'
import type { Language } from '../../src/domain/language.ts'
import { createVocabularies } from '../../src/quotes/languages/vocabularies.ts'
import { pairMarks } from '../../src/quotes/pair-marks.ts'
import { readCases } from '../case-file.ts'

const vocabularyOf = createVocabularies()
const CASE = /^\[(?<continued>\+?)(?<language>\w+)(?<next>\+?)\] (?<text>.*)$/su

describe('quotation marks', () => {
  it.each(readCases('marks.txt'))('$line: $input', ({ input, expected }) => {
    const { continued, language, next, text = '' } = CASE.exec(input)?.groups ?? {}
    const { marks } = vocabularyOf(language as Language).grammar
    const pairs = pairMarks(text, { marks, isContinued: continued === '+', nextOpens: next === '+' })
    const found = pairs.map(({ innerStart, innerEnd, depth, isUnclosed }) =>
      ['>'.repeat(depth), text.slice(innerStart, innerEnd), isUnclosed ? '…' : ''].join(''),
    )
    expect(found.join(' | ')).toBe(expected)
  })
})
