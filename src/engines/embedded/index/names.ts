import type { Language } from '../../../domain/language.ts'
import { nameKey } from '../../../text/normal-form.ts'

/** What the numbers in segments mean: lists that only grow, so that a number keeps its name. */
export type Names = {
  readonly languages: readonly Language[]
  readonly sources: readonly string[]
  readonly authors: readonly string[]
  readonly speakers: readonly string[]
}

/** Numbers of the names that are equal by `nameKey`: `Le Monde` and `LE MONDE` are one outlet to a reader. */
export type NumbersByKey = ReadonlyMap<string, readonly number[]>

export function numbersByKey(names: readonly string[]): NumbersByKey {
  const numbers = new Map<string, number[]>()
  names.forEach((name, number) => {
    const key = nameKey(name)
    const same = numbers.get(key)
    if (same) same.push(number)
    else numbers.set(key, [number])
  })
  return numbers
}
