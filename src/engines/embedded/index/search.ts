import type { QueryPlan } from '../../../domain/query.ts'
import type { Facet, Repair, ScorePart } from '../../../domain/result.ts'
import { explain } from './explain.ts'
import { filterTables } from './filter.ts'
import { findAll, type Found } from './find-all.ts'
import { cutPage, pagingOf, type Paging } from './page.ts'
import { findPartial } from './partial.ts'
import type { Position } from './position.ts'
import { partsOfQuery, type QueryParts } from '../../common/query-parts.ts'
import { readyQuery, type ReadyQuery } from './ready-query.ts'
import { rerank, type ScoredHit } from './rerank.ts'
import { deadlineCheck, type SearchContext } from './search-context.ts'
import type { Segment } from './segment.ts'
import { signalsOf, type Signal } from './signals.ts'
import { widen } from './widen.ts'

export type SnapshotOptions = {
  /** Where the page begins; absent: at the first hit. */
  readonly after?: Position
  /** On the clock of `performance.now()`; later: `AppError('deadline_exceeded')`. */
  readonly deadline?: number
  /** Whether hits sorted by relevance carry the parts of their score. */
  readonly explain?: boolean
}

export type SnapshotHit = {
  /** Row of the paragraph in the document store. */
  readonly row: number
  /** 0 when sorted by date. */
  readonly score: number
  /** Other matching paragraphs of the same article; 0 unless grouped. */
  readonly moreInArticle: number
  readonly explanation?: readonly ScorePart[]
}

export type SnapshotResult = {
  readonly hits: readonly SnapshotHit[]
  readonly partial: readonly SnapshotHit[]
  /** Exact numbers of matching paragraphs and of the articles they belong to. */
  readonly paragraphs: number
  readonly articles: number
  readonly facets: readonly Facet[]
  readonly repairs: readonly Repair[]
  /** Absent on the last page. */
  readonly next?: Position
}

/** `plan.after` is not looked at: it is a cursor of the engine, whose position comes with the options. */
export function search(plan: QueryPlan, options: SnapshotOptions, context: SearchContext): SnapshotResult {
  const tables = filterTables(plan, context)
  const check = deadlineCheck(options.deadline)
  const parts = partsOfQuery(plan.query)
  const ready = (of: QueryParts): ReadyQuery => readyQuery(plan, of, { tables, check, context })

  const paging = pagingOf(plan, options.after)
  const run = (query: ReadyQuery): Run => ({ query, paging, found: findAll(query, paging.window, context) })

  const asTyped = run(ready(parts))
  // as long as something matches, every word does
  if (asTyped.found.paragraphs > 0) return answer(asTyped, options, context)
  const { clauses, repairs } = widen(parts.positive, { tables, zone: plan.zone, check, context })
  if (repairs.length === 0) return answer(asTyped, options, context)
  return { ...answer(run(ready({ ...parts, positive: clauses })), options, context), repairs }
}

type Run = { readonly query: ReadyQuery; readonly paging: Paging; readonly found: Found }

function answer(
  { query, paging, found }: Run,
  options: SnapshotOptions,
  context: SearchContext,
): SnapshotResult {
  const { plan, positive, inScope } = query
  const signals = paging.reranked > 0 ? signalsOf(positive, plan, { context, inScope }) : []
  const page = cutPage(paging, found.best, plan.limit, {
    segments: context.segments,
    rank: hits => rerank(hits, signals, context),
  })
  const show = (hit: ScoredHit): SnapshotHit => shownHit(hit, { query, signals, options, context })
  return {
    hits: page.hits.map(show),
    partial: wantsPartial(query, options, page.hits.length)
      ? findPartial(query, { hits: page.hits, signals, context }).map(show)
      : [],
    paragraphs: found.paragraphs,
    articles: found.articles,
    facets: found.facets,
    repairs: [],
    ...(page.next && { next: page.next }),
  }
}

const wantsPartial = ({ plan, positive }: ReadyQuery, { after }: SnapshotOptions, hits: number): boolean =>
  after === undefined &&
  plan.zone === 'any' &&
  plan.sort === 'relevance' &&
  hits < plan.limit &&
  positive.length > 1

type Shown = {
  readonly query: ReadyQuery
  readonly signals: readonly Signal[]
  readonly options: SnapshotOptions
  readonly context: SearchContext
}

function shownHit(hit: ScoredHit, { query, signals, options, context }: Shown): SnapshotHit {
  const isRelevance = query.plan.sort === 'relevance'
  const { row } = context.segments[hit.segment] as Segment
  return {
    row: row[hit.document] as number,
    score: isRelevance ? hit.score : 0,
    moreInArticle: hit.more,
    ...(options.explain &&
      isRelevance && {
        explanation: explain(hit, query.positive, hit.isReranked ? signals : [], context),
      }),
  }
}
