import { LANGUAGES } from '../domain/language.ts'
import type { Language } from '../domain/language.ts'

/**
 * Languages that letters and common words hardly part. They are weighed as one candidate, named after
 * the first, and told apart afterwards by what differs between them (`kin.ts`).
 */
export const KIN = [
  ['nb', 'nn'],
  ['hr', 'sr', 'bs'],
  ['id', 'ms'],
] as const satisfies readonly (readonly Language[])[]

const FIRST_OF_KIN: ReadonlyMap<Language, Language> = new Map(
  KIN.flatMap(members => members.map(member => [member, members[0]] as const)),
)

/** What a paragraph may be: every language, kin merged, and `und` last. */
export const CANDIDATES: readonly Language[] = LANGUAGES.map(entry => entry.tag).filter(
  tag => (FIRST_OF_KIN.get(tag) ?? tag) === tag,
)

const POSITIONS: ReadonlyMap<Language, number> = new Map(CANDIDATES.map((tag, position) => [tag, position]))

export const UNDETERMINED = CANDIDATES.length - 1

/** Place of a language, or of the kin it belongs to, in `CANDIDATES`. */
export function candidateOf(language: Language): number {
  return POSITIONS.get(FIRST_OF_KIN.get(language) ?? language) ?? UNDETERMINED
}

/** One number for each candidate, in the order of `CANDIDATES`; natural logarithms unless said otherwise. */
export type Scores = Float64Array

export function newScores(value = 0): Scores {
  return new Float64Array(CANDIDATES.length).fill(value)
}
