import type { Zone } from '../../../domain/query.ts'
import type { FilterTables } from './filter.ts'
import { matchAll, type AllWanted } from './match-all.ts'
import { lowerBoundIn, swapLists, unite } from './posting-lists.ts'
import type { PostingList } from './postings.ts'
import { WANTED } from './quote-tables.ts'
import type { SearchContext, UnitContext } from './search-context.ts'
import { REST, type Units } from './segment.ts'

export type ZoneWanted = {
  readonly zone: Zone
  readonly tables: Pick<FilterTables, 'units'>
  /** The clauses looked up in paragraphs. */
  readonly paragraphs: AllWanted
  /** The same clauses looked up in units; absent in the zone `any`. */
  readonly units?: AllWanted
}

/** Is shown the units that hold the query whoever speaks, ascending: for the facet of speakers. Only in the zone `quotes`. */
export type SeeUnits = (units: Uint32Array, n: number) => void

/**
 * The paragraphs of segment `i` in which the query holds in its zone, ascending, filters on paragraphs aside, into
 * `out.docs`, with their scores in `out.values`; gives their number. May exchange the arrays of `out`.
 */
export function matchInZone(
  { zone, tables, paragraphs, units }: ZoneWanted,
  i: number,
  context: SearchContext,
  { out, see }: { readonly out: PostingList; readonly see?: SeeUnits | undefined },
): number {
  if (zone === 'any' || !units) return canMatch(paragraphs) ? matchAll(paragraphs, i, context, out) : 0
  if (zone === 'text') return matchInText({ paragraphs, units }, i, context, out)
  return canMatch(units) ? matchInQuotes(units, i, context, { tables, out, see }) : 0
}

const canMatch = ({ clauses }: AllWanted): boolean => clauses.every(({ clause }) => clause.total > 0)

/** Paragraphs without speech as they are, and of the others what stands outside of it. */
function matchInText(
  { paragraphs, units }: { readonly paragraphs: AllWanted; readonly units: AllWanted },
  i: number,
  context: SearchContext,
  out: PostingList,
): number {
  const unitContext = context.units()
  const ofSegment = unitContext.units[i] as Units
  let n = canMatch(paragraphs) ? matchAll(paragraphs, i, context, out) : 0
  n = keepWithoutRest(out, n, ofSegment)
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
function restOf({ unitStart, quoteKind }: Units, document: number): number | undefined {
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

/** Paragraphs with a quote in which everything holds, with the score of the best of them. */
function matchInQuotes(
  wanted: AllWanted,
  i: number,
  context: SearchContext,
  {
    tables,
    out,
    see,
  }: {
    readonly tables: ZoneWanted['tables']
    readonly out: PostingList
    readonly see?: SeeUnits | undefined
  },
): number {
  const unitContext = context.units()
  const ofSegment = unitContext.units[i] as Units
  const list = unitContext.pool.take()
  let n = matchAll(wanted, i, unitContext, list)
  if (tables.units) n = keepWanted(list, n, tables.units.kinds, ofSegment.quoteKind)
  see?.(list.docs, n)
  if (tables.units?.speakers) n = keepWanted(list, n, tables.units.speakers, ofSegment.speaker)
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

/** In which unit the query holds in a document found by `matchInZone` just before; undefined when in the whole of it. */
export function unitOf(
  document: number,
  {
    zone,
    i,
    found,
  }: { readonly zone: Zone; readonly i: number; readonly found: { docs: Uint32Array; n: number } },
  units: UnitContext,
): number | undefined {
  if (zone === 'text') return restOf(units.units[i] as Units, document)
  return units.best[lowerBoundIn(found.docs, document, 0, found.n)]
}
