import type { Language } from './language.ts'
import type { Paragraph } from './paragraph.ts'

/**
 * One token of a paragraph, ready for an index; its position is its place in the list.
 * `stems` are those of the paragraph's own language, from the accented and from the folded form: none where that
 * language has no stemmer or the token is no word of its script. Instances are shared between paragraphs.
 */
export type AnalyzedToken = {
  readonly term: string
  readonly stems: readonly string[]
  /** The lower-cased form as written, where folding changed it: `négociées` of the term `negociees`. For the rank only. */
  readonly accented?: string
}

/** Positions of tokens, half-open. */
export type TokenRange = { readonly first: number; readonly after: number }

export type AnalyzedParagraph = {
  readonly paragraph: Paragraph
  readonly tokens: readonly AnalyzedToken[]
  /** The tokens that lie wholly in each of the paragraph's quotes, in the order of `paragraph.quotes`; may be empty ranges. */
  readonly quoteTokens: readonly TokenRange[]
}

/** An article split, tagged and analysed. Paragraphs stand in the order of their positions and are never empty. */
export type AnalyzedArticle = {
  readonly id: string
  readonly language: Language
  readonly paragraphs: readonly AnalyzedParagraph[]
}
