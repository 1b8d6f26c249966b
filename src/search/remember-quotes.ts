import type { Language } from '../domain/language.ts'
import type { Paragraph, Quote } from '../domain/paragraph.ts'
import type { Filters } from '../domain/query.ts'
import type { EngineHit } from '../domain/result.ts'
import type { EngineResult } from '../engines/search-engine.ts'
import { AppError } from '../errors.ts'
import { quoteTests } from '../text/zones.ts'
import type { PlannedSearch } from './plan-query.ts'
import type { SearchRequest } from './request.ts'
import type { SearchControl } from './search.ts'

/**
 * Finds quotations of which somebody remembers a part: words missing, mixed up, misspelt. The candidate generator and the
 * aligner of `citation/`, which this room does not know.
 */
export type Remember = (
  memory: { readonly text: string; readonly languages?: readonly Language[]; readonly filters: Filters },
  control: SearchControl & { readonly limit: number },
) => Promise<{
  readonly matches: readonly {
    readonly paragraphs: readonly Paragraph[]
    readonly quote?: Quote
    /** 0 to 1: the share of the words that stand there. */
    readonly coverage: number
    readonly nearness: number
  }[]
  readonly degraded: boolean
}>

export type RememberedQuotes = {
  readonly quotes: readonly { readonly hit: EngineHit; readonly coverage: number }[]
  readonly degraded: boolean
}

/** With fewer words nothing is remembered that the search itself would not find. */
const FEWEST_WORDS = 3
const MOST_QUOTES = 10
/** Half of the words are too few to be meant. */
const LEAST_COVERAGE = 0.5

type Asked = {
  readonly remember: Remember
  readonly request: SearchRequest
  readonly control: SearchControl
}

/**
 * What comes nearest to the words of a search in quotes that does not fill its first page, apart from its hits: engines
 * look for partial matches outside of zones only. Undefined where the search asks for something that memory can't keep to:
 * exclusions, alternatives, another order.
 */
export async function rememberQuotes(
  planned: PlannedSearch,
  result: EngineResult,
  { remember, request, control }: Asked,
): Promise<RememberedQuotes | undefined> {
  const { plan } = planned
  const text = wordsOf(planned)
  if (text === undefined || !wantsMemory(planned, result, request)) return undefined
  const { quoteKind: _, ...filters } = plan.filters
  try {
    const { matches, degraded } = await remember(
      { text, filters, ...(plan.filters.language?.any && { languages: plan.filters.language.any }) },
      { ...control, limit: MOST_QUOTES + result.hits.length },
    )
    const { isUnit } = quoteTests(plan)
    const shown = new Set(result.hits.map(({ paragraph }) => paragraph.id))
    const quotes = matches.flatMap(({ paragraphs: [paragraph], quote, coverage, nearness }) => {
      if (!paragraph || !quote || coverage < LEAST_COVERAGE || !isUnit(quote)) return []
      if (shown.has(paragraph.id)) return []
      return [{ hit: { paragraph, score: nearness, moreInArticle: 0 }, coverage }]
    })
    return { quotes: quotes.slice(0, Math.min(MOST_QUOTES, plan.limit - result.hits.length)), degraded }
  } catch (error) {
    if (error instanceof AppError && TOO_MUCH.has(error.code)) return { quotes: [], degraded: true }
    throw error
  }
}

/** The hits are there, and better than nothing. */
const TOO_MUCH: ReadonlySet<string> = new Set(['deadline_exceeded', 'overloaded'])

function wantsMemory(
  { plan, canMatch }: PlannedSearch,
  result: EngineResult,
  request: SearchRequest,
): boolean {
  return (
    plan.zone === 'quotes' &&
    plan.sort === 'relevance' &&
    plan.after === undefined &&
    request.prefix === 'none' &&
    canMatch &&
    result.hits.length < plan.limit
  )
}

/** The words of a query that only asks for words and phrases; undefined for others, and for too few. */
function wordsOf({ clauses }: PlannedSearch): string | undefined {
  const words: string[] = []
  for (const clause of clauses) {
    if (clause.kind === 'or' || clause.isExcluded) return undefined
    if (clause.kind !== 'filter') words.push(clause.text)
  }
  const text = words.join(' ')
  return text.split(/\s+/).length >= FEWEST_WORDS || /[^\u0000-\u0dff\u1e00-\u2e7f]{4}/.test(text)
    ? text
    : undefined
}
