import type { Zone } from '../../../domain/query.ts'
import type { FilterTables } from './filter.ts'
import { canMatch, matchAll, type AllWanted } from './match-all.ts'
import { matchInQuotes, type SeeUnits } from './match-in-quotes.ts'
import { matchInText, restOf } from './match-in-text.ts'
import { lowerBoundIn } from './posting-lists.ts'
import type { PostingList } from './postings.ts'
import type { SearchContext } from './search-context.ts'
import type { Units } from './segment.ts'

export type ZoneWanted = {
  /** Those of units are there in the zone `quotes`. */
  readonly tables: Pick<FilterTables, 'units'>
  /** The clauses looked up in paragraphs. */
  readonly paragraphs: AllWanted
  /** The same clauses looked up in units; absent in the zone `any`. */
  readonly units?: AllWanted
}

/**
 * The paragraphs of segment `i` in which the query holds in its zone, ascending, filters on paragraphs aside, into
 * `out.docs`, with their scores in `out.values`; gives their number. May exchange the arrays of `out`. `see` is only called
 * in the zone `quotes`.
 */
export function matchInZone(
  { tables, paragraphs, units }: ZoneWanted,
  i: number,
  context: SearchContext,
  { out, see }: { readonly out: PostingList; readonly see?: SeeUnits | undefined },
): number {
  // what no paragraph holds, none of its units does
  if (!canMatch(paragraphs)) return 0
  if (!units) return matchAll(paragraphs, i, context, out)
  if (!tables.units) return matchInText({ paragraphs, units }, i, context, out)
  return canMatch(units) ? matchInQuotes({ units, tables: tables.units, see }, i, context, out) : 0
}

/** In which unit the query holds in a document found by `matchInZone` just before; undefined when in the whole of it. */
export function unitOf(
  document: number,
  { zone, i, found }: { zone: Zone; i: number; found: { docs: Uint32Array; n: number } },
  context: SearchContext,
): number | undefined {
  if (zone === 'any') return undefined
  const { units, best } = context.units()
  if (zone === 'text') return restOf(units[i] as Units, document)
  return best[lowerBoundIn(found.docs, document, 0, found.n)]
}
