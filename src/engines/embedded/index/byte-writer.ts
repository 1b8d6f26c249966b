/** Bytes that grow at the end; numbers as varints of 7 bits, the lowest first. */
export class ByteWriter {
  #bytes: Uint8Array
  #length = 0

  constructor(capacity = 1 << 16) {
    this.#bytes = new Uint8Array(capacity)
  }

  get length(): number {
    return this.#length
  }

  byte(value: number): void {
    this.#reserve(1)
    this.#bytes[this.#length++] = value
  }

  /** `value` below 2^32. */
  varint(value: number): void {
    this.#reserve(5)
    let rest = value
    while (rest > 127) {
      this.#bytes[this.#length++] = (rest & 127) | 128
      rest >>>= 7
    }
    this.#bytes[this.#length++] = rest
  }

  copy(source: Uint8Array, from: number, to: number): void {
    this.#reserve(to - from)
    // position lists are a few bytes long, where set() costs more than it saves
    for (let at = from; at < to; at++) this.#bytes[this.#length++] = source[at] as number
  }

  /** A copy of what was written, no longer than it. */
  finish(): Uint8Array {
    return this.#bytes.slice(0, this.#length)
  }

  #reserve(count: number): void {
    const needed = this.#length + count
    if (needed <= this.#bytes.length) return
    const grown = new Uint8Array(Math.max(this.#bytes.length * 2, needed))
    grown.set(this.#bytes.subarray(0, this.#length))
    this.#bytes = grown
  }
}
