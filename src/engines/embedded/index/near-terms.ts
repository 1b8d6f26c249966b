import { gramLength } from '../../../text/scripts.ts'
import { findKey, keyAt, lowerBound, prefixRange } from './dictionary.ts'
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
  const add = (term: string, from: number, to: number): void => {
    if (term === '') return
    const t = findKey(segment, term, from, to)
    if (t >= 0) found.add(t)
  }
  let range: readonly [number, number] = [0, segment.keys]
  for (let place = 0; place <= word.length && range[0] < range[1]; place++) {
    const [from, to] = range
    const head = word.slice(0, place)
    const rest = word.slice(place)
    // deleted here, or exchanged with the next
    if (rest.length > 0) add(head + rest.slice(1), from, to)
    if (rest.length > 1) add(head + rest[1] + rest[0] + rest.slice(2), from, to)
    for (const { unit, start, end } of unitsAfter(segment, place, range)) {
      add(head + unit + rest, start, end)
      if (rest.length > 0) add(head + unit + rest.slice(1), start, end)
    }
    if (rest.length > 0) range = prefixRange(segment, word.slice(0, place + 1), from, to)
  }
  return [...found].map(t => keyAt(segment, t)).filter(term => term !== word && isWord(term))
}

const isWord = (term: string): boolean => !DIGIT.test(term) && gramLength(term) === 0 && /^[^:<=]/.test(term)

/** Blocks of nothing but characters that are cut into n-grams: thousands, each of which would be tried. */
const GRAM_BLOCKS = [
  { first: 0x3400, end: '\ua000' },
  { first: 0xac00, end: '\ud7b0' },
]

/** The different units at `place` among keys that agree before it, each with the range of its keys. */
function* unitsAfter(
  segment: Segment,
  place: number,
  [from, to]: readonly [number, number],
): Generator<{ unit: string; start: number; end: number }> {
  const { text, textStart } = segment
  let start = from
  // the key that ends here sorts first
  while (start < to && (textStart[start + 1] as number) - (textStart[start] as number) <= place) start++
  // digits and keys that are no terms
  if (place === 0) start = lowerBound(segment, '>', start, to)
  while (start < to) {
    const code = text[(textStart[start] as number) + place] as number
    const block =
      place === 0 && GRAM_BLOCKS.find(({ first, end }) => code >= first && code < end.charCodeAt(0))
    if (block) {
      start = lowerBound(segment, block.end, start, to)
      continue
    }
    const end = endOfUnit(segment, place, { code, start, to })
    yield { unit: String.fromCharCode(code), start, end }
    start = end
  }
}

/** The first key after `start` with another unit at `place`, by galloping: most units have few keys. */
function endOfUnit(
  { text, textStart }: Segment,
  place: number,
  { code, start, to }: { code: number; start: number; to: number },
): number {
  let low = start + 1
  let step = 1
  while (low + step < to && text[(textStart[low + step] as number) + place] === code) {
    low += step
    step <<= 1
  }
  let high = Math.min(to, low + step)
  while (low < high) {
    const middle = (low + high) >> 1
    if (text[(textStart[middle] as number) + place] === code) low = middle + 1
    else high = middle
  }
  return low
}
