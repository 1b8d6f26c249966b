import { crc32 } from 'node:zlib'
import { AppError, messageOf } from '../../../errors.ts'
import { createSegment, type Segment, type SegmentArrays, type UnitArrays } from './segment.ts'

/**
 * A segment as bytes: `PGSG`, CRC-32 of all that follows, format version, length of the header, length of the whole
 * (4, 4, 4, 4, 8 bytes, little-endian); the header as JSON, `{ name: [offset, length] }`; the arrays, each at a
 * multiple of 8. The first 8 bytes are the same in every version, so that damage is told from a newer format.
 */
const MAGIC = 0x47534750
/** A change of arrays, keys, common words or varints needs a new one. 1 knew no quotes. */
export const FORMAT_VERSION = 2
const OLDEST_READ = 1
const CHECKED_FROM = 8
const PRELUDE = 24
const ALIGNMENT = 8

type AnyArray = (SegmentArrays & UnitArrays)[keyof SegmentArrays | keyof UnitArrays]
type ArrayType = new (buffer: ArrayBufferLike, offset: number, length: number) => AnyArray

/** Numbers are written as the machine holds them: little-endian on everything Node supports but s390x. */
const SPACE_ARRAYS = {
  df: Uint32Array,
  postStart: Uint32Array,
  positionStart: Uint32Array,
  post: Uint8Array,
  position: Uint8Array,
  blockKey: Uint32Array,
  blockFirst: Uint32Array,
  countStart: Uint32Array,
  languageFirst: Uint32Array,
  blockLast: Uint32Array,
  blockPost: Uint32Array,
  blockPosition: Uint32Array,
  count: Uint8Array,
  languageId: Uint8Array,
  languageDf: Uint32Array,
  length: Uint32Array,
  language: Uint8Array,
  languageDocuments: Float64Array,
  languageTokens: Float64Array,
} as const

const PARAGRAPH_ARRAYS = {
  text: Uint16Array,
  textStart: Uint32Array,
  keyTable: Uint32Array,
  firstUnit: Uint16Array,
  firstUnitStart: Uint32Array,
  ...SPACE_ARRAYS,
  source: Uint32Array,
  authorStart: Uint32Array,
  author: Uint32Array,
  kind: Uint8Array,
  publishedAt: Float64Array,
  month: Uint32Array,
  monthValue: Int32Array,
  visibleFrom: Float64Array,
  visibleUntil: Float64Array,
  article: Uint32Array,
  row: Uint32Array,
  id: Uint8Array,
  idStart: Uint32Array,
  idRank: Uint32Array,
} as const satisfies Record<keyof SegmentArrays, ArrayType>

const UNIT_ARRAYS = {
  heldBits: Uint32Array,
  heldBefore: Uint32Array,
  ...SPACE_ARRAYS,
  unitStart: Uint32Array,
  paragraph: Uint32Array,
  quoteKind: Uint8Array,
  speaker: Uint32Array,
} as const satisfies Record<keyof UnitArrays, ArrayType>

/** What the names of the arrays of units begin with. */
const UNITS = 'units.'

function namedArrays({ units, dictionary, ...paragraphs }: Segment): [name: string, array: AnyArray][] {
  const arrays: Record<keyof SegmentArrays, AnyArray> = { ...dictionary, ...paragraphs }
  const ofParagraphs = namesOf(PARAGRAPH_ARRAYS).map((name): [string, AnyArray] => [name, arrays[name]])
  if (!units) return ofParagraphs
  const unitArrays: Record<keyof UnitArrays, AnyArray> = { ...units, ...units.held }
  return [
    ...ofParagraphs,
    ...namesOf(UNIT_ARRAYS).map((name): [string, AnyArray] => [UNITS + name, unitArrays[name]]),
  ]
}

const namesOf = <K extends string>(types: Readonly<Record<K, ArrayType>>): K[] => Object.keys(types) as K[]

