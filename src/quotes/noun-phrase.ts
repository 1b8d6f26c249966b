import { has, isPronoun, tokenAt } from './token.ts'
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
/** Marks between the parts of a foreign name in Han and kana. */
export const JOINS_WORDS = '·・‧'
/** Marks that end a clause. */
export const CLAUSE_ENDS = '.,:;!?…–—―(،。，、：'

/** Words that no name begins with. */
export const FUNCTION_WORD =
  WORD_CLASS.break | WORD_CLASS.adverb | WORD_CLASS.conjunction | WORD_CLASS.relative | WORD_CLASS.source

const NO_NOUN = FUNCTION_WORD | WORD_CLASS.article | WORD_CLASS.particle
/** A word that can be an office or a trade: listed, or no function word. */
export const isNoun = (token: Token): boolean =>
  token.kind === 'word' && (has(token, WORD_CLASS.role) || (!has(token, NO_NOUN) && !isPronoun(token)))

export const endsName = (token: Token): boolean =>
  has(token, WORD_CLASS.break | WORD_CLASS.conjunction) && !has(token, WORD_CLASS.particle)

export function hasCapital(tokens: Tokens, { from, to }: Range): boolean {
  for (let at = from; at < to; at++) if (tokenAt(tokens, at).isCapital) return true
  return false
}
