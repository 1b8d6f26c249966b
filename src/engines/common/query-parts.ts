import type { Clause } from '../../domain/query.ts'

/** The outermost clauses: every one of `positive` must match, none of `negative` may. Both empty: everything matches. */
export type QueryParts = { readonly positive: readonly Clause[]; readonly negative: readonly Clause[] }

export function partsOfQuery(query: Clause | undefined): QueryParts {
  const positive: Clause[] = []
  const negative: Clause[] = []
  const add = (clause: Clause): void => {
    if (clause.kind === 'and') clause.of.forEach(add)
    else if (clause.kind === 'not') negative.push(clause.of)
    else positive.push(clause)
  }
  if (query) add(query)
  return { positive, negative }
}

export const queryOfParts = ({ positive, negative }: QueryParts): Clause => ({
  kind: 'and',
  of: [...positive, ...negative.map(of => ({ kind: 'not', of }) as const)],
})

/** A clause as a reader would write it, for explanations. */
export function labelOf(clause: Clause): string {
  switch (clause.kind) {
    case 'word':
      return clause.terms[0] ?? `${clause.prefix ?? ''}…`
    case 'phrase':
      return `"${clause.steps.map(step => (step.maxGap > 0 ? `… ${step.term}` : step.term)).join(' ')}"`
    case 'and':
      return clause.of.map(labelOf).join(' ')
    case 'or':
      return clause.of.map(labelOf).join(' OR ')
    case 'not':
      return `-${labelOf(clause.of)}`
  }
}
