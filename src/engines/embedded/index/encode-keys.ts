import { hashUnits } from './dictionary.ts'
import { NumberList } from './number-list.ts'
import type { KeyArrays } from './segment.ts'

/** Collects the sorted keys of a segment as UTF-16 code units. */
export class KeyWriter {
  #text = new Uint16Array(1 << 16)
  #end = 0
  readonly #starts = new NumberList()

  /** How many keys there are. */
  get size(): number {
    return this.#starts.length
  }

  add(key: string): void {
    this.#begin(key.length)
    for (let k = 0; k < key.length; k++) this.#text[this.#end++] = key.charCodeAt(k)
  }

  /** A key given by its units from `from` to `to`: a merge builds no strings. */
  addUnits(units: Uint16Array, from: number, to: number): void {
    this.#begin(to - from)
    for (let at = from; at < to; at++) this.#text[this.#end++] = units[at] as number
  }

  finish(): KeyArrays {
    const text = this.#text.slice(0, this.#end)
    this.#starts.push(this.#end)
    const textStart = this.#starts.finish()
    return { text, textStart, keyTable: keyTable(text, textStart), ...firstUnits(text, textStart) }
  }

  #begin(length: number): void {
    this.#starts.push(this.#end)
    if (this.#end + length <= this.#text.length) return
    const grown = new Uint16Array(Math.max(this.#text.length * 2, this.#end + length))
    grown.set(this.#text.subarray(0, this.#end))
    this.#text = grown
  }
}

/** At most two thirds full; a key stands at its hash or in the first free place behind it. */
function keyTable(text: Uint16Array, textStart: Uint32Array): Uint32Array {
  const keys = textStart.length - 1
  const table = new Uint32Array(2 ** Math.ceil(Math.log2(Math.max(2, keys * 1.5))))
  const mask = table.length - 1
  for (let t = 0; t < keys; t++) {
    let place = hashUnits(text, textStart[t] as number, textStart[t + 1] as number) & mask
    while (table[place] !== 0) place = (place + 1) & mask
    table[place] = t + 1
  }
  return table
}

function firstUnits(
  text: Uint16Array,
  textStart: Uint32Array,
): Pick<KeyArrays, 'firstUnit' | 'firstUnitStart'> {
  const units: number[] = []
  const starts: number[] = []
  const keys = textStart.length - 1
  for (let t = 0; t < keys; t++) {
    const unit = text[textStart[t] as number] as number
    if (unit === units.at(-1)) continue
    units.push(unit)
    starts.push(t)
  }
  return { firstUnit: new Uint16Array(units), firstUnitStart: new Uint32Array([...starts, keys]) }
}
