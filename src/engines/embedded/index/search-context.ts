import type { Language } from '../../../domain/language.ts'
import { AppError } from '../../../errors.ts'
import type { Statistics } from './bm25.ts'
import type { FilterTables, NameIndex, SegmentView } from './filter.ts'
import type { ListPool } from './posting-lists.ts'
import type { Preparation } from './prepare.ts'

/** What every search of a snapshot works with. */
export type SearchContext = Preparation &
  NameIndex & {
    readonly views: readonly SegmentView[]
    readonly pool: ListPool
    readonly statistics: Statistics
    readonly languageNumbers: ReadonlyMap<Language, number>
    /** Room for a value of each document of the largest segment. */
    readonly keys: Float64Array
    readonly bytes: Uint8Array
  }

/** Called between segments and between clauses; throws `AppError('deadline_exceeded')` when it is too late. */
export type CheckDeadline = () => void

export function deadlineCheck(deadline: number | undefined): CheckDeadline {
  return () => {
    if (deadline !== undefined && performance.now() > deadline) {
      throw new AppError('deadline_exceeded', 'The search took longer than it may.', {
        hint: 'Ask for rarer words, or filter by source, language or date.',
      })
    }
  }
}

/** Language numbers that have documents and pass the filter. */
export function languagesInScope({ statistics }: SearchContext, tables: FilterTables): number[] {
  const inScope: number[] = []
  statistics.documents.forEach((count, number) => {
    if (count > 0 && (tables.language?.[number] ?? 0) === 0) inScope.push(number)
  })
  return inScope
}
