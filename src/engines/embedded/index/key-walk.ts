import { compareKeys } from './dictionary.ts'
import type { Dictionary } from './segment.ts'
import type { UnitsOfKey } from './segment-writer.ts'

/** Walks the dictionaries of several segments side by side. */
export class KeyWalk {
  readonly #dictionaries: readonly Dictionary[]
  readonly #next: number[]
  /** The first three units of each next key as one number, which settles nearly every comparison; Infinity at the end. */
  readonly #heads: number[]
  /** Of the present key: which dictionaries hold it, in order, as far as `#count`. */
  readonly #holders: number[]
  #count = 0

  constructor(dictionaries: readonly Dictionary[]) {
    this.#dictionaries = dictionaries
    this.#next = dictionaries.map(() => 0)
    this.#heads = dictionaries.map(dictionary => headOf(dictionary, 0))
    this.#holders = dictionaries.map(() => 0)
  }

  /** Goes on to the next key in order. Gives the number of dictionaries that hold it: 0 at the end. */
  next(): number {
    for (let k = 0; k < this.#count; k++) {
      const i = this.#holders[k] as number
      const t = this.keyOf(i) + 1
      this.#next[i] = t
      this.#heads[i] = headOf(this.#dictionaries[i] as Dictionary, t)
    }
    let count = 0
    for (let i = 0; i < this.#heads.length; i++) {
      if (this.#heads[i] === Number.POSITIVE_INFINITY) continue
      const order = count === 0 ? -1 : this.#compare(i, this.#holders[0] as number)
      if (order < 0) count = 0
      if (order <= 0) this.#holders[count++] = i
    }
    this.#count = count
    return count
  }

  /** The `k`-th of the dictionaries that hold the key. */
  holder(k: number): number {
    return this.#holders[k] as number
  }

  /** The key number in dictionary `i`. */
  keyOf(i: number): number {
    return this.#next[i] as number
  }

  unitsOf(i: number): UnitsOfKey {
    const { text, textStart } = this.#dictionaries[i] as Dictionary
    const t = this.keyOf(i)
    return { units: text, from: textStart[t] as number, to: textStart[t + 1] as number }
  }

  #compare(i: number, j: number): number {
    const difference = (this.#heads[i] as number) - (this.#heads[j] as number)
    if (difference !== 0) return difference
    return compareKeys(
      this.#dictionaries[i] as Dictionary,
      this.keyOf(i),
      this.#dictionaries[j] as Dictionary,
      this.keyOf(j),
    )
  }
}

function headOf({ size, text, textStart }: Dictionary, t: number): number {
  if (t >= size) return Number.POSITIVE_INFINITY
  const from = textStart[t] as number
  const length = (textStart[t + 1] as number) - from
  let head = text[from] as number
  head = head * 0x10000 + (length > 1 ? (text[from + 1] as number) : 0)
  return head * 0x10000 + (length > 2 ? (text[from + 2] as number) : 0)
}
