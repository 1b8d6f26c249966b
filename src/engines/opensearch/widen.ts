import type { Clause, WordClause } from '../../domain/query.ts'
import type { Repair } from '../../domain/result.ts'
import { mayStandInFor } from '../../text/edit-distance.ts'
import { isWidenable } from '../../text/match.ts'

/** Replacements that a receipt names; all of them are searched. */
const NAMED_REPLACEMENTS = 10

export type Misspelt = { readonly clause: WordClause; readonly typed: string }

/** The words that may be widened when nothing matches. */
export const widenableWords = (clauses: readonly Clause[]): Misspelt[] =>
  clauses.flatMap(clause => {
    if (clause.kind !== 'word' || clause.edits === undefined) return []
    const typed = clause.terms[0]
    return typed === undefined ? [] : [{ clause, typed }]
  })

/** Terms that hold where the word does not, most frequent first, then in the order of code units. */
function replacementsOf(typed: string, near: ReadonlyMap<string, number>): string[] {
  return [...near]
    .filter(([term, count]) => count > 0 && isWidenable(term) && mayStandInFor(typed, term, 1))
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .map(([term]) => term)
}

export type Widened = { readonly clauses: readonly Clause[]; readonly repairs: readonly Repair[] }

/** Replaces words without any match by the terms one edit away that have some; words without such terms stay. */
export function widen(
  clauses: readonly Clause[],
  words: readonly Misspelt[],
  found: readonly { readonly paragraphs: number; readonly near: ReadonlyMap<string, number> }[],
): Widened {
  const widened = new Map<Clause, WordClause>()
  const repairs: Repair[] = []
  words.forEach(({ clause, typed }, i) => {
    const counts = found[i]
    if (!counts || counts.paragraphs > 0) return
    const replacements = replacementsOf(typed, counts.near)
    if (replacements.length === 0) return
    widened.set(clause, { kind: 'word', terms: replacements, stems: [] })
    repairs.push({ term: typed, replacements: replacements.slice(0, NAMED_REPLACEMENTS) })
  })
  return { clauses: clauses.map(clause => widened.get(clause) ?? clause), repairs }
}
