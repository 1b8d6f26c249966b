import { INVISIBLE, LETTER_APOSTROPHES } from './normal-form.ts'

/** A word as it stands in the text: letters, marks and digits, or one group of digits such as `1 000`. */
export type RawWord = { readonly raw: string; readonly start: number }

// squared words such as ㍿ and ㎏ are symbols to Unicode and words to their readers
const WORD_CHARACTER = new RegExp(
  `(?![${LETTER_APOSTROPHES}])[\\p{L}\\p{M}\\p{N}\\u3300-\\u33ff${INVISIBLE}]`,
  'u',
)
const DIGIT = /\p{Nd}/u
const DIGIT_GROUPS = /\p{Nd}{1,3}(?:[.,'’\u00a0\u202f ]\p{Nd}{3})+(?![\p{L}\p{M}\p{N}])/uy

const [NONE, PART, DIGIT_PART, SURROGATE] = [0, 1, 2, 3]

const kindOf = (character: string): number =>
  WORD_CHARACTER.test(character) ? (DIGIT.test(character) ? DIGIT_PART : PART) : NONE

/** The kind of each UTF-16 code unit: asked for every character of every text, and several times as fast as `kindOf`. */
const KIND_OF_UNIT = Uint8Array.from({ length: 0x10000 }, (_, unit) =>
  unit >= 0xd800 && unit <= 0xdfff ? SURROGATE : kindOf(String.fromCharCode(unit)),
)

/** The raw words of a text, in order. */
export function splitWords(text: string): RawWord[] {
  const words: RawWord[] = []
  for (let at = 0; at < text.length;) {
    const start = at
    let digits = 0
    let others = 0
    for (let width = 1; at < text.length; at += width) {
      let kind = KIND_OF_UNIT[text.charCodeAt(at)]
      width = 1
      if (kind === SURROGATE) {
        const character = String.fromCodePoint(text.codePointAt(at) ?? 0)
        kind = kindOf(character)
        width = character.length
      }
      if (kind === NONE) break
      if (kind === DIGIT_PART) digits++
      else others++
    }
    if (at === start) {
      // between words; of a character of two units the second is none, either
      at++
      continue
    }
    if (others === 0 && digits <= 3 && beginsDigit(text, at + 1)) at = endOfDigitGroups(text, start) ?? at
    words.push({ raw: text.slice(start, at), start })
  }
  return words
}

const beginsDigit = (text: string, at: number): boolean =>
  (KIND_OF_UNIT[text.charCodeAt(at)] ?? NONE) >= DIGIT_PART

function endOfDigitGroups(text: string, start: number): number | undefined {
  DIGIT_GROUPS.lastIndex = start
  const groups = DIGIT_GROUPS.exec(text)?.[0]
  return groups === undefined ? undefined : start + groups.length
}
