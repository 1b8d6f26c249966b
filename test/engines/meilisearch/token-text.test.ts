import { describe, expect, it } from 'vitest'
import { tokensOf, tokenText } from '../../../src/engines/meilisearch/token-text.ts'
import { createAnalyzer } from '../../../src/text/analyze.ts'
import { createRandom, CORPUS_LANGUAGES, randomText } from '../../contract/random-corpus.ts'

describe('tokens that are stored', () => {
  it('come back as they were, in every language', () => {
    const random = createRandom(1)
    const analyze = createAnalyzer()
    for (let i = 0; i < 500; i++) {
      const language = random.pick(CORPUS_LANGUAGES)
      const tokens = analyze(`${randomText(random, language, 12)} 1 000 1,000 ½ AT&T a/b c=d e_f`, language)
      expect(tokensOf(tokenText(tokens))).toEqual(tokens)
    }
    expect(tokensOf(tokenText([]))).toEqual([])
  })

  it('keep their places where others are missing', () => {
    const token = { term: 'a', stems: [] }
    const missing = { term: '', stems: [] }
    expect(tokensOf(tokenText([undefined, token, undefined, undefined, token, undefined]))).toEqual([
      missing,
      token,
      missing,
      missing,
      token,
      missing,
    ])
  })
})
