import type { Clause, WordClause } from '../../../domain/query.ts'
import type { Repair } from '../../../domain/result.ts'
import { countDocuments } from './count-documents.ts'
import type { FilterTables } from './filter.ts'
import { nearTerms } from './near-terms.ts'
import { prepare } from './prepare.ts'
import { prepareKeys } from './prepare-word.ts'
import type { CheckDeadline, SearchContext } from './search-context.ts'

/** Replacements that a receipt names; all of them are searched. */
const NAMED_REPLACEMENTS = 10

export type Widened = { readonly clauses: readonly Clause[]; readonly repairs: readonly Repair[] }

/**
 * Replaces words without any match among the visible, filtered paragraphs by the terms one edit away that have some.
 * Words without such terms stay. (Two edits: where `edits` allows them and one finds nothing; not done yet.)
 */
export function widen(
  clauses: readonly Clause[],
  { tables, check, context }: { tables: FilterTables; check: CheckDeadline; context: SearchContext },
): Widened {
  const repairs: Repair[] = []
  const widened = clauses.map(clause => {
    if (clause.kind !== 'word' || clause.edits === undefined) return clause
    check()
    if (countDocuments(prepare(clause, context), tables, context) > 0) return clause
    const replacements = replacementsOf(clause, tables, context)
    if (replacements.length === 0) return clause
    repairs.push({ term: clause.terms[0] ?? '', replacements: replacements.slice(0, NAMED_REPLACEMENTS) })
    return { kind: 'word', terms: replacements, stems: [] } satisfies WordClause
  })
  return { clauses: widened, repairs }
}

/** The most frequent first, then in the order of code units. */
function replacementsOf({ terms }: WordClause, tables: FilterTables, context: SearchContext): string[] {
  const near = new Set(terms.flatMap(term => context.segments.flatMap(segment => nearTerms(segment, term))))
  return [...near]
    .map(term => ({ term, count: countDocuments(prepareKeys([term], context), tables, context) }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || (a.term < b.term ? -1 : 1))
    .map(({ term }) => term)
}
