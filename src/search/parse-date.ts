const DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/u
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})?$/u

/**
 * The beginning of a year (`2018`), month (`2018-04`) or day (`2018-04-18`) in UTC, or an ISO 8601 instant, UTC when it
 * names no offset: seconds since 1970. Undefined for anything else, also for days that no calendar has.
 */
export function parseDate(typed: string): number | undefined {
  // the plus of an offset that nobody encoded arrives as a space
  const value = typed.trim().replace(/ (\d{2}:\d{2})$/u, '+$1')
  const [, year, month = '01', day = '01'] = DATE.exec(value) ?? []
  if (year !== undefined) return daySeconds(`${year}-${month}-${day}`)
  const instant = INSTANT.exec(value)
  if (instant === null || daySeconds(value.slice(0, 10)) === undefined) return undefined
  const milliseconds = Date.parse(instant[1] === undefined ? `${value}Z` : value)
  return Number.isNaN(milliseconds) ? undefined : Math.floor(milliseconds / 1000)
}

function daySeconds(day: string): number | undefined {
  const date = new Date(`${day}T00:00:00Z`)
  // the 30th of February is read as a day in March
  if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== day) return undefined
  return date.getTime() / 1000
}

/** The seconds of one calendar month, half-open; undefined when it is none. */
export function monthRange(month: string): { readonly from: number; readonly to: number } | undefined {
  const [, year, number] = /^(\d{4})-(\d{2})$/u.exec(month) ?? []
  const from = parseDate(month)
  if (year === undefined || number === undefined || from === undefined) return undefined
  return { from, to: Date.UTC(Number(year), Number(number), 1) / 1000 }
}

/** Seconds since 1970 as an ISO instant without fractions. */
export const isoInstant = (seconds: number): string =>
  new Date(seconds * 1000).toISOString().replace('.000Z', 'Z')
