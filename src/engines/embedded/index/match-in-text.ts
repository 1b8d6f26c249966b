import { canMatch, matchAll, type AllWanted } from './match-all.ts'
import { swapLists, unite } from './posting-lists.ts'
import type { PostingList } from './postings.ts'
import type { SearchContext } from './search-context.ts'
import { REST, type Units } from './segment.ts'

/**
 * The paragraphs of segment `i` that match outside of speech, as `matchAll` gives them: those without speech as they are,
 * of the others the rest.
 */
export function matchInText(
  { paragraphs, units }: { readonly paragraphs: AllWanted; readonly units: AllWanted },
  i: number,
  context: SearchContext,
  out: PostingList,
): number {
  const unitContext = context.units()
  const ofSegment = unitContext.units[i] as Units
  const n = keepWithoutRest(out, matchAll(paragraphs, i, context, out), ofSegment)
  if (!canMatch(units)) return n
  const rests = unitContext.pool.take()
  const m = keepRests(rests, matchAll(units, i, unitContext, rests), ofSegment)
  const union = context.pool.take()
  const size = unite(out, n, rests, m, union)
  swapLists(out, union)
  unitContext.pool.give(rests)
  context.pool.give(union)
  return size
}

function keepWithoutRest({ docs, values }: PostingList, n: number, units: Units): number {
  let kept = 0
  for (let k = 0; k < n; k++) {
    const document = docs[k] as number
    docs[kept] = document
    values[kept] = values[k] as number
    kept += restOf(units, document) === undefined ? 1 : 0
  }
  return kept
}

/** The unit of what stands outside of the speech of a paragraph; undefined where there is no speech. */
export function restOf({ unitStart, quoteKind }: Units, document: number): number | undefined {
  const first = unitStart[document] as number
  return first < (unitStart[document + 1] as number) && quoteKind[first] === REST ? first : undefined
}

/** Keeps the rests, as the paragraphs that they are of. */
function keepRests({ docs, values }: PostingList, n: number, { quoteKind, paragraph }: Units): number {
  let kept = 0
  for (let k = 0; k < n; k++) {
    const unit = docs[k] as number
    docs[kept] = paragraph[unit] as number
    values[kept] = values[k] as number
    kept += quoteKind[unit] === REST ? 1 : 0
  }
  return kept
}
