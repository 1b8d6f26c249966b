import type { Language } from '../domain/language.ts'
import type { ParagraphKind, Quote } from '../domain/paragraph.ts'
import type { FacetName } from '../domain/query.ts'
import type { FacetValue, ScorePart, Total, TotalRelation } from '../domain/result.ts'
import type { HighlightPart } from '../text/highlight.ts'
import type { MatchKind } from '../text/match.ts'
import type { Closeness } from '../text/phrase-closeness.ts'
import type { Receipt } from './receipt.ts'

/** The answers as programs read them, in JSON. Instants are ISO 8601 in UTC; what is unknown is null. */

export type AnswerParagraph = {
  readonly id: string
  readonly articleId: string
  /** 0-based place in the article, the title included. */
  readonly position: number
  readonly kind: ParagraphKind
  readonly language: Language
  /** Of the whole article, and so of its title. */
  readonly articleLanguage: Language
  readonly source: string
  readonly title: string | null
  readonly author: readonly string[]
  readonly publishedAt: string | null
  readonly url: string | null
  /** Path of the paragraph's own page; it stays when the article changes. */
  readonly permalink: string
  readonly text: string
  readonly quotes: readonly Quote[]
}

/** UTF-16 code units into the text, half-open. */
export type PhraseSpan = { readonly start: number; readonly end: number; readonly closeness: Closeness }

export type AnswerHit = AnswerParagraph & {
  /** The whole text, in parts that join to it exactly. */
  readonly highlight: readonly HighlightPart[]
  /** The part of the text around what was found. */
  readonly snippet: readonly HighlightPart[]
  /** How the word that stands farthest from what was typed was found; null when no words were asked for. */
  readonly match: MatchKind | null
  /** 0 to 1: the share of the words asked for that stand in it, in some form; null when none were asked for. */
  readonly coverage: number | null
  /** Where the phrases that were typed in quotation marks stand, and how near to what was typed. */
  readonly spans: readonly PhraseSpan[]
  readonly score: number
  /** Other hits in the same article; only with `group=article`. */
  readonly moreInArticle: number
  /** With `explain=true`, where the engine explains: parts that add up to the score. */
  readonly explanation?: readonly ScorePart[]
}

export type AnswerFacet = {
  readonly relation: TotalRelation
  readonly values: readonly FacetValue[]
  /** There are more values than stand here. */
  readonly truncated: boolean
}

export type SearchAnswer = {
  readonly total: { readonly paragraphs: Total; readonly articles: Total }
  readonly hits: readonly AnswerHit[]
  /** Paragraphs with only some of the words; never counted. */
  readonly partial: readonly AnswerHit[]
  /** Only the facets that this index knows. */
  readonly facets: Readonly<Partial<Record<FacetName, AnswerFacet>>>
  readonly receipt: Receipt
  readonly degraded: boolean
  readonly nextCursor: string | null
  readonly tookMs: number
}

export type AnswerStoredParagraph = AnswerParagraph & {
  /** Since when it is no part of its article any more. */
  readonly retiredAt: string | null
  /** The paragraph that took its place. */
  readonly supersededBy: string | null
}

export type ParagraphAnswer = AnswerStoredParagraph & {
  /** Its neighbours, as the article stands now. */
  readonly context: {
    readonly before: readonly AnswerParagraph[]
    readonly after: readonly AnswerParagraph[]
  }
}

export type ArticleAnswer = {
  readonly id: string
  readonly source: string
  readonly title: string | null
  readonly author: readonly string[]
  readonly publishedAt: string | null
  readonly url: string | null
  readonly language: Language
  readonly paragraphs: readonly AnswerParagraph[]
  /** Paragraphs of earlier versions. */
  readonly retired: readonly AnswerStoredParagraph[]
}

export type FacetAnswer = { readonly name: FacetName; readonly values: readonly FacetValue[] }
