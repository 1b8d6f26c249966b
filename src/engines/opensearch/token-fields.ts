import type { AnalyzedToken } from '../../domain/analyzed.ts'
import type { Language } from '../../domain/language.ts'
import { isWidenable } from '../../text/match.ts'
import { storedTerm } from './stored-terms.ts'

/** Longer ones are nobody's slip of the pen; UTF-16 code units. */
export const LONGEST_WIDENED = 64

/** Stands where a token is left out, so that the others stay as far apart as they are; no term is made of it. */
const LEFT_OUT = '·'

/** Tokens as the index takes them; the missing ones are left out, and no phrase runs across their places. */
export function tokenFields(tokens: readonly (AnalyzedToken | undefined)[], language: Language) {
  const present = tokens.filter(token => token !== undefined)
  return {
    terms: tokens.map(token => (token ? storedTerm(token.term) : LEFT_OUT)).join(' '),
    stems: present.flatMap(token => token.stems.map(stem => storedTerm(`${language}:${stem}`))).join(' '),
    accented: present
      .flatMap(({ term, accented }) =>
        accented === undefined ? [] : [storedTerm(accented), withAccents(term)],
      )
      .join(' '),
    vocabulary: [
      ...new Set(
        present.flatMap(({ term }) => (term.length <= LONGEST_WIDENED + 1 && isWidenable(term) ? term : [])),
      ),
    ],
  }
}

/** Stands for a token of this term that is written with whatever accents; no form begins so. */
export const withAccents = (term: string): string => `=${storedTerm(term)}`
