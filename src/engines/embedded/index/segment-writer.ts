import { ByteWriter } from './byte-writer.ts'
import { KeyWriter } from './encode-keys.ts'
import {
  BLOCK,
  createSegment,
  LANGUAGE_NUMBERS,
  LONG_LIST,
  NO_COUNTS,
  type Columns,
  type Segment,
} from './segment.ts'

/** A key as UTF-16 code units. */
export type UnitsOfKey = { readonly units: Uint16Array; readonly from: number; readonly to: number }

/**
 * Writes a segment key by key. Keys come in their order, the postings of a key in the order of documents:
 * `beginKey`, then for each document `posting` followed by its positions, then `endKey`.
 */
export class SegmentWriter {
  /** The caller writes the positions of a document here, right after its `posting`. */
  readonly positions = new ByteWriter(1 << 20)
  readonly #columns: Columns
  readonly #post = new ByteWriter(1 << 20)
  readonly #counts = new ByteWriter()
  readonly #keys = new KeyWriter()
  readonly #df: number[] = []
  readonly #postStart: number[] = []
  readonly #positionStart: number[] = []
  readonly #blockKey: number[] = []
  readonly #blockFirst: number[] = []
  readonly #countStart: number[] = []
  readonly #languageFirst: number[] = []
  readonly #blockLast: number[] = []
  readonly #blockPost: number[] = []
  readonly #blockPosition: number[] = []
  readonly #languageId: number[] = []
  readonly #languageDf: number[] = []
  // the postings of the key that is being written
  readonly #documents: Uint32Array
  readonly #tfs: Uint32Array
  readonly #perLanguage = new Uint32Array(LANGUAGE_NUMBERS)
  #size = 0
  #mostFrequent = 0

  constructor(columns: Columns) {
    this.#columns = columns
    this.#documents = new Uint32Array(columns.row.length)
    this.#tfs = new Uint32Array(columns.row.length)
  }

  beginKey(): void {
    this.#size = 0
    this.#mostFrequent = 0
    this.#postStart.push(this.#post.length)
    this.#positionStart.push(this.positions.length)
  }

  posting(document: number, tf: number): void {
    if (this.#size > 0 && this.#size % BLOCK === 0) this.#blockPosition.push(this.positions.length)
    this.#documents[this.#size] = document
    this.#tfs[this.#size++] = tf
    if (tf > this.#mostFrequent) this.#mostFrequent = tf
  }

  /** A key without postings is not written. */
  endKey(key: string | UnitsOfKey): void {
    if (this.#size === 0) {
      this.#postStart.pop()
      this.#positionStart.pop()
      return
    }
    const isLong = this.#size >= LONG_LIST && this.#mostFrequent < 256
    if (this.#size > BLOCK) this.#writeBlockEntry(isLong)
    if (isLong) this.#writeLongList()
    else this.#writeShortList()
    if (typeof key === 'string') this.#keys.add(key)
    else this.#keys.addUnits(key.units, key.from, key.to)
    this.#df.push(this.#size)
  }

  finish(): Segment {
    return createSegment({
      ...this.#columns,
      ...this.#keys.finish(),
      df: new Uint32Array(this.#df),
      postStart: withEnd(this.#postStart, this.#post.length),
      positionStart: withEnd(this.#positionStart, this.positions.length),
      post: this.#post.finish(),
      position: this.positions.finish(),
      blockKey: new Uint32Array(this.#blockKey),
      blockFirst: withEnd(this.#blockFirst, this.#blockLast.length),
      countStart: new Uint32Array(this.#countStart),
      languageFirst: withEnd(this.#languageFirst, this.#languageId.length),
      blockLast: new Uint32Array(this.#blockLast),
      blockPost: new Uint32Array(this.#blockPost),
      blockPosition: new Uint32Array(this.#blockPosition),
      count: this.#counts.finish(),
      languageId: new Uint8Array(this.#languageId),
      languageDf: new Uint32Array(this.#languageDf),
    })
  }

  #writeBlockEntry(isLong: boolean): void {
    this.#blockKey.push(this.#keys.size)
    this.#blockFirst.push(this.#blockLast.length)
    this.#countStart.push(isLong ? this.#counts.length : NO_COUNTS)
    this.#languageFirst.push(this.#languageId.length)
    const { language } = this.#columns
    const frequencies = this.#perLanguage.fill(0)
    for (let i = 0; i < this.#size; i++) {
      const number = language[this.#documents[i] as number] as number
      frequencies[number] = (frequencies[number] as number) + 1
    }
    for (let number = 0; number < LANGUAGE_NUMBERS; number++) {
      const frequency = frequencies[number] as number
      if (frequency === 0) continue
      this.#languageId.push(number)
      this.#languageDf.push(frequency)
    }
  }

  #writeShortList(): void {
    for (let i = 0, last = -1; i < this.#size; i++) {
      const document = this.#nextDocument(i, last)
      const tf = this.#tfs[i] as number
      this.#post.varint(((document - last) << 1) | (tf > 1 ? 1 : 0))
      if (tf > 1) this.#post.varint(tf)
      last = document
    }
  }

  #writeLongList(): void {
    for (let i = 0, last = -1; i < this.#size; i++) {
      const document = this.#nextDocument(i, last)
      this.#post.varint(document - last)
      this.#counts.byte(this.#tfs[i] as number)
      last = document
    }
  }

  #nextDocument(i: number, last: number): number {
    if (i > 0 && i % BLOCK === 0) {
      this.#blockLast.push(last)
      this.#blockPost.push(this.#post.length)
    }
    return this.#documents[i] as number
  }
}

function withEnd(starts: readonly number[], end: number): Uint32Array {
  const array = new Uint32Array(starts.length + 1)
  array.set(starts)
  array[starts.length] = end
  return array
}
