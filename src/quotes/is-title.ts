import { WORD_CLASS } from './word-class.ts'
import type { Vocabulary } from './vocabulary.ts'

/** More words than a title has. */
const LONGEST_TITLE = 8
const LONGEST_TEXT = 200
const WORDS = /[\p{L}\p{N}]+(?:[’'-][\p{L}\p{N}]+)*/gu
const CAPITAL = /^[\p{Lu}\p{N}]/u

/** Words that all begin with a capital, small function words aside: “The Long Goodbye”. */
export function isTitle(text: string, { grammar, classesOf }: Vocabulary): boolean {
  if (grammar.capitalNouns === true || text.length > LONGEST_TEXT || /[.!?]$/u.test(text)) return false
  const words = text.match(WORDS) ?? []
  if (words.length < 2 || words.length > LONGEST_TITLE) return false
  const isSmall = (word: string): boolean =>
    word.length <= 3 || (classesOf(word.toLowerCase()) & WORD_CLASS.break) !== 0
  return (
    words.every(word => CAPITAL.test(word) || isSmall(word)) &&
    words.filter(word => CAPITAL.test(word)).length >= 2
  )
}
