import { describe, expect, it } from 'vitest'
import { readTokenText, tokensOf, tokenText } from '../../../src/engines/meilisearch/token-text.ts'
import type { AnalyzedToken } from '../../../src/domain/analyzed.ts'
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

  it('are all found again by any piece of their terms and stems, and by nothing twice', () => {
    const random = createRandom(2)
    const analyze = createAnalyzer()
    for (let i = 0; i < 300; i++) {
      const language = random.pick(CORPUS_LANGUAGES)
      const tokens = [...analyze(randomText(random, language, 30), language)]
      tokens.splice(random.below(tokens.length + 1), 0, { term: '', stems: [] })
      const text = readTokenText(tokenText(tokens), language)
      expect(text.length).toBe(tokens.length)
      expect(text.tokens).toEqual(tokens)
      const words = Array.from({ length: 2 }, () => tokens[random.below(tokens.length)]).flatMap(token =>
        token ? [token.term, ...token.stems] : [],
      )
      const pieces = words
        .map(word => word.slice(0, 1 + random.below(word.length)))
        .filter(piece => piece !== '')
      const isMeant = ({ term, stems }: AnalyzedToken): boolean =>
        [term, ...stems].some(form => pieces.some(piece => form.includes(piece)))
      const found = text.tokensWith(pieces)
      const ofPieces = tokens.filter(isMeant)
      expect(found.filter(isMeant)).toHaveLength(ofPieces.length)
      expect(found).toEqual(expect.arrayContaining(ofPieces))
      expect(text.tokensWith([])).toEqual([])
    }
    expect(readTokenText('', 'en').length).toBe(0)
  })
})
