import type { Clause, WordClause, Zone } from '../../domain/query.ts'
import type { Verification } from '../../domain/result.ts'
import { exactPhrase, isExactPhrase, widerPhrase } from './phrase-to-query.ts'
import type { Place } from './place.ts'
import { allOf, anyOf, type ServerQuery } from './query-dsl.ts'
import { LONGEST_WHOLE_TERM, storedPrefix, storedTerm } from './stored-terms.ts'

/**
 * Which paragraphs hold a clause that the server can't decide, in the zone `quotes` which quotes: ids of those that were
 * looked at and do.
 */
export type Verified = Verification & {
  readonly ids: readonly string[]
  /** Nothing else holds it. */
  readonly isComplete: boolean
}

export type Translation = {
  readonly place: Place
  readonly verified: ReadonlyMap<Clause, Verified>
  /** Words as sets of terms without scores: the server takes 1,024 scored terms a query. */
  readonly isCompact: boolean
}

/** Terms beyond this many are only matched, not scored. In the zone `text` each is asked for in two places. */
const MOST_SCORED_TERMS: Readonly<Record<Zone, number>> = { any: 500, quotes: 500, text: 200 }
const MOST_SCORED_PER_WORD = 100

export const isCompact = (clauses: readonly Clause[], zone: Zone): boolean =>
  clauses.reduce((sum, clause) => sum + termCount(clause), 0) > MOST_SCORED_TERMS[zone]

function termCount(clause: Clause): number {
  switch (clause.kind) {
    case 'word':
      return clause.terms.length + clause.stems.length + 1
    case 'phrase':
      return clause.steps.length
    case 'not':
      return termCount(clause.of)
    case 'and':
    case 'or':
      return clause.of.reduce((sum, one) => sum + termCount(one), 0)
  }
}

/** The words and phrases of these clauses that the server finds too much for. */
export function inexactClauses(clauses: readonly Clause[]): Clause[] {
  return clauses.flatMap(clause => {
    switch (clause.kind) {
      case 'word':
        return (clause.prefix?.length ?? 0) > LONGEST_WHOLE_TERM ? [clause] : []
      case 'phrase':
        return isExactPhrase(clause.steps) ? [] : [clause]
      case 'not':
        return inexactClauses([clause.of])
      case 'and':
      case 'or':
        return inexactClauses(clause.of)
    }
  })
}

/** Everything that holds the clause, and perhaps more. */
export const widerQuery = (clause: Clause, translation: Translation): ServerQuery =>
  clause.kind === 'phrase'
    ? widerPhrase(clause.steps, translation.place)
    : exactQuery(clause, { ...translation, verified: NOTHING_VERIFIED })

export const NOTHING_VERIFIED: Translation['verified'] = new Map()

/** What holds the clause, and nothing else; of a clause that is verified in part, what is known to hold it. */
export function clauseQuery(clause: Clause, translation: Translation): ServerQuery {
  const verified = translation.verified.get(clause)
  if (verified)
    return {
      bool: { must: [widerQuery(clause, translation)], filter: [verifiedQuery(verified, translation)] },
    }
  switch (clause.kind) {
    case 'and':
      return allOf(clause.of.map(one => clauseQuery(one, translation)))
    case 'or':
      return anyOf(clause.of.map(one => clauseQuery(one, translation)))
    case 'not':
      return { bool: { must_not: [exclusionQuery(clause.of, translation)] } }
    case 'word':
    case 'phrase':
      return exactQuery(clause, translation)
  }
}

/** What must not be found: all that holds the clause, and where that is not known all that might. */
export function exclusionQuery(clause: Clause, translation: Translation): ServerQuery {
  const verified = translation.verified.get(clause)
  if (verified)
    return verified.isComplete ? verifiedQuery(verified, translation) : widerQuery(clause, translation)
  if (clause.kind === 'and')
    return { bool: { filter: clause.of.map(one => exclusionQuery(one, translation)) } }
  if (clause.kind === 'or') return anyOf(clause.of.map(one => exclusionQuery(one, translation)))
  return clauseQuery(clause, translation)
}

const verifiedQuery = ({ ids }: Verified, { place }: Translation): ServerQuery => ({
  terms: { [place === 'quotes.' ? 'quotes.id' : 'id']: ids },
})

function exactQuery(clause: Clause, translation: Translation): ServerQuery {
  if (clause.kind === 'word') return wordQuery(clause, translation)
  if (clause.kind === 'phrase') return exactPhrase(clause.steps, translation.place)
  return clauseQuery(clause, translation)
}

/**
 * A word, its inflections, what begins so: the best of them counts. Stems carry their language, and a paragraph has those
 * of its own language only.
 */
function wordQuery({ terms, stems, prefix }: WordClause, { place, isCompact }: Translation): ServerQuery {
  const asTyped = terms.map(storedTerm)
  const inflected = stems.map(({ language, stem }) => storedTerm(`${language}:${stem}`))
  return anyOf([
    ...termQueries(`${place}terms`, asTyped, isCompact),
    ...termQueries(`${place}stems`, inflected, isCompact),
    ...(prefix === undefined ? [] : [{ prefix: { [`${place}terms`]: { value: storedPrefix(prefix) } } }]),
  ])
}

function termQueries(field: string, values: readonly string[], isCompact: boolean): ServerQuery[] {
  if (values.length === 0) return []
  if (isCompact || values.length > MOST_SCORED_PER_WORD) return [{ terms: { [field]: values } }]
  return values.map(value => ({ term: { [field]: { value } } }))
}
