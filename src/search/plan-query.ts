import { STEMMED_LANGUAGES } from '../domain/language.ts'
import type { Language } from '../domain/language.ts'
import type { Clause, FacetName, FacetRequest, QueryPlan, ValueFilter } from '../domain/query.ts'
import type { EngineCapabilities } from '../engines/search-engine.ts'
import { AppError } from '../errors.ts'
import type { Note } from './notes.ts'
import { uniqueNotes } from './notes.ts'
import { parseQuery } from './parse-query.ts'
import type { WordStemmer } from '../text/stem.ts'
import { planFilters } from './plan-filters.ts'
import { allOf, planWords } from './plan-words.ts'
import type { ReceiptClause } from './receipt.ts'
import type { SearchRequest } from './request.ts'

/** UTF-16 code units. */
export const MAX_QUERY_LENGTH = 2_000
export const MAX_QUERY_WORDS = 64

/** How many values of each facet an answer holds. */
const FACET_LIMITS: Readonly<Record<FacetName, number>> = {
  language: 100,
  source: 20,
  author: 20,
  speaker: 20,
  month: 120,
}

export type PlannedSearch = {
  readonly plan: QueryPlan
  /** False when nothing can match, whatever the index holds: the engine need not be asked. */
  readonly canMatch: boolean
  /** What must match, every one; exclusions left out. */
  readonly required: readonly Clause[]
  /** What stood in quotation marks, by its number among the words and phrases of `required`, as the matcher counts them. */
  readonly quoted: ReadonlyMap<number, string>
  readonly clauses: readonly ReceiptClause[]
  readonly notes: readonly Note[]
}

export type PlanContext = {
  readonly capabilities: EngineCapabilities
  /** Seconds UTC. */
  readonly now: number
  readonly stemmer: WordStemmer
}

/**
 * What an engine is asked for a request, and what the receipt says about it. Throws `query_too_long`, and
 * `not_supported` where a parameter asks for what the engine does not know.
 */
export function planQuery(
  request: SearchRequest,
  { capabilities, now, stemmer }: PlanContext,
): PlannedSearch {
  if (request.typed.length > MAX_QUERY_LENGTH) {
    throw new AppError(
      'query_too_long',
      `The query has ${request.typed.length} characters; ${MAX_QUERY_LENGTH} are allowed.`,
      {
        hint: 'Search for the few words that matter, or for one sentence in quotation marks.',
      },
    )
  }
  const parsed = parseQuery(request.typed)
  const filtered = planFilters(parsed.filters, request, capabilities)
  const words = planWords(parsed, {
    languages: stemmedLanguages(filtered.filters.language),
    stemmer,
    maxEdits: capabilities.maxEdits,
    endsInPrefix: request.prefix === 'last' && parsed.endsInWord,
  })
  if (words.count > MAX_QUERY_WORDS) {
    throw new AppError(
      'query_too_long',
      `The query has ${words.count} words and phrases; ${MAX_QUERY_WORDS} are allowed.`,
      {
        hint: 'Put a sentence in quotation marks to search for it as one phrase, or leave out the words that matter least.',
      },
    )
  }
  const notes = [...parsed.notes, ...words.notes, ...filtered.notes]
  const clauses = [...words.required, ...words.excluded]
  const isEmpty = clauses.length === 0 && filtered.typed.length === 0 && request.typed.trim() !== ''
  if (isEmpty) {
    notes.push({ code: 'nothing_to_search', message: 'The query has no word that could be searched for.' })
  }
  const query = queryOf(clauses)
  return {
    plan: {
      ...(query && { query }),
      nearby: words.nearby,
      zone: filtered.zone,
      filters: filtered.filters,
      now,
      sort: request.sort,
      group: request.group,
      facets: facetRequests(capabilities),
      limit: request.limit,
      ...(request.after !== undefined && { after: request.after }),
    },
    canMatch: !isEmpty && !filtered.isImpossible,
    required: words.required,
    quoted: words.quoted,
    clauses: [...words.receipt, ...filtered.typed.map(filterReceipt)],
    notes: uniqueNotes(notes),
  }
}

/** An exclusion stands under an `and`, even alone. */
function queryOf(clauses: readonly Clause[]): Clause | undefined {
  if (clauses.length === 0) return undefined
  return clauses[0]?.kind === 'not' ? { kind: 'and', of: clauses } : allOf(clauses)
}

/** Inflected forms are looked up in the languages that the filter leaves. */
function stemmedLanguages(filter: ValueFilter<Language> | undefined): Language[] {
  return STEMMED_LANGUAGES.filter(
    language => (filter?.any?.includes(language) ?? true) && filter?.none?.includes(language) !== true,
  )
}

const facetRequests = ({ facets }: EngineCapabilities): FacetRequest[] =>
  facets.map(name => ({ name, limit: FACET_LIMITS[name] }))

const filterReceipt = ({
  field,
  value,
  isExcluded,
}: {
  field: string
  value: string
  isExcluded: boolean
}): ReceiptClause => ({
  kind: 'filter',
  field,
  text: value,
  isExcluded,
})
