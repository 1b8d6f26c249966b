import { classify, isPartial } from './classify.ts'
import type { Cast, Person } from './cast.ts'
import type { QuotedParagraph } from './extract-quotes.ts'
import { findNested, findQuotes, isDashList } from './find-quotes.ts'
import { findSpeaker } from './find-speaker.ts'
import type { FoundQuote } from './found-quote.ts'
import { inheritSpeakers } from './inherit.ts'
import type { LastSpeaker } from './inherit.ts'
import { nameSpeaker } from './name-speaker.ts'
import type { NamedSpeaker } from './name-speaker.ts'
import { pairMarks } from './pair-marks.ts'
import { readFocus, readNames } from './read-names.ts'
import type { NameContext } from './read-names.ts'
import type { Indirect, Reading } from './reading.ts'
import { reportedBy } from './reported-by.ts'
import { splitSentences } from './sentences.ts'
import { hasReportedForm, isSpeechLike } from './speech-like.ts'
import { tokenAt } from './token.ts'
import type { Range, Tokens } from './token.ts'
import { tokenize } from './tokenize.ts'
import type { Vocabulary } from './vocabulary.ts'

export type ParagraphContext = {
  readonly index: number
  readonly previous: QuotedParagraph | undefined
  readonly next: QuotedParagraph | undefined
  /** The paragraph before ended within a quote. */
  readonly isContinued: boolean
  /** The paragraph before was a line of a list with dashes. */
  readonly isListBefore: boolean
  readonly last: LastSpeaker | undefined
  readonly cast: Cast
  readonly vocabulary: Vocabulary
}

export type ReadParagraph = {
  readonly readings: readonly Reading[]
  readonly last: LastSpeaker | undefined
  readonly isContinued: boolean
  readonly isList: boolean
}

