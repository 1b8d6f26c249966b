import { hashUnits } from './dictionary.ts'
import type { PostingArrays } from './segment.ts'

type KeyArrays = Pick<PostingArrays, 'text' | 'textStart' | 'keyTable' | 'firstUnit' | 'firstUnitStart'>

/** The dictionary of a segment from its sorted keys. */
export function encodeKeys(keys: readonly string[]): KeyArrays {
  const textStart = new Uint32Array(keys.length + 1)
  let end = 0
  keys.forEach((key, t) => {
    textStart[t] = end
    end += key.length
  })
  textStart[keys.length] = end
  const text = new Uint16Array(end)
  let at = 0
  for (const key of keys) for (let k = 0; k < key.length; k++) text[at++] = key.charCodeAt(k)
  return { text, textStart, keyTable: keyTable(text, textStart), ...firstUnits(text, textStart) }
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
