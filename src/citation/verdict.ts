import type { Operation, OperationKind } from './operation.ts'

export const VERDICTS = ['verbatim', 'trimmed', 'altered', 'notFound'] as const
/**
 * - `verbatim`: the same words, from the beginning of a sentence or quote to the end of one. Marks, dashes, spaces and the
 *   case of a first letter never matter, nor does leaving out `he said` between two parts of a speech.
 * - `trimmed`: nothing was done to the words but what a quotation may openly do: they are cut at the ends, left out where
 *   the claim has an ellipsis, put in or replaced in square brackets.
 * - `altered`: words were changed and nothing in the claim says so.
 * - `notFound`: nothing in the index is near enough to be what was quoted.
 */
export type Verdict = (typeof VERDICTS)[number]

/** What an operation costs for each word that it is about, or once. */
const COSTS: Readonly<Record<OperationKind, { readonly each: number; readonly once: number }>> = {
  same: { each: 0, once: 0 },
  mark: { each: 0, once: 0 },
  narration: { each: 0, once: 0 },
  caseOrAccents: { each: 0.1, once: 0 },
  contraction: { each: 0.1, once: 0 },
  inflection: { each: 0.5, once: 0 },
  spelling: { each: 0.5, once: 0 },
  moved: { each: 0.5, once: 0 },
  dropped: { each: 1, once: 0 },
  inserted: { each: 1, once: 0 },
  changed: { each: 1, once: 0 },
  joined: { each: 0, once: 1 },
}

/**
 * 0 to 1: what is left of 1 when each word that was changed, dropped or inserted counts as one, each that was inflected,
 * misspelt or moved as a half, each that differs in case, accents or contraction as a tenth and each seam as one word, of
 * all words that either text has. What was done openly counts as nothing. Of scripts without spaces characters count.
 */
export function similarityOf(operations: readonly Operation[]): number {
  let words = 0
  let cost = 0
  for (const operation of operations) {
    const isCounted = operation.kind !== 'narration' && operation.kind !== 'joined' && !operation.isOpen
    if (isCounted) words += operation.words
    if (operation.isOpen) continue
    const { each, once } = COSTS[operation.kind]
    cost += each * operation.words + once
  }
  return words === 0 ? 0 : Math.max(0, 1 - cost / words)
}

/** A share of 0 to 1 in thousandths, as answers give it: downwards, so that only 1 is 1. */
export const roundedShare = (share: number): number => Math.floor(share * 1000) / 1000

/** `isWhole`: what was quoted begins and ends where a sentence or a quote does. */
export function verdictOf(operations: readonly Operation[], isWhole: boolean): Exclude<Verdict, 'notFound'> {
  let isOpenlyEdited = false
  for (const { kind, isOpen } of operations) {
    if (kind === 'same' || kind === 'mark' || kind === 'narration') continue
    if (!isOpen) return 'altered'
    isOpenlyEdited = true
  }
  return isWhole && !isOpenlyEdited ? 'verbatim' : 'trimmed'
}