const OPENING = /^\s*[“„«»"”‘「『]/u

/** The quotes of one paragraph with all that it, and the article up to it, tells of their speakers. */
export function readParagraph(paragraph: QuotedParagraph, context: ParagraphContext): ReadParagraph {
  const { text, kind } = paragraph
  const { vocabulary, cast, index } = context
  const isTitle = kind === 'title' || kind === 'heading'
  const nextOpens = OPENING.test(context.next?.text ?? '')
  const { marks } = vocabulary.grammar
  const pairs = pairMarks(text, { marks, isContinued: context.isContinued, nextOpens })
  const isList = isDashList(paragraph, context)
  const quotes = findQuotes(paragraph, pairs, { ...context, isList })
  const hidden = quotes.map(({ outerStart, outerEnd }) => ({ start: outerStart, end: outerEnd }))
  const tokens = tokenize(text, hidden, vocabulary)
  const sentences = splitSentences(tokens, quotes)
  const naming: NameContext = { text, tokens, vocabulary, cast, paragraph: index }

  const readings: Reading[] = []
  const indirect: Indirect[] = []
  const focus: (Person | undefined)[] = []
  for (const [number, sentence] of sentences.entries()) {
    readNames(naming, sentence)
    const here = readSentence(naming, sentence, quotes, isTitle).map((reading): Reading => ({
      ...reading,
      sentence: number,
    }))
    shareSpeaker(here)
    focus.push(readFocus(naming, sentence))
    if (here.length === 0) {
      const candidate = reportedBy(tokens, sentence, vocabulary)
      if (candidate) {
        const speaker = nameSpeaker(naming, sentence, candidate)
        indirect.push({ sentence: number, speaker })
        if (speaker.person) cast.focus(speaker.person, index)
      }
    }
    readings.push(...here)
  }

  const heirs = new Set<Reading>()
  for (const reading of readings) {
    if (reading.rule !== undefined || reading.isName) continue
    const sentence = sentences[reading.sentence] ?? { from: 0, to: 0 }
    reading.isSpeechLike = isSpeechLike(text, reading, tokens, sentence)
    if (!reading.isSpeechLike && !hasReportedForm(tokens, sentence, reading.at)) continue
    // A title or a heading that names nobody has no speaker, though the text may tell later.
    if (isTitle) reading.confidence = TITLE_CONFIDENCE
    else heirs.add(reading)
  }
  inheritSpeakers(heirs, readings, { paragraph: index, indirect, focus, last: context.last })
  for (const reading of heirs) {
    if (reading.isSpeechLike) continue
    reading.rule = 'reported-form'
    reading.confidence = reading.speaker ? 0.55 : 0.35
  }
  const isContinued = nextOpens && quotes.some(quote => quote.isUnclosed)
  for (const reading of readings) {
    reading.kind = classify(reading, tokens, vocabulary)
    reading.isPartial = isPartial(reading, tokens)
    if (reading.speaker && !heirs.has(reading)) reading.confidence *= CERTAINTY[reading.speaker.how]
    reading.isContinued = reading.quote.isUnclosed && isContinued
  }
  return {
    readings: [...readings, ...findNested(text, pairs, quotes).map(nestedReading)].sort(
      (a, b) => a.quote.start - b.quote.start,
    ),
    last: lastSpeaker(readings, indirect, { paragraph: index, isContinued }),
    isContinued,
    isList,
  }
}

const TITLE_CONFIDENCE = 0.6

/** The quotes of a sentence, each with who said it as far as the sentence tells. */
function readSentence(
  naming: NameContext,
  sentence: Range,
  quotes: readonly FoundQuote[],
  isTitle: boolean,
): Reading[] {
  const { text, tokens, vocabulary, cast, paragraph } = naming
  const readings: Reading[] = []
  const subjects: Range[] = []
  for (let at = sentence.from; at < sentence.to; at++) {
    const quote = quotes[tokenAt(tokens, at).quote]
    if (!quote) continue
    const reading = createReading(quote, at)
    const candidate = findSpeaker({
      tokens,
      at,
      quote,
      quotes,
      from: sentence.from,
      to: sentence.to,
      vocabulary,
    })
    // `Lamp mayor quits: “…”`: a title leaves out the words that would tell a name from others.
    const isGuess = isTitle && candidate?.rule === 'before-colon-far'
    if (candidate && !isGuess) {
      reading.rule = candidate.rule
      reading.confidence = candidate.confidence
      reading.isWeakCue = candidate.isWeak === true
      if (candidate.cue) reading.cue = textOf(text, tokens, candidate.cue)
      if (candidate.subject) subjects.push(candidate.subject)
      if (candidate.subject || candidate.implied) {
        reading.speaker = nameSpeaker(naming, sentence, candidate)
        if (reading.speaker.person) cast.focus(reading.speaker.person, paragraph)
      }
    }
    readings.push(reading)
  }
  for (const reading of readings) {
    reading.isName = subjects.some(({ from, to }) => reading.at >= from && reading.at < to)
    if (reading.isName) forgetSpeaker(reading)
  }
  return readings
}

function forgetSpeaker(reading: Reading): void {
  delete reading.rule
  delete reading.cue
  delete reading.speaker
  reading.confidence = 0
}

const createReading = (quote: FoundQuote, at: number): Reading => ({
  quote,
  sentence: -1,
  at,
  confidence: 0,
  isWeakCue: false,
  isName: false,
  isSpeechLike: false,
  kind: 'scare',
  isPartial: false,
  isContinued: false,
})

/** How sure it is that the words for a speaker mean whom they were read to mean. */
const CERTAINTY: Readonly<Record<NamedSpeaker['how'], number>> = {
  name: 1,
  role: 0.93,
  guess: 0.65,
  pronoun: 0.85,
  implied: 0.75,
  unknown: 0.9,
}

const NESTED_CONFIDENCE = 0.5
const nestedReading = (quote: FoundQuote): Reading => ({
  ...createReading(quote, -1),
  kind: 'nested',
  confidence: NESTED_CONFIDENCE,
})

const textOf = (text: string, tokens: Tokens, { from, to }: Range): string =>
  text.slice(tokenAt(tokens, from).start, tokenAt(tokens, to - 1).end)

/** Quotes of one sentence have one speaker, when only one of them is told. */
function shareSpeaker(readings: readonly Reading[]): void {
  const told = readings.findLast(reading => reading.speaker !== undefined)
  if (told?.speaker === undefined) return
  for (const reading of readings) {
    const isTold = reading.rule !== undefined && reading.rule !== 'before-verb-carried'
    if (reading.speaker !== undefined || isTold || reading.isName) continue
    reading.rule = 'same-sentence'
    reading.confidence = told.confidence * 0.85
    reading.speaker = told.speaker
  }
}

function lastSpeaker(
  readings: readonly Reading[],
  indirect: readonly Indirect[],
  { paragraph, isContinued }: { paragraph: number; isContinued: boolean },
): LastSpeaker | undefined {
  const spoke = readings.findLast(one => one.kind !== 'scare' && one.speaker !== undefined)?.speaker
  if (spoke) return { paragraph, speaker: spoke, isContinued, isIndirect: false }
  const reported = indirect.at(-1)?.speaker
  return reported && { paragraph, speaker: reported, isContinued: false, isIndirect: true }
}
