import type { Cast } from './cast.ts'
import { trimSpaces } from './characters.ts'
import { afterColonDash, afterLeadingDash, splitDialogue } from './dash-dialogue.ts'
import type { QuotedParagraph } from './extract-quotes.ts'
import { describeQuote } from './found-quote.ts'
import type { FoundQuote } from './found-quote.ts'
import type { MarkPair } from './pair-marks.ts'
import { splitIncise } from './split-incise.ts'
import { tokenize } from './tokenize.ts'
import { isTranscript, readTranscriptLine } from './transcript.ts'
import type { Vocabulary } from './vocabulary.ts'

type ListContext = {
  readonly previous: QuotedParagraph | undefined
  readonly next: QuotedParagraph | undefined
  /** The paragraph before was a line of a list. */
  readonly isListBefore: boolean
}

type QuoteContext = Pick<ListContext, 'previous' | 'next'> & {
  readonly isList: boolean
  readonly cast: Cast
  readonly vocabulary: Vocabulary
}

/** The quotes that stand in no other: what marks enclose, and the speech of dash dialogue. */
export function findQuotes(
  paragraph: QuotedParagraph,
  pairs: readonly MarkPair[],
  context: QuoteContext,
): FoundQuote[] {
  const { text } = paragraph
  const { vocabulary, cast } = context
  const outer = pairs.filter(pair => pair.depth === 0)
  const describe = (place: Parameters<typeof describeQuote>[1]): FoundQuote =>
    describeQuote(text, place, vocabulary.grammar.unspaced === true)
  const line = paragraph.kind === 'text' ? readTranscriptLine(text) : undefined
  if (
    line &&
    isTranscript(line, { neighbours: [context.previous?.text, context.next?.text], isKnown: cast.isKnown })
  ) {
    const place = { start: line.start, end: trimSpaces(text, text.length) }
    return [
      describe({ ...place, outerStart: line.start, outerEnd: text.length, shape: 'line', isUnclosed: false }),
    ]
  }
  const marked = outer.flatMap(pair => {
    const halves = splitIncise(text, pair, vocabulary)
    if (halves) return halves.map(half => describe({ ...half, shape: 'marks', isUnclosed: false }))
    const { start: outerStart, end: outerEnd, innerStart: start, innerEnd: end, isUnclosed } = pair
    return [describe({ start, end, outerStart, outerEnd, shape: 'marks', isUnclosed })]
  })
  if (vocabulary.grammar.dialogue === undefined || paragraph.kind === 'list') return marked
  const lead = afterLeadingDash(text)
  if (lead === undefined && !/:\s*[–—―]/u.test(text)) return marked
  if (lead !== undefined && context.isList) return marked
  const tokens = tokenize(text, outer, vocabulary)
  // `– «Vi er klare», sa hun`: the marks tell more than the dash.
  if (lead !== undefined && outer[0]?.start === lead && isWholeSpeech(outer[0], text)) return marked
  const start = lead ?? afterColonDash(text, tokens)
  if (start === undefined) return marked
  const speech = splitDialogue(text, tokens, { start, vocabulary, isKnown: cast.isKnown }).map(part =>
    describe({ ...part, shape: 'dash', isUnclosed: false }),
  )
  return [
    ...marked.filter(
      quote => !speech.some(part => quote.outerStart < part.outerEnd && part.outerStart < quote.outerEnd),
    ),
    ...speech,
  ].sort((a, b) => a.start - b.start)
}

function isWholeSpeech(pair: MarkPair, text: string): boolean {
  return (
    pair.innerEnd - pair.innerStart > 12 &&
    /^[,.!?…\s]*(?:\p{Ll}|$)/u.test(text.slice(pair.end, pair.end + 20))
  )
}

const SHORT_LINE = 60
const ENDS_SPEECH = /[.!?…"”»]\s*$/u
/** Lines with dashes behind a colon, or several in a row without a full stop, are a list up to its last line. */
export function isDashList(
  { text }: QuotedParagraph,
  { previous, next, isListBefore }: ListContext,
): boolean {
  if (text.length > SHORT_LINE || afterLeadingDash(text) === undefined) return false
  if (isListBefore) return true
  if (ENDS_SPEECH.test(text)) return false
  const isItem = (other: QuotedParagraph | undefined): boolean =>
    other !== undefined &&
    afterLeadingDash(other.text) !== undefined &&
    other.text.length <= SHORT_LINE &&
    !ENDS_SPEECH.test(other.text)
  return (previous !== undefined && /[:：]\s*$/u.test(previous.text)) || isItem(previous) || isItem(next)
}

/** Marks within a quote. Only they can be: the pairs that `findQuotes` did not take. */
export function findNested(
  text: string,
  pairs: readonly MarkPair[],
  quotes: readonly FoundQuote[],
): FoundQuote[] {
  const nested: FoundQuote[] = []
  let outer = 0
  for (const pair of pairs) {
    while (outer < quotes.length && (quotes[outer]?.outerEnd ?? 0) <= pair.start) outer++
    const around = quotes[outer]
    if (!around || pair.start < around.start || pair.end > around.outerEnd) continue
    const place = { start: pair.innerStart, end: pair.innerEnd, outerStart: pair.start, outerEnd: pair.end }
    nested.push(describeQuote(text, { ...place, shape: 'marks', isUnclosed: false }, false))
  }
  return nested
}
