import { describe, expect, it } from 'vitest'
import type { AnalyzedArticle } from '../../src/domain/analyzed.ts'
import type { QueryPlan } from '../../src/domain/query.ts'
import type { EngineResult, SearchEngine } from '../../src/engines/search-engine.ts'
import { createParagraphMatcher } from '../../src/text/match.ts'
import { analyzedArticle } from './articles.ts'
import type { EngineUnderTest } from './engine-contract.ts'
import { createRandom, randomArticle, type Random } from './random-corpus.ts'
import { randomPlan } from './random-plans.ts'
import { createTwin, type TwinAnswer } from './twin.ts'

/**
 * Random articles, put in random batches, some changed and some removed again, and random queries in many scripts: totals,
 * facets, hits, order by date and repairs must be those of the twin, exactly.
 */
export function describeTwin(
  name: string,
  open: () => Promise<EngineUnderTest>,
  { corpora, queriesEach }: { readonly corpora: number; readonly queriesEach: number },
): void {
  describe(`${name} answers like the brute-force twin`, () => {
    for (let seed = 1; seed <= corpora; seed++) {
      it(
        `corpus ${seed}: ${queriesEach} random queries`,
        async () => {
          const { engine, dispose } = await open()
          try {
            const random = createRandom(seed)
            const articles = await fill(engine, random)
            const twin = createTwin(articles)
            for (let i = 0; i < queriesEach; i++) {
              const plan = randomPlan(random, engine.capabilities)
              const result = await engine.search(plan)
              expect(summary(result), explain(plan)).toEqual(summaryOfTwin(twin.search(plan)))
              checkHits(plan, result, twin.search(plan))
              if (i % 25 === 0) await checkPages(engine, plan, twin.search(plan))
            }
          } finally {
            await dispose()
          }
        },
        TIMEOUT_MS,
      )
    }
  })
}

/** Servers take their time over a dozen small batches. */
const TIMEOUT_MS = 120_000

async function fill(engine: SearchEngine, random: Random): Promise<ReadonlyMap<string, AnalyzedArticle>> {
  const articles = new Map<string, AnalyzedArticle>()
  const rounds = 2 + random.below(12)
  for (let round = 0; round < rounds; round++) {
    const batch = Array.from({ length: 1 + random.below(20) }, () => {
      const again =
        articles.size > 0 && random.chance(0.2)
          ? [...articles.keys()][random.below(articles.size)]
          : undefined
      return analyzedArticle(randomArticle(random, again ?? `a${articles.size}-${random.below(1e9)}`))
    })
    const unique = new Map(batch.map(article => [article.id, article]))
    await engine.put([...unique.values()])
    for (const [id, article] of unique) articles.set(id, article)
    if (random.chance(0.3)) {
      const gone = [...articles.keys()][random.below(articles.size)] ?? ''
      await engine.remove({ articleIds: [gone] })
      articles.delete(gone)
    }
  }
  return articles
}

const explain = (plan: QueryPlan): string => JSON.stringify({ ...plan, facets: [] })

const summary = ({ paragraphs, articles, facets, repairs }: EngineResult): unknown => ({
  paragraphs,
  articles,
  facets: Object.fromEntries(facets.map(({ name, values }) => [name, values])),
  repairs: Object.fromEntries(repairs.map(({ term, replacements }) => [term, replacements.slice(0, 10)])),
})

const summaryOfTwin = ({ paragraphs, articles, facets, repairs }: TwinAnswer): unknown => ({
  paragraphs: { value: paragraphs, relation: 'exact' },
  articles: { value: articles, relation: 'exact' },
  facets: Object.fromEntries(facets),
  repairs: Object.fromEntries([...repairs].map(([term, replacements]) => [term, replacements.slice(0, 10)])),
})

function checkHits(plan: QueryPlan, result: EngineResult, twin: TwinAnswer): void {
  const expected = plan.group === 'article' ? twin.articles : twin.paragraphs
  expect(result.hits.length, explain(plan)).toBe(Math.min(plan.limit, expected))
  const matching = new Set(twin.ids)
  const ids = result.hits.map(({ paragraph }) => paragraph.id)
  expect(
    ids.filter(id => !matching.has(id)),
    explain(plan),
  ).toEqual([])
  if (plan.sort !== 'relevance' && plan.group === 'paragraph') {
    expect(ids, explain(plan)).toEqual(twin.ids.slice(0, plan.limit))
  }
  for (const { paragraph } of result.partial) expect(matching.has(paragraph.id), explain(plan)).toBe(false)
  // what the text room says of the original text is what the index says of its tokens
  const matches = createParagraphMatcher(plan, result.repairs)
  for (const { paragraph } of result.hits) {
    expect(matches(paragraph).matches, `${paragraph.text}\n${explain(plan)}`).toBe(true)
  }
  for (const { paragraph } of result.partial) {
    expect(matches(paragraph).matches, `${paragraph.text}\n${explain(plan)}`).toBe(false)
  }
}

async function checkPages(engine: SearchEngine, plan: QueryPlan, twin: TwinAnswer): Promise<void> {
  const seen: string[] = []
  let next: string | undefined
  do {
    const page: EngineResult = await engine.search(next === undefined ? plan : { ...plan, after: next })
    seen.push(
      ...page.hits.map(({ paragraph }) => (plan.group === 'article' ? paragraph.articleId : paragraph.id)),
    )
    next = page.next
  } while (next !== undefined && seen.length <= twin.paragraphs)
  expect(seen.length, explain(plan)).toBe(plan.group === 'article' ? twin.articles : twin.paragraphs)
  expect(new Set(seen).size, explain(plan)).toBe(seen.length)
}
