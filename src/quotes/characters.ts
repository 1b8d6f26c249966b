/** What the reader of quotes asks of single UTF-16 code units, answered by one table. */

const WORD = 1
const UPPER = 2
const LOWER = 4
const DIGIT = 8
const SPACE = 16
/** Of scripts whose sentences are written without spaces, or with few: Han, kana, Hangul, Thai and its neighbours. */
const UNSPACED = 32

const KINDS: Uint8Array = (() => {
  const kinds = new Uint8Array(0x10000)
  const tests: readonly (readonly [number, RegExp])[] = [
    [WORD, /[\p{L}\p{M}\p{N}\u200c\u200d]/u],
    [UPPER, /[\p{Lu}\p{Lt}]/u],
    [LOWER, /\p{Ll}/u],
    [DIGIT, /\p{Nd}/u],
    [
      UNSPACED,
      /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\u3000-\u303f\u30fb\u30fc\uff00-\uffef]/u,
    ],
    [SPACE, /[\s\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u],
  ]
  for (let unit = 0; unit < 0x10000; unit++) {
    const character = String.fromCharCode(unit)
    for (const [kind, test] of tests) if (test.test(character)) kinds[unit] = (kinds[unit] ?? 0) | kind
  }
  // To Unicode the letters of Georgian are lower case, but no capitals are written.
  for (let unit = 0x10d0; unit <= 0x10ff; unit++) kinds[unit] = (kinds[unit] ?? 0) & ~(UPPER | LOWER)
  return kinds
})()

/** Outside the text, before its beginning and after its end, everything is space. */
const kindAt = (text: string, at: number): number =>
  at < 0 || at >= text.length ? SPACE : (KINDS[text.charCodeAt(at)] ?? 0)

/** A letter, a mark written to a letter, or a digit. Surrogates are not. */
export const isWordAt = (text: string, at: number): boolean => (kindAt(text, at) & WORD) !== 0
export const isUpperAt = (text: string, at: number): boolean => (kindAt(text, at) & UPPER) !== 0
export const isLowerAt = (text: string, at: number): boolean => (kindAt(text, at) & LOWER) !== 0
export const isDigitAt = (text: string, at: number): boolean => (kindAt(text, at) & DIGIT) !== 0
/** White space, invisible controls of direction and width, and what lies outside the text. */
export const isSpaceAt = (text: string, at: number): boolean => (kindAt(text, at) & SPACE) !== 0
/** A letter of a script without capitals. */
export const isCaselessAt = (text: string, at: number): boolean =>
  (kindAt(text, at) & (WORD | UPPER | LOWER | DIGIT)) === WORD

/** A character of a script without spaces, its punctuation included. */
export const isUnspacedAt = (text: string, at: number): boolean => (kindAt(text, at) & UNSPACED) !== 0

/** The next place from `at` on that is no space; the length of the text when there is none. */
export function skipSpaces(text: string, at: number): number {
  let next = at
  while (next < text.length && isSpaceAt(text, next)) next++
  return next
}

/** The end of the text before `at` without trailing spaces, not before `from`. */
export function trimSpaces(text: string, at: number, from = 0): number {
  let end = at
  while (end > from && isSpaceAt(text, end - 1)) end--
  return end
}
