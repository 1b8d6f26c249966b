import { describe, expect, it } from 'vitest'
import type { EngineCapabilities } from '../../src/engines/search-engine.ts'
import { createParagraphMatcher } from '../../src/text/match.ts'
import { analyzedArticle } from '../contract/articles.ts'
import { createRandom, randomArticle } from '../contract/random-corpus.ts'
import { randomPlan } from '../contract/random-plans.ts'
import { createTwin } from '../contract/twin.ts'

const KNOWS_QUOTES: EngineCapabilities = {
  zones: ['any', 'quotes', 'text'],
  facets: ['speaker'],
  maxEdits: 1,
  deepPaging: true,
  pinsGeneration: true,
  explains: false,
}

describe('the matcher of the original text and the twin of the analysed tokens', () => {
  it.each([1, 2, 3, 4, 5, 6])('agree on every paragraph, found or not, in every zone (%i)', seed => {
    const random = createRandom(seed)
    const articles = Array.from({ length: 60 }, (_, i) => analyzedArticle(randomArticle(random, `a${i}`)))
    const twin = createTwin(new Map(articles.map(article => [article.id, article])))
    let found = 0
    for (let i = 0; i < 150; i++) {
      const { speaker, speakerNamed, quoteKind } = randomPlan(random, KNOWS_QUOTES).filters
      const plan = {
        ...randomPlan(random, KNOWS_QUOTES),
        filters: {
          ...(speaker && { speaker }),
          ...(speakerNamed && { speakerNamed }),
          ...(quoteKind && { quoteKind }),
        },
      }
      const { ids, repairs } = twin.search(plan)
      const matches = createParagraphMatcher(
        plan,
        [...repairs].map(([term, replacements]) => ({ term, replacements })),
      )
      const visible = articles
        .flatMap(({ paragraphs }) => paragraphs.map(({ paragraph }) => paragraph))
        .filter(
          ({ visibleFrom = -Infinity, visibleUntil = Infinity }) =>
            visibleFrom <= plan.now && plan.now < visibleUntil,
        )
      const matching = visible.filter(paragraph => matches(paragraph).matches).map(({ id }) => id)
      expect(matching.toSorted(), JSON.stringify(plan)).toEqual([...ids].sort())
      found += ids.length
    }
    expect(found).toBeGreaterThan(1000)
  })
})
