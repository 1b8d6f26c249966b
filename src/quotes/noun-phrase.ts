import { has, tokenAt } from './token.ts'
import type { Range, Token, Tokens } from './token.ts'
import { WORD_CLASS } from './word-class.ts'

/**
 * The words that name somebody, found from a verb or a quote outwards. No parser: a phrase ends at a verb of saying, a
 * clause word, a preposition, a pronoun or punctuation, and at what follows a name in small letters.
 */

/** Longer phrases are not read. */
export const LONGEST_PHRASE = 14
/** Marks within a name: Procter & Gamble, 安维塔·兰格什. */
export const JOINS_NAMES = "&-’'·・‧"
/** Marks that end a clause. */
export const CLAUSE_ENDS = '.,:;!?…–—―(،。，、：'

export const endsName = (token: Token): boolean =>
  has(token, WORD_CLASS.break | WORD_CLASS.conjunction) && !has(token, WORD_CLASS.particle)

export function hasCapital(tokens: Tokens, { from, to }: Range): boolean {
  for (let at = from; at < to; at++) if (tokenAt(tokens, at).isCapital) return true
  return false
}
