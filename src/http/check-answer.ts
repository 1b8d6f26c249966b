import type { CheckNote } from '../citation/check-note.ts'
import type { OperationKind, Range, SourceRange } from '../citation/operation.ts'
import type { Verdict } from '../citation/verdict.ts'
import type { Language } from '../domain/language.ts'
import type { AnswerParagraph } from '../search/answer.ts'

/** The answer of `POST /api/quotes/check`, in JSON. Offsets are UTF-16 code units, half-open; what is unknown is null. */
export type CheckAnswer = {
  /** In order of the draft; a text without quotation marks is one quotation. */
  readonly quotations: readonly AnswerQuotation[]
  /** Quotations beyond these were not checked, for the draft has too many or there was no time. */
  readonly unchecked: number
  readonly degraded: boolean
  readonly tookMs: number
}

export type AnswerQuotation = Range & {
  /** The part of the draft from `start` to `end`. */
  readonly text: string
  readonly language: Language
  /** Who is claimed to have said it. */
  readonly speaker: string | null
  readonly verdict: Verdict
  /** The closest attested wordings, the nearest first; with `notFound` they are only the closest ones. */
  readonly matches: readonly AnswerMatch[]
  readonly notes: readonly { readonly code: CheckNote; readonly message: string }[]
  readonly degraded: boolean
}

export type AnswerMatch = {
  /** Where the words stand; several where a speech goes on in the next paragraph or two places were joined. */
  readonly paragraphs: readonly AnswerParagraph[]
  /** What was quoted of each of them. */
  readonly spans: readonly SourceRange[]
  readonly verdict: Exclude<Verdict, 'notFound'>
  /** 0 to 1. */
  readonly similarity: number
  /** 0 to 1: the share of the claimed words that stand here, in any form and order. */
  readonly coverage: number
  /** A longer version exists: the same speech or sentence goes on. */
  readonly isPartOfLonger: boolean
  readonly speaker: {
    readonly name: string
    /** As the article writes it. */
    readonly text: string | null
    /** 0 to 1; below 0.6 it is only probably so. */
    readonly confidence: number
  } | null
  /** Somebody else says these words than the claim says. */
  readonly speakerWarning: boolean
  /** The diff, word by word. */
  readonly operations: readonly AnswerOperation[]
  /** The same in words, a sentence for each difference. */
  readonly differences: readonly string[]
}

export type AnswerOperation = {
  readonly kind: OperationKind
  /** Done so that every reader sees it: with an ellipsis or square brackets. */
  readonly isOpen: boolean
  readonly claim: Range & { readonly text: string }
  readonly source: SourceRange & { readonly text: string }
}
