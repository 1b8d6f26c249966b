import type { Verdict } from './judge.ts'

export type Judged = { readonly category: string; readonly engine: string; readonly verdict: Verdict }

type Row = Record<(typeof COLUMNS)[number], number>
const COLUMNS = ['exact', 'ids', 'totals', 'facets', 'wrong', 'differ'] as const

/** One line a category: queries, and for each engine how many of them are exact, have the same ids, totals, facets … */
export function tableOf(judged: readonly Judged[], engines: readonly string[]): string {
  const categories = [...new Set(judged.map(({ category }) => category))]
  const width = Math.max(...categories.map(({ length }) => length)) + 2
  const line = (name: string, cells: readonly (string | number)[]): string =>
    name.padEnd(width) + cells.map(cell => String(cell).padStart(7)).join('')
  const rowOf = (name: string, chosen: readonly Judged[]): string => {
    const rows = engines.map(engine => count(chosen.filter(one => one.engine === engine)))
    const queries = chosen.length / engines.length
    return line(name, [queries, ...rows.flatMap(row => COLUMNS.map(column => row[column]))])
  }
  return [
    ' '.repeat(width + 7) + engines.map(engine => `  ${engine}`.padEnd(7 * COLUMNS.length)).join(''),
    line('', ['n', ...engines.flatMap(() => COLUMNS)]),
    ...categories.map(category =>
      rowOf(
        category,
        judged.filter(one => one.category === category),
      ),
    ),
    rowOf('all', judged),
  ].join('\n')
}

function count(judged: readonly Judged[]): Row {
  const where = (isCounted: (verdict: Verdict) => boolean): number =>
    judged.filter(({ verdict }) => isCounted(verdict)).length
  return {
    exact: where(({ isExact }) => isExact),
    ids: where(({ hasSameIds }) => hasSameIds),
    totals: where(({ hasSameTotals }) => hasSameTotals),
    facets: where(({ hasSameFacets }) => hasSameFacets),
    wrong: where(({ wrong }) => wrong.length > 0),
    differ: where(({ differences }) => differences.length > 0),
  }
}
