import type { PhraseStep } from '../../../domain/query.ts'

/**
 * A clause looked up in the dictionaries of a snapshot. What is an array "by segment" has one entry for each segment.
 * Frequencies may be too high where clauses overlap, never too low: 0 means that nothing matches.
 */
export type PreparedClause = PreparedWord | PreparedPrefix | PreparedPhrase | PreparedAnd | PreparedOr

export type Frequencies = {
  /**
   * Document frequency by language number. A plain array, like all small ones that a query makes: a typed array of more
   * than 64 bytes lives outside the heap, and hundreds of them a query are 5 ms of garbage collection now and then.
   */
  readonly df: readonly number[]
  readonly total: number
}

export type PreparedWord = Frequencies & {
  readonly kind: 'word'
  /** The rarest first, so that the longest list is merged once, at the end. */
  readonly alternatives: readonly Alternative[]
}

/** One key under which the word is found. */
export type Alternative = {
  /** Key numbers by segment, -1 where there is none. */
  readonly keys: Int32Array
  /** 1 for each language number in which the key counts; absent: in all. */
  readonly mask?: Uint8Array
  readonly total: number
}

/** A word that may go on. */
export type PreparedPrefix = Frequencies & {
  readonly kind: 'prefix'
  /** Bit sets of the documents, by segment; those of `word` are among them. */
  readonly bits: readonly Uint32Array[]
  /** The word as a whole: ranks before words that only begin so. */
  readonly word: PreparedWord
}

export type PreparedPhrase = Frequencies & {
  readonly kind: 'phrase'
  readonly steps: readonly PreparedStep[]
  /** Pairs of common words that every match contains: key numbers by segment. */
  readonly pairs: readonly Int32Array[]
}

export type PreparedStep = {
  readonly step: PhraseStep
  /** Key numbers `[from, to)` by segment: empty, one key, or all that begin so. */
  readonly ranges: readonly (readonly [from: number, to: number])[]
  /** Of a prefix: bit sets of the documents, by segment. */
  readonly bits?: readonly Uint32Array[]
}

export type PreparedAnd = Frequencies & { readonly kind: 'and'; readonly of: readonly PreparedClause[] }
export type PreparedOr = Frequencies & { readonly kind: 'or'; readonly of: readonly PreparedClause[] }
