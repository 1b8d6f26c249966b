/** Numbers that fit beside two UTF-16 units in a double: 2^53 / 2^32. */
const MOST_PACKED = 2 ** 21
/** Beyond that many keys a sort by comparison is slower. */
const FEW = 16

/**
 * The numbers of the keys in the order of their UTF-16 code units; equal ones in any order. Sorts two units at a time as
 * plain numbers (unit, unit, key number), which a typed array does without calling back; comparing strings, which lie
 * anywhere in memory, takes several times as long.
 */
export function sortedOrder(keys: readonly string[]): Uint32Array {
  const order = Uint32Array.from(keys, (_, number) => number)
  if (keys.length > MOST_PACKED) return order.sort((a, b) => compare(keys[a] as string, keys[b] as string))
  sortRange({ order, keys, packed: new Float64Array(keys.length) }, 0, keys.length, 0)
  return order
}

type Sorting = {
  readonly order: Uint32Array
  readonly keys: readonly string[]
  readonly packed: Float64Array
}

/** Sorts the keys from `from` to `to`, which agree in the units before `depth`. */
function sortRange(sorting: Sorting, from: number, to: number, depth: number): void {
  if (to - from <= FEW) {
    insertionSort(sorting, from, to)
    return
  }
  const { order, keys, packed } = sorting
  for (let i = from; i < to; i++) {
    const number = order[i] as number
    packed[i] = unitsAt(keys[number] as string, depth) * MOST_PACKED + number
  }
  packed.subarray(from, to).sort()
  // read before the recursion writes over it
  const ends: number[] = []
  let units = -1
  for (let i = from; i < to; i++) {
    const value = packed[i] as number
    const here = Math.floor(value / MOST_PACKED)
    order[i] = value - here * MOST_PACKED
    if (here !== units && i > from) ends.push(i)
    units = here
  }
  ends.push(to)
  let start = from
  for (const end of ends) {
    // keys that end here are equal
    const isOver = end - start === 1 || unitsAt(keys[order[start] as number] as string, depth) % 0x10000 === 0
    if (!isOver) sortRange(sorting, start, end, depth + 2)
    start = end
  }
}

function insertionSort({ order, keys }: Sorting, from: number, to: number): void {
  for (let i = from + 1; i < to; i++) {
    const number = order[i] as number
    const key = keys[number] as string
    let at = i
    for (; at > from && (keys[order[at - 1] as number] as string) > key; at--)
      order[at] = order[at - 1] as number
    order[at] = number
  }
}

/** Two units as one number; 0 for those behind the end, since no key contains U+0000. */
function unitsAt(key: string, at: number): number {
  const first = at < key.length ? key.charCodeAt(at) : 0
  const second = at + 1 < key.length ? key.charCodeAt(at + 1) : 0
  return first * 0x10000 + second
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
