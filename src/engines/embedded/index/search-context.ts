import { AppError } from '../../../errors.ts'
import type { Statistics } from './bm25.ts'
import type { FilterTables, NameIndex, SegmentView } from './filter.ts'
import type { ListPool } from './posting-lists.ts'
import type { Preparation } from './prepare.ts'
import type { Segment, Units } from './segment.ts'

/** What looks clauses up and scores them: in the paragraphs of a snapshot, or in their units. */
export type SpaceContext = Preparation & {
  readonly pool: ListPool
  readonly statistics: Statistics
}

export type UnitContext = SpaceContext & {
  /** Of each segment. */
  readonly units: readonly Units[]
  /** Room for a unit of each paragraph of the largest segment. */
  readonly best: Uint32Array
}

/** What every search of a snapshot works with. */
export type SearchContext = SpaceContext &
  NameIndex & {
    readonly segments: readonly Segment[]
    readonly views: readonly SegmentView[]
    /** Made when first asked for. `AppError('index_outdated')` when a segment knows no quotes. */
    readonly units: () => UnitContext
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
