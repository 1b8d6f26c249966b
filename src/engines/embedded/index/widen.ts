import type { Clause, WordClause, Zone } from '../../../domain/query.ts'
import type { Repair } from '../../../domain/result.ts'
import { countInZone } from './count-documents.ts'
import type { FilterTables } from './filter.ts'
import { nearTerms } from './near-terms.ts'
import { prepare } from './prepare.ts'
import { prepareKeys } from './prepare-word.ts'
import type { PreparedClause } from './prepared-clause.ts'
import type { CheckDeadline, SearchContext, SpaceContext } from './search-context.ts'

/** Replacements that a receipt names; all of them are searched. */
const NAMED_REPLACEMENTS = 10

export type Widened = { readonly clauses: readonly Clause[]; readonly repairs: readonly Repair[] }

type Widening = {
  readonly tables: FilterTables
  readonly zone: Zone
  readonly check: CheckDeadline
  readonly context: SearchContext
}

/**
 * Replaces words without any match among the visible, filtered paragraphs, within the zone, by the terms one edit away
 * that have some. Words without such terms stay. (Two edits: where `edits` allows them and one finds nothing; not done yet.)
 */
export function widen(clauses: readonly Clause[], widening: Widening): Widened {
  const repairs: Repair[] = []
  const count = (lookUp: (space: SpaceContext) => PreparedClause): number => countInZone(lookUp, widening)
  const widened = clauses.map(clause => {
    if (clause.kind !== 'word' || clause.edits === undefined) return clause
    widening.check()
    if (count(space => prepare(clause, space)) > 0) return clause
    const replacements = nearTermsOf(clause, widening.context)
      .map(term => ({ term, count: count(space => prepareKeys([term], space)) }))
      .filter(one => one.count > 0)
      .sort((a, b) => b.count - a.count || (a.term < b.term ? -1 : 1))
      .map(({ term }) => term)
    if (replacements.length === 0) return clause
    repairs.push({ term: clause.terms[0] ?? '', replacements: replacements.slice(0, NAMED_REPLACEMENTS) })
    return { kind: 'word', terms: replacements, stems: [] } satisfies WordClause
  })
  return { clauses: widened, repairs }
}

const nearTermsOf = ({ terms }: WordClause, { segments }: SearchContext): string[] => [
  ...new Set(terms.flatMap(term => segments.flatMap(segment => nearTerms(segment.dictionary, term)))),
]
