import type { SearchAnswer } from '../../src/search/answer.ts'
import type { ReceiptClause } from '../../src/search/receipt.ts'
import type { Total } from '../../src/domain/result.ts'
import { EMPTY_QUERY, hasFilters } from './page-query.ts'
import type { PageQuery } from './page-query.ts'
import { withoutClause, withoutMarks } from './query-text.ts'

/** A way to find something where nothing was found. */
export type Repair = {
  readonly query: PageQuery
  readonly change:
    | { readonly kind: 'withoutFilters' }
    | { readonly kind: 'withoutMarks' }
    | { readonly kind: 'everywhere' }
    | { readonly kind: 'without'; readonly clause: ReceiptClause }
}

/** A repair that was tried: it finds this much. */
export type Offer = Repair & { readonly total: SearchAnswer['total'] }

/** More would be a second search for a reader who waits for none. */
const MOST_REPAIRS = 6

/**
 * What is worth trying after a search that found nothing: each part of it left out. Nobody has tried these yet, so none is
 * to be shown.
 */
export function repairsOf(
  query: PageQuery,
  { total, receipt }: Pick<SearchAnswer, 'total' | 'receipt'>,
): Repair[] {
  if (total.paragraphs.value > 0) return []
  const { clauses } = receipt
  const asked: PageQuery = { ...query, cursor: undefined, prefix: undefined }
  const typed = (q: string | undefined, change: Repair['change']): Repair[] =>
    q === undefined || q.trim() === '' ? [] : [{ query: { ...asked, q }, change }]
  return [
    ...(hasFilters(query) ? [{ query: unfiltered(asked), change: { kind: 'withoutFilters' } } as const] : []),
    ...(query.in === undefined
      ? []
      : [{ query: { ...asked, in: undefined }, change: { kind: 'everywhere' } } as const]),
    ...(clauses.some(({ kind }) => kind === 'phrase')
      ? typed(withoutMarks(clauses), { kind: 'withoutMarks' })
      : []),
    ...(clauses.length > 1
      ? clauses.flatMap(clause => typed(withoutClause(clauses, clause), { kind: 'without', clause }))
      : []),
  ].slice(0, MOST_REPAIRS)
}

const unfiltered = ({ q, sort, group, ui }: PageQuery): PageQuery => ({ ...EMPTY_QUERY, q, sort, group, ui })

/** Those repairs that find something, tried by `totalOf`, which resolves to undefined where it can't tell. */
export async function testRepairs(
  repairs: readonly Repair[],
  totalOf: (query: PageQuery) => Promise<SearchAnswer['total'] | undefined>,
): Promise<Offer[]> {
  const totals = await Promise.all(repairs.map(({ query }) => totalOf(query)))
  return repairs.flatMap((repair, number) => {
    const total = totals[number]
    return total === undefined || isNothing(total.paragraphs) ? [] : [{ ...repair, total }]
  })
}

const isNothing = ({ value }: Total): boolean => value === 0
