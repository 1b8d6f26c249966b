import { isWordAt, isDigitAt } from './characters.ts'

/** A quote as its marks or dashes show it, before anybody asks who said it. Offsets are UTF-16 code units of the paragraph. */
export type FoundQuote = {
  /** Without the marks. */
  readonly start: number
  readonly end: number
  /** With the marks; of dash dialogue the same as without. */
  readonly outerStart: number
  readonly outerEnd: number
  /** `line`: a line of a transcript, behind its name and colon. */
  readonly shape: 'marks' | 'dash' | 'line'
  /** Runs to the end of its paragraph without a closing mark. */
  readonly isUnclosed: boolean
  readonly text: string
  readonly words: number
  /** The stop or comma at the end of the words, '' without one. */
  readonly lastMark: string
}

const LAST_MARK = new Set('.,!?…;:。，！？、؟،।')

export function describeQuote(
  text: string,
  place: Pick<FoundQuote, 'start' | 'end' | 'outerStart' | 'outerEnd' | 'shape' | 'isUnclosed'>,
  isUnspaced: boolean,
): FoundQuote {
  const last = text.charAt(place.end - 1)
  return {
    ...place,
    text: text.slice(place.start, place.end),
    words: isUnspaced ? Math.ceil((place.end - place.start) / 2) : countWords(text, place.start, place.end),
    lastMark: LAST_MARK.has(last) ? last : '',
  }
}

/** Words between spaces that have a letter or a digit. */
function countWords(text: string, from: number, to: number): number {
  let words = 0
  let inside = false
  for (let at = from; at < to; at++) {
    const isPart: boolean =
      isWordAt(text, at) || isDigitAt(text, at) || (inside && "’'-".includes(text.charAt(at)))
    if (isPart && !inside) words++
    inside = isPart
  }
  return words
}
