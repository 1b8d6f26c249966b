import type { QUOTE_KINDS } from '../../../domain/paragraph.ts'
import { AppError } from '../../../errors.ts'

/**
 * An immutable part of the index: a sorted dictionary, postings, positions and columns, all in typed arrays, so that a
 * file is read without parsing. Documents are numbered from 0; the paragraphs of an article are neighbours, and
 * articles ascend by their number.
 *
 * Here and in the files beside this one typed arrays are read as `array[i] as number`: every index comes from the
 * segment itself, whose checksum was verified, and a check for `undefined` would stand in loops of 10^8 rounds a second.
 */
export type Segment = DocumentSpace &
  Columns & {
    /** Absent in segments of format 1, which knew no quotes: see `unitsOf`. */
    readonly units?: Units
  }

/** Documents and the keys they hold: what clauses are looked up in. A segment has one of paragraphs and one of units. */
export type DocumentSpace = PostingArrays &
  SpaceColumns & {
    /** Number of documents. */
    readonly size: number
    /** Of the segment: its spaces share one. */
    readonly dictionary: Dictionary
    /** The keys that have postings here; absent: the postings of every key are here, under the number of the key. */
    readonly held?: HeldKeys
  }

/**
 * The units of paragraphs with quotes: parts in which a whole query has to hold when it is asked of quotes or of what
 * stands outside of them (text/zones.ts). Each quote is one, with positions counted from its beginning; and a paragraph
 * that holds speech has its rest as its first one, at the positions of the paragraph. So whatever a query asks, also for
 * stems, which have no positions, and for what is excluded, it is asked of units as it is of paragraphs.
 *
 * Positions for stems and ranges of positions for quotes would have been smaller, but every clause would have needed a
 * second way of being matched, with the positions of the commonest words read. Paragraphs without quotes have no units.
 */
export type Units = DocumentSpace & UnitColumns & { readonly held: HeldKeys }

export type SegmentArrays = KeyArrays & PostingArrays & Columns
export type UnitArrays = HeldKeys & PostingArrays & UnitColumns

/** The sorted keys, see dictionary.ts. */
export type Dictionary = KeyArrays & {
  /** Number of keys. */
  readonly size: number
}

export type KeyArrays = {
  /** The keys one after the other, sorted by UTF-16 code units; key `t` is `text[textStart[t] .. textStart[t + 1]]`. */
  readonly text: Uint16Array
  readonly textStart: Uint32Array
  /** A hash table of the keys, see dictionary.ts: key number + 1, or 0. Its size is a power of two. */
  readonly keyTable: Uint32Array
  /** The units that keys begin with, ascending, and the first key of each; one entry more for the end. */
  readonly firstUnit: Uint16Array
  readonly firstUnitStart: Uint32Array
}

/** The held keys, in their order, are numbered from 0, and their postings stand under these numbers: see held-keys.ts. */
export type HeldKeys = {
  /** One bit a key, and one more at the end. */
  readonly heldBits: Uint32Array
  /** How many keys are held before those of each word of the bits. */
  readonly heldBefore: Uint32Array
}

export type PostingArrays = {
  /** Document frequency of each key. */
  readonly df: Uint32Array
  /** Where the postings and the positions of each key begin, and one entry for the end. */
  readonly postStart: Uint32Array
  readonly positionStart: Uint32Array
  /**
   * Varints. Short lists: `delta · 2 + (count > 1)`, then the count if it is over 1. Long lists (see `countStart`):
   * only deltas, so that decoding has no branch a processor must guess (2–3.5 times as fast).
   */
  readonly post: Uint8Array
  /** Varint deltas, document by document; the first is counted from -1. Nothing for keys that are only counted. */
  readonly position: Uint8Array
  /** Keys of more than one block (`BLOCK` postings), ascending; the following arrays run in parallel with it. */
  readonly blockKey: Uint32Array
  /** Where the blocks of this key begin in `blockLast`, and one entry for the end. */
  readonly blockFirst: Uint32Array
  /** Where the counts of this key begin in `count`, or `NO_COUNTS` when they stand between the deltas. */
  readonly countStart: Uint32Array
  /** Where the frequencies by language of this key begin, and one entry for the end. */
  readonly languageFirst: Uint32Array
  /** The last document of a block, and where the next block begins in `post` and in `position`. */
  readonly blockLast: Uint32Array
  readonly blockPost: Uint32Array
  readonly blockPosition: Uint32Array
  readonly count: Uint8Array
  readonly languageId: Uint8Array
  readonly languageDf: Uint32Array
}

