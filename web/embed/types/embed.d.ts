/**
 * `<paragraf-search>`, the search box that `embed.js` defines. Copy this file into your project, or fetch it from the service:
 * `/embed.d.ts`. It needs nothing else; with React take `embed-react.d.ts`, too.
 */

export type ParagrafQuoteKind = 'direct' | 'dash' | 'scare' | 'nested'
export type ParagrafUiLanguage = 'en' | 'nb' | 'de' | 'fr' | 'es' | 'ar'
export type ParagrafOpenIn = 'page' | 'tab' | 'event'

/** A number, and whether it is exact, the least there is, or about right. */
export interface ParagrafTotal {
  readonly value: number
  readonly relation: 'exact' | 'atLeast' | 'approximate'
}

/** Words that somebody said. Offsets are UTF-16 code units into the text of the hit, half-open. */
export interface ParagrafQuote {
  readonly start: number
  readonly end: number
  readonly text: string
  readonly kind: ParagrafQuoteKind
  readonly speaker?: string
  /** 0 to 1. Below 0.6 the speaker is only probably right. */
  readonly confidence: number
}

/** A paragraph as `/api/search` answers it; there is more in it than stands here. */
export interface ParagrafHit {
  readonly id: string
  readonly articleId: string
  readonly kind: 'title' | 'heading' | 'text' | 'list'
  /** BCP 47, `und` where it is unknown. */
  readonly language: string
  readonly articleLanguage: string
  readonly source: string
  readonly title: string | null
  readonly author: readonly string[]
  /** ISO 8601 in UTC. */
  readonly publishedAt: string | null
  /** Of the publisher. */
  readonly url: string | null
  readonly text: string
  /** The part of the text around what was found, as text and never as markup. `quote` counts in `quotes`. */
  readonly snippet: readonly { readonly text: string; readonly isMatch: boolean; readonly quote?: number }[]
  readonly quotes: readonly ParagrafQuote[]
  /** How the word that is farthest from what was typed was found; null where no words were asked for. */
  readonly match: 'asTyped' | 'inflected' | 'prefix' | 'typo' | null
  /** Other paragraphs of the same article that were found. */
  readonly moreInArticle: number
}

export interface ParagrafSearchDetail {
  /** As typed. */
  readonly q: string
  /** The last word may not be finished. False after Enter and `search()`. */
  readonly isTyping: boolean
}

export interface ParagrafResultsDetail extends ParagrafSearchDetail {
  readonly total: { readonly paragraphs: ParagrafTotal; readonly articles: ParagrafTotal }
  /** As many as `limit` says, one an article. */
  readonly hits: readonly ParagrafHit[]
  /** Paragraphs with some of the words, where few or none have all. */
  readonly partial: readonly ParagrafHit[]
}

export interface ParagrafSelectDetail {
  readonly q: string
  readonly hit: ParagrafHit
  /** The permalink, absolute. */
  readonly href: string
}

export interface ParagrafErrorDetail extends ParagrafSearchDetail {
  /**
   * `offline`: the service can't be reached. `cross_origin_refused`: it does not let this site in (`CORS_ORIGINS`).
   * `blocked_by_page`: the page's own policy forbids the connection. `invalid_endpoint`: `endpoint` is no address. Else a
   * code of the service, such as `engine_unreachable`, `deadline_exceeded` or `query_too_long`.
   */
  readonly code: string
  /** Of HTTP; 0 where there was no answer. */
  readonly status: number
  /** What happened, in English, for who writes the page; may be empty. */
  readonly message: string
  /** What to do about it. */
  readonly hint?: string
}

export interface ParagrafSearchEventMap {
  /** A search begins. */
  'paragraf-search': CustomEvent<ParagrafSearchDetail>
  /** Results are shown. */
  'paragraf-results': CustomEvent<ParagrafResultsDetail>
  /** A result was chosen. Cancelable: `preventDefault()` keeps the box from opening it. */
  'paragraf-select': CustomEvent<ParagrafSelectDetail>
  /** A search failed; the box says so itself. */
  'paragraf-error': CustomEvent<ParagrafErrorDetail>
}

/** What can be set, as properties. Attributes have the same names, `openIn` is `open-in`; lists are separated by commas. */
export interface ParagrafSearchProperties {
  /** Address of the service. Default: where `embed.js` came from. */
  endpoint: string
  /** Filters: only texts in these languages, of these sources, by these authors, with quotes of these speakers or kinds. */
  language: readonly string[]
  source: readonly string[]
  author: readonly string[]
  speaker: readonly string[]
  kind: readonly ParagrafQuoteKind[]
  /** Where the words have to stand: within one quote, or outside of all. Default: anywhere, ''. */
  in: '' | 'quotes' | 'text'
  /** Language of the box. Default, '': of the nearest element with `lang`, else of the browser. */
  ui: '' | ParagrafUiLanguage
  /** What an empty box says, and what screen readers call it; '': the box's own words. */
  placeholder: string
  label: string
  /** 1 to 20 results; default 6. */
  limit: number
  /** Where a result opens: in this window (default), in a tab, or nowhere but in the event `paragraf-select`. */
  openIn: ParagrafOpenIn
  /** What stands in the box. Setting it does not search; `search()` does. */
  q: string
}

/** As every element has it, with a `this` that is the box. */
export interface ParagrafListen<Options> {
  <K extends keyof HTMLElementEventMap>(
    type: K,
    listener: (this: ParagrafSearchElement, event: HTMLElementEventMap[K]) => unknown,
    options?: Options,
  ): void
  (type: string, listener: EventListenerOrEventListenerObject, options?: Options): void
}

export interface ParagrafSearchElement extends HTMLElement, ParagrafSearchProperties {
  /** Puts the cursor into the box. */
  focus(options?: FocusOptions): void
  /** Puts the text into the box, searches for its words as they stand and shows what is found. Never rejects. */
  search(text: string): Promise<void>
  addEventListener: ParagrafListen<boolean | AddEventListenerOptions>
  removeEventListener: ParagrafListen<boolean | EventListenerOptions>
}

declare global {
  interface HTMLElementTagNameMap {
    'paragraf-search': ParagrafSearchElement
  }
  // events bubble: they may be listened for anywhere
  interface HTMLElementEventMap extends ParagrafSearchEventMap {}
  interface DocumentEventMap extends ParagrafSearchEventMap {}
}
