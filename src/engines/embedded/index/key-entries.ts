import { sortedOrder } from './key-order.ts'

/** Keys that begin alike (terms; the stems of a language; …), without what they begin with. */
export type KeyField = {
  /** A new entry for a key, which may have others. */
  add(body: string): number
}

/** The entries of one field as plain data: `bodies[k]` belongs to entry `entries[k]`. */
export type FieldEntries = {
  /** What all its keys begin with: empty for terms; others sort between the digits and the letters (see keys.ts). */
  readonly prefix: string
  readonly bodies: readonly string[]
  readonly entries: Uint32Array
}

/** The different keys in order, and of each entry which of them it is. */
export type RankedKeys = { readonly keys: readonly string[]; readonly rankOf: Uint32Array }

/**
 * Collects the keys of a segment. Every distinct token adds entries without asking whether its keys are known: equal
 * ones meet when they are sorted, which costs less than looking each of them up in a map. Each field is sorted by
 * itself: whole keys would have to be put together, and most of them begin alike.
 */
export class KeyEntries {
  #size = 0
  readonly #fields: { readonly prefix: string; readonly bodies: string[]; readonly entries: number[] }[] = []

  get size(): number {
    return this.#size
  }

  get fields(): FieldEntries[] {
    return this.#fields.map(({ prefix, bodies, entries }) => ({
      prefix,
      bodies,
      entries: Uint32Array.from(entries),
    }))
  }

  field(prefix: string): KeyField {
    const bodies: string[] = []
    const entries: number[] = []
    this.#fields.push({ prefix, bodies, entries })
    return {
      add: body => {
        bodies.push(body)
        entries.push(this.#size)
        return this.#size++
      },
    }
  }
}

/** The keys of `size` entries in the order of their UTF-16 code units. */
export function rankKeys(all: readonly FieldEntries[], size: number): RankedKeys {
  const keys: string[] = []
  const rankOf = new Uint32Array(size)
  const fields = all.map(field => ({ ...field, order: sortedOrder(field.bodies) }))
  const terms = fields.filter(({ prefix }) => prefix === '')
  const others = fields.filter(({ prefix }) => prefix !== '').sort((a, b) => (a.prefix < b.prefix ? -1 : 1))
  const parts = [
    ...terms.map(field => ({ ...field, order: field.order.subarray(0, firstLetter(field)) })),
    ...others,
    ...terms.map(field => ({ ...field, order: field.order.subarray(firstLetter(field)) })),
  ]
  for (const { prefix, bodies, entries, order } of parts) {
    let last: string | undefined
    for (let i = 0; i < order.length; i++) {
      const k = order[i] as number
      const body = bodies[k] as string
      if (body !== last) keys.push(prefix + body)
      last = body
      rankOf[entries[k] as number] = keys.length - 1
    }
  }
  return { keys, rankOf }
}

/** Where the terms begin that stand behind the prefixes of all other fields: the others begin with a digit. */
function firstLetter({
  bodies,
  order,
}: {
  readonly bodies: readonly string[]
  readonly order: Uint32Array
}): number {
  let low = 0
  let high = order.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((bodies[order[middle] as number] as string) < ':') low = middle + 1
    else high = middle
  }
  return low
}
