import type { FoundQuote } from './found-quote.ts'
import type { Range, Tokens } from './token.ts'
import type { Vocabulary } from './vocabulary.ts'
import type { PronounKind } from './word-class.ts'

/**
 * How a speaker was found; part of every quote, for reports and tuning.
 * - `after-…`: the narrator's words follow the quote. `before-…`: they lead to it.
 * - `around-quote`: the subject leads to the quote and the verb follows it (verb-last languages).
 * - `same-sentence`: another quote of the sentence has the speaker.
 * - `continued`: the quote goes on in the next paragraph, which tells.
 * - `inherited-…`: nothing near the quote tells; who spoke last, or next, goes on.
 */
export const SPEAKER_RULES = [
  'after-verb-name',
  'after-name-verb',
  'after-unlisted-verb',
  'after-source',
  'after-signature',
  'after-verb-alone',
  'after-inside',
  'around-quote',
  'before-name-verb',
  'before-verb-name',
  'before-that',
  'before-verb-far',
  'before-verb-carried',
  'before-verb-alone',
  'before-colon',
  'before-colon-far',
  'before-speech-noun',
  'before-source',
  'same-sentence',
  'transcript',
  'reported-form',
  'continued',
  'inherited-before',
  'inherited-indirect',
  'inherited-focus',
  'inherited-after',
  'inherited-paragraph',
  'inherited-nothing',
] as const
export type SpeakerRule = (typeof SPEAKER_RULES)[number]

/** One reading of who spoke. */
export type Candidate = {
  readonly rule: SpeakerRule
  /** The words that name the speaker; absent where the verb stands alone. */
  readonly subject?: Range
  /** The words that report. */
  readonly cue?: Range
  /** The pronoun that is part of the verb (dit-il). */
  readonly clitic?: { readonly kind: PronounKind; readonly length: number }
  /** The verb has no subject; what it tells of who is meant (powiedziała). */
  readonly implied?: PronounKind
  /** The verb takes words in marks without saying that they were spoken (called, thinks). */
  readonly isWeak?: boolean
  readonly confidence: number
}

/** A quote in the narrator's sentence. */
export type Site = {
  readonly tokens: Tokens
  /** Where the quote's token stands. */
  readonly at: number
  readonly quote: FoundQuote
  /** All quotes of the paragraph, by the number of their tokens. */
  readonly quotes: readonly FoundQuote[]
  /** The sentence. */
  readonly from: number
  readonly to: number
  readonly vocabulary: Vocabulary
}