/** The bytes of a segment in pieces, to be written one after the other. The arrays are not copied. */
export function encodeSegment(segment: Segment): readonly Uint8Array[] {
  const named = namedArrays(segment)
  const arrays = named.map(
    ([, { buffer, byteOffset, byteLength }]) => new Uint8Array(buffer, byteOffset, byteLength),
  )
  // offsets are counted from the end of the header, whose length would depend on them otherwise
  let end = 0
  const places = named.map(([name, { byteLength, length }]) => {
    const offset = end
    end = aligned(offset + byteLength)
    return [name, [offset, length]]
  })
  const header = new TextEncoder().encode(JSON.stringify(Object.fromEntries(places)))
  const start = new Uint8Array(aligned(PRELUDE + header.byteLength))
  start.set(header, PRELUDE)
  const pieces = [
    start,
    ...arrays.flatMap(array => [array, new Uint8Array(aligned(array.byteLength) - array.byteLength)]),
  ]
  const prelude = new DataView(start.buffer)
  prelude.setUint32(0, MAGIC, true)
  prelude.setUint32(8, FORMAT_VERSION, true)
  prelude.setUint32(12, header.byteLength, true)
  prelude.setBigUint64(16, BigInt(start.byteLength + end), true)
  prelude.setUint32(4, checksum([start.subarray(CHECKED_FROM), ...pieces.slice(1)]), true)
  return pieces.filter(piece => piece.byteLength > 0)
}

/**
 * Reads a segment without copying: its arrays are views of `bytes`, which must not change any more. (Bytes that do not
 * begin at a multiple of 8 in their buffer are copied once.) `name` stands in errors: `AppError('index_damaged')` when
 * anything differs from what was written, `AppError('index_newer')` for a format this version does not know.
 */
export function decodeSegment(bytes: Uint8Array, name: string): Segment {
  if (bytes.byteOffset % ALIGNMENT !== 0) return decodeSegment(new Uint8Array(bytes), name)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.byteLength < PRELUDE) throw damaged(name, 'it is too short')
  if (view.getUint32(0, true) !== MAGIC) throw damaged(name, 'it does not begin like one')
  if (view.getUint32(4, true) !== checksum([bytes.subarray(CHECKED_FROM)]))
    throw damaged(name, 'its checksum is wrong')
  const version = view.getUint32(8, true)
  if (version > FORMAT_VERSION || version < OLDEST_READ) throw otherVersion(name, version)
  if (view.getBigUint64(16, true) !== BigInt(bytes.byteLength)) throw damaged(name, 'its length is wrong')
  const headerEnd = PRELUDE + view.getUint32(12, true)
  try {
    const places = readPlaces(bytes, { headerEnd, arraysFrom: aligned(headerEnd) })
    const paragraphs = readArrays(PARAGRAPH_ARRAYS, name => places(name)) as SegmentArrays
    if (version === OLDEST_READ) return createSegment(paragraphs)
    return createSegment(paragraphs, readArrays(UNIT_ARRAYS, name => places(UNITS + name)) as UnitArrays)
  } catch (cause) {
    throw damaged(name, messageOf(cause), cause)
  }
}

/** Where an array stands: arguments of its constructor. */
type Place = readonly [buffer: ArrayBuffer, offset: number, length: number]

function readPlaces(
  bytes: Uint8Array,
  { headerEnd, arraysFrom }: { headerEnd: number; arraysFrom: number },
): (name: string) => Place {
  const header = new TextDecoder().decode(bytes.subarray(PRELUDE, headerEnd))
  const places = JSON.parse(header) as Record<string, readonly [offset: number, length: number]>
  return name => {
    const place = places[name]
    if (!place) throw new Error(`it has no ${name}`)
    return [bytes.buffer as ArrayBuffer, bytes.byteOffset + arraysFrom + place[0], place[1]]
  }
}

const readArrays = <K extends string>(
  types: Readonly<Record<K, ArrayType>>,
  placeOf: (name: K) => Place,
): Record<K, AnyArray> =>
  Object.fromEntries(namesOf(types).map(name => [name, new types[name](...placeOf(name))])) as Record<
    K,
    AnyArray
  >

const aligned = (offset: number): number => Math.ceil(offset / ALIGNMENT) * ALIGNMENT

// zlib starts anew at an empty piece
const checksum = (pieces: readonly Uint8Array[]): number =>
  pieces.reduce((sum, piece) => (piece.byteLength === 0 ? sum : crc32(piece, sum)), 0)

function damaged(name: string, why: string, cause?: unknown): AppError {
  return new AppError('index_damaged', `The index segment ${name} is damaged: ${why}.`, {
    hint: 'It is rebuilt from the documents; look at the disk.',
    cause,
  })
}

function otherVersion(name: string, version: number): AppError {
  if (version > FORMAT_VERSION) {
    return new AppError(
      'index_newer',
      `The index segment ${name} has format ${version}; this version reads ${FORMAT_VERSION}.`,
      {
        hint: 'Update Paragraf, or index into another data folder.',
      },
    )
  }
  return damaged(name, `it has the old format ${version}`)
}
