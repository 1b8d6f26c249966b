import type { Quote } from '../domain/paragraph.ts'
import type { MatchSpan } from './match.ts'
import { isSpeech } from './zones.ts'

/** A piece of text, and whether it is what was searched for. Never markup: whoever shows it decides how. */
export type HighlightPart = {
  readonly text: string
  readonly isMatch: boolean
  /** In which of the paragraph's quotes it stands, the outermost; absent in the narrator's words. */
  readonly quote?: number
}

/** The whole text in parts that join to it exactly; overlapping spans become one. */
export function highlightParts(
  text: string,
  spans: readonly MatchSpan[],
  quotes: readonly Quote[] = [],
): HighlightPart[] {
  return partsBetween(
    { text, matches: mergeSpans(spans), speech: speechIn(quotes) },
    { start: 0, end: text.length },
  )
}

type SpeechRange = Range & { readonly quote: number }

/** Where somebody speaks, by the outermost quotes, in order and without overlap. */
function speechIn(quotes: readonly Quote[]): SpeechRange[] {
  const ranges: SpeechRange[] = []
  quotes.forEach((quote, number) => {
    const start = Math.max(quote.start, ranges.at(-1)?.end ?? 0)
    if (isSpeech(quote) && quote.end > start) ranges.push({ start, end: quote.end, quote: number })
  })
  return ranges
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

type Marked = {
  readonly text: string
  readonly matches: readonly Range[]
  readonly speech: readonly SpeechRange[]
}

function partsBetween({ text, matches, speech }: Marked, within: Range): HighlightPart[] {
  const parts: HighlightPart[] = []
  const edges = [...matches, ...speech]
    .flatMap(({ start, end }) => [start, end])
    .filter(edge => edge > within.start && edge < within.end)
    .sort((a, b) => a - b)
  let [match, said] = [0, 0]
  let start = within.start
  for (const end of [...edges, within.end]) {
    if (end === start) continue
    while ((matches[match]?.end ?? Infinity) <= start) match++
    while ((speech[said]?.end ?? Infinity) <= start) said++
    const quote = speech[said]
    parts.push({
      text: text.slice(start, end),
      isMatch: (matches[match]?.start ?? Infinity) <= start,
      ...(quote !== undefined && quote.start <= start && { quote: quote.quote }),
    })
    start = end
  }
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
  { length = 240, quotes = [] }: { readonly length?: number; readonly quotes?: readonly Quote[] } = {},
): HighlightPart[] {
  if (text.length <= length) return highlightParts(text, spans, quotes)
  const best = bestWindow(text, spans, length)
  const windows = [best]
  const shown = new Set(spans.filter(span => isWithin(span, best)).map(span => span.clause))
  for (const span of spans) {
    if (shown.has(span.clause)) continue
    shown.add(span.clause)
    windows.push({ start: span.start - CONTEXT, end: span.end + CONTEXT })
  }
  const matches = mergeSpans(spans)
  const marked = { text, matches, speech: speechIn(quotes) }
  const fragments = joinWindows(windows.map(window => snapToWords(text, window, matches)))
  return fragments.flatMap((fragment, i): HighlightPart[] => [
    ...(i > 0 ? [ELLIPSIS_PART] : fragment.start > 0 ? [{ text: '… ', isMatch: false }] : []),
    ...partsBetween(marked, fragment),
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