/** One value a document, except where it says otherwise. */
export type SpaceColumns = {
  /** In tokens. */
  readonly length: Uint32Array
  /** Numbers of the names of a generation. */
  readonly language: Uint8Array
  /** By language number: documents, and tokens in them. */
  readonly languageDocuments: Float64Array
  readonly languageTokens: Float64Array
}

/** Of paragraphs. */
export type Columns = SpaceColumns & {
  /** Numbers of the names of a generation. */
  readonly source: Uint32Array
  /** The authors of document `d` are `author[authorStart[d] .. authorStart[d + 1]]`, each once. */
  readonly authorStart: Uint32Array
  readonly author: Uint32Array
  /** Index into PARAGRAPH_KINDS. */
  readonly kind: Uint8Array
  /** Seconds UTC; NaN when unknown. */
  readonly publishedAt: Float64Array
  /** Index into `monthValue`. */
  readonly month: Uint32Array
  /** The months that occur, as `year · 12 + month from 0`; `NO_MONTH` stands for unknown. */
  readonly monthValue: Int32Array
  /** Seconds UTC, NaN when there is no limit. Empty where no document of the segment has one. */
  readonly visibleFrom: Float64Array
  readonly visibleUntil: Float64Array
  readonly article: Uint32Array
  /** Row of the paragraph in the document store. */
  readonly row: Uint32Array
  /** Paragraph ids, ASCII, one after the other. */
  readonly id: Uint8Array
  readonly idStart: Uint32Array
  /** The place of each document when the segment is sorted by id. */
  readonly idRank: Uint32Array
}

export type UnitColumns = SpaceColumns & {
  /** The units of paragraph `d` are those from `unitStart[d]` to `unitStart[d + 1]`: the rest, then its quotes in order. */
  readonly unitStart: Uint32Array
  /** The paragraph of each unit, ascending. */
  readonly paragraph: Uint32Array
  /** Index into QUOTE_KINDS, or `REST`. */
  readonly quoteKind: Uint8Array
  /** Number of the name + 1; 0 for nobody. */
  readonly speaker: Uint32Array
}

/** Postings a block: a list is searched by blocks before it is decoded. */
export const BLOCK = 128
/** From this many postings on the counts stand apart, as bytes. */
export const LONG_LIST = 1024
export const NO_COUNTS = 0xffffffff
export const NO_MONTH = -0x80000000
/** Language numbers are bytes. */
export const LANGUAGE_NUMBERS = 256

/** What stands outside of the speech of a paragraph. Beyond every index into QUOTE_KINDS: another kind needs another format. */
export const REST = 4 satisfies (typeof QUOTE_KINDS)['length']

export function createSegment(
  { text, textStart, keyTable, firstUnit, firstUnitStart, ...paragraphs }: SegmentArrays,
  units?: UnitArrays,
): Segment {
  const keys = { text, textStart, keyTable, firstUnit, firstUnitStart }
  const dictionary = { ...keys, size: textStart.length - 1 }
  const segment = { ...paragraphs, size: paragraphs.row.length, dictionary }
  if (!units) return segment
  const { heldBits, heldBefore, ...ofUnits } = units
  const held = { heldBits, heldBefore }
  return { ...segment, units: { ...ofUnits, size: ofUnits.paragraph.length, dictionary, held } }
}

/** `AppError('index_outdated')` for a segment that was made before quotes were indexed. */
export function unitsOf({ units }: Segment): Units {
  if (units) return units
  throw new AppError('index_outdated', 'The quotes of this index are still being indexed', {
    hint: 'Try again in a minute; everything else is searched meanwhile.',
    retryAfter: 30,
  })
}

export function paragraphIdOf(segment: Segment, document: number): string {
  let id = ''
  const end = segment.idStart[document + 1] as number
  for (let at = segment.idStart[document] as number; at < end; at++)
    id += String.fromCharCode(segment.id[at] as number)
  return id
}

/** The documents of an article: `[from, to)`, empty when it has none here. */
export function documentsOfArticle(segment: Segment, article: number): readonly [from: number, to: number] {
  const lowerBound = (wanted: number): number => {
    let low = 0
    let high = segment.size
    while (low < high) {
      const middle = (low + high) >> 1
      if ((segment.article[middle] as number) < wanted) low = middle + 1
      else high = middle
    }
    return low
  }
  return [lowerBound(article), lowerBound(article + 1)]
}
