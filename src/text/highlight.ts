import type { MatchSpan } from './match.ts'

/** A piece of text, and whether it is what was searched for. Never markup: whoever shows it decides how. */
export type HighlightPart = { readonly text: string; readonly isMatch: boolean }

/** The whole text in parts that join to it exactly; overlapping spans become one. */
export function highlightParts(text: string, spans: readonly MatchSpan[]): HighlightPart[] {
  return partsBetween(text, mergeSpans(spans), { start: 0, end: text.length })
}

type Range = { readonly start: number; readonly end: number }

function mergeSpans(spans: readonly MatchSpan[]): Range[] {
  const merged: { start: number; end: number }[] = []
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1)
    if (last && start <= last.end) last.end = Math.max(last.end, end)
    else merged.push({ start, end })
  }
  return merged
}

function partsBetween(text: string, matches: readonly Range[], within: Range): HighlightPart[] {
  const parts: HighlightPart[] = []
  const add = (start: number, end: number, isMatch: boolean): void => {
    if (end > start) parts.push({ text: text.slice(start, end), isMatch })
  }
  let at = within.start
  for (const { start, end } of matches) {
    if (end <= within.start || start >= within.end) continue
    add(at, start, false)
    add(Math.max(start, within.start), Math.min(end, within.end), true)
    at = end
  }
  add(at, within.end, false)
  return parts
}

export const ELLIPSIS_PART: HighlightPart = { text: ' … ', isMatch: false }

/** How far a fragment around a single match reaches to either side, characters. */
const CONTEXT = 40

/**
 * The part of a text that shows what was found: at least one place of every word and phrase that stands in it, around
 * `length` characters where that is enough, more where the words stand far apart. Cut-off ends are marked with `…`.
 */
export function snippetParts(
  text: string,
  spans: readonly MatchSpan[],
  { length = 240 }: { readonly length?: number } = {},
): HighlightPart[] {
  if (text.length <= length) return highlightParts(text, spans)
  const best = bestWindow(text, spans, length)
  const windows = [best]
  const shown = new Set(spans.filter(span => isWithin(span, best)).map(span => span.clause))
  for (const span of spans) {
    if (shown.has(span.clause)) continue
    shown.add(span.clause)
    windows.push({ start: span.start - CONTEXT, end: span.end + CONTEXT })
  }
  const matches = mergeSpans(spans)
  const fragments = joinWindows(windows.map(window => snapToWords(text, window, matches)))
  return fragments.flatMap((fragment, i): HighlightPart[] => [
    ...(i > 0 ? [ELLIPSIS_PART] : fragment.start > 0 ? [{ text: '… ', isMatch: false }] : []),
    ...partsBetween(text, matches, fragment),
    ...(i === fragments.length - 1 && fragment.end < text.length ? [{ text: ' …', isMatch: false }] : []),
  ])
}

const isWithin = (span: Range, window: Range): boolean => span.start >= window.start && span.end <= window.end

/** The window with most different words and phrases; among those the one that begins earliest. */
function bestWindow(text: string, spans: readonly MatchSpan[], length: number): Range {
  let best: Range = { start: 0, end: length }
  let most = 0
  for (const first of spans) {
    const start = Math.max(0, Math.min(first.start - CONTEXT, text.length - length))
    const window = { start, end: Math.max(start + length, first.end) }
    const count = new Set(spans.filter(span => isWithin(span, window)).map(span => span.clause)).size
    if (count > most) {
      most = count
      best = window
    }
  }
  return best
}

function joinWindows(windows: readonly Range[]): Range[] {
  const joined: { start: number; end: number }[] = []
  for (const { start, end } of windows.toSorted((a, b) => a.start - b.start)) {
    const last = joined.at(-1)
    if (last && start <= last.end + 1) last.end = Math.max(last.end, end)
    else joined.push({ start, end })
  }
  return joined
}

/** How far an end may move to fall between two words. */
const SLACK = 24

/** Moves both ends outwards to the next space, or at least off the middle of a character and of a match. */
function snapToWords(text: string, window: Range, matches: readonly Range[]): Range {
  let start = Math.max(0, window.start)
  let end = Math.min(text.length, window.end)
  const spaceBefore = text.lastIndexOf(' ', start)
  if (start > 0)
    start = start - spaceBefore <= SLACK && spaceBefore >= 0 ? spaceBefore + 1 : characterStart(text, start)
  const spaceAfter = text.indexOf(' ', end)
  if (end < text.length)
    end = spaceAfter >= 0 && spaceAfter - end <= SLACK ? spaceAfter : characterStart(text, end)
  for (const match of matches) {
    if (match.start < start && match.end > start) start = match.start
    if (match.start < end && match.end > end) end = match.end
  }
  return { start, end }
}

/** The beginning of the character that this offset stands in: never between surrogates or before a mark. */
function characterStart(text: string, offset: number): number {
  let at = offset
  while (at > 0 && (isLowSurrogate(text.charCodeAt(at)) || /^\p{M}/u.test(text.slice(at, at + 2)))) at--
  return at
}

const isLowSurrogate = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff
