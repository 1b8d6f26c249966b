import { gramLength } from '../../../text/scripts.ts'
import { findKey, findUnits, keyAt, prefixRange } from './dictionary.ts'
import type { Dictionary } from './segment.ts'

const DIGIT = /\p{Nd}/u

/**
 * Terms of a segment exactly one edit away from `word`: a UTF-16 unit inserted, deleted or replaced, or two
 * neighbours exchanged (optimal string alignment), the first letter included. Terms with a digit and n-grams are not
 * words and never near.
 *
 * Every near term agrees with the word up to some place. So for each place the characters that follow there in the
 * dictionary are tried one by one: a few hundred searches, where a walk over the dictionary with a table of distances
 * visits thousands of its branches.
 */
export function nearTerms(dictionary: Dictionary, word: string): string[] {
  const found = new Set<number>()
  const candidate = new Uint16Array(word.length + 1)
  /** Tries `word` up to `place`, perhaps with `unit` behind it, and from `rest` on. */
  const add = (place: number, unit: number | undefined, rest: number): void => {
    let length = place
    if (unit !== undefined) candidate[length++] = unit
    for (let k = rest; k < word.length; k++) candidate[length++] = word.charCodeAt(k)
    const t = findUnits(dictionary, candidate, length)
    if (t >= 0) found.add(t)
  }
  let range: readonly [number, number] = [0, dictionary.size]
  for (let place = 0; place <= word.length && range[0] < range[1]; place++) {
    const units = place === 0 ? dictionary.firstUnit.filter(beginsWord) : unitsAfter(dictionary, place, range)
    for (const unit of units) {
      add(place, unit, place)
      if (place < word.length) add(place, unit, place + 1)
    }
    if (place === word.length) break
    add(place, undefined, place + 1)
    candidate[place] = word.charCodeAt(place)
    range = prefixRange(dictionary, word.slice(0, place + 1), range[0], range[1])
  }
  addSwaps(dictionary, word, found)
  return [...found].map(t => keyAt(dictionary, t)).filter(term => term !== word && isWord(term))
}

function addSwaps(dictionary: Dictionary, word: string, found: Set<number>): void {
  for (let place = 0; place + 1 < word.length; place++) {
    const swapped = word.slice(0, place) + word.charAt(place + 1) + word.charAt(place) + word.slice(place + 2)
    const t = findKey(dictionary, swapped)
    if (t >= 0) found.add(t)
  }
}

/** Not: digits, keys that are no terms, kana, Han and Hangul, whose thousands of characters begin n-grams only. */
const beginsWord = (unit: number): boolean =>
  unit > 0x3e &&
  !(unit >= 0x3041 && unit < 0x3100) &&
  !(unit >= 0x3400 && unit < 0xa000) &&
  !(unit >= 0xac00 && unit < 0xd7b0)

const isWord = (term: string): boolean => !DIGIT.test(term) && gramLength(term) === 0 && /^[^:;<=]/.test(term)

/** The different units at `place` among keys that agree before it. */
function unitsAfter(dictionary: Dictionary, place: number, [from, to]: readonly [number, number]): number[] {
  const { text, textStart } = dictionary
  const units: number[] = []
  let start = from
  // the key that ends here sorts first
  while (start < to && (textStart[start + 1] as number) - (textStart[start] as number) <= place) start++
  while (start < to) {
    const unit = text[(textStart[start] as number) + place] as number
    units.push(unit)
    start = endOfUnit(dictionary, place, { unit, start, to })
  }
  return units
}

/** The first key after `start` with another unit at `place`, by galloping: most units have few keys. */
function endOfUnit(
  { text, textStart }: Dictionary,
  place: number,
  { unit, start, to }: { unit: number; start: number; to: number },
): number {
  let low = start + 1
  let step = 1
  while (low + step < to && text[(textStart[low + step] as number) + place] === unit) {
    low += step
    step <<= 1
  }
  let high = Math.min(to, low + step)
  while (low < high) {
    const middle = (low + high) >> 1
    if (text[(textStart[middle] as number) + place] === unit) low = middle + 1
    else high = middle
  }
  return low
}
