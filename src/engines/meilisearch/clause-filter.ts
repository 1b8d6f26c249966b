import type { Clause, PhraseStep, WordClause } from '../../domain/query.ts'
import { codePoints, gramLength } from '../../text/scripts.ts'
import { and, beginsWith, is, not, NOTHING, or, type Filter } from './filter.ts'
import { pairKey, prefixKey, stemKey, termKey } from './keys.ts'

/**
 * A clause as two filters: `upper` finds every paragraph that matches and perhaps others, `lower` only such that match and
 * perhaps not all. Where both are the same the server's answer is exact; else the candidates of `upper` are verified.
 */
export type ClauseFilter = { readonly upper: Filter; readonly lower: Filter; readonly isExact: boolean }

export function clauseFilter(clause: Clause): ClauseFilter {
  switch (clause.kind) {
    case 'word':
      return wordFilter(clause)
    case 'phrase':
      return phraseFilter(clause.steps)
    case 'and':
      return combined(clause.of, and)
    case 'or':
      return combined(clause.of, or)
    case 'not': {
      const { upper, lower, isExact } = clauseFilter(clause.of)
      return { upper: not(lower), lower: not(upper), isExact }
    }
  }
}

const exact = (filter: Filter): ClauseFilter => ({ upper: filter, lower: filter, isExact: true })

function combined(clauses: readonly Clause[], join: (...filters: readonly Filter[]) => Filter): ClauseFilter {
  const filters = clauses.map(clauseFilter)
  return {
    upper: join(...filters.map(({ upper }) => upper)),
    lower: join(...filters.map(({ lower }) => lower)),
    isExact: filters.every(({ isExact }) => isExact),
  }
}

function wordFilter({ terms, stems, prefix }: WordClause): ClauseFilter {
  const whole = or(
    is('terms', ...terms.map(termKey)),
    is('stems', ...stems.map(({ language, stem }) => stemKey(language, stem))),
  )
  if (prefix === undefined) return exact(whole)
  const begun = prefixFilter(prefix)
  return begun.isExact
    ? exact(or(whole, begun.upper))
    : { upper: or(whole, begun.upper), lower: whole, isExact: false }
}

function prefixFilter(prefix: string): ClauseFilter {
  if (codePoints(prefix).length < gramLength(prefix)) return exact(is('begins', termKey(prefix)))
  const { key, isExact } = prefixKey(prefix)
  return isExact ? exact(beginsWith('terms', key)) : candidates(beginsWith('terms', key))
}

/**
 * Every step that must be there as a term, every two that must be neighbours as a pair. One step, or two neighbours, are
 * all that a phrase is; of a longer one the pairs may stand apart.
 */
function phraseFilter(steps: readonly PhraseStep[]): ClauseFilter {
  const required = steps.filter(step => !step.optional)
  // then any step alone is the phrase
  if (required.length === 0) return candidates(or(...steps.map(step => stepFilter(step).upper)))
  const filters: ClauseFilter[] = []
  const isPaired = new Set<PhraseStep>()
  steps.forEach((step, i) => {
    const next = steps[i + 1]
    if (next === undefined || !areNeighbours(step, next)) return
    isPaired.add(step).add(next)
    filters.push(pairFilter(step, next))
  })
  for (const step of required) if (!isPaired.has(step)) filters.push(stepFilter(step))
  const only = filters[0]
  if (filters.length === 1 && only && steps.length <= 2 && required.length === steps.length) return only
  return candidates(and(...filters.map(({ upper }) => upper)))
}

const candidates = (upper: Filter): ClauseFilter => ({ upper, lower: NOTHING, isExact: false })

const areNeighbours = (step: PhraseStep, next: PhraseStep): boolean =>
  next.maxGap === 0 && !step.optional && !next.optional && !step.prefix

function stepFilter({ term, prefix }: PhraseStep): ClauseFilter {
  return prefix ? prefixFilter(term) : exact(is('terms', termKey(term)))
}

function pairFilter(first: PhraseStep, second: PhraseStep): ClauseFilter {
  if (!second.prefix) return exact(is('pairs', pairKey(first.term, second.term)))
  const { key, isExact } = prefixKey(second.term)
  const begun = beginsWith('pairs', `${termKey(first.term)} ${key}`)
  return isExact ? exact(begun) : candidates(begun)
}
