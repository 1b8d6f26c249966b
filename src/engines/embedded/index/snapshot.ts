import type { Language } from '../../../domain/language.ts'
import type { FacetName, Filters, QueryPlan } from '../../../domain/query.ts'
import type { FacetValue } from '../../../domain/result.ts'
import { nameKey } from '../../../text/normal-form.ts'
import { createStemmer, type WordStemmer } from '../../../text/stem.ts'
import type { TermStatistics } from '../../search-engine.ts'
import { createStatistics } from './bm25.ts'
import { countDocuments, passing } from './count-documents.ts'
import { createFacetCounter } from './facet-counter.ts'
import {
  FAILS,
  failuresOf,
  filterTables,
  keepPassing,
  type FilterTables,
  type SegmentView,
} from './filter.ts'
import { createMatcher } from './match.ts'
import { numbersByKey, type Names } from './names.ts'
import { ListPool } from './posting-lists.ts'
import { createPrefixSets, type PrefixSets } from './prefix-sets.ts'
import { prepareKeys } from './prepare-word.ts'
import { kindTable } from './quote-tables.ts'
import { search, type SnapshotOptions, type SnapshotResult } from './search.ts'
import type { SearchContext, SpaceContext } from './search-context.ts'
import { unitsOf, type DocumentSpace } from './segment.ts'
import { speakersOf } from './speakers-of.ts'

/** Everything one generation can answer. Immutable; its answers never change. */
export type Snapshot = {
  /**
   * `plan.after` is not looked at. Zones other than `any` and filters of quotes: `AppError('index_outdated')` when a segment
   * knows no quotes; of such segments the facet of speakers counts none and is `atLeast`.
   */
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
  const anywhere = (filters: Filters, now: number): FilterTables =>
    filterTables({ filters, now, zone: 'any' }, context)
  return {
    search: (plan, options = {}) => search(plan, options, context),
    terms(words, filters, now) {
      const tables = anywhere(filters, now)
      return words.map(word => ({
        word,
        paragraphs: countDocuments(prepareKeys([word], context), tables, context),
      }))
    },
    facetValues(name, prefix, filters, now) {
      const tables = anywhere(filters, now)
      const kinds = kindTable(filters.quoteKind, 'any')
      const counter = createFacetCounter(name, names, { group: 'paragraph', kinds })
      for (const view of views) {
        const found = everyDocument(view)
        const fails = new Uint8Array(found.n)
        failuresOf(view, tables, found, fails)
        counter.add(view.segment, found.docs, keepPassing(found, fails, FAILS[counter.name], found.docs))
      }
      const key = nameKey(prefix)
      return counter
        .values()
        .values.filter(({ value }) => nameKey(value).startsWith(key))
        .slice(0, MOST_FACET_VALUES)
    },
    *rows(filters, now) {
      const tables = anywhere(filters, now)
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
  const largest = sizeOfLargest(segments)
  const languageNumbers = new Map<Language, number>(
    names.languages.map((language, number) => [language, number]),
  )
  const ofParagraphs = createSpace(segments, { languageNumbers, prefixSets, stemmer })
  return {
    ...ofParagraphs,
    segments,
    views,
    names,
    units: onceMade(() => {
      const units = segments.map(unitsOf)
      return {
        ...createSpace(units, { languageNumbers, prefixSets, stemmer, measured: segments }),
        units,
        best: new Uint32Array(largest),
      }
    }),
    sourceNumbers: onceMade(() => numbersByKey(names.sources)),
    authorNumbers: onceMade(() => numbersByKey(names.authors)),
    speakersOf: key => speakersOf(key, segments),
    keys: new Float64Array(largest),
    bytes: new Uint8Array(largest),
  }
}

type SpaceParts = Pick<SpaceContext, 'languageNumbers' | 'prefixSets' | 'stemmer'> & {
  /** Whose statistics count; default the spaces themselves. */
  readonly measured?: readonly DocumentSpace[]
}

function createSpace(spaces: readonly DocumentSpace[], { measured, ...parts }: SpaceParts): SpaceContext {
  const pool = new ListPool(sizeOfLargest(spaces))
  return {
    ...parts,
    spaces,
    pool,
    known: new Map(),
    matcher: createMatcher(spaces, pool),
    statistics: createStatistics(spaces, measured),
  }
}

const sizeOfLargest = (spaces: readonly DocumentSpace[]): number =>
  Math.max(0, ...spaces.map(({ size }) => size))

function onceMade<T>(make: () => T): () => T {
  let made: T | undefined
  return () => (made ??= make())
}
