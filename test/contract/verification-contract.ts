import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { EngineResult } from '../../src/engines/search-engine.ts'
import { phraseClause } from '../../src/text/clauses.ts'
import { analyzedArticle } from './articles.ts'
import type { EngineUnderTest } from './engine-contract.ts'
import { PLAN } from './random-plans.ts'

/** Several gaps: no server decides that. */
const PHRASE = 'storm … harbour … night'

const PARAGRAPHS = [
  'The storm closed the harbour for a whole night.',
  // one gap is too long, though both together are not longer than two may be
  `The storm came ${'and went '.repeat(20)}until the harbour lay still at night.`,
  'A storm, a harbour, a long night: nobody slept.',
  'The harbour was quiet.',
]

/** The receipt says how many candidates were read and how many of them were none; `verifies`: whether any have to be. */
export function describeVerification(
  name: string,
  open: () => Promise<EngineUnderTest>,
  { verifies }: { readonly verifies: boolean },
): void {
  describe(`${name} says what it verified:`, () => {
    let under: EngineUnderTest

    beforeAll(async () => {
      under = await open()
      await under.engine.put([
        analyzedArticle({
          id: 'storm',
          language: 'en',
          paragraphs: PARAGRAPHS.map((text, number) => ({
            text: number === 2 ? `“${text}”` : text,
            quotes: number === 2 ? [{ text }] : [],
          })),
        }),
      ])
    })
    afterAll(async () => {
      await under.dispose()
    })

    const search = (typed: string, zone: 'any' | 'quotes' = 'any'): Promise<EngineResult> => {
      const phrase = phraseClause(typed)
      if (!phrase) throw new Error(`No phrase: ${typed}`)
      return under.engine.search({ ...PLAN, query: { kind: 'and', of: [phrase] }, zone })
    }

    it('the candidates of a phrase with several gaps, and those that do not hold it', async () => {
      const { hits, verification } = await search(PHRASE)
      expect(hits.map(({ paragraph }) => paragraph.position).sort((a, b) => a - b)).toEqual([0, 2])
      expect(verification).toEqual(verifies ? { checked: 3, rejected: 1 } : undefined)
    })

    it('those of quotes', async () => {
      const { hits, verification } = await search(PHRASE, 'quotes')
      expect(hits.map(({ paragraph }) => paragraph.position)).toEqual([2])
      expect(verification).toEqual(verifies ? { checked: 1, rejected: 0 } : undefined)
    })

    it('nothing where the index decides', async () => {
      const { hits, verification } = await search('the harbour')
      expect(hits).toHaveLength(3)
      expect(verification).toBeUndefined()
    })
  })
}
