import { describe, expect, it } from 'vitest'
import { createClaimMatcher } from '../../src/citation/match-claim.ts'
import type { Match } from '../../src/citation/match.ts'
import { isLanguage } from '../../src/domain/language.ts'
import { readCases } from '../case-file.ts'
import { quotedParagraph } from './quoted-paragraph.ts'

const match = createClaimMatcher()

/** What the index would tell: that these words stand in it. */
const KNOWN = new Map(
  ['is', 'the', 'ferry', 'want', 'was', 'us', 'billion', 'harbour'].map(word => [word, 5]),
)

function rendered({ verdict, operations, paragraphs }: Match, claim: string): string {
  const changes = operations
    .filter(({ kind }) => kind !== 'same' && kind !== 'mark')
    .map(({ kind, isOpen, claim: claimed, source }) => {
      const words = claim.slice(claimed.start, claimed.end)
      const sourced = paragraphs[source.place]?.text.slice(source.start, source.end) ?? ''
      return `${kind}${isOpen ? '!' : ''}(${words}|${sourced})`
    })
  return [verdict, ...changes].join(' ')
}

describe('the verdict about a claim', () => {
  for (const { line, input, expected, heading } of readCases('check.txt')) {
    it(`is right in line ${line}, ${heading}: ${input}`, () => {
      const [language = '', source = '', claim = ''] = input.split(' | ').map(part => part.trim())
      if (!isLanguage(language)) throw new Error(`${language} is no language`)
      const { matches } = match(
        { text: claim, language, frequencies: KNOWN, paragraphs: 1000 },
        [quotedParagraph(source, language)],
        { limit: 1, deadline: Number.POSITIVE_INFINITY },
      )
      const [best] = matches
      expect(best && rendered(best, claim)).toBe(expected)
    })
  }
})
