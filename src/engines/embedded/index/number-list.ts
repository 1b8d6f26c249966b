/** Numbers that grow at the end. */
export class NumberList {
  array = new Uint32Array(1 << 10)
  length = 0

  push(value: number): void {
    if (this.length === this.array.length) this.reserve(1)
    this.array[this.length++] = value
  }

  /** Gives the array, with room for that many more, which may be written from `length` on without asking. */
  reserve(more: number): Uint32Array {
    if (this.length + more <= this.array.length) return this.array
    const grown = new Uint32Array(Math.max(this.array.length * 2, this.length + more))
    grown.set(this.array)
    this.array = grown
    return grown
  }

  /** A copy, no longer than it. */
  finish(): Uint32Array {
    return this.array.slice(0, this.length)
  }
}
