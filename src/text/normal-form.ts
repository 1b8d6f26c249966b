import type { Language } from '../domain/language.ts'

/**
 * The normal form of words, for matching only and never for display: what two spellings have in common when a reader
 * would call them the same word. Any change here changes the fingerprint of the analysis (fingerprint.ts).
 */

const ASCII = /^[\x00-\x7f]*$/

/** Soft hyphen, grapheme joiner, zero-width and bidirectional controls, variation selectors: never part of a word's spelling. */
export const INVISIBLE =
  '\\u00ad\\u034f\\u061c\\u180b-\\u180e\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2064\\u2066-\\u206f\\ufe00-\\ufe0f\\ufeff'
const INVISIBLES = new RegExp(`[${INVISIBLE}]`, 'g')

/** Letters that Unicode calls modifiers but readers use as apostrophes (Ukrainian ʼ, Hawaiian ʻ …). */
export const LETTER_APOSTROPHES = '\\u02b9-\\u02bd\\u02ee'

// Accents are dropped after Latin and Greek letters only: й and ї keep theirs, kana and Indic signs too.
const LATIN_GREEK_MARKS = /([\p{Script=Latin}\p{Script=Greek}])[\u0300-\u036f]+/gu
/** Arabic harakat, superscript alef and tatweel; Hebrew points. */
const ARABIC_HEBREW_MARKS = /[\u064b-\u065f\u0670\u0640\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7]/g

/** Letters that Unicode does not take apart, yet readers without them on the keyboard write otherwise. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  ı: 'i',
  ø: 'o',
  đ: 'd',
  ł: 'l',
  ħ: 'h',
  ŧ: 't',
  æ: 'ae',
  œ: 'oe',
  ð: 'd',
  þ: 'th',
  ς: 'σ',
  ё: 'е',
  // Arabic: final yeh and teh marbuta are often written without their dots, alef without its hamza
  ى: 'ي',
  ة: 'ه',
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  // Persian and Urdu letters that keyboards mix up with the Arabic ones
  ی: 'ي',
  ک: 'ك',
}
const LETTER = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'g')

/** First digits of the decimal digits that news is written with beside 0–9: ٣, ۳, ३ and 3 are one number. */
const ZEROS = [
  0x660, 0x6f0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50, 0xed0, 0x1040, 0x17e0,
]
const OTHER_DIGIT = new RegExp(
  `[${ZEROS.map(zero => `${String.fromCharCode(zero)}-${String.fromCharCode(zero + 9)}`).join('')}]`,
  'g',
)
const westernDigit = (digit: string): string => {
  const code = digit.charCodeAt(0)
  return String(code - (ZEROS.findLast(zero => zero <= code) ?? code))
}

/** NFKC takes the Thai and Lao vowel AM apart, and a phrase that begins with AA would then be found inside it. */
const compatible = (word: string): string =>
  word
    .replace(INVISIBLES, '')
    .normalize('NFKC')
    .replaceAll('\u0e4d\u0e32', '\u0e33')
    .replaceAll('\u0ecd\u0eb2', '\u0eb3')

/** The lower-cased NFC word with its accents: what stemmers want. Turkish and Azerbaijani have two letters i. */
export function lower(word: string, language: Language): string {
  const clean = ASCII.test(word) ? word : compatible(word)
  return language === 'tr' || language === 'az' ? clean.toLocaleLowerCase('tr') : clean.toLowerCase()
}

/** `fold('Négociées')` is `negociees`; `fold('Łódź')` is `lodz`; `fold('й')` stays. May be empty. */
export const fold = (word: string): string => foldPlain(word) ?? foldAny(word)

function foldAny(word: string): string {
  if (ASCII.test(word)) return word.toLowerCase()
  return compatible(word)
    .toLowerCase()
    .replace(LETTER, letter => LETTERS[letter] ?? letter)
    .normalize('NFD')
    .replace(LATIN_GREEK_MARKS, '$1')
    .replace(ARABIC_HEBREW_MARKS, '')
    .normalize('NFC')
    .replace(LETTER, letter => LETTERS[letter] ?? letter)
    .replace(OTHER_DIGIT, westernDigit)
}

/**
 * Letters and digits of alphabets, and the vowel signs of Devanagari: each folds by itself, whatever stands beside it. All
 * pairs of them were tried. Not so marks, which join with letters and change places, nor scripts that are cut into n-grams.
 */
const PLAIN =
  /^(?![\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}])[\p{L}\p{N}\u0901-\u0903\u093e-\u094c]$/u
const IS_WORD = /^[\p{L}\p{M}\p{N}]+$/u

/** The folded form of each plain character, by its code unit. */
const FOLDED_UNITS: readonly (string | undefined)[] = Array.from({ length: 0x2000 }, (_, unit) => {
  const character = String.fromCharCode(unit)
  const folded = PLAIN.test(character) ? foldAny(character) : ''
  return IS_WORD.test(folded) ? folded : undefined
})

/** The folded form of a word of plain characters, as nearly all are, several times as fast; it is one term. Undefined for others. */
export function foldPlain(word: string): string | undefined {
  let folded = ''
  for (let i = 0; i < word.length; i++) {
    const character = FOLDED_UNITS[word.charCodeAt(i)]
    if (character === undefined) return undefined
    folded += character
  }
  return folded
}

/** What two spellings of one name have in common: filters on sources, authors and speakers compare by it. */
export function nameKey(name: string): string {
  const folded = fold(name)
  const words = folded.replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ').trim()
  return words || folded.trim()
}

/**
 * The identity of a paragraph's text: NFC with white space collapsed. Deliberately not the folded form: a reader who
 * cites «Malmö» must not be shown «Malmo» under the same link, so any change of wording is another text.
 */
export const normalText = (text: string): string => text.normalize('NFC').replace(/\s+/gu, ' ').trim()
