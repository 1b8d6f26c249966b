import { splitWords } from './split-words.ts'

/**
 * How near the words that were found are to those that were typed, from the nearest to the farthest; on the original
 * text, whatever the index holds.
 *
 * - `verbatim`: letter for letter, white space apart.
 * - `punctuation`: the same words; marks, dashes, hyphens, apostrophes or spaces differ.
 * - `caseOrAccents`: the same words but for capitals, accents, or other spellings of one letter.
 * - `ellipsis`: something was left out, where the reader typed `…`, or typed words in brackets that do not stand there.
 */
export const CLOSENESSES = ['verbatim', 'punctuation', 'caseOrAccents', 'ellipsis'] as const
export type Closeness = (typeof CLOSENESSES)[number]

/** `typed`: what stood between the quotation marks. `found`: the text from the first to the last word of the match. */
export function phraseCloseness(typed: string, found: string): Closeness {
  const wanted = withinWords(typed)
  if (plain(wanted) === plain(found)) return 'verbatim'
  const [typedWords, foundWords] = [wordsOf(wanted), wordsOf(found)]
  if (isSameOrBegun(typedWords, foundWords)) return 'punctuation'
  return typedWords.length === foundWords.length || !HAS_OMISSION.test(wanted) ? 'caseOrAccents' : 'ellipsis'
}

/** A gap of the typed phrase, or words in brackets that may be missing. */
const HAS_OMISSION = /…|\.\.|\[[^\]]*\]/u

/** From the first to the last word: what stands around them in the box belongs to nobody. */
function withinWords(typed: string): string {
  const words = splitWords(typed)
  const [first, last] = [words[0], words.at(-1)]
  return first && last ? typed.slice(first.start, last.start + last.raw.length) : typed
}

const plain = (text: string): string => text.normalize('NFC').replaceAll(/\s+/gu, ' ')

/** Groups of digits are one number however they are parted. */
const wordsOf = (text: string): string[] =>
  splitWords(text.normalize('NFC')).map(({ raw }) =>
    /^\p{Nd}/u.test(raw) ? raw.replaceAll(/[^\p{Nd}]/gu, '') : raw,
  )

/** The last word may still be typed. */
function isSameOrBegun(typed: readonly string[], found: readonly string[]): boolean {
  // hyphens join in one spelling what spaces part in another, and a script without spaces is one run
  const [a, b] = [typed.join(''), found.join('')]
  return a === b || (typed.length === found.length && b.startsWith(a))
}
