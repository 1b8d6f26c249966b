import type { Language } from '../domain/language.ts'
import type { Paragraph, Quote } from '../domain/paragraph.ts'
import { isSpeech } from '../text/zones.ts'
import type { UnitReader } from './read-units.ts'
import type { Unit } from './unit.ts'

/** One word of a source: of which of its paragraphs, and who says it. */
export type SourceUnit = Unit & {
  /** Index into `paragraphs` of the source. */
  readonly place: number
  /** Index into the quotes of its paragraph: the innermost speech it stands in. */
  readonly quote: number | undefined
  /** The narrator's words between two parts of one speech: `,” he said, “`. Leaving them out changes nothing. */
  readonly isBetween: boolean
  /** First of its paragraph or quote, or behind the end of a sentence. */
  readonly startsSentence: boolean
}

/** Text that a claim is compared with: a paragraph, or several of one article through which a speech goes on. */
export type Source = {
  readonly paragraphs: readonly Paragraph[]
  readonly language: Language
  readonly units: readonly SourceUnit[]
}

export function readSource(paragraphs: readonly Paragraph[], read: UnitReader): Source {
  const placed = paragraphs.flatMap((paragraph, place) => placedUnits(paragraph, place, read))
  markNarration(placed, paragraphs)
  return { paragraphs, language: paragraphs[0]?.language ?? 'und', units: placed }
}

type PlacedUnit = { -readonly [K in keyof SourceUnit]: SourceUnit[K] }

function placedUnits({ text, language, quotes }: Paragraph, place: number, read: UnitReader): PlacedUnit[] {
  const units = read(text, language)
  const quoteOf = innermostSpeech(units, quotes)
  return units.map((unit, i) => {
    const before = units[i - 1]
    // every field, in one order: thousands of these are made for a check
    return {
      kind: unit.kind,
      key: unit.key,
      also: unit.also,
      raw: unit.raw,
      start: unit.start,
      end: unit.end,
      isContracted: unit.isContracted,
      place,
      quote: quoteOf[i],
      isBetween: false,
      startsSentence:
        before === undefined ||
        quoteOf[i] !== quoteOf[i - 1] ||
        (unit.start - before.end > 1 && SENTENCE_END.test(text.slice(before.end, unit.start))) ||
        (unit.start - before.end === 1 && SENTENCE_END.test(text.charAt(before.end))),
    }
  })
}

const SENTENCE_END = /[.!?…。！？｡؟۔।॥]/u

/** Quotes come in order of their beginning, nested ones behind the one they stand in: the last that holds a unit is it. */
function innermostSpeech(units: readonly Unit[], quotes: readonly Quote[]): (number | undefined)[] {
  const quoteOf = Array<number | undefined>(units.length).fill(undefined)
  quotes.forEach((quote, number) => {
    if (!isSpeech(quote)) return
    for (let i = firstFrom(units, quote.start); i < units.length; i++) {
      const unit = units[i] as Unit
      if (unit.end > quote.end) break
      quoteOf[i] = number
    }
  })
  return quoteOf
}

function firstFrom(units: readonly Unit[], start: number): number {
  let [low, high] = [0, units.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((units[middle] as Unit).start >= start) high = middle
    else low = middle + 1
  }
  return low
}

/** Marks the narrator's words between quotes of one speaker, also from one paragraph to the next. */
function markNarration(units: readonly PlacedUnit[], paragraphs: readonly Paragraph[]): void {
  const quoteAt = (i: number): Quote | undefined => {
    const unit = units[i]
    return unit?.quote === undefined ? undefined : paragraphs[unit.place]?.quotes[unit.quote]
  }
  let last: number | undefined
  for (let i = 0; i < units.length; i++) {
    if (units[i]?.quote === undefined) continue
    if (last !== undefined && i - last > 1 && isOneSpeaker(quoteAt(last), quoteAt(i))) {
      for (const unit of units.slice(last + 1, i)) unit.isBetween = true
    }
    last = i
  }
}

/** Of two quotes of a paragraph, one without a speaker goes on what the other began. */
export function isOneSpeaker(a: Quote | undefined, b: Quote | undefined): boolean {
  if (!a || !b || a.kind === 'nested' || b.kind === 'nested') return false
  return a.speaker === undefined || b.speaker === undefined || a.speaker === b.speaker
}
