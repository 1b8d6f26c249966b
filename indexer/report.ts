import type { PutReport } from '../src/engines/open-engine.ts'
import type { AnalyzedArticle } from '../src/domain/analyzed.ts'
import type { SKIP_REASONS } from './find-files.ts'
import type { Place } from './read-item.ts'

export type ListedRejection = Place & { readonly reason: string }

export type Report = {
  readonly articles: number
  /** `indexed` are new or changed; in a dry run all are. */
  readonly paragraphs: { readonly indexed: number; readonly unchanged: number; readonly retired: number }
  /** Paragraphs by language and by source, most first. */
  readonly languages: Readonly<Record<string, number>>
  readonly sources: Readonly<Record<string, number>>
  /** At most `MAX_LISTED`; `rejectedCount` counts them all. */
  readonly rejected: readonly ListedRejection[]
  readonly rejectedCount: number
  readonly skipped: Readonly<Record<(typeof SKIP_REASONS)[number], number>>
  /** Articles that came again in this run, so that only their last form is indexed. */
  readonly repeated: readonly { readonly id: string; readonly place: Place }[]
  readonly repeatedCount: number
  /** Articles without id and URL in files of several articles. */
  readonly knownByText: number
  /** How many articles have a field that means nothing here, by the field's name. */
  readonly unknownFields: Readonly<Record<string, number>>
  readonly seconds: number
  readonly paragraphsPerSecond: number
}

/** Items of a list that are kept; a broken export of a million lines must not fill the memory with its mistakes. */
export const MAX_LISTED = 10_000
const MAX_FIELD_NAMES = 100

export type Recorder = ReturnType<typeof createRecorder>

/** Counts what happens in one run. */
export function createRecorder() {
  const languages = new Map<string, number>()
  const sources = new Map<string, number>()
  const unknownFields = new Map<string, number>()
  const skipped = { format: 0, ignored: 0, hidden: 0 }
  const paragraphs = { indexed: 0, unchanged: 0, retired: 0 }
  const rejected: ListedRejection[] = []
  const repeated: { id: string; place: Place }[] = []
  const counts = { articles: 0, rejected: 0, repeated: 0, knownByText: 0 }

  return {
    rejected(place: Place, reason: string): void {
      counts.rejected++
      if (rejected.length < MAX_LISTED) rejected.push({ ...place, reason })
    },
    skipped(why: keyof typeof skipped): void {
      skipped[why]++
    },
    repeated(id: string, place: Place): void {
      counts.repeated++
      if (repeated.length < MAX_LISTED) repeated.push({ id, place })
    },
    read({
      unknownFields: names,
      isKnownByText,
    }: {
      unknownFields: readonly string[]
      isKnownByText: boolean
    }): void {
      if (isKnownByText) counts.knownByText++
      for (const name of names) {
        if (unknownFields.has(name) || unknownFields.size < MAX_FIELD_NAMES) add(unknownFields, name, 1)
      }
    },
    /** Articles that the engine acknowledged. */
    put(articles: readonly AnalyzedArticle[], report: Omit<PutReport, 'rejected'>): void {
      counts.articles += articles.length
      paragraphs.indexed += report.indexed
      paragraphs.unchanged += report.unchanged
      paragraphs.retired += report.retired
      for (const article of articles) {
        for (const { paragraph } of article.paragraphs) {
          add(languages, paragraph.language, 1)
          add(sources, paragraph.source, 1)
        }
      }
    },
    progress: () => ({ articles: counts.articles, paragraphs: paragraphs.indexed + paragraphs.unchanged }),
    report(seconds: number): Report {
      const total = paragraphs.indexed + paragraphs.unchanged
      return {
        articles: counts.articles,
        paragraphs: { ...paragraphs },
        languages: mostFirst(languages),
        sources: mostFirst(sources),
        rejected: [...rejected],
        rejectedCount: counts.rejected,
        skipped: { ...skipped },
        repeated: [...repeated],
        repeatedCount: counts.repeated,
        knownByText: counts.knownByText,
        unknownFields: mostFirst(unknownFields),
        seconds: Math.round(seconds * 1000) / 1000,
        paragraphsPerSecond: seconds === 0 ? 0 : Math.round(total / seconds),
      }
    },
  }
}

function add(counts: Map<string, number>, name: string, count: number): void {
  counts.set(name, (counts.get(name) ?? 0) + count)
}

function mostFirst(counts: ReadonlyMap<string, number>): Record<string, number> {
  return Object.fromEntries([...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)))
}
