import { ByteWriter } from './byte-writer.ts'
import { NumberList } from './number-list.ts'
import { BLOCK, LANGUAGE_NUMBERS, LONG_LIST, NO_COUNTS, type PostingArrays } from './segment.ts'

/**
 * Writes the postings of a space of documents key by key. Keys come in their order, the postings of a key in the order of
 * documents: `beginKey`, then for each document `posting` followed by its positions, then `endKey`. Of a key that is begun
 * and not ended nothing is left, if it has no postings.
 */
export class PostingWriter {
  /** The caller writes the positions of a document here, right after its `posting`. */
  readonly positions = new ByteWriter(1 << 20)
  readonly #language: Uint8Array
  readonly #post = new ByteWriter(1 << 20)
  readonly #counts = new ByteWriter()
  readonly #df = new NumberList()
  readonly #postStart = new NumberList()
  readonly #positionStart = new NumberList()
  readonly #blockKey = new NumberList()
  readonly #blockFirst = new NumberList()
  readonly #countStart = new NumberList()
  readonly #languageFirst = new NumberList()
  readonly #blockLast = new NumberList()
  readonly #blockPost = new NumberList()
  readonly #blockPosition = new NumberList()
  readonly #languageId = new NumberList()
  readonly #languageDf = new NumberList()
  // the postings of the key that is being written
  readonly #documents: Uint32Array
  readonly #tfs: Uint32Array
  readonly #perLanguage = new Uint32Array(LANGUAGE_NUMBERS)
  #size = 0
  #mostFrequent = 0
  #positionFrom = 0

  /** `language`: the language number of each document. */
  constructor(language: Uint8Array) {
    this.#language = language
    this.#documents = new Uint32Array(language.length)
    this.#tfs = new Uint32Array(language.length)
  }

  beginKey(): void {
    this.#size = 0
    this.#mostFrequent = 0
    this.#positionFrom = this.positions.length
  }

  /** Whether the key that is being written has no postings so far. */
  get isEmpty(): boolean {
    return this.#size === 0
  }

  posting(document: number, tf: number): void {
    if (this.#size > 0 && this.#size % BLOCK === 0) this.#blockPosition.push(this.positions.length)
    this.#documents[this.#size] = document
    this.#tfs[this.#size++] = tf
    if (tf > this.#mostFrequent) this.#mostFrequent = tf
  }

  endKey(): void {
    this.#postStart.push(this.#post.length)
    this.#positionStart.push(this.#positionFrom)
    const isLong = this.#size >= LONG_LIST && this.#mostFrequent < 256
    if (this.#size > BLOCK) this.#writeBlockEntry(isLong)
    if (isLong) this.#writeLongList()
    else this.#writeShortList()
    this.#df.push(this.#size)
  }

  finish(): PostingArrays {
    return {
      df: this.#df.finish(),
      postStart: withEnd(this.#postStart, this.#post.length),
      positionStart: withEnd(this.#positionStart, this.positions.length),
      post: this.#post.finish(),
      position: this.positions.finish(),
      blockKey: this.#blockKey.finish(),
      blockFirst: withEnd(this.#blockFirst, this.#blockLast.length),
      countStart: this.#countStart.finish(),
      languageFirst: withEnd(this.#languageFirst, this.#languageId.length),
      blockLast: this.#blockLast.finish(),
      blockPost: this.#blockPost.finish(),
      blockPosition: this.#blockPosition.finish(),
      count: this.#counts.finish(),
      languageId: Uint8Array.from(this.#languageId.finish()),
      languageDf: this.#languageDf.finish(),
    }
  }

  #writeBlockEntry(isLong: boolean): void {
    this.#blockKey.push(this.#df.length)
    this.#blockFirst.push(this.#blockLast.length)
    this.#countStart.push(isLong ? this.#counts.length : NO_COUNTS)
    this.#languageFirst.push(this.#languageId.length)
    const frequencies = this.#perLanguage.fill(0)
    for (let i = 0; i < this.#size; i++) {
      const number = this.#language[this.#documents[i] as number] as number
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

function withEnd(starts: NumberList, end: number): Uint32Array {
  starts.push(end)
  return starts.finish()
}
