import { sortedOrder } from './key-order.ts'

/** Keys that begin alike (terms; the stems of a language; …), without what they begin with. */
export type KeyField = {
  /** The number of a key; a new one when it is met for the first time. */
  numberOf(body: string): number
}

/**
 * Numbers the keys of a segment as they are met. Each field has a map and an order of its own: whole keys would have to
 * be put together, hashed and compared for every word.
 */
export class KeyNumbers {
  #size = 0
  readonly #fields: { readonly prefix: string; readonly bodies: string[]; readonly numbers: number[] }[] = []

  /** How many keys have a number. */
  get size(): number {
    return this.#size
  }

  /** `prefix`: empty for terms; others sort between the digits and the letters (see keys.ts). */
  field(prefix: string): KeyField {
    const known = new Map<string, number>()
    const bodies: string[] = []
    const numbers: number[] = []
    this.#fields.push({ prefix, bodies, numbers })
    return {
      numberOf: body => {
        const number = known.get(body)
        if (number !== undefined) return number
        const created = this.#size++
        known.set(body, created)
        bodies.push(body)
        numbers.push(created)
        return created
      },
    }
  }

  /** All keys in the order of their UTF-16 code units. */
  *inOrder(): Generator<{ readonly key: string; readonly number: number }> {
    const prefixed = this.#fields.filter(({ prefix }) => prefix !== '')
    prefixed.sort((a, b) => (a.prefix < b.prefix ? -1 : 1))
    for (const { bodies, numbers } of this.#fields.filter(({ prefix }) => prefix === '')) {
      const order = sortedOrder(bodies)
      const digits = order.findIndex(k => (bodies[k] as string) > ':')
      const end = digits < 0 ? order.length : digits
      for (const k of order.subarray(0, end)) yield { key: bodies[k] as string, number: numbers[k] as number }
      for (const field of prefixed) {
        for (const p of sortedOrder(field.bodies)) {
          yield { key: field.prefix + (field.bodies[p] as string), number: field.numbers[p] as number }
        }
      }
      for (const k of order.subarray(end)) yield { key: bodies[k] as string, number: numbers[k] as number }
    }
  }
}
