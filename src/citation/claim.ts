import type { Language } from '../domain/language.ts'
import { gramLength } from '../text/scripts.ts'
import type { UnitReader } from './read-units.ts'
import type { Unit } from './unit.ts'

/** What somebody says was said, as it is aligned. */
export type Claim = {
  readonly text: string
  readonly language: Language
  readonly units: readonly Unit[]
  /** Of each unit: what it is worth when paragraphs are compared, 0 to 1; rare words more than common ones. */
  readonly weights: readonly number[]
  /** Of each unit: whether an ellipsis stands between the unit before and it. */
  readonly isBehindEllipsis: readonly boolean[]
  /** Of each unit: whether it stands in square brackets, as what an editor puts in. */
  readonly isBracketed: readonly boolean[]
  /** Folded words that are known to stand somewhere in the index, and so are no misspellings. */
  readonly knownWords: ReadonlySet<string>
}

export type ClaimText = {
  readonly text: string
  readonly language: Language
  /** How many paragraphs hold each folded word, of how many in all. Empty: nothing is known. */
  readonly frequencies: ReadonlyMap<string, number>
  readonly paragraphs: number
}

const ELLIPSIS = /…|\.{3,}|\. \. \./u
const BRACKETED = /[[［【][^[\]［］【】]*[\]］】]/gu

export function readClaim({ text, language, frequencies, paragraphs }: ClaimText, read: UnitReader): Claim {
  const units = read(text, language)
  const brackets = bracketsOf(text)
  const isBracketed = units.map(unit =>
    brackets.some(({ start, end }) => unit.start >= start && unit.end <= end),
  )
  return {
    text,
    language,
    units,
    weights: units.map(unit => weightOf(unit, frequencies.get(unit.key), paragraphs)),
    isBehindEllipsis: units.map(({ start }, i) => {
      const before = units[i - 1]
      return before !== undefined && start > before.end && ELLIPSIS.test(text.slice(before.end, start))
    }),
    // a claim that stands wholly in brackets is just a claim
    isBracketed: isBracketed.every(Boolean) ? units.map(() => false) : isBracketed,
    knownWords: new Set([...frequencies].flatMap(([word, count]) => (count > 0 ? [word] : []))),
  }
}

/** Words in square brackets. `[W]e` changes a letter of a word and is none; `[…]` holds no word. */
const bracketsOf = (text: string): { start: number; end: number }[] =>
  [...text.matchAll(BRACKETED)]
    .map(({ 0: all, index }) => ({ start: index, end: index + all.length }))
    .filter(({ start, end }) => !isLetter(text.charAt(start - 1)) && !isLetter(text.charAt(end)))

/** Of a script with spaces between words: elsewhere brackets touch other words. */
const isLetter = (character: string): boolean =>
  /[\p{L}\p{N}]/u.test(character) && gramLength(character) === 0

const COMMON_WORD = 0.25
const SHORT_WORD = 0.5

/**
 * By inverse document frequency, where it is known. Weights decide which paragraph is meant, never what is said about it.
 * A word that stands nowhere can't tell paragraphs apart, but may be a misspelt rare one.
 */
function weightOf(unit: Unit, frequency: number | undefined, paragraphs: number): number {
  if (unit.kind === 'character') return SHORT_WORD
  if (frequency === undefined || paragraphs < 2) return unit.key.length <= 3 ? SHORT_WORD : 1
  const rarity = Math.log(1 + paragraphs / (frequency + 1)) / Math.log(1 + paragraphs)
  return Math.max(COMMON_WORD, Math.min(1, rarity))
}
