import type { Candidate } from './candidate.ts'
import type { Cast } from './cast.ts'
import { isLowerAt, isUpperAt, skipSpaces } from './characters.ts'
import { classify } from './classify.ts'
import { readCue } from './cue.ts'
import { afterColonDash, afterLeadingDash, splitDialogue } from './dash-dialogue.ts'
import type { QuotedParagraph } from './extract-quotes.ts'
import { findSpeaker } from './find-speaker.ts'
import { describeQuote } from './found-quote.ts'
import type { FoundQuote } from './found-quote.ts'
import { inherit } from './inherit.ts'
import type { LastSpeaker } from './inherit.ts'
import { nameSpeaker } from './name-speaker.ts'
import type { NamedSpeaker } from './name-speaker.ts'
import { firstSubject, hasCapital, phraseLeft, phraseRight } from './noun-phrase.ts'
import { pairMarks } from './pair-marks.ts'
import type { MarkPair } from './pair-marks.ts'
import { readFocus, readNames } from './read-names.ts'
import type { Indirect, Reading } from './reading.ts'
import { splitSentences } from './sentences.ts'
import { has, isPronoun, lengthOf, tokenAt } from './token.ts'
import type { Range, Token, Tokens } from './token.ts'
import { tokenize } from './tokenize.ts'
import { WORD_CLASS } from './vocabulary.ts'
import type { Vocabulary } from './vocabulary.ts'

export type ParagraphContext = {
  readonly index: number
  readonly previous: QuotedParagraph | undefined
  readonly next: QuotedParagraph | undefined
  /** The paragraph before ended within a quote. */
  readonly isContinued: boolean
  readonly last: LastSpeaker | undefined
  readonly cast: Cast
  readonly vocabulary: Vocabulary
}

export type ReadParagraph = {
  readonly readings: readonly Reading[]
  readonly last: LastSpeaker | undefined
  readonly isContinued: boolean
}

