import type { Language } from '../../../domain/language.ts'
import type { FacetName, Filters, QueryPlan } from '../../../domain/query.ts'
import type { FacetValue } from '../../../domain/result.ts'
import { nameKey } from '../../../text/normal-form.ts'
import { createStemmer, type WordStemmer } from '../../../text/stem.ts'
import type { TermStatistics } from '../../search-engine.ts'
import { createStatistics } from './bm25.ts'
import { countDocuments, passing } from './count-documents.ts'
import { createFacetCounter } from './facet-counter.ts'
import { FAILS, failuresOf, filterTables, keepPassing, type SegmentView } from './filter.ts'
import { createMatcher } from './match.ts'
import { numbersByKey, type Names, type NumbersByKey } from './names.ts'
import { ListPool } from './posting-lists.ts'
import { createPrefixSets, type PrefixSets } from './prefix-sets.ts'
import { prepareKeys } from './prepare-word.ts'
import { search, type SnapshotOptions, type SnapshotResult } from './search.ts'
import type { SearchContext } from './search-context.ts'

/** Everything one generation can answer. Immutable; its answers never change. */
export type Snapshot = {
  /** Zones other than `any` and filters or facets of speakers: `AppError('not_supported')`. `plan.after` is not looked at. */
  search(plan: QueryPlan, options?: SnapshotOptions): SnapshotResult
  /** How many visible, filtered paragraphs have each of these terms, which are in normal form. */
  terms(words: readonly string[], filters: Filters, now: number): readonly TermStatistics[]
  /** Values whose `nameKey` begins with that of `prefix`, counted with every filter but their own; at most 100. */
  facetValues(name: FacetName, prefix: string, filters: Filters, now: number): readonly FacetValue[]
  /** Rows of the visible, filtered paragraphs, in order of article, then position. */
  rows(filters: Filters, now: number): Iterable<number>
}

export type SnapshotParts = {
  /** In order of their articles. `deleted`: one bit a document, the lowest bit of a byte first. */
  readonly segments: readonly SegmentView[]
  readonly names: Names
  /** Outlives generations: what one made of a segment the next can use. Default: its own. */
  readonly prefixSets?: PrefixSets
  /** Likewise: the stems of words that were asked for before. */
  readonly stemmer?: WordStemmer
}

const MOST_FACET_VALUES = 100

export function openSnapshot({
  segments: views,
  names,
  prefixSets = createPrefixSets(),
  stemmer = createStemmer(),
}: SnapshotParts): Snapshot {
  const context = createContext({ views, names, prefixSets, stemmer })
  return {
    search: (plan, options = {}) => search(plan, options, context),
    terms(words, filters, now) {
      const tables = filterTables(filters, now, context)
      return words.map(word => ({
        word,
        paragraphs: countDocuments(prepareKeys([word], context), tables, context),
      }))
    },
    facetValues(name, prefix, filters, now) {
      const tables = filterTables(filters, now, context)
      const counter = createFacetCounter(name, 'paragraph', names)
      for (const view of views) {
        const found = everyDocument(view)
        const fails = new Uint8Array(found.n)
        failuresOf(view, tables, found, fails)
        counter.add(view.segment, found.docs, keepPassing(found, fails, FAILS[counter.name], found.docs))
      }
      const key = nameKey(prefix)
      return counter
        .values()
        .filter(({ value }) => nameKey(value).startsWith(key))
        .slice(0, MOST_FACET_VALUES)
    },
    *rows(filters, now) {
      const tables = filterTables(filters, now, context)
      for (const view of views) {
        const { docs, n } = everyDocument(view)
        const kept = passing(view, tables, docs, n)
        for (let k = 0; k < kept; k++) yield view.segment.row[docs[k] as number] as number
      }
    },
  }
}

function everyDocument({ segment }: SegmentView): { docs: Uint32Array; n: number } {
  return { docs: Uint32Array.from({ length: segment.size }, (_, document) => document), n: segment.size }
}

type ContextParts = {
  readonly views: readonly SegmentView[]
  readonly names: Names
  readonly prefixSets: PrefixSets
  readonly stemmer: WordStemmer
}

function createContext({ views, names, prefixSets, stemmer }: ContextParts): SearchContext {
  const segments = views.map(view => view.segment)
  const largest = Math.max(0, ...segments.map(segment => segment.size))
  const pool = new ListPool(largest)
  return {
    views,
    segments,
    names,
    prefixSets,
    stemmer,
    pool,
    sourceNumbers: onceMade(() => numbersByKey(names.sources)),
    authorNumbers: onceMade(() => numbersByKey(names.authors)),
    languageNumbers: new Map<Language, number>(names.languages.map((language, number) => [language, number])),
    known: new Map(),
    matcher: createMatcher(segments, pool),
    statistics: createStatistics(segments),
    keys: new Float64Array(largest),
    bytes: new Uint8Array(largest),
  }
}

function onceMade(make: () => NumbersByKey): () => NumbersByKey {
  let made: NumbersByKey | undefined
  return () => (made ??= make())
}
