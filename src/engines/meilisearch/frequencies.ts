import type { Clause } from '../../domain/query.ts'
import { inverseFrequency } from '../common/score-text.ts'
import { clauseFilter } from './clause-filter.ts'
import { and, filterText } from './filter.ts'
import type { SearchContext } from './search-context.ts'
import { countRequest, ofRole } from './to-request.ts'

/** How rare clauses are in the whole index; remembered, since they only weigh ranks and change slowly. */
export type Frequencies = ReturnType<typeof createFrequencies>

const REMEMBERED = 2000
/** Milliseconds. */
const LIFETIME = 60_000

export function createFrequencies() {
  const known = new Map<string, { readonly paragraphs: number; readonly at: number }>()

  /** Paragraphs that each filter finds. */
  async function counts(
    filters: readonly string[],
    { askAll }: Pick<SearchContext, 'askAll'>,
  ): Promise<number[]> {
    const now = performance.now()
    const missing = filters.filter(filter => {
      const entry = known.get(filter)
      return entry === undefined || now - entry.at > LIFETIME
    })
    const answers = await askAll([...new Set(missing)].map(filter => ({ ...countRequest(ANY), filter })))
    if (known.size > REMEMBERED) known.clear()
    ;[...new Set(missing)].forEach((filter, i) => {
      known.set(filter, { paragraphs: answers[i]?.total ?? 0, at: now })
    })
    return filters.map(filter => known.get(filter)?.paragraphs ?? 0)
  }

  return {
    /** What one occurrence of each clause is worth. A single one needs no weight. */
    async idf(
      clauses: readonly Clause[],
      context: Pick<SearchContext, 'askAll'>,
    ): Promise<readonly number[]> {
      if (clauses.length <= 1) return clauses.map(() => 1)
      const filters = clauses.map(clause => filterText(and(ofRole('live'), clauseFilter(clause).upper)))
      const [all = 0, ...found] = await counts([filterText(ofRole('live')), ...filters], context)
      return found.map(paragraphs => inverseFrequency(paragraphs, all))
    },
    /** After a change that this process made itself. */
    forget: (): void => known.clear(),
  }
}

const ANY = ofRole('live')
