import type { Repair, Verification } from '../domain/result.ts'
import type { Note } from './notes.ts'

/** How a word or phrase that was typed is searched for, readable. */
export type ReceiptTerm =
  | {
      readonly kind: 'word'
      /** As typed. */
      readonly text: string
      /** What the word was cut into, when it was typed without spaces and turned out to be several. */
      readonly words?: readonly string[]
      /** Inflected forms match too. */
      readonly inflections: boolean
      /** Words that only begin so match too. */
      readonly prefix: boolean
      /** Edits by which it may be widened, if it has no match anywhere. */
      readonly typos: 0 | 1 | 2
    }
  | { readonly kind: 'phrase'; readonly text: string; /** How many `…` stand in it. */ readonly gaps: number }

export type ReceiptClause =
  | (ReceiptTerm & { readonly isExcluded: boolean })
  | { readonly kind: 'or'; readonly of: readonly ReceiptTerm[] }
  | { readonly kind: 'filter'; readonly field: string; readonly text: string; readonly isExcluded: boolean }

/** What was searched, as opposed to what was typed. */
export type Receipt = {
  readonly clauses: readonly ReceiptClause[]
  readonly notes: readonly Note[]
  readonly repairs: readonly Repair[]
  /** Absent where the engine's index decided by itself; else how many candidates had to be read and were none. */
  readonly verification?: Verification
}
