/** A month (`2018-04`) or a year (`2018`), and the beginning of the next one: what `from` and `to` say of it. */
export function periodRange(period: string): { readonly from: string; readonly to: string } | undefined {
  const [, year, month] = /^(\d{4})(?:-(0[1-9]|1[0-2]))?$/u.exec(period) ?? []
  if (year === undefined) return undefined
  if (month === undefined) return { from: period, to: yearText(Number(year) + 1) }
  const next = month === '12' ? `${yearText(Number(year) + 1)}-01` : `${year}-${twoDigits(Number(month) + 1)}`
  return { from: period, to: next }
}

const yearText = (year: number): string => String(year).padStart(4, '0')
const twoDigits = (month: number): string => String(month).padStart(2, '0')
