import {
  isDigitAt,
  isLowerAt,
  isSpaceAt,
  isUnspacedAt,
  isUpperAt,
  isWordAt,
  skipSpaces,
  trimSpaces,
} from './characters.ts'
import type { SpeechGrammar } from './grammar.ts'

/** Text between two quotation marks, or from one to the end of the paragraph. UTF-16 code units, half-open. */
export type MarkPair = {
  /** With the marks. */
  readonly start: number
  readonly end: number
  /** Without the marks and the spaces inside them; never empty. */
  readonly innerStart: number
  readonly innerEnd: number
  readonly open: string
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

/** Which marks a closing mark closes; `"` stands for two apostrophes as well. */
const CLOSES: Readonly<Record<string, string>> = {
  '”': '“„”‟"',
  '“': '„‚“‟',
  '„': '„',
  '»': '«»',
  '«': '»«',
  '"': '"“„',
  '’': '‘‚’',
  '‘': '‚‘',
  "'": "'‘`",
  '›': '‹›',
  '‹': '›‹',
  '」': '「',
  '』': '『',
  '》': '《',
  '〉': '〈',
  '＂': '＂',
  '〟': '〝',
  '״': '״„',
}
const OPENS = '“„‟«»”‘‚’\'"‹›「『《〈＂〝״'
const ALWAYS_OPENS = '「『《〈〝'
const ALWAYS_CLOSES = '」』》〉〟'
/** Marks that are apostrophes, too. */
const SINGLE = "'’‘‚"
const MARKS = `${OPENS}${Object.keys(CLOSES).join('')}\``
/** Whether a UTF-16 code unit is a mark; asked for every character of every text. */
const IS_MARK: Uint8Array = (() => {
  const table = new Uint8Array(0x10000)
  for (let at = 0; at < MARKS.length; at++) table[MARKS.charCodeAt(at)] = 1
  return table
})()
const BEFORE_OPEN = new Set('([{—–―-/“„«‘"\'‚>:;,¿¡،：，。、（')
const AFTER_CLOSE = new Set('.,;:!?…)]}—–―-/”“»’"\'‹›。，、！？：；）」』،؛؟।')
/** A quote that is never closed is believed only from this length on. */
const LONG_ENOUGH = 30
/** How far behind a possessive apostrophe (the Democrats’ plan) the mark that really closes may stand. */
const POSSESSIVE_REACH = 120

type Open = { readonly at: number; readonly width: number; readonly char: string }
type Closed = {
  readonly start: number
  readonly end: number
  readonly open: string
  readonly width: number
  isUnclosed: boolean
}

/**
 * Pairs the quotation marks of one paragraph, in order of `start`; pairs of two never cross. Linear in its length.
 * Apostrophes, feet and inches are left alone, and so is what has no partner, except a quote that fills the rest of
 * the paragraph.
 */
export function pairMarks(text: string, context: PairContext): MarkPair[] {
  const places = markPlaces(text)
  if (places.length === 0) return []
  const opensFirst = new Set(context.marks.map(pair => pair.charAt(0)))
  const lastRightCurly = text.lastIndexOf('”')
  const hasLeftCurly = text.includes('“') || text.includes('„')
  const singles = nextSingles(text, places)
  const lead = skipSpaces(text, 0)

  const stack: Open[] = []
  const open = new Map<string, number>()
  const found: Closed[] = []

  const push = (at: number, width: number, char: string): void => {
    stack.push({ at, width, char })
    open.set(char, (open.get(char) ?? 0) + 1)
  }
  const pop = (): Open | undefined => {
    const top = stack.pop()
    if (top) open.set(top.char, (open.get(top.char) ?? 1) - 1)
    return top
  }
  const closeTop = (end: number, width: number): void => {
    const top = pop()
    if (top) found.push({ start: top.at, end, open: top.char, width, isUnclosed: false })
  }

  /** `12"`, when nothing is open that it could close, or has a mark of its own to close it. */
  const isInches = (at: number): boolean =>
    (open.get('"') ?? 0) === 0 && ((open.get('“') ?? 0) === 0 || lastRightCurly > at)

  for (const [index, at] of places.entries()) {
    const width = widthAt(text, at)
    const raw = text.charAt(at)
    const char = width === 2 ? (raw === '`' ? '“' : '"') : raw
    const before = text.charAt(at - 1)
    const after = text.charAt(at + width)
    const spaceBefore = isSpaceAt(text, at - 1)
    const spaceAfter = isSpaceAt(text, at + width)
    // Between characters of scripts without spaces only the shape of a mark tells its direction.
    const isAmongCaseless = isUnspacedAt(text, at - 1) || isUnspacedAt(text, at + width)
    const opensByShape = isAmongCaseless && '“‘'.includes(char)
    const closesByShape = isAmongCaseless && '”’'.includes(char)
    const looksOpening =
      !closesByShape && (opensByShape || ((spaceBefore || BEFORE_OPEN.has(before)) && !spaceAfter))
    const looksClosing =
      !opensByShape &&
      (closesByShape ||
        (!spaceBefore && (spaceAfter || AFTER_CLOSE.has(after) || !isWordAt(text, at + width))))
    const closes = CLOSES[char] ?? ''
    const top = stack.at(-1)
    const closesTop = top !== undefined && closes.includes(top.char)
    const isSingle = SINGLE.includes(char)

    if (at === lead && context.isContinued && !ALWAYS_CLOSES.includes(char)) {
      push(at, width, char)
      continue
    }
    if (ALWAYS_OPENS.includes(char)) {
      push(at, width, char)
      continue
    }
    if (char === '"' && isWordAt(text, at - 1) && isWordAt(text, at + width) && isCasedOrHebrew(text, at - 1))
      continue
    if (
      (char === '"' || char === '“' || char === '”') &&
      spaceBefore &&
      spaceAfter &&
      at + width < text.length
    ) {
      // A mark set off by spaces tells nothing: what is open is closed, else it opens.
      if (closesTop && (char !== '“' || lastRightCurly < 0)) {
        closeTop(at + width, width)
        continue
      }
      if (char !== '”' || opensFirst.has('”')) {
        push(at, width, char)
        continue
      }
    }
    if (isSingle && char !== '‚') {
      const isApostrophe = !closesByShape && isWordAt(text, at - 1) && isWordAt(text, at + 1) && char !== '‘'
      if (isApostrophe) continue
      if (isDigitAt(text, at - 1) && char === "'" && (open.get("'") ?? 0) === 0) continue
    }
    if (char === '"' && isDigitAt(text, at - 1) && !looksOpening && isInches(at)) continue

    if (closesTop) {
      const same = top.char === char
      if (isSingle) {
        if (isPossessive(text, at, singles.closer[index] ?? Infinity, singles.opener[index] ?? Infinity))
          continue
        if (!looksClosing) continue
      }
      const closesHere =
        looksClosing ||
        (!same && !looksOpening) ||
        (!same && '«»‹›'.includes(char)) ||
        (same && char !== '"' && !looksOpening) ||
        (same && char === '"' && !looksOpening) ||
        (spaceBefore && spaceAfter && !same)
      if (closesHere) {
        closeTop(at + width, width)
        continue
      }
    }

    const mayOpen =
      OPENS.includes(char) &&
      !(char === '”' && !opensFirst.has('”') && (hasLeftCurly || stack.length > 0)) &&
      !(
        char === '’' &&
        !opensFirst.has('’') &&
        !opensFirst.has('”') &&
        (top === undefined || looksClosing)
      ) &&
      !(
        char === '»' &&
        !opensFirst.has('»') &&
        opensFirst.has('«') &&
        !(looksOpening && !looksClosing && top?.char !== '«')
      ) &&
      !(char === '“' && top?.char === '„' && !looksOpening)
    const opensHere =
      looksOpening ||
      '«„‹'.includes(char) ||
      (char === '»' && !looksClosing) ||
      (char === '“' && !looksClosing)
    if (mayOpen && opensHere) {
      if (isSingle && (singles.closer[index] === Infinity || isClipped(text, at))) continue
      // One straight mark can't open inside another: the first one had no partner.
      if (top?.char === char && char === '"') pop()
      push(at, width, char)
      continue
    }

    if (looksClosing || !looksOpening) {
      const isOpen = Array.from(closes).some(opener => (open.get(opener) ?? 0) > 0)
      if (!isOpen || isSingle) continue
      while (!closes.includes(stack.at(-1)?.char ?? '')) pop()
      closeTop(at + width, width)
    }
  }

  const first = stack[0]
  if (first && !SINGLE.includes(first.char)) {
    const isLong = first.at === lead && text.length - first.at > LONG_ENOUGH
    if (context.nextOpens || isLong) {
      found.push({ start: first.at, end: text.length, open: first.char, width: 0, isUnclosed: true })
    }
  }
  return withDepth(text, found)
}

/** `said ''no''` and LaTeX's ``no'' are two characters wide. */
const widthAt = (text: string, at: number): 1 | 2 => {
  const char = text.charAt(at)
  return (char === "'" || char === '`') && text.charAt(at + 1) === char ? 2 : 1
}

function markPlaces(text: string): number[] {
  const places: number[] = []
  for (let at = 0; at < text.length; at++) {
    if (IS_MARK[text.charCodeAt(at)] !== 1) continue
    const width = widthAt(text, at)
    if (width === 2 || text.charAt(at) !== '`') places.push(at)
    at += width - 1
  }
  return places
}

/** For each mark the next single one behind it that could close, and that could open; Infinity without one. */
function nextSingles(text: string, places: readonly number[]): { closer: number[]; opener: number[] } {
  const closer: number[] = []
  const opener: number[] = []
  let [nextCloser, nextOpener] = [Infinity, Infinity]
  for (let index = places.length - 1; index >= 0; index--) {
    closer[index] = nextCloser
    opener[index] = nextOpener
    const at = places[index] ?? 0
    if (!"'’‘".includes(text.charAt(at))) continue
    const endsWord = !isWordAt(text, at + 1) || isUnspacedAt(text, at + 1)
    if (!isSpaceAt(text, at - 1) && endsWord) nextCloser = at
    if (isSpaceAt(text, at - 1) && !isSpaceAt(text, at + 1)) nextOpener = at
  }
  return { closer, opener }
}

/** `the Democrats' plan,' said …`: after an s, without a stop, and a better closing mark follows soon. */
function isPossessive(text: string, at: number, closer: number, opener: number): boolean {
  const before = text.charAt(at - 1)
  if ((before !== 's' && before !== 'S') || !isSpaceAt(text, at + 1)) return false
  return closer - at <= POSSESSIVE_REACH && closer < opener
}

const CLIPPED = /(?:\d0s|em|til|tis|twas|cause|n|s|t|k|m)(?![\p{L}\p{N}])/iuy
/** `'90s`, `'em`, `'n'`: an apostrophe for what was left out. */
function isClipped(text: string, at: number): boolean {
  if (text.charAt(at) === '‘') return false
  CLIPPED.lastIndex = at + 1
  return CLIPPED.test(text)
}

/** A straight mark within a word: in Hebrew part of an abbreviation; in scripts without spaces a mark like others. */
const isCasedOrHebrew = (text: string, at: number): boolean =>
  isUpperAt(text, at) || isLowerAt(text, at) || isDigitAt(text, at) || /[\u0590-\u05ff]/.test(text.charAt(at))

/** Orders the pairs, drops the empty ones and counts what each stands in. */
function withDepth(text: string, found: readonly Closed[]): MarkPair[] {
  const pairs: MarkPair[] = []
  const around: number[] = []
  for (const { start, end, open, width, isUnclosed } of found.toSorted(
    (a, b) => a.start - b.start || b.end - a.end,
  )) {
    const innerStart = skipSpaces(text, start + widthAt(text, start))
    const innerEnd = trimSpaces(text, end - width, innerStart)
    if (innerEnd <= innerStart) continue
    while (around.length > 0 && (around.at(-1) ?? 0) <= start) around.pop()
    pairs.push({ start, end, innerStart, innerEnd, open, depth: around.length, isUnclosed })
    around.push(end)
  }
  return pairs
}
