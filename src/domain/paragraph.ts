import type { Language } from './language.ts'

export const PARAGRAPH_KINDS = ['title', 'heading', 'text', 'list'] as const
export type ParagraphKind = (typeof PARAGRAPH_KINDS)[number]

export const QUOTE_KINDS = ['direct', 'dash', 'scare', 'nested'] as const
export type QuoteKind = (typeof QUOTE_KINDS)[number]

/** Words said by somebody, found in a paragraph. Offsets are UTF-16 code units into `text`, half-open, without the marks. */
export type Quote = {
  readonly start: number
  readonly end: number
  readonly text: string
  readonly kind: QuoteKind
  /** Canonical name. */
  readonly speaker?: string
  /** As the article writes it. */
  readonly speakerText?: string
  /** The words that report: `said`, `according to`. */
  readonly cue?: string
  /** Which rule named the speaker, for reports and for tuning. */
  readonly rule?: string
  /** A piece of the narrator's own sentence: `he called it “a mess”`. */
  readonly partial?: boolean
  /** Goes on in the first quote of the next paragraph. */
  readonly continued?: boolean
  /** 0 to 1: how sure the speaker is, or, without a speaker, the kind. */
  readonly confidence: number
}

/** Of a quote's confidence: below it a speaker is only probably who said it. */
export const SURE_SPEAKER = 0.6

/** The document that is found. */
export type Paragraph = {
  /** `<articleId>-<hash>`, then `-2`, `-3`… for a repeat within the article; stable when other paragraphs change. */
  readonly id: string
  readonly articleId: string
  /** 0-based place in the article, the title included. */
  readonly position: number
  readonly kind: ParagraphKind
  /** As published; runs of white space collapsed, nothing else. */
  readonly text: string
  readonly language: Language
  /** 0 to 1. */
  readonly languageConfidence: number
  readonly articleLanguage: Language
  readonly source: string
  readonly author: readonly string[]
  readonly title?: string
  readonly url?: string
  /** Seconds UTC, signed. */
  readonly publishedAt?: number
  readonly visibleFrom?: number
  readonly visibleUntil?: number
  readonly quotes: readonly Quote[]
}

/** A paragraph as the document store knows it: a retired one is out of the index, but a citation still resolves. */
export type StoredParagraph = Paragraph & {
  /** Seconds UTC; absent while the paragraph is part of its article. */
  readonly retiredAt?: number
  /** Id of the paragraph that took its place, when one did. */
  readonly supersededBy?: string
}
