export type ParsedDate =
  | { readonly ok: true; readonly seconds: number }
  /** What is wrong with the value, without the value. */
  | { readonly ok: false; readonly problem: string }

const EXPECTED = 'write it as 2024-06-15, 2024-06-15T18:10:00+02:00 or seconds since 1970'

/** ISO 8601 calendar dates, extended or basic, with or without a time; `T` or a space between; an absent zone is UTC. */
const ISO_DATE =
  /^(\d{4})(?:-(\d{2})-(\d{2})|(\d{2})(\d{2}))(?:[Tt ](\d{2}):?(\d{2})(?::?(\d{2})(?:[.,]\d+)?)?\s?(Z|z|[+−-]\d{2}(?::?\d{2})?)?)?$/u

/** From year 0000, before which ISO 8601 needs an agreement, to where seconds would rather be milliseconds (5138, or 1973). */
const FIRST_SECOND = -62_167_219_200
const LAST_SECOND = 99_999_999_999

/**
 * Seconds since 1970 of a date as publishers write it: text in ISO 8601, or the seconds themselves (a number, or text of
 * 9 to 11 digits). Fractions of a second are cut. A date that names less than a day (`2024-06`) is refused like one
 * that cannot be read: the rest would be invented.
 */
export function parseDate(value: unknown): ParsedDate {
  if (typeof value === 'number') return parseSeconds(value)
  if (typeof value !== 'string') return { ok: false, problem: `is not a date: ${EXPECTED}` }
  const text = value.trim()
  if (/^-?\d{9,13}$/.test(text)) return parseSeconds(Number(text))
  if (/^\d{4}(?:-\d{2})?$/.test(text)) return { ok: false, problem: `names no day: ${EXPECTED}` }

  const match = ISO_DATE.exec(text)
  if (match === null) return { ok: false, problem: `is not a date: ${EXPECTED}` }
  const [, year, month = match[4], day = match[5], , , hour = '0', minute = '0', second = '0', zone = 'Z'] =
    match
  const fields = [year, month, day, hour, minute, second].map(Number)
  const seconds = secondsOfFields(fields)
  const offset = offsetSeconds(zone)
  if (seconds === undefined || offset === undefined)
    return { ok: false, problem: 'is not in the calendar or on the clock' }
  return { ok: true, seconds: seconds - offset }
}

function parseSeconds(value: number): ParsedDate {
  if (value >= FIRST_SECOND && value <= LAST_SECOND) return { ok: true, seconds: Math.floor(value) }
  return {
    ok: false,
    problem: 'is out of range as seconds since 1970: milliseconds have to be divided by 1000',
  }
}

/** Undefined when the calendar or the clock has no such moment, as 2023-02-29 or 24:01. */
function secondsOfFields(fields: readonly number[]): number | undefined {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = fields
  // Date.UTC takes the years 0–99 for 1900–1999.
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  date.setUTCHours(hour, minute, second)
  const found = [
    date.getUTCFullYear(),
    date.getUTCMonth() + 1,
    date.getUTCDate(),
    date.getUTCHours(),
    date.getUTCMinutes(),
    date.getUTCSeconds(),
  ]
  return found.every((value, index) => value === fields[index]) ? date.getTime() / 1000 : undefined
}

function offsetSeconds(zone: string): number | undefined {
  if (zone.toUpperCase() === 'Z') return 0
  const hours = Number(zone.slice(1, 3))
  const minutes = Number(zone.slice(3).replace(':', '') || '0')
  if (hours > 23 || minutes > 59) return undefined
  return (zone.startsWith('+') ? 1 : -1) * (hours * 3600 + minutes * 60)
}