/** The quotes of one paragraph with all that it, and the article up to it, tells of their speakers. */
export function readParagraph(paragraph: QuotedParagraph, context: ParagraphContext): ReadParagraph {
  const { text } = paragraph
  const { vocabulary, cast, index } = context
  const nextOpens = /^\s*[“„«»"”‘「『]/u.test(context.next?.text ?? '')
  const pairs = pairMarks(text, {
    marks: vocabulary.grammar.marks,
    isContinued: context.isContinued,
    nextOpens,
  })
  const quotes = findQuotes(paragraph, pairs, context)
  const tokens = tokenize(
    text,
    quotes.map(({ outerStart, outerEnd }) => ({ start: outerStart, end: outerEnd })),
    vocabulary,
  )
  const sentences = splitSentences(tokens, quotes)

  const readings: Reading[] = []
  const indirect: Indirect[] = []
  const name = (subject: Range, sentence: Range, candidate?: Candidate): NamedSpeaker =>
    nameSpeaker(text, tokens, subject, {
      cast,
      paragraph: index,
      vocabulary,
      sentence: sentence.from,
      clitic: candidate?.clitic,
    })

  for (const [number, sentence] of sentences.entries()) {
    readNames(text, tokens, sentence, cast, vocabulary)
    const here: Reading[] = []
    for (let at = sentence.from; at < sentence.to; at++) {
      const quote = quotes[tokenAt(tokens, at).quote]
      if (!quote) continue
      const reading: Reading = {
        quote,
        sentence: number,
        at,
        confidence: 0,
        isSpeechLike: false,
        kind: 'scare',
        isPartial: false,
        isContinued: false,
      }
      const candidate = findSpeaker({ tokens, at, quote, from: sentence.from, to: sentence.to, vocabulary })
      if (candidate) {
        reading.rule = candidate.rule
        reading.confidence = candidate.confidence
        if (candidate.cue) reading.cue = textOf(text, tokens, candidate.cue)
        if (candidate.subject) {
          reading.speaker = name(candidate.subject, sentence, candidate)
          if (reading.speaker.person) cast.focus(reading.speaker.person, index)
        }
      }
      here.push(reading)
    }
    shareSpeaker(here)
    readFocus(text, tokens, sentence, { cast, paragraph: index, vocabulary })
    if (here.length === 0) {
      const subject = reportedBy(tokens, sentence, vocabulary)
      if (subject) indirect.push({ sentence: number, speaker: name(subject, sentence) })
    }
    readings.push(...here)
  }

  for (const reading of readings) {
    if (reading.rule !== undefined) continue
    reading.isSpeechLike = isSpeechLike(
      text,
      reading,
      tokens,
      sentences[reading.sentence] ?? { from: 0, to: 0 },
    )
    const isReportedForm = !reading.isSpeechLike && hasReportedForm(tokens, sentences[reading.sentence])
    if (!reading.isSpeechLike && !isReportedForm) continue
    // A title or a heading that names nobody has no speaker, though the text may tell later.
    if (paragraph.kind === 'title' || paragraph.kind === 'heading') reading.confidence = TITLE_CONFIDENCE
    else inherit(reading, { paragraph: index, readings, indirect, last: context.last })
    if (isReportedForm) {
      reading.rule = 'reported-form'
      reading.confidence = reading.speaker ? 0.55 : 0.35
    }
  }
  for (const reading of readings) reading.kind = classify(reading, tokens, vocabulary)

  const spoke = readings.findLast(
    reading => reading.kind !== 'scare' && reading.speaker !== undefined,
  )?.speaker
  const isContinued = nextOpens && quotes.some(quote => quote.isUnclosed)
  const reported = indirect.at(-1)?.speaker
  const last = spoke
    ? { paragraph: index, speaker: spoke, isContinued, isIndirect: false }
    : reported && { paragraph: index, speaker: reported, isContinued: false, isIndirect: true }
  for (const reading of readings) if (reading.quote.isUnclosed) reading.isContinued = isContinued
  return {
    readings: [...readings, ...nestedReadings(text, pairs, quotes)].sort(
      (a, b) => a.quote.start - b.quote.start,
    ),
    last,
    isContinued,
  }
}

/** The quotes that stand in no other: what marks enclose, and the speech of dash dialogue. */
function findQuotes(
  paragraph: QuotedParagraph,
  pairs: readonly MarkPair[],
  context: ParagraphContext,
): FoundQuote[] {
  const { text } = paragraph
  const { vocabulary, cast } = context
  const outer = pairs.filter(pair => pair.depth === 0)
  const describe = (place: Parameters<typeof describeQuote>[1]): FoundQuote =>
    describeQuote(text, place, vocabulary.grammar.unspaced === true)
  const marked = outer.map(pair =>
    describe({
      start: pair.innerStart,
      end: pair.innerEnd,
      outerStart: pair.start,
      outerEnd: pair.end,
      shape: 'marks',
      isUnclosed: pair.isUnclosed,
    }),
  )
  if (vocabulary.grammar.dialogue === undefined || paragraph.kind === 'list') return marked
  const lead = afterLeadingDash(text)
  if (lead === undefined && !/:\s*[–—―]/u.test(text)) return marked
  if (lead !== undefined && isDashList(paragraph, context)) return marked
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

const TITLE_CONFIDENCE = 0.6

const SHORT_LINE = 60
/** Lines with dashes behind a colon, or several in a row without a full stop, are a list. */
function isDashList({ text }: QuotedParagraph, { previous, next }: ParagraphContext): boolean {
  if (text.length > SHORT_LINE || /[.!?…"”»]\s*$/u.test(text)) return false
  const isItem = (other: QuotedParagraph | undefined): boolean =>
    other !== undefined &&
    afterLeadingDash(other.text) !== undefined &&
    other.text.length <= SHORT_LINE &&
    !/[.!?…"”»]\s*$/u.test(other.text)
  return (previous !== undefined && /[:：]\s*$/u.test(previous.text)) || isItem(previous) || isItem(next)
}

const textOf = (text: string, tokens: Tokens, { from, to }: Range): string =>
  text.slice(tokenAt(tokens, from).start, tokenAt(tokens, to - 1).end)

/** Quotes of one sentence have one speaker, when only one of them is told. */
function shareSpeaker(readings: readonly Reading[]): void {
  const told = readings.findLast(reading => reading.speaker !== undefined)
  if (told?.speaker === undefined) return
  for (const reading of readings) {
    const isTold = reading.rule !== undefined && reading.rule !== 'before-verb-carried'
    if (reading.speaker !== undefined || isTold) continue
    reading.rule = 'same-sentence'
    reading.confidence = told.confidence * 0.85
    reading.speaker = told.speaker
  }
}

const SPEECH_WORDS = 4
const LONG_SPEECH = 9
function isSpeechLike(text: string, { quote, at }: Reading, tokens: Tokens, sentence: Range): boolean {
  if (quote.shape === 'dash' || quote.isUnclosed || quote.words >= LONG_SPEECH) return true
  const isStopped = '.!?…。！？।؟'.includes(quote.lastMark || ' ')
  if (quote.words >= SPEECH_WORDS && (isStopped || (quote.lastMark === ',' && isUpperAt(text, quote.start))))
    return true
  const isAlone = tokens
    .slice(sentence.from, sentence.to)
    .every((token: Token, k) => sentence.from + k === at || token.kind === 'mark')
  const stopsBehind = /^[.!?…。！？]/u.test(text.slice(quote.outerEnd, quote.outerEnd + 1))
  return (
    isAlone &&
    quote.words >= 2 &&
    (isStopped || stopsBehind || !isLowerAt(text, skipSpaces(text, quote.start)))
  )
}

function hasReportedForm(tokens: Tokens, sentence: Range | undefined): boolean {
  if (sentence === undefined) return false
  for (let at = sentence.from; at < sentence.to; at++) {
    if (has(tokenAt(tokens, at), WORD_CLASS.reportedForm)) return true
  }
  return false
}

/** Whose words a sentence without a quote reports. */
function reportedBy(tokens: Tokens, { from, to }: Range, vocabulary: Vocabulary): Range | undefined {
  for (let at = from; at < to; at++) {
    const cue = readCue(tokens, at, from, vocabulary)
    if (!cue || cue.isWeak) continue
    const left = phraseLeft(tokens, at, Math.max(from, at - 60), vocabulary)
    if (left) return left
    if (vocabulary.grammar.wordOrder !== 'subject-first') {
      const right = phraseRight(tokens, at + cue.length, to, vocabulary)
      if (right && (hasCapital(tokens, right) || isPronoun(tokenAt(tokens, right.from)))) return right
    }
    const first = firstSubject(tokens, from, at, vocabulary)
    if (first) return first
  }
  for (let at = from; at < to; at++) {
    const length = lengthOf(tokens, at, WORD_CLASS.source)
    const subject = length > 0 ? phraseRight(tokens, at + length, to, vocabulary) : undefined
    if (subject) return subject
  }
  return undefined
}

/** Marks within a quote. */
function nestedReadings(text: string, pairs: readonly MarkPair[], quotes: readonly FoundQuote[]): Reading[] {
  const nested: Reading[] = []
  let outer = 0
  for (const pair of pairs) {
    while (outer < quotes.length && (quotes[outer]?.outerEnd ?? 0) <= pair.start) outer++
    const around = quotes[outer]
    if (
      !around ||
      pair.start < around.start - 1 ||
      (pair.innerStart === around.start && pair.innerEnd === around.end)
    )
      continue
    if (pair.end > around.outerEnd) continue
    nested.push({
      quote: describeQuote(
        text,
        {
          start: pair.innerStart,
          end: pair.innerEnd,
          outerStart: pair.start,
          outerEnd: pair.end,
          shape: 'marks',
          isUnclosed: false,
        },
        false,
      ),
      sentence: -1,
      at: -1,
      confidence: 0.5,
      isSpeechLike: false,
      kind: 'nested',
      isPartial: false,
      isContinued: false,
    })
  }
  return nested
}
