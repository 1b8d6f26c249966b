/**
 * What somebody did to a quotation, word by word. Each has a range in the claim and one in the source, either of which may
 * be empty; the ranges of the claim are in order and hold every letter of it.
 */
export const OPERATION_KINDS = [
  /** Letter by letter the same. */
  'same',
  /** Only marks, dashes, spaces or the case of a first letter differ. */
  'mark',
  'caseOrAccents',
  /** A misspelling, or another spelling of the same word. */
  'spelling',
  /** `don't` and `do not`. */
  'contraction',
  /** Another form of the same word. */
  'inflection',
  /** Stands only in the source; openly where the claim has an ellipsis or brackets. */
  'dropped',
  /** Stands only in the claim; openly in square brackets. */
  'inserted',
  /** Other words; openly in square brackets. */
  'changed',
  /** The same words at another place of the same text. */
  'moved',
  /** A seam: what follows stands elsewhere, and nothing in the claim says so. */
  'joined',
  /** The narrator's words between two parts of a speech, which nobody quotes along: no difference. */
  'narration',
] as const
export type OperationKind = (typeof OPERATION_KINDS)[number]

/** UTF-16 code units, half-open. */
export type Range = { readonly start: number; readonly end: number }

/** `place`: which of the match's paragraphs. */
export type SourceRange = Range & { readonly place: number }

export type Operation = {
  readonly kind: OperationKind
  readonly claim: Range
  readonly source: SourceRange
  /** Dropped, inserted or changed so that every reader sees it: by an ellipsis or square brackets. */
  readonly isOpen: boolean
  /** Words it is about, of the side that has more of them; of scripts without spaces characters. */
  readonly words: number
}
