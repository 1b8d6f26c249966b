import type { FacetName } from './query.ts'
import type { Paragraph } from './paragraph.ts'

export type TotalRelation = 'exact' | 'atLeast' | 'approximate'
export type Total = { readonly value: number; readonly relation: TotalRelation }

/** How a hit's score came about, for `explain=true`; the parts add up to the score. */
export type ScorePart = { readonly label: string; readonly score: number }

export type EngineHit = {
  readonly paragraph: Paragraph
  readonly score: number
  /** Other matching paragraphs of the same article; only counted with `group: 'article'`. */
  readonly moreInArticle: number
  readonly explanation?: readonly ScorePart[]
}

export type FacetValue = { readonly value: string; readonly count: number }
export type Facet = {
  readonly name: FacetName
  readonly relation: TotalRelation
  readonly values: readonly FacetValue[]
  /** More values exist than were asked for. */
  readonly truncated: boolean
}

/**
 * What the shared matcher made of candidates that an engine can't decide by itself: how many were read, each of which may
 * be looked at for several phrases, and how many of them do not hold what was asked.
 */
export type Verification = { readonly checked: number; readonly rejected: number }

/** A word without a match that was replaced by near ones, so that the receipt can say so. */
export type Repair = { readonly term: string; readonly replacements: readonly string[] }
