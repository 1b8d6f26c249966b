import type { AnalyzedArticle } from '../domain/analyzed.ts'
import type { StoredParagraph } from '../domain/paragraph.ts'
import type { Cursor, FacetName, Filters, QueryPlan, Zone } from '../domain/query.ts'
import type { EngineHit, Facet, FacetValue, Repair, Total, Verification } from '../domain/result.ts'

/** What an engine can do, as data: callers ask this and never the engine's name. Each flag is tested both ways. */
export type EngineCapabilities = {
  readonly zones: readonly Zone[]
  readonly facets: readonly FacetName[]
  /** Edits by which a word without a match may be widened; 0: never. */
  readonly maxEdits: 0 | 1 | 2
  /** Relevance order pages without end; else it stops at a window and says so. */
  readonly deepPaging: boolean
  /** Every page of a search is of the state of the index that the first was of; else of the present one. */
  readonly pinsGeneration: boolean
  /** `SearchOptions.explain` is answered. */
  readonly explains: boolean
}

export type SearchOptions = {
  readonly signal?: AbortSignal
  /** By when the answer must be there, on the clock of `performance.now()`. Later: `deadline_exceeded`. */
  readonly deadline?: number
  readonly explain?: boolean
}

export type EngineResult = {
  readonly hits: readonly EngineHit[]
  /**
   * Paragraphs with some of the words: first page of a relevance search that all words do not fill. Empty unless the zone
   * is `any`.
   */
  readonly partial: readonly EngineHit[]
  readonly paragraphs: Total
  readonly articles: Total
  readonly facets: readonly Facet[]
  readonly repairs: readonly Repair[]
  /** Absent where the engine decided every paragraph by itself. */
  readonly verification?: Verification
  /** Absent on the last page. */
  readonly next?: Cursor
  /** True when something is missing that a healthy engine would have found. */
  readonly degraded: boolean
}

export type PutOptions = {
  /** How long to wait for another writer, milliseconds; default 30,000. */
  readonly lockTimeoutMs?: number
}

/** Paragraph counts; `indexed + unchanged` and the rejected articles account for all that was given. */
export type PutReport = {
  readonly indexed: number
  readonly unchanged: number
  /** Paragraphs that vanished from their articles and are out of the index now. */
  readonly retired: number
  readonly rejected: readonly { readonly id: string; readonly reason: string }[]
}

export type RebuildOptions = PutOptions & {
  /** Swap the new index in even when it is empty or holds less than half of what the old one held. */
  readonly force?: boolean
}

/** Paragraph counts. */
export type RebuildReport = {
  readonly before: number
  readonly after: number
  readonly rejected: PutReport['rejected']
}

export type Selector = { readonly articleIds: readonly string[] } | { readonly source: string }

export type ParagraphSelector = { readonly articleId: string } | { readonly ids: readonly string[] }

export type TermStatistics = { readonly word: string; readonly paragraphs: number }

export type IndexStats = {
  readonly paragraphs: number
  readonly articles: number
  /** Grows with every commit; the unit of reading. */
  readonly generation: number
  readonly bytes: number
}

/**
 * THE PORT. An adapter returns only true matches: what its engine cannot promise it verifies by itself with the shared
 * matcher of `text/`. Nothing above the port checks a hit again. Methods reject with `AppError` only.
 */
export interface SearchEngine {
  readonly name: string
  readonly capabilities: EngineCapabilities
  /** Creates or migrates; idempotent. */
  prepare(): Promise<void>
  /** Atomic per article; replaces an article that is there. Resolves when everything is searchable and durable. */
  put(articles: readonly AnalyzedArticle[], options?: PutOptions): Promise<PutReport>
  /**
   * Into a fresh index, whose counts and a sample of whose paragraphs are compared with what was given, then an atomic
   * swap: the old one serves until then, and still does when this is interrupted. Articles that are not given vanish;
   * retired paragraphs of those that are stay. `rebuild_refused` for an empty or much smaller index, unless forced.
   */
  rebuild(articles: AsyncIterable<AnalyzedArticle>, options?: RebuildOptions): Promise<RebuildReport>
  /** Takes whole articles out, documents included. Resolves to the number of paragraphs that are gone. */
  remove(selector: Selector, options?: PutOptions): Promise<number>
  search(plan: QueryPlan, options?: SearchOptions): Promise<EngineResult>
  /** How many visible, filtered paragraphs have each of these terms. */
  terms(words: readonly string[], filters: Filters, now: number): Promise<readonly TermStatistics[]>
  /** Values whose name begins with `prefix` (compared by `nameKey`), most frequent first; at most 100. */
  facetValues(name: FacetName, prefix: string, filters: Filters, now: number): Promise<readonly FacetValue[]>
  /** In order of position, or of the ids given; unknown ids are left out. Retired ones too; nothing that is embargoed. */
  paragraphs(selector: ParagraphSelector, now: number): Promise<readonly StoredParagraph[]>
  /** All visible paragraphs of one generation, article by article. */
  scan(filters: Filters, now: number): AsyncIterable<StoredParagraph>
  stats(): Promise<IndexStats>
  health(): Promise<'ready' | 'indexing'>
  close(): Promise<void>
}
