import type { Language } from '../../domain/language.ts'
import { fold, INVISIBLE } from '../../text/normal-form.ts'

/**
 * Finds a text directive as a browser does (WICG, “URL Fragment Text Directives”, section “Finding Ranges in a Document”),
 * in a page of which only the article's blocks are known. Browsers compare letters without case and accents; here more is
 * alike than there, so that words that are unique here are unique there.
 */

/** A block of the page: a title, a heading, a paragraph. */
export type TextBlock = { readonly text: string; readonly language: Language }

/** A part of a block; UTF-16 code units, half-open. */
export type BlockRange = { readonly block: number; readonly start: number; readonly end: number }

export type TextDirective = {
  readonly prefix?: string
  readonly start: string
  readonly end?: string
  readonly suffix?: string
}

type Place = { readonly block: number; readonly at: number }
type Bounds = {
  readonly isStartBounded: boolean
  readonly isEndBounded: boolean
  /** It has to stand at the very place where the search begins. */
  readonly isHere?: boolean
}
type Found = { readonly from: Place; readonly to: Place }

/** Undefined where nothing is found, or where looking took more places than the finder may look at in all. */
export type FragmentFinder = (directive: TextDirective) => Found | undefined

/** Places that are looked at in all: of a text that repeats one word thousands of times no directive is worth more. */
const MOST_PLACES = 5_000

/** A page that cites many parts of one article folds each of its blocks once. */
const known = new WeakMap<TextBlock, ReadBlock>()

function readBlock(block: TextBlock): ReadBlock {
  const read = known.get(block) ?? {
    ...foldText(block.text),
    isBoundary: wordBoundaries(block.text, block.language),
  }
  known.set(block, read)
  return read
}

export function createFragmentFinder(blocks: readonly TextBlock[]): FragmentFinder {
  const needles = new Map<string, string>()
  let left = MOST_PLACES
  const spend = (): boolean => left-- > 0

  function find(typed: string, from: Place, bounds: Bounds): BlockRange | undefined {
    const needle = needles.get(typed) ?? foldText(typed).folded
    needles.set(typed, needle)
    for (let block = from.block; block < blocks.length && spend(); block++) {
      const at = block === from.block ? from.at : 0
      const found = findIn(readBlock(blocks[block] as TextBlock), needle, { from: at, bounds, spend })
      if (found) return { block, ...found }
      if (bounds.isHere) return undefined
    }
    return undefined
  }

  /** The next place that is no white space; in the next block where this one ends. */
  function skipSpace({ block, at }: Place): Place | undefined {
    for (let number = block; number < blocks.length; number++) {
      const text = blocks[number]?.text ?? ''
      const begin = number === block ? at : 0
      const offset = text.slice(begin).search(/\S/u)
      if (offset >= 0) return { block: number, at: begin + offset }
    }
    return undefined
  }

  return ({ prefix, start, end, suffix }) => {
    const isEndBounded = end !== undefined || suffix === undefined
    let place: Place = { block: 0, at: 0 }
    for (;;) {
      let first: BlockRange | undefined
      if (prefix !== undefined) {
        const before = find(prefix, place, { isStartBounded: true, isEndBounded: false })
        if (!before) return undefined
        place = { block: before.block, at: before.start + 1 }
        const here = skipSpace({ block: before.block, at: before.end })
        if (!here) return undefined
        first = find(start, here, { isStartBounded: false, isEndBounded, isHere: true })
        if (!first) continue
      } else {
        first = find(start, place, { isStartBounded: true, isEndBounded })
        if (!first) return undefined
        place = { block: first.block, at: first.start + 1 }
      }
      const from: Place = { block: first.block, at: first.start }
      let to: Place = { block: first.block, at: first.end }
      for (;;) {
        if (end !== undefined) {
          const last = find(end, to, { isStartBounded: true, isEndBounded: suffix === undefined })
          if (!last) return undefined
          to = { block: last.block, at: last.end }
        }
        if (suffix === undefined) return { from, to }
        const behind = skipSpace(to)
        const isFollowed =
          behind && find(suffix, behind, { isStartBounded: false, isEndBounded: true, isHere: true })
        if (isFollowed) return { from, to }
        if (end === undefined) break
      }
    }
  }
}

type ReadBlock = {
  readonly folded: string
  /** Of each unit of the folded text: where its character begins and ends in the text. */
  readonly starts: readonly number[]
  readonly ends: readonly number[]
  readonly isBoundary: (at: number) => boolean
}

function findIn(
  { folded, starts, ends, isBoundary }: ReadBlock,
  needle: string,
  { from, bounds, spend }: { from: number; bounds: Bounds; spend: () => boolean },
): { start: number; end: number } | undefined {
  if (needle === '') return undefined
  const first = firstAtLeast(starts, from)
  for (
    let index = folded.indexOf(needle, first);
    index >= 0 && spend();
    index = folded.indexOf(needle, index + 1)
  ) {
    const start = starts[index] ?? 0
    const end = ends[index + needle.length - 1] ?? 0
    if (bounds.isHere && start > from) return undefined
    if (bounds.isStartBounded && !isBoundary(start)) continue
    if (bounds.isEndBounded && !isBoundary(end)) continue
    return { start, end }
  }
  return undefined
}

/** Index of the first of ascending numbers that is not smaller. */
function firstAtLeast(numbers: readonly number[], least: number): number {
  let [low, high] = [0, numbers.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((numbers[middle] ?? 0) >= least) high = middle
    else low = middle + 1
  }
  return low
}

/** Whether a place is between two words (UAX #29) or at an end of the text. */
function wordBoundaries(text: string, language: Language): (at: number) => boolean {
  const segments = segmenterOf(language).segment(text)
  return at => at === 0 || at >= text.length || segments.containing(at)?.index === at
}

export const segmenterOf = (language: Language): Intl.Segmenter =>
  new Intl.Segmenter(language === 'und' ? [] : language, { granularity: 'word' })

const IGNORED = new RegExp(`[${INVISIBLE}\\p{M}\\p{Cf}]`, 'gu')

function foldText(text: string): Pick<ReadBlock, 'folded' | 'starts' | 'ends'> {
  let folded = ''
  const starts: number[] = []
  const ends: number[] = []
  let at = 0
  for (const character of text) {
    const end = at + character.length
    const letters = foldCharacter(character)
    for (let i = 0; i < letters.length; i++) {
      starts.push(at)
      ends.push(end)
    }
    // a mark belongs to the character before it
    if (letters === '' && ends.length > 0) ends[ends.length - 1] = end
    folded += letters
    at = end
  }
  return { folded, starts, ends }
}

function foldCharacter(character: string): string {
  if (/^[a-z,.]$/.test(character)) return character
  if (/\s/u.test(character)) return ' '
  const plain = character.normalize('NFKD').replaceAll(IGNORED, '')
  return fold(plain.replaceAll(/[\u30a1-\u30f6]/gu, toHiragana))
}

const toHiragana = (kana: string): string => String.fromCharCode(kana.charCodeAt(0) - 0x60)
