import type { Clause } from '../../domain/query.ts'
import { inverseFrequency } from '../common/score-tokens.ts'
import { clauseFilter } from './clause-filter.ts'
import { and, type Filter } from './filter.ts'
import { ofRole } from './scope.ts'
import type { SearchContext } from './search-context.ts'
import { countRequest } from './to-request.ts'

/** How rare clauses are in the whole index; remembered, since they only weigh ranks and change slowly. */
export type Frequencies = ReturnType<typeof createFrequencies>

const REMEMBERED = 2000
/** Milliseconds. */
const LIFETIME = 60_000

export function createFrequencies() {
  const known = new Map<string, { readonly paragraphs: number; readonly at: number }>()

  let languages: { readonly tags: ReadonlySet<string>; readonly at: number } | undefined

  /** Paragraphs that each filter finds. */
  async function counts(
    filters: readonly Filter[],
    { askAll }: Pick<SearchContext, 'askAll'>,
  ): Promise<number[]> {
    const now = performance.now()
    const requests = new Map(filters.map(filter => [JSON.stringify(filter), countRequest(filter)]))
    const missing = [...requests].filter(([key]) => now - (known.get(key)?.at ?? -Infinity) > LIFETIME)
    const answers = await askAll(missing.map(([, request]) => request))
    const found = new Map([...requests.keys()].map(key => [key, known.get(key)?.paragraphs ?? 0]))
    if (known.size > REMEMBERED) known.clear()
    missing.forEach(([key], i) => {
      const paragraphs = answers[i]?.total ?? 0
      found.set(key, paragraphs)
      known.set(key, { paragraphs, at: now })
    })
    return filters.map(filter => found.get(JSON.stringify(filter)) ?? 0)
  }

  return {
    /** Languages that occur. What has come since they were asked for is missing: for ranks and partial matches only. */
    async languages({ ask }: Pick<SearchContext, 'ask'>): Promise<ReadonlySet<string>> {
      if (!languages || performance.now() - languages.at > LIFETIME) {
        const { facets } = await ask(countRequest(ofRole('live'), { facets: ['language'] }))
        languages = { tags: new Set(Object.keys(facets['language'] ?? {})), at: performance.now() }
      }
      return languages.tags
    },
    /** What one occurrence of each clause is worth. A single one needs no weight. */
    async idf(
      clauses: readonly Clause[],
      context: Pick<SearchContext, 'askAll'>,
    ): Promise<readonly number[]> {
      if (clauses.length <= 1) return clauses.map(() => 1)
      const [all = 0, ...found] = await counts([ofRole('live'), ...clauses.map(filterOf)], context)
      return found.map(paragraphs => inverseFrequency(paragraphs, all))
    },
    /** In how many paragraphs of the whole index each clause may stand. */
    paragraphs: (
      clauses: readonly Clause[],
      context: Pick<SearchContext, 'askAll'>,
    ): Promise<readonly number[]> => counts(clauses.map(filterOf), context),
    /** After a change that this process made itself. */
    forget(): void {
      known.clear()
      languages = undefined
    },
  }
}

const filterOf = (clause: Clause): Filter => and(ofRole('live'), clauseFilter(clause).upper)
