/**
 * An immutable part of the index: a sorted dictionary, postings, positions and columns, all in typed arrays, so that a
 * file is read without parsing. Documents are numbered from 0; the paragraphs of an article are neighbours, and
 * articles ascend by their number.
 *
 * Here and in the files beside this one typed arrays are read as `array[i] as number`: every index comes from the
 * segment itself, whose checksum was verified, and a check for `undefined` would stand in loops of 10^8 rounds a second.
 */
export type Segment = SegmentArrays & {
  /** Number of documents (paragraphs). */
  readonly size: number
  /** Number of keys in the dictionary. */
  readonly keys: number
}

export type SegmentArrays = PostingArrays & Columns

export type PostingArrays = {
  /** The keys one after the other, sorted by UTF-16 code units; key `t` is `text[textStart[t] .. textStart[t + 1]]`. */
  readonly text: Uint16Array
  readonly textStart: Uint32Array
  /** A hash table of the keys, see dictionary.ts: key number + 1, or 0. Its size is a power of two. */
  readonly keyTable: Uint32Array
  /** The units that keys begin with, ascending, and the first key of each; one entry more for the end. */
  readonly firstUnit: Uint16Array
  readonly firstUnitStart: Uint32Array
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
export type Columns = {
  /** In tokens. */
  readonly length: Uint32Array
  /** Numbers of the names of a generation. */
  readonly language: Uint8Array
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
  /** By language number: documents, and tokens in them. */
  readonly languageDocuments: Float64Array
  readonly languageTokens: Float64Array
}

/** Postings a block: a list is searched by blocks before it is decoded. */
export const BLOCK = 128
/** From this many postings on the counts stand apart, as bytes. */
export const LONG_LIST = 1024
export const NO_COUNTS = 0xffffffff
export const NO_MONTH = -0x80000000
/** Language numbers are bytes. */
export const LANGUAGE_NUMBERS = 256

export const createSegment = (arrays: SegmentArrays): Segment => ({
  ...arrays,
  size: arrays.row.length,
  keys: arrays.df.length,
})

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
