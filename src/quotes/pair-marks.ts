import { skipSpaces, trimSpaces } from './characters.ts'
import type { SpeechGrammar } from './grammar.ts'
import {
  alwaysCloses,
  alwaysOpens,
  canOpen,
  closedBy,
  isClipped,
  isSingleMark,
  readMarks,
  readSingles,
} from './mark.ts'
import type { Mark } from './mark.ts'

/** Text between two quotation marks, or from one to the end of the paragraph. UTF-16 code units, half-open. */
export type MarkPair = {
  /** With the marks. */
  readonly start: number
  readonly end: number
  /** Without the marks and the spaces inside them; never empty. */
  readonly innerStart: number
  readonly innerEnd: number
  /** How many other pairs it stands in. */
  readonly depth: number
  /** No closing mark: it runs to the end of the paragraph. */
  readonly isUnclosed: boolean
}

export type PairContext = {
  readonly marks: SpeechGrammar['marks']
  /** The paragraph before ends within a quote, so a mark at the beginning opens, whatever its shape. */
  readonly isContinued: boolean
  /** The next paragraph begins with a mark: a quote that is not closed here goes on there. */
  readonly nextOpens: boolean
}

/** A quote that is never closed is believed only from this length on. */
const LONG_ENOUGH = 30

/**
 * Pairs the quotation marks of one paragraph, in order of `start`; two pairs never cross. Linear in its length.
 * Apostrophes, feet and inches are left alone, and so is what has no partner, except a quote that fills the rest of
 * the paragraph.
 */
export function pairMarks(text: string, context: PairContext): MarkPair[] {
  const marks = readMarks(text)
  if (marks.length === 0) return []
  const singles = readSingles(text, marks)
  const shapes = readShapes(text, context)
  const lead = skipSpaces(text, 0)
  const open = createOpenMarks()

  for (const [index, mark] of marks.entries()) {
    const { char } = mark
    const opensAgain = mark.at === lead && context.isContinued && !alwaysCloses(char)
    if (opensAgain || alwaysOpens(char)) {
      open.push(mark)
      continue
    }
    if (isMeasure(mark, open, shapes)) continue
    if (mark.isSetOff && '"“”'.includes(char)) {
      // What is open is closed, else it opens.
      if (open.isClosedBy(char) && (char !== '“' || shapes.lastRightCurly < 0)) {
        open.closeTop(mark.end)
        continue
      }
      if (char !== '”' || shapes.opensFirst.has('”')) {
        open.push(mark)
        continue
      }
    }
    if (open.isClosedBy(char)) {
      if (mark.isSingle && (singles.isPossessive[index] === true || !mark.looksClosing)) continue
      if (closesTop(mark, open)) {
        open.closeTop(mark.end)
        continue
      }
    }
    if (opens(mark, open, shapes)) {
      if (mark.isSingle && (singles.hasCloser[index] !== true || isClipped(text, mark))) continue
      // One straight mark can't open inside another: the first one had no partner.
      if (char === '"' && open.top() === char) open.drop()
      open.push(mark)
      continue
    }
    if ((mark.looksClosing || !mark.looksOpening) && !mark.isSingle) open.closeDeeper(char, mark.end)
  }

  const [first] = open.left()
  const isLong = first?.at === lead && text.length - first.at > LONG_ENOUGH
  const isRest = first !== undefined && !isSingleMark(first.char) && (context.nextOpens || isLong)
  const found = isRest ? [...open.closed, { open: first, end: text.length, isUnclosed: true }] : open.closed
  return withDepth(text, found, marks)
}

type Closed = { readonly open: Mark; readonly end: number; readonly isUnclosed: boolean }

/** The marks that wait for their partner, the last one on top, and those that have found it. */
type OpenMarks = {
  readonly push: (mark: Mark) => void
  readonly drop: () => void
  readonly top: () => string | undefined
  readonly has: (char: string) => boolean
  readonly isClosedBy: (char: string) => boolean
  readonly closeTop: (end: number) => void
  /** Closes the last mark that this one can close, and forgets those above it. */
  readonly closeDeeper: (char: string, end: number) => void
  readonly left: () => readonly Mark[]
  readonly closed: readonly Closed[]
}

