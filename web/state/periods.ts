import type { FacetValue } from '../../src/domain/result.ts'

/** A month (`2018-04`) or a year (`2018`) and how much was published in it. */
export type PeriodCount = { readonly period: string; readonly count: number }

/** More bars than these are too thin to be hit; then years are shown. */
const MOST_BARS = 36

/** Every month from the first to the last, those without anything too; years, where these are too many. */
export function periodsOf(months: readonly FacetValue[]): PeriodCount[] {
  const counts = new Map(months.map(({ value, count }) => [value, count]))
  const sorted = [...counts.keys()].sort()
  const [first, last] = [sorted[0], sorted.at(-1)]
  if (first === undefined || last === undefined) return []
  if (monthNumber(last) - monthNumber(first) < MOST_BARS)
    return between(monthNumber(first), monthNumber(last)).map(number => {
      const period = monthOf(number)
      return { period, count: counts.get(period) ?? 0 }
    })
  const [firstYear, lastYear] = [Number(first.slice(0, 4)), Number(last.slice(0, 4))]
  const years = yearCounts(months)
  // a lone old date does not make a century of nothing
  const all =
    lastYear - firstYear < MOST_BARS ? between(firstYear, lastYear) : [...years.keys()].sort((a, b) => a - b)
  return all.map(year => ({ period: yearText(year), count: years.get(year) ?? 0 }))
}

/** The months of a year that have something. */
export const monthsOf = (year: string, months: readonly FacetValue[]): PeriodCount[] =>
  months
    .filter(({ value }) => value.startsWith(`${year}-`))
    .map(({ value, count }) => ({ period: value, count }))
    .sort((a, b) => (a.period < b.period ? -1 : 1))

function yearCounts(months: readonly FacetValue[]): Map<number, number> {
  const years = new Map<number, number>()
  for (const { value, count } of months) {
    const year = Number(value.slice(0, 4))
    years.set(year, (years.get(year) ?? 0) + count)
  }
  return years
}

/** A month (`2018-04`) or a year (`2018`), and the beginning of the next one: what `from` and `to` say of it. */
export function periodRange(period: string): { readonly from: string; readonly to: string } | undefined {
  const [, year, month] = /^(\d{4})(?:-(0[1-9]|1[0-2]))?$/u.exec(period) ?? []
  if (year === undefined) return undefined
  return {
    from: period,
    to: month === undefined ? yearText(Number(year) + 1) : monthOf(monthNumber(period) + 1),
  }
}

/** The month or year that a range of dates is, if it is one. */
export function periodOf(from: string | undefined, to: string | undefined): string | undefined {
  const range = from === undefined ? undefined : periodRange(from)
  return range !== undefined && range.to === to ? from : undefined
}

const between = (first: number, last: number): number[] =>
  Array.from({ length: last - first + 1 }, (_, place) => first + place)

const monthNumber = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1
const monthOf = (number: number): string =>
  `${yearText(Math.floor(number / 12))}-${String((number % 12) + 1).padStart(2, '0')}`
const yearText = (year: number): string => String(year).padStart(4, '0')
