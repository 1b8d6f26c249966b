import { languageEntry } from '../domain/language.ts'
import type { Language } from '../domain/language.ts'
import type { StoredParagraph } from '../domain/paragraph.ts'
import { FACET_NAMES } from '../domain/query.ts'
import type { FacetName, Filters, QueryPlan } from '../domain/query.ts'
import type { Facet, FacetValue } from '../domain/result.ts'
import type { EngineCapabilities, EngineResult, SearchEngine } from '../engines/search-engine.ts'
import { AppError } from '../errors.ts'
import { nameKey } from '../text/normal-form.ts'
import { createStemmer } from '../text/stem.ts'
import { createHitAnswerer } from './answer-hit.ts'
import { answerParagraph, answerStoredParagraph } from './answer-paragraph.ts'
import type { AnswerFacet, ArticleAnswer, FacetAnswer, ParagraphAnswer, SearchAnswer } from './answer.ts'
import { shown } from './notes.ts'
import { planQuery } from './plan-query.ts'
import { rememberQuotes } from './remember-quotes.ts'
import type { Remember } from './remember-quotes.ts'
import type { SearchRequest } from './request.ts'

export type SearchControl = {
  readonly signal?: AbortSignal
  /** By when the answer must be there, on the clock of `performance.now()`. */
  readonly deadline?: number
}

/** Everything that readers ask of an index. Rejects with `AppError` only. */
export type Search = {
  /** `not_supported`, `query_too_long`, `invalid_cursor`, `cursor_expired`, `deadline_exceeded`, or what ails the engine. */
  search(request: SearchRequest, control?: SearchControl): Promise<SearchAnswer>
  /** The article as it stands now, and what earlier versions held. `not_found`. */
  article(id: string): Promise<ArticleAnswer>
  /** The paragraph, retired or not, with up to `context` neighbours on either side. `not_found`. */
  paragraph(id: string, context: number): Promise<ParagraphAnswer>
  /** Values whose name begins with `prefix`; those of `language` also by the language's English and own name. `not_supported`. */
  facet(name: FacetName, prefix: string, filters: Filters): Promise<FacetAnswer>
  /** All visible paragraphs that pass the filters, article by article, of one generation. */
  paragraphs(filters: Filters): AsyncIterable<StoredParagraph>
}

/** What ids consist of, of articles and of paragraphs; anything else is not even looked for. */
const PUBLIC_ID = /^[A-Za-z0-9_-]{1,200}$/

export type SearchOptions = {
  /** Milliseconds since 1970, as `Date.now`: decides what is visible. */
  readonly clock?: () => number
  /** What finds half-remembered quotations; without it, they are not looked for. */
  readonly remember?: Remember
}

export function createSearch(
  engine: SearchEngine,
  { clock = Date.now, remember }: SearchOptions = {},
): Search {
  const now = (): number => Math.floor(clock() / 1000)
  const stemmer = createStemmer()

  async function search(request: SearchRequest, control: SearchControl = {}): Promise<SearchAnswer> {
    const start = performance.now()
    const planned = planQuery(request, { capabilities: engine.capabilities, now: now(), stemmer })
    const result = planned.canMatch
      ? await engine.search(planned.plan, { ...control, explain: request.explain })
      : nothing(planned.plan)
    const answerHit = createHitAnswerer({ ...planned, repairs: result.repairs, stemmer })
    const remembered = remember && (await rememberQuotes(planned, result, { remember, request, control }))
    return {
      total: { paragraphs: result.paragraphs, articles: result.articles },
      hits: result.hits.map(answerHit),
      partial: remembered
        ? remembered.quotes.map(({ hit, coverage }) => ({ ...answerHit(hit), coverage }))
        : result.partial.map(answerHit),
      facets: Object.fromEntries(result.facets.map(facet => [facet.name, answerFacet(facet)])),
      receipt: {
        clauses: planned.clauses,
        notes: planned.notes,
        repairs: result.repairs,
        ...(result.verification && { verification: result.verification }),
      },
      degraded: result.degraded || remembered?.degraded === true,
      nextCursor: result.next ?? null,
      tookMs: Math.round(performance.now() - start),
    }
  }

  async function article(id: string): Promise<ArticleAnswer> {
    const stored = PUBLIC_ID.test(id) ? await engine.paragraphs({ articleId: id }, now()) : []
    const current = stored.filter(paragraph => paragraph.retiredAt === undefined)
    const first = current[0] ?? stored[0]
    if (first === undefined) throw notFound('article', id)
    const { source, title, author, publishedAt, url } = answerParagraph(first)
    return {
      id,
      source,
      title,
      author,
      publishedAt,
      url,
      language: first.articleLanguage,
      paragraphs: current.map(answerParagraph),
      retired: stored.filter(paragraph => paragraph.retiredAt !== undefined).map(answerStoredParagraph),
    }
  }

  async function paragraph(id: string, context: number): Promise<ParagraphAnswer> {
    const [found] = PUBLIC_ID.test(id) ? await engine.paragraphs({ ids: [id] }, now()) : []
    if (found === undefined) throw notFound('paragraph', id)
    const stored = context === 0 ? [] : await engine.paragraphs({ articleId: found.articleId }, now())
    const current = stored.filter(other => other.retiredAt === undefined && other.id !== id)
    const before = current.filter(other => other.position < found.position).slice(-context)
    const after = current.filter(other => other.position > found.position).slice(0, context)
    return {
      ...answerStoredParagraph(found),
      context: { before: before.map(answerParagraph), after: after.map(answerParagraph) },
    }
  }

  async function facet(name: FacetName, prefix: string, filters: Filters): Promise<FacetAnswer> {
    assertFacet(name, engine.capabilities)
    if (name !== 'language' || prefix === '') {
      return { name, values: await engine.facetValues(name, prefix, filters, now()) }
    }
    const values = await engine.facetValues(name, '', filters, now())
    return { name, values: values.filter(value => isLanguageNamed(value, prefix)) }
  }

  return { search, article, paragraph, facet, paragraphs: filters => engine.scan(filters, now()) }
}

/** The result of a search that nothing can match. */
function nothing({ facets }: QueryPlan): EngineResult {
  const none = { value: 0, relation: 'exact' } as const
  return {
    hits: [],
    partial: [],
    paragraphs: none,
    articles: none,
    facets: facets.map(({ name }) => ({ name, relation: 'exact', values: [], truncated: false })),
    repairs: [],
    degraded: false,
  }
}

const answerFacet = ({ relation, values, truncated }: Facet): AnswerFacet => ({ relation, values, truncated })

function assertFacet(name: FacetName, { facets }: EngineCapabilities): void {
  if (facets.includes(name)) return
  throw new AppError('not_supported', `This index has no facet “${name}”.`, {
    hint: `It has ${FACET_NAMES.filter(known => facets.includes(known)).join(', ')}.`,
  })
}

function isLanguageNamed({ value }: FacetValue, prefix: string): boolean {
  const { tag, english, own } = languageEntry(value as Language)
  return [tag, english, own].some(name => nameKey(name).startsWith(nameKey(prefix)))
}

const notFound = (what: 'article' | 'paragraph', id: string): AppError =>
  new AppError('not_found', `There is no ${what} “${shown(id)}”.`, {
    hint: 'It may have been removed, or it is not published yet. Search for its words.',
  })