function createOpenMarks(): OpenMarks {
  const stack: Mark[] = []
  /** How many of each are open, so that no search goes through the stack in vain. */
  const counts = new Map<string, number>()
  const closed: Closed[] = []
  const pop = (): Mark | undefined => {
    const top = stack.pop()
    if (top) counts.set(top.char, (counts.get(top.char) ?? 1) - 1)
    return top
  }
  const has = (char: string): boolean => (counts.get(char) ?? 0) > 0
  const isClosedBy = (char: string): boolean =>
    stack.length > 0 && closedBy(char).includes(stack.at(-1)?.char ?? '?')
  const closeTop = (end: number): void => {
    const top = pop()
    if (top) closed.push({ open: top, end, isUnclosed: false })
  }
  return {
    push(mark) {
      stack.push(mark)
      counts.set(mark.char, (counts.get(mark.char) ?? 0) + 1)
    },
    drop: () => void pop(),
    top: () => stack.at(-1)?.char,
    has,
    isClosedBy,
    closeTop,
    closeDeeper(char, end) {
      if (!Array.from(closedBy(char)).some(has)) return
      while (!isClosedBy(char)) pop()
      closeTop(end)
    },
    left: () => stack,
    closed,
  }
}

/** What language and paragraph tell of the marks that open in one place and close in another. */
type Shapes = {
  readonly opensFirst: ReadonlySet<string>
  readonly hasLeftCurly: boolean
  readonly lastRightCurly: number
}

const readShapes = (text: string, { marks }: PairContext): Shapes => ({
  opensFirst: new Set(marks.map(pair => pair.charAt(0))),
  hasLeftCurly: text.includes('“') || text.includes('„'),
  lastRightCurly: text.lastIndexOf('”'),
})

/** `6'`, `12"`: behind a digit, when nothing is open that it could close, or what is open has a mark of its own. */
function isMeasure(
  { char, at, isBehindDigit, looksOpening }: Mark,
  open: OpenMarks,
  { lastRightCurly }: Shapes,
): boolean {
  if (!isBehindDigit || open.has(char)) return false
  if (char === "'") return true
  return char === '"' && !looksOpening && (!open.has('“') || lastRightCurly > at)
}

function closesTop({ char, looksOpening, looksClosing, isSetOff }: Mark, open: OpenMarks): boolean {
  if (looksClosing || !looksOpening) return true
  return char !== open.top() && (isSetOff || '«»‹›'.includes(char))
}

function opens(
  { char, looksOpening, looksClosing }: Mark,
  open: OpenMarks,
  { opensFirst, hasLeftCurly }: Shapes,
): boolean {
  if (!canOpen(char)) return false
  if (!looksOpening && !'«„‹'.includes(char) && (looksClosing || !'»“'.includes(char))) return false
  const top = open.top()
  switch (char) {
    case '”':
      return opensFirst.has('”') || (!hasLeftCurly && top === undefined)
    case '’':
      // Where the press writes ”…”, it writes ’…’, too; elsewhere only within other marks.
      return opensFirst.has('’') || opensFirst.has('”') || (top !== undefined && !looksClosing)
    case '»':
      return opensFirst.has('»') || !opensFirst.has('«') || (looksOpening && !looksClosing && top !== '«')
    case '“':
      return top !== '„' || looksOpening
    default:
      return true
  }
}

/** Orders the pairs, drops the empty ones and counts what each stands in. */
function withDepth(text: string, found: readonly Closed[], marks: readonly Mark[]): MarkPair[] {
  const startOf = new Map(marks.map(mark => [mark.end, mark.at]))
  const pairs: MarkPair[] = []
  const around: number[] = []
  for (const { open, end, isUnclosed } of found.toSorted((a, b) => a.open.at - b.open.at)) {
    const innerStart = skipSpaces(text, open.end)
    const innerEnd = trimSpaces(text, isUnclosed ? end : (startOf.get(end) ?? end), innerStart)
    if (innerEnd <= innerStart) continue
    while (around.length > 0 && (around.at(-1) ?? 0) <= open.at) around.pop()
    pairs.push({ start: open.at, end, innerStart, innerEnd, depth: around.length, isUnclosed })
    around.push(end)
  }
  return pairs
}
