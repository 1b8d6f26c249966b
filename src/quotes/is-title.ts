import { WORD_CLASS } from './word-class.ts'
import type { Vocabulary } from './vocabulary.ts'

/** More words than a title has. */
const LONGEST_TITLE = 8
const LONGEST_TEXT = 200
const WORDS = /[\p{L}\p{N}]+(?:[’'-][\p{L}\p{N}]+)*/gu

/** With what apostrophes and hyphens join. */
export const wordsOf = (text: string): readonly string[] => text.match(WORDS) ?? []
/** A number may stand where a capital does. */
export const hasInitial = (word: string): boolean => /^[\p{Lu}\p{N}]/u.test(word)

/** Words that all begin with a capital, small function words aside: “The Long Goodbye”. */
export function isTitle(text: string, { grammar, classesOf }: Vocabulary): boolean {
  if (grammar.capitalNouns === true || text.length > LONGEST_TEXT || /[.!?]$/u.test(text)) return false
  const words = wordsOf(text)
  if (words.length < 2 || words.length > LONGEST_TITLE) return false
  const isSmall = (word: string): boolean =>
    word.length <= 3 || (classesOf(word.toLowerCase()) & WORD_CLASS.break) !== 0
  return words.every(word => hasInitial(word) || isSmall(word)) && words.filter(hasInitial).length >= 2
}
