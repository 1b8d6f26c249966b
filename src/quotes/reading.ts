import type { QuoteKind } from '../domain/paragraph.ts'
import type { SpeakerRule } from './candidate.ts'
import type { FoundQuote } from './found-quote.ts'
import type { NamedSpeaker } from './name-speaker.ts'

/** What is known so far of one quote; filled while its paragraph is read. */
export type Reading = {
  readonly quote: FoundQuote
  /** Which sentence of the paragraph it stands in, and where among the tokens. */
  readonly sentence: number
  readonly at: number
  rule?: SpeakerRule
  confidence: number
  cue?: string
  isWeakCue: boolean
  /** It names who says another quote: `schreibt die „Fennpost“`. */
  isName: boolean
  speaker?: NamedSpeaker
  /** Reads like a sentence that somebody said, whatever stands around it. */
  isSpeechLike: boolean
  kind: QuoteKind
  isPartial: boolean
  isContinued: boolean
}

/** Somebody the narrator reports without quoting: who says the next words in marks, if nobody else is named. */
export type Indirect = { readonly sentence: number; readonly speaker: NamedSpeaker }
