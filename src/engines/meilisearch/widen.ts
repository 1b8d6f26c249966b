import type { Clause, QueryPlan, WordClause } from '../../domain/query.ts'
import type { Repair } from '../../domain/result.ts'
import { gramLength } from '../../text/scripts.ts'
import { clauseFilter } from './clause-filter.ts'
import { and, is, type Filter } from './filter.ts'
import { readTerms } from './from-response.ts'
import { isHashed, termKey, valueOfKey } from './keys.ts'
import { distinctParagraphs, scopeFilter } from './scope.ts'
import type { SearchContext } from './search-context.ts'
import { countRequest, hitsRequest } from './to-request.ts'

/** Replacements that a receipt names; all of them are searched. */
const NAMED_REPLACEMENTS = 10
/** Paragraphs whose terms are read at once. */
const READ = 500
/** Longer words are nobody's slip of the pen; UTF-16 code units. */
const LONGEST_WIDENED = 64

export type Widened = { readonly clauses: readonly Clause[]; readonly repairs: readonly Repair[] }

/**
 * Replaces words without any match among the visible, filtered paragraphs, in their zone, by the terms one edit away that have some. The
 * server can't list near terms, but every letter that stands in some word is known: so all that one edit can make of the
 * word is asked for in one filter, and the terms are read from what it finds.
 */
export async function widen(
  clauses: readonly Clause[],
  {
    plan,
    alphabets,
    context,
  }: {
    readonly plan: Pick<QueryPlan, 'filters' | 'now' | 'zone'>
    readonly alphabets: () => Promise<Alphabets>
    readonly context: SearchContext
  },
): Promise<Widened> {
  const scope = scopeFilter(plan.filters, plan.now, plan.zone)
  const distinct = distinctParagraphs(plan.zone)
  const repairs: Repair[] = []
  const widened: Clause[] = []
  for (const clause of clauses) {
    const replacements = isWidened(clause) ? await replacementsOf(clause, scope) : []
    if (replacements.length === 0) {
      widened.push(clause)
      continue
    }
    repairs.push({
      term: (clause as WordClause).terms[0] ?? '',
      replacements: replacements.slice(0, NAMED_REPLACEMENTS),
    })
    widened.push({ kind: 'word', terms: replacements, stems: [] })
  }
  return { clauses: widened, repairs }

  /** The most frequent first, then in the order of code units. */
  async function replacementsOf(clause: WordClause, within: Filter): Promise<string[]> {
    const { total } = await context.ask(countRequest(and(within, clauseFilter(clause).upper)))
    if (total > 0) return []
    const known = await alphabets()
    const near = new Set<string>()
    for (const term of clause.terms) {
      for (const found of await presentTerms(oneEditAway(term, known), within, context)) near.add(found)
    }
    const counted = await context.askAll(
      [...near].map(term => countRequest(and(within, is('terms', termKey(term))), { distinct })),
    )
    return [...near]
      .map((term, i) => ({ term, count: counted[i]?.total ?? 0 }))
      .sort((a, b) => b.count - a.count || (a.term < b.term ? -1 : 1))
      .map(({ term }) => term)
  }
}

const isWidened = (clause: Clause): clause is WordClause =>
  clause.kind === 'word' &&
  clause.edits !== undefined &&
  clause.terms.every(term => term.length <= LONGEST_WIDENED)

/** Those of `terms` that stand in some paragraph. */
async function presentTerms(
  terms: ReadonlySet<string>,
  within: Filter,
  { ask, check }: Pick<SearchContext, 'ask' | 'check'>,
): Promise<string[]> {
  const wanted = new Set([...terms].map(termKey).filter(key => !isHashed(key)))
  const present: string[] = []
  while (wanted.size > 0) {
    check()
    const answer = await ask(
      hitsRequest(and(within, is('terms', ...wanted)), { limit: READ, fields: ['terms'] }),
    )
    for (const key of readTerms(answer)) {
      if (wanted.delete(key)) present.push(valueOfKey(key))
    }
    // what is left stands in none of the paragraphs read, and perhaps in others
    if (answer.total <= answer.hits.length) break
  }
  return present
}

/**
 * Every word that one edit makes of `word`, as far as such a word can be in the index: all its letters must be known of
 * words that begin in the script in which it begins.
 */
export function oneEditAway(word: string, alphabets: Alphabets): Set<string> {
  const found = new Set<string>()
  const isPossible = (candidate: string): boolean => {
    const alphabet = alphabets.get(scriptOf(candidate))
    return alphabet !== undefined && unitsOf(candidate).every(unit => alphabet.has(unit))
  }
  const add = (candidate: string): void => {
    if (candidate !== '' && isPossible(candidate)) found.add(candidate)
  }
  const own = lettersOf(alphabets.get(scriptOf(word)) ?? [])
  const every = lettersOf(new Set([...alphabets.values()].flatMap(alphabet => [...alphabet])))
  for (let place = 0; place <= word.length; place++) {
    const [before, rest] = [word.slice(0, place), word.slice(place)]
    // another first letter may be of another script; behind it only what its script knows
    for (const letter of place === 0 ? every : own) {
      add(before + letter + rest)
      if (rest !== '') add(before + letter + rest.slice(1))
    }
    if (rest === '') continue
    add(before + rest.slice(1))
    if (rest.length > 1) add(before + rest.charAt(1) + rest.charAt(0) + rest.slice(2))
  }
  found.delete(word)
  return found
}

const lettersOf = (units: Iterable<number>): string[] => [...units].map(unit => String.fromCharCode(unit))

/** UTF-16 code units of which words are made, by the script in which these words begin. */
export type Alphabets = ReadonlyMap<string, ReadonlySet<number>>

export function alphabetsOf(letters: readonly string[]): Alphabets {
  const alphabets = new Map<string, Set<number>>()
  for (const letter of letters) {
    const [script = '', unit] = letter.split(' ')
    alphabets.set(script, (alphabets.get(script) ?? new Set()).add(Number(unit)))
  }
  return alphabets
}

const SCRIPTS = [
  'Latin',
  'Cyrillic',
  'Greek',
  'Arabic',
  'Hebrew',
  'Devanagari',
  'Bengali',
  'Tamil',
  'Armenian',
  'Georgian',
].map(script => ({ script, pattern: new RegExp(`^\\p{Script=${script}}`, 'u') }))

/** Of the first letter; all that are not told apart are `Other`. */
export const scriptOf = (word: string): string =>
  SCRIPTS.find(({ pattern }) => pattern.test(word))?.script ?? 'Other'

export const unitsOf = (word: string): number[] =>
  Array.from({ length: word.length }, (_, i) => word.charCodeAt(i))

/** The letters of words that may stand in for others, as `script unit`: no digits, no n-grams. */
export function alphabetOf(terms: Iterable<string>): Set<string> {
  const letters = new Set<string>()
  for (const term of terms) {
    if (term.length > LONGEST_WIDENED + 1 || gramLength(term) > 0 || /\p{Nd}/u.test(term)) continue
    const script = scriptOf(term)
    for (const unit of unitsOf(term)) letters.add(`${script} ${unit}`)
  }
  return letters
}
