import { isDigitAt, isLowerAt, isSpaceAt, isUnspacedAt, isUpperAt, isWordAt } from './characters.ts'

/** A character that may be a quotation mark, and what its neighbours tell of it. */
export type Mark = {
  /** UTF-16 code unit into the paragraph, and where it ends: two apostrophes are one mark. */
  readonly at: number
  readonly end: number
  readonly char: string
  /** An apostrophe has the same shape. */
  readonly isSingle: boolean
  /** Space or an opening punctuation mark before it, a word behind it. */
  readonly looksOpening: boolean
  /** A word before it, space or punctuation behind it. */
  readonly looksClosing: boolean
  /** Spaces on both sides, so that neither tells anything. */
  readonly isSetOff: boolean
  /** Behind a digit, as the signs of feet and inches are. */
  readonly isBehindDigit: boolean
}

/** Which marks a closing mark closes; `"` stands for two apostrophes as well. */
const CLOSES: ReadonlyMap<string, string> = new Map([
  ['”', '“„”‟"'],
  ['“', '„‚“‟'],
  ['„', '„'],
  ['»', '«»'],
  ['«', '»«'],
  ['"', '"“„'],
  ['’', '‘‚’'],
  ['‘', '‚‘'],
  ["'", "'‘`"],
  ['›', '‹›'],
  ['‹', '›‹'],
  ['」', '「'],
  ['』', '『'],
  ['》', '《'],
  ['〉', '〈'],
  ['＂', '＂'],
  ['〟', '〝'],
  ['״', '״„'],
])
const OPENS = '“„‟«»”‘‚’\'"‹›「『《〈＂〝״'
const ALWAYS_OPENS = '「『《〈〝'
const ALWAYS_CLOSES = '」』》〉〟'
const SINGLES = "'’‘‚"
const BEFORE_OPENING = new Set('([{—–―-/“„«‘"\'‚>:;,¿¡،：，。、（')
const BEHIND_CLOSING = new Set('.,;:!?…)]}—–―-/”“»’"\'‹›。，、！？：；）」』،؛؟।')

/** The marks that a mark can close; '' for one that only opens. */
export const closedBy = (char: string): string => CLOSES.get(char) ?? ''
/** By its shape alone; who may open with it is a matter of language. */
export const canOpen = (char: string): boolean => OPENS.includes(char)
export const alwaysOpens = (char: string): boolean => ALWAYS_OPENS.includes(char)
export const alwaysCloses = (char: string): boolean => ALWAYS_CLOSES.includes(char)
export const isSingleMark = (char: string): boolean => SINGLES.includes(char)

/** Whether a UTF-16 code unit is a mark; asked for every character of every text. */
const IS_MARK: Uint8Array = (() => {
  const table = new Uint8Array(0x10000)
  for (const char of [...Array.from(OPENS), ...CLOSES.keys(), '`']) table[char.charCodeAt(0)] = 1
  return table
})()

/** The marks of a text in order, without apostrophes within words and the strokes of Hebrew abbreviations. */
export function readMarks(text: string): Mark[] {
  const marks: Mark[] = []
  for (let at = 0; at < text.length; at++) {
    if (IS_MARK[text.charCodeAt(at)] !== 1) continue
    const raw = text.charAt(at)
    // `said ''no''` and LaTeX's ``no''
    const width = (raw === "'" || raw === '`') && text.charAt(at + 1) === raw ? 2 : 1
    if (raw === '`' && width === 1) continue
    const char = width === 1 ? raw : raw === '`' ? '“' : '"'
    const mark = readMark(text, char, at, at + width)
    if (mark) marks.push(mark)
    at += width - 1
  }
  return marks
}

function readMark(text: string, char: string, at: number, end: number): Mark | undefined {
  const spaceBefore = isSpaceAt(text, at - 1)
  const spaceBehind = isSpaceAt(text, end)
  // Between characters of scripts without spaces only the shape of a mark tells its direction.
  const isAmongUnspaced = isUnspacedAt(text, at - 1) || isUnspacedAt(text, end)
  const opensByShape = isAmongUnspaced && '“‘'.includes(char)
  const closesByShape = isAmongUnspaced && '”’'.includes(char)
  const isWithinWord = isWordAt(text, at - 1) && isWordAt(text, end)
  if (isWithinWord && "'’".includes(char) && !closesByShape) return undefined
  if (isWithinWord && char === '"' && isCasedOrHebrew(text, at - 1)) return undefined
  const mayOpen = (spaceBefore || BEFORE_OPENING.has(text.charAt(at - 1))) && !spaceBehind
  const mayClose =
    !spaceBefore && (spaceBehind || BEHIND_CLOSING.has(text.charAt(end)) || !isWordAt(text, end))
  return {
    at,
    end,
    char,
    isSingle: SINGLES.includes(char),
    looksOpening: !closesByShape && (opensByShape || mayOpen),
    looksClosing: !opensByShape && (closesByShape || mayClose),
    isSetOff: spaceBefore && spaceBehind && end < text.length,
    isBehindDigit: isDigitAt(text, at - 1),
  }
}

/** In Hebrew part of an abbreviation; in scripts without spaces a straight mark is a mark wherever it stands. */
const isCasedOrHebrew = (text: string, at: number): boolean =>
  isUpperAt(text, at) || isLowerAt(text, at) || isDigitAt(text, at) || /[\u0590-\u05ff]/.test(text.charAt(at))

const CLIPPED = /(?:\d0s|em|til|tis|twas|cause|n|s|t|k|m)(?![\p{L}\p{N}])/iuy
/** `'90s`, `'em`, `'n'`: an apostrophe for what was left out. */
export function isClipped(text: string, { char, end }: Mark): boolean {
  if (char === '‘') return false
  CLIPPED.lastIndex = end
  return CLIPPED.test(text)
}

/** How far behind a possessive apostrophe (the Democrats’ plan) the mark that really closes may stand. */
const POSSESSIVE_REACH = 120

/** For each mark, whether a single one behind it could close, and whether it is a possessive apostrophe itself. */
export function readSingles(
  text: string,
  marks: readonly Mark[],
): { hasCloser: boolean[]; isPossessive: boolean[] } {
  const hasCloser: boolean[] = []
  const isPossessive: boolean[] = []
  let [closer, opener] = [Infinity, Infinity]
  for (let index = marks.length - 1; index >= 0; index--) {
    const mark = marks[index]
    if (!mark) continue
    hasCloser[index] = closer < Infinity
    const isBehindS = 'sS'.includes(text.charAt(mark.at - 1)) && isSpaceAt(text, mark.end)
    isPossessive[index] = isBehindS && closer - mark.at <= POSSESSIVE_REACH && closer < opener
    if (!mark.isSingle || mark.char === '‚') continue
    const endsWord = !isWordAt(text, mark.end) || isUnspacedAt(text, mark.end)
    if (!isSpaceAt(text, mark.at - 1) && endsWord) closer = mark.at
    if (isSpaceAt(text, mark.at - 1) && !isSpaceAt(text, mark.end)) opener = mark.at
  }
  return { hasCloser, isPossessive }
}
