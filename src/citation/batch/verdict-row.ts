import type { QuotationCheck } from '../check-quotation.ts'
import { describeDifferences } from '../describe.ts'
import { roundedShare } from '../verdict.ts'
import type { Verdict } from '../verdict.ts'
import type { BatchRow, RowName } from './batch-row.ts'

/** What is said about one row of a batch; what is unknown is null, or empty in CSV. */
export type VerdictRow = {
  readonly row: number
  readonly id: string | null
  readonly verdict: Verdict | 'error'
  /** 0 to 1, of the nearest wording. */
  readonly similarity: number | null
  readonly coverage: number | null
  readonly isPartOfLonger: boolean | null
  readonly text: string
  /** The nearest attested wording. */
  readonly attested: string | null
  readonly differences: readonly string[]
  readonly speaker: string | null
  readonly speakerConfidence: number | null
  /** Somebody else says these words than the row says. */
  readonly speakerWarning: boolean
  readonly source: string | null
  readonly title: string | null
  /** ISO 8601 in UTC. */
  readonly publishedAt: string | null
  readonly url: string | null
  readonly permalink: string | null
  readonly notes: readonly string[]
  readonly degraded: boolean
  /** Why there is no verdict. */
  readonly errorCode: string | null
  readonly error: string | null
}

export const VERDICT_COLUMNS: readonly (keyof VerdictRow)[] = [
  'row',
  'id',
  'verdict',
  'similarity',
  'coverage',
  'isPartOfLonger',
  'text',
  'attested',
  'differences',
  'speaker',
  'speakerConfidence',
  'speakerWarning',
  'source',
  'title',
  'publishedAt',
  'url',
  'permalink',
  'notes',
  'degraded',
  'errorCode',
  'error',
]

const nothingKnown = ({ row, id }: RowName, text: string): Omit<VerdictRow, 'verdict'> => ({
  row,
  id: id ?? null,
  similarity: null,
  coverage: null,
  isPartOfLonger: null,
  text,
  attested: null,
  differences: [],
  speaker: null,
  speakerConfidence: null,
  speakerWarning: false,
  source: null,
  title: null,
  publishedAt: null,
  url: null,
  permalink: null,
  notes: [],
  degraded: false,
  errorCode: null,
  error: null,
})

export function verdictRow(
  row: RowName,
  { text, verdict, matches, notes, degraded }: QuotationCheck,
): VerdictRow {
  const nothing = nothingKnown(row, text)
  const [match] = matches
  const paragraph = match?.paragraphs[0]
  if (!match || !paragraph) return { ...nothing, verdict, notes, degraded }
  return {
    ...nothing,
    verdict,
    similarity: roundedShare(match.similarity),
    coverage: roundedShare(match.coverage),
    isPartOfLonger: match.isPartOfLonger,
    attested: match.spans
      .map(({ place, start, end }) => match.paragraphs[place]?.text.slice(start, end) ?? '')
      .join(' … '),
    differences: describeDifferences(match, text),
    speaker: match.quote?.speaker ?? null,
    speakerConfidence: match.quote?.speaker === undefined ? null : match.quote.confidence,
    speakerWarning: match.speakerWarning,
    source: paragraph.source,
    title: paragraph.title ?? null,
    publishedAt:
      paragraph.publishedAt === undefined ? null : new Date(paragraph.publishedAt * 1000).toISOString(),
    url: paragraph.url ?? null,
    permalink: `/p/${paragraph.id}`,
    notes,
    degraded,
  }
}

export const errorRow = (
  row: BatchRow,
  { code, message }: { readonly code: string; readonly message: string },
): VerdictRow => ({
  ...nothingKnown(row, row.isRead ? row.text : ''),
  verdict: 'error',
  errorCode: code,
  error: message,
})
