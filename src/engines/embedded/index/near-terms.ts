import { gramLength } from '../../../text/scripts.ts'
import { findKey, keyAt, prefixRange } from './dictionary.ts'
import type { Segment } from './segment.ts'

const DIGIT = /\p{Nd}/u

/**
 * Terms of the segment exactly one edit away from `word`: a UTF-16 unit inserted, deleted or replaced, or two
 * neighbours exchanged (optimal string alignment), the first letter included. Terms with a digit and n-grams are not
 * words and never near.
 *
 * Every near term agrees with the word up to some place. So for each place the characters that follow there in the
 * dictionary are tried one by one: a few hundred searches, where a walk over the dictionary with a table of distances
 * visits thousands of its branches.
 */
export function nearTerms(segment: Segment, word: string): string[] {
  const found = new Set<number>()
  const add = (term: string): void => {
    const t = findKey(segment, term)
    if (t >= 0) found.add(t)
  }
  let range: readonly [number, number] = [0, segment.keys]
  for (let place = 0; place <= word.length && range[0] < range[1]; place++) {
    const [from, to] = range
    const head = word.slice(0, place)
    const rest = word.slice(place)
    // deleted here, or exchanged with the next
    if (rest.length > 0) add(head + rest.slice(1))
    if (rest.length > 1) add(head + rest[1] + rest[0] + rest.slice(2))
    const shorter = rest.slice(1)
    for (const unit of place === 0 ? segment.firstUnit : unitsAfter(segment, place, range)) {
      const start = head + String.fromCharCode(unit)
      add(start + rest)
      if (rest.length > 0) add(start + shorter)
    }
    if (rest.length > 0) range = prefixRange(segment, word.slice(0, place + 1), from, to)
  }
  return [...found].map(t => keyAt(segment, t)).filter(term => term !== word && isWord(term))
}

const isWord = (term: string): boolean => !DIGIT.test(term) && gramLength(term) === 0 && /^[^:<=]/.test(term)

/** The different units at `place` among keys that agree before it. */
function unitsAfter(segment: Segment, place: number, [from, to]: readonly [number, number]): number[] {
  const { text, textStart } = segment
  const units: number[] = []
  let start = from
  // the key that ends here sorts first
  while (start < to && (textStart[start + 1] as number) - (textStart[start] as number) <= place) start++
  while (start < to) {
    const unit = text[(textStart[start] as number) + place] as number
    units.push(unit)
    start = endOfUnit(segment, place, { unit, start, to })
  }
  return units
}

/** The first key after `start` with another unit at `place`, by galloping: most units have few keys. */
function endOfUnit(
  { text, textStart }: Segment,
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
