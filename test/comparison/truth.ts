import type { AnalyzedParagraph } from '../../src/domain/analyzed.ts'
import type { QueryPlan } from '../../src/domain/query.ts'
import type { EngineCapabilities } from '../../src/engines/search-engine.ts'
import { AppError } from '../../src/errors.ts'
import { planQuery } from '../../src/search/plan-query.ts'
import type { SearchRequest } from '../../src/search/request.ts'
import { createStemmer } from '../../src/text/stem.ts'
import { createTwin } from '../contract/twin.ts'
import type { TwinAnswer } from '../contract/twin.ts'
import type { Corpus } from './corpus.ts'

/** What the brute-force twin says to a request, as it is planned for an engine. */
export type Truth =
  | { readonly kind: 'refused'; readonly code: string; readonly message: string }
  | {
      readonly kind: 'answered'
      readonly plan: QueryPlan
      readonly answer: TwinAnswer
      /** Ids of what passes the filters and is visible, whatever it says. */
      readonly scope: () => ReadonlySet<string>
    }

export type TruthTeller = {
  /** Paragraphs by their ids. */
  readonly paragraphs: ReadonlyMap<string, AnalyzedParagraph>
  readonly tell: (request: SearchRequest, capabilities: EngineCapabilities) => Truth
}

/** Engines with the same capabilities get the same plan; it is looked into once. */
export function createTruthTeller({ articles }: Pick<Corpus, 'articles'>, now: number): TruthTeller {
  const twin = createTwin(articles)
  const stemmer = createStemmer()
  const search = remembering((plan: QueryPlan) => twin.search(plan))
  const scope = remembering((plan: QueryPlan) => new Set(twin.search(plan).ids))
  return {
    paragraphs: new Map(
      [...articles.values()].flatMap(({ paragraphs }) => paragraphs.map(one => [one.paragraph.id, one])),
    ),
    tell(request, capabilities) {
      try {
        const { plan, canMatch } = planQuery(request, { capabilities, now, stemmer })
        return {
          kind: 'answered',
          plan,
          answer: canMatch ? search(plan) : nothing(plan),
          scope: () => scope(withoutQuery(plan)),
        }
      } catch (error) {
        if (error instanceof AppError) return { kind: 'refused', code: error.code, message: error.message }
        throw error
      }
    },
  }
}

const withoutQuery = ({ zone, filters, now }: QueryPlan): QueryPlan => ({
  nearby: [],
  zone,
  filters,
  now,
  sort: 'relevance',
  group: 'paragraph',
  facets: [],
  limit: 1,
})

const nothing = ({ facets }: QueryPlan): TwinAnswer => ({
  ids: [],
  paragraphs: 0,
  articles: 0,
  facets: new Map(facets.map(({ name }) => [name, []])),
  repairs: new Map(),
})

function remembering<T>(work: (plan: QueryPlan) => T): (plan: QueryPlan) => T {
  const known = new Map<string, T>()
  return plan => {
    const key = JSON.stringify(plan)
    const found = known.get(key) ?? work(plan)
    known.set(key, found)
    return found
  }
}
