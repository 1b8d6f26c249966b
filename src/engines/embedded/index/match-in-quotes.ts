import { matchAll, type AllWanted } from './match-all.ts'
import type { PostingList } from './postings.ts'
import { WANTED, type QuoteTables } from './quote-tables.ts'
import type { SearchContext } from './search-context.ts'
import type { Units } from './segment.ts'

/** Is shown the units that hold the query whoever speaks, ascending: for the facet of speakers. */
export type SeeUnits = (units: Uint32Array, n: number) => void

export type QuotesWanted = {
  readonly units: AllWanted
  readonly tables: QuoteTables
  readonly see?: SeeUnits | undefined
}

/**
 * The paragraphs of segment `i` with a quote in which everything holds, as `matchAll` gives them, with the score of the best
 * of their quotes, which stands in `best` of the units' context.
 */
export function matchInQuotes(
  { units, tables, see }: QuotesWanted,
  i: number,
  context: SearchContext,
  out: PostingList,
): number {
  const unitContext = context.units()
  const ofSegment = unitContext.units[i] as Units
  const list = unitContext.pool.take()
  let n = matchAll(units, i, unitContext, list)
  n = keepWanted(list, n, tables.kinds, ofSegment.quoteKind)
  see?.(list.docs, n)
  if (tables.speakers) n = keepWanted(list, n, tables.speakers, ofSegment.speaker)
  const paragraphs = toParagraphs(list, n, ofSegment, { out, best: unitContext.best })
  unitContext.pool.give(list)
  return paragraphs
}

function keepWanted(
  { docs, values }: PostingList,
  n: number,
  table: Uint8Array,
  column: Uint8Array | Uint32Array,
): number {
  let kept = 0
  for (let k = 0; k < n; k++) {
    const unit = docs[k] as number
    docs[kept] = unit
    values[kept] = values[k] as number
    kept += table[column[unit] as number] === WANTED ? 1 : 0
  }
  return kept
}

/** `best[k]`: the unit that `out.docs[k]` has its score from, the first of equals. */
function toParagraphs(
  { docs, values }: PostingList,
  n: number,
  { paragraph }: Units,
  { out, best }: { readonly out: PostingList; readonly best: Uint32Array },
): number {
  let size = 0
  let last = -1
  for (let k = 0; k < n; k++) {
    const unit = docs[k] as number
    const document = paragraph[unit] as number
    const score = values[k] as number
    if (document === last && score <= (out.values[size - 1] as number)) continue
    if (document !== last) size++
    last = document
    out.docs[size - 1] = document
    out.values[size - 1] = score
    best[size - 1] = unit
  }
  return size
}
