import type { Word } from './treebank.ts'

/** Which marks close one that opened; a mark of another kind inside is part of the quote. */
export const CLOSERS: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ['“', '”“'],
  ['”', '”'],
  ['„', '“”"'],
  ['«', '»'],
  ['»', '«»'],
  ['「', '」'],
  ['『', '』'],
])

const isClosedBy = (opener: string, form: string) => (CLOSERS.get(opener) ?? '').includes(form)

export type Pair = readonly [open: number, close: number]

/** Pairs of outermost marks; none at all where the sentence has one too many, so that no half of a quote is gold. */
export function pairedMarks(words: readonly Word[]): Pair[] {
  const doubles = words.flatMap(({ form }, index) =>
    CLOSERS.has(form) || /^[“”»』」]$/u.test(form) ? [index] : [],
  )
  if (doubles.length === 0) return pairedSingles(words)
  const pairs: Pair[] = []
  let open: number | undefined
  for (const index of doubles) {
    const form = words[index]?.form ?? ''
    if (open === undefined) open = index
    else if (isClosedBy(words[open]?.form ?? '', form)) {
      pairs.push([open, index])
      open = undefined
    }
  }
  return open === undefined && pairs.every(pair => isSpaced(words, pair)) ? pairs : []
}

/** `'…'` and `‘…’`: only where a sentence has exactly two that are words of their own, so that no apostrophe is one. */
function pairedSingles(words: readonly Word[]): Pair[] {
  const singles = words.flatMap(({ form, pos }, index) =>
    pos === 'PUNCT' && /^['‘’]$/u.test(form) ? [index] : [],
  )
  const [open, close] = singles
  if (open === undefined || close === undefined || singles.length !== 2) return []
  return isSpaced(words, [open, close]) ? [[open, close]] : []
}

/** An opening mark stands apart from the word before it, a closing one from the word after it. */
function isSpaced(words: readonly Word[], [open, close]: Pair): boolean {
  const [before, opener, closer, after] = [words[open - 1], words[open], words[close], words[close + 1]]
  const isFree = (left: Word | undefined, right: Word | undefined, letters: Word | undefined) =>
    left === undefined ||
    right === undefined ||
    left.end !== right.start ||
    !/[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u.test(letters?.form ?? '')
  return isFree(before, opener, before) && isFree(closer, after, after)
}

/** What stands between the marks, without the spaces that French sets there. */
export function innerSpan(words: readonly Word[], [open, close]: Pair, text: string) {
  const [from, to] = [words[open]?.end ?? 0, words[close]?.start ?? 0]
  const inner = text.slice(from, to)
  return {
    start: from + inner.length - inner.trimStart().length,
    end: to - (inner.length - inner.trimEnd().length),
  }
}

export const range = (from: number, to: number): number[] =>
  Array.from({ length: to - from }, (_, index) => from + index)
