/**
 * Where a phrase that somebody typed begins and ends. Every quotation mark of every language opens one, and marks of
 * one family close each other: `„…“`, `”…”`, `»…«` and `“…"` are all typed by someone. Families nest in each other,
 * so `«a “b” c»` is one phrase.
 */
const FAMILIES = {
  double: '"＂“”„‟〝〞〟❝❞',
  guillemet: '«»',
  singleGuillemet: '‹›❮❯',
  corner: '「」｢｣﹁﹂',
  whiteCorner: '『』﹃﹄',
  single: "'’‘‚‛＇",
} as const
type Family = keyof typeof FAMILIES

const FAMILY_OF = new Map<string, Family>(
  (Object.keys(FAMILIES) as Family[]).flatMap(family =>
    Array.from(FAMILIES[family]).map(mark => [mark, family] as const),
  ),
)
/** Marks that are drawn as opening ones; the German and the Danish close with some of them. */
const OPENING_SHAPES = new Set('“„‟〝❝‘‚‛«‹「｢﹁『﹃')

export type TypedPhrase = {
  /** Offsets of the words between the marks. */
  readonly start: number
  readonly end: number
  /** Offset behind the closing mark. */
  readonly after: number
  readonly marks: string
  readonly isClosed: boolean
}

export type MarkReading =
  | { readonly kind: 'phrase'; readonly phrase: TypedPhrase }
  /** A double mark that opens nothing, as the inches of `6" pipe`: it only separates. */
  | { readonly kind: 'stray' }
  /** An ordinary character: an apostrophe, the gershayim of צה"ל, anything that is no mark. */
  | { readonly kind: 'character' }

const CHARACTER = { kind: 'character' } as const

/** What the character at `at` does there, when it stands outside of every phrase. */
export function readMark(text: string, at: number): MarkReading {
  const mark = text[at] ?? ''
  const family = FAMILY_OF.get(mark)
  if (family === undefined || isGershayim(text, at)) return CHARACTER
  const opensWord = !isWordCharacter(text, at - 1, 'before')
  if (family === 'single') return readSingleMark(text, at, opensWord)

  const close = findClose(text, at, family)
  const looksClosing = !opensWord && isSpace(text[at + 1])
  if (looksClosing || (close === undefined && !opensWord)) return { kind: 'stray' }
  return phrase(text, at, close)
}

function readSingleMark(text: string, at: number, opensWord: boolean): MarkReading {
  if (!opensWord || isSpace(text[at + 1])) return CHARACTER
  const close = findClose(text, at, 'single')
  if (close !== undefined) return phrase(text, at, close)
  // ’tis, '90s: only a mark that is nothing but a quotation mark opens a phrase that nobody closed.
  const isUnmistakable = text[at] === '‚' || (text[at] === '‘' && !/^[\d\s]/u.test(text.slice(at + 1)))
  return isUnmistakable ? phrase(text, at, undefined) : CHARACTER
}

function phrase(text: string, at: number, close: number | undefined): MarkReading {
  const end = close ?? text.length
  const marks = `${text[at] ?? ''}${close === undefined ? '' : (text[close] ?? '')}`
  const after = close === undefined ? end : close + 1
  return { kind: 'phrase', phrase: { start: at + 1, end, after, marks, isClosed: close !== undefined } }
}

/** The nearest mark of the same family, else (`«…"`) the nearest of another one that is no apostrophe. */
function findClose(text: string, open: number, family: Family): number | undefined {
  let other: number | undefined
  for (let at = open + 1; at < text.length; at++) {
    const found = FAMILY_OF.get(text[at] ?? '')
    if (found === undefined || !canClose(text, at, found)) continue
    if (found === family) return at
    if (found !== 'single' && family !== 'single') other ??= at
  }
  return other
}

function canClose(text: string, at: number, family: Family): boolean {
  if (isGershayim(text, at)) return false
  const mark = text[at] ?? ''
  if (family === 'single') return !isSpace(text[at - 1]) && !isWordCharacter(text, at + 1, 'after')
  return !(OPENING_SHAPES.has(mark) && isSpace(text[at - 1]) && !isSpace(text[at + 1]))
}

/** A mark between two Hebrew letters abbreviates: it belongs to the word. */
function isGershayim(text: string, at: number): boolean {
  const isHebrew = (character: string | undefined): boolean => /[\u05d0-\u05ea]/u.test(character ?? '')
  return isHebrew(text[at - 1]) && isHebrew(text[at + 1])
}

/** White space, or the edge of the text. */
function isSpace(character: string | undefined): boolean {
  return character === undefined || /\s/u.test(character)
}

/** Whether a letter or digit stands there in a script that writes spaces between words: elsewhere quotes touch words. */
function isWordCharacter(text: string, at: number, side: 'before' | 'after'): boolean {
  const isTrailing = side === 'before' && /[\udc00-\udfff]/u.test(text[at] ?? '')
  const character = String.fromCodePoint(text.codePointAt(isTrailing ? at - 1 : at) ?? 32)
  if (at < 0 || !/[\p{L}\p{N}\p{M}]/u.test(character)) return false
  return !/[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmr}\p{sc=Mymr}\p{sc=Hang}]/u.test(
    character,
  )
}

/** Whether the marks are the plain ones that everybody's keyboard has. */
export const arePlainMarks = (marks: string): boolean => /^"+$/.test(marks)
