import type { Paragraph, Quote } from '../domain/paragraph.ts'
import { createCast } from './cast.ts'
import type { LastSpeaker } from './inherit.ts'
import { createVocabularies } from './languages/vocabularies.ts'
import { readParagraph } from './read-paragraph.ts'
import type { NamedSpeaker } from './name-speaker.ts'
import { readTranscriptLine } from './transcript.ts'
import type { Reading } from './reading.ts'

export type QuotedParagraph = Pick<Paragraph, 'text' | 'language' | 'kind'>

/** Word lists made ready on first use; nothing in them depends on a text. */
const vocabularyOf = createVocabularies()

/**
 * Who says what in an article: the quotes of each paragraph, in order of `start`, nested ones behind the one they stand
 * in. Paragraphs are read in order, since a pronoun or a role means somebody named before; the canonical name of a
 * speaker is the fullest one of the whole article. Linear in the length of the text; never throws.
 */
export function extractQuotes(paragraphs: readonly QuotedParagraph[]): readonly (readonly Quote[])[] {
  if (!paragraphs.some(({ text }) => MAY_QUOTE.test(text) || readTranscriptLine(text) !== undefined)) {
    return paragraphs.map(() => [])
  }
  const cast = createCast()
  let last: LastSpeaker | undefined
  let isContinued = false
  let isListBefore = false
  const read = paragraphs.map((paragraph, index) => {
    const result = readParagraph(paragraph, {
      index,
      next: paragraphs[index + 1],
      previous: paragraphs[index - 1],
      isContinued,
      isListBefore,
      last,
      cast,
      vocabulary: vocabularyOf(paragraph.language),
    })
    last = result.last ?? last
    isContinued = result.isContinued
    isListBefore = result.isList
    return result.readings
  })
  for (let index = read.length - 2; index >= 0; index--)
    continueSpeaker(read[index] ?? [], read[index + 1] ?? [])
  return read.map(readings => readings.map(toQuote))
}

/** Who speaks at the end of a quote that goes on over several paragraphs spoke at its beginning. */
function continueSpeaker(readings: readonly Reading[], next: readonly Reading[]): void {
  const open = readings.find(reading => reading.isContinued)
  const rest = next.find(reading => reading.kind !== 'nested')
  if (!open || rest?.speaker === undefined || rest.rule?.startsWith('inherited') === true) return
  if (open.rule?.startsWith('inherited') === false) return
  open.rule = 'continued'
  open.kind = rest.kind
  open.speaker = rest.speaker
  open.confidence = rest.confidence
}

/** A mark of any language, or a dash at the beginning or behind a colon. */
const MAY_QUOTE = /["“”„‟«»‚‘’'‹›「『《〈＂〝״`]|^\s*[-–—―‒]|: ?[–—―]/u

function toQuote(reading: Reading): Quote {
  const { quote, kind } = reading
  const speaker = kind === 'direct' || kind === 'dash' ? reading.speaker : undefined
  const canonical = speaker && canonicalName(speaker)
  return {
    start: quote.start,
    end: quote.end,
    text: quote.text,
    kind,
    ...(canonical ? { speaker: canonical } : {}),
    ...(speaker?.text ? { speakerText: speaker.text } : {}),
    ...(speaker && reading.cue !== undefined ? { cue: reading.cue } : {}),
    ...(speaker && reading.rule !== undefined ? { rule: reading.rule } : {}),
    ...(reading.isPartial ? { partial: true } : {}),
    ...(reading.isContinued ? { continued: true } : {}),
    confidence: Math.round(reading.confidence * 100) / 100,
  }
}

/** The fullest name; the words for an institution or a role that is never named; nothing for somebody unknown. */
function canonicalName({ person, how, text, name = text }: NamedSpeaker): string | undefined {
  if (person) return person.name
  return how === 'role' || how === 'name' ? name : undefined
}
