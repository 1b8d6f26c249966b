import { describePlace, printable } from './read-item.ts'
import type { Report } from './report.ts'

const MAX_NAMES = 20

/** The report for people. What was rejected is told by `describeRejections`, so that it can go to standard error. */
export function describeReport(report: Report, { dryRun }: { dryRun: boolean }): string {
  const { indexed, unchanged, retired } = report.paragraphs
  const count = dryRun
    ? `${number(indexed)} paragraphs prepared; no index was touched`
    : `${number(indexed)} new or changed, ${number(unchanged)} unchanged, ${number(retired)} retired`
  const lines: readonly (readonly [string, string])[] = [
    ['articles', number(report.articles)],
    ['paragraphs', count],
    ['languages', describeCounts(report.languages)],
    ['sources', describeCounts(report.sources)],
    ['skipped', describeSkipped(report)],
    ['rejected', report.rejectedCount === 0 ? '' : number(report.rejectedCount)],
    ['time', `${report.seconds.toFixed(1)} s, ${number(report.paragraphsPerSecond)} paragraphs/s`],
  ]
  const shown = lines
    .filter(([, value]) => value !== '')
    .map(([label, value]) => `${label.padEnd(11)} ${value}`)
  return [...shown, ...describeNotes(report), ''].join('\n')
}

/** One line for each thing that was rejected: place and reason. Empty when nothing was. */
export function describeRejections({ rejected, rejectedCount }: Report): string {
  const lines = rejected.map(
    ({ reason, ...place }) => `rejected: ${describePlace(place)}: ${printable(reason)}\n`,
  )
  const more = rejectedCount - rejected.length
  return lines.join('') + (more === 0 ? '' : `rejected: ${number(more)} more that are not listed\n`)
}

function describeNotes(report: Report): string[] {
  const notes: string[] = []
  const fields = Object.entries(report.unknownFields)
  if (fields.length > 0) {
    const named = fields.slice(0, MAX_NAMES).map(([name, count]) => `${printable(name)} (${count})`)
    notes.push(`note: fields that mean nothing here were ignored: ${named.join(', ')}`)
  }
  for (const { id, place } of report.repeated.slice(0, MAX_NAMES)) {
    notes.push(`note: article ${id} came again at ${describePlace(place)}; the last one counts`)
  }
  if (report.repeatedCount > MAX_NAMES) {
    notes.push(`note: ${number(report.repeatedCount - MAX_NAMES)} more articles came again`)
  }
  if (report.knownByText > 0) {
    const articles =
      report.knownByText === 1 ? '1 article has' : `${number(report.knownByText)} articles have`
    notes.push(`note: ${articles} neither id nor url: a corrected version will stand beside the old one`)
  }
  return notes
}

function describeSkipped({ skipped }: Report): string {
  const parts: readonly (readonly [number, string])[] = [
    [skipped.format, 'of other formats'],
    [skipped.ignored, 'left out by .paragrafignore'],
    [skipped.hidden, 'hidden'],
  ]
  return parts
    .filter(([count]) => count > 0)
    .map(([count, what]) => `${number(count)} ${what}`)
    .join(', ')
}

function describeCounts(counts: Readonly<Record<string, number>>): string {
  const entries = Object.entries(counts)
  const shown = entries.slice(0, MAX_NAMES).map(([name, count]) => `${printable(name)} ${number(count)}`)
  return shown.join(', ') + (entries.length > MAX_NAMES ? ` and ${entries.length - MAX_NAMES} more` : '')
}

const number = (value: number): string => value.toLocaleString('en-US')
