import type { Language } from './language.ts'

/** One published text as it arrives, before it is split: the unit of writing. */
export type Article = {
  /** Only `[A-Za-z0-9_-]`, at most 128 characters; stable over every version of the article. */
  readonly id: string
  /** The outlet. */
  readonly source: string
  readonly title?: string
  readonly author: readonly string[]
  readonly url?: string
  /** Seconds since 1970-01-01T00:00:00Z, signed. Absent when unknown, never invented. */
  readonly publishedAt?: number
  /**
   * What the publisher says the language is, several where the code covers several (`no`: nb and nn): strong evidence
   * for the tagger, not an order.
   */
  readonly languages?: readonly Language[]
  /** Seconds UTC; before this instant no reader sees the article (embargo). */
  readonly visibleFrom?: number
  /** Seconds UTC; from this instant on no reader sees the article (expiry). */
  readonly visibleUntil?: number
  readonly body: ArticleBody
}

/** Either running text that still has to be split, or paragraphs as the publisher gave them. */
export type ArticleBody =
  | { readonly kind: 'text'; readonly text: string; readonly markup: 'plain' | 'markdown' }
  | { readonly kind: 'paragraphs'; readonly paragraphs: readonly string[] }

export const ARTICLE_ID = /^[A-Za-z0-9_-]{1,128}$/
