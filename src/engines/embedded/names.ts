import type { Language } from '../../domain/language.ts'
import { textAt, type Database } from './database.ts'
import type { Names } from './index/names.ts'

type NameKind = keyof Names

const NO_NAMES: Names = { languages: [], sources: [], authors: [], speakers: [] }

/**
 * Names that segments hold as numbers, in order of their numbers. Numbers are given once and never change, so of names that
 * are `known` only those that came after are read: there may be tens of thousands of speakers.
 */
export function readNames(database: Database, known: Names = NO_NAMES): Names {
  const namesFrom = nameReader(database)
  const more = <T extends string>(kind: NameKind, before: readonly T[]): readonly T[] => {
    const after = namesFrom(kind, before.length) as T[]
    return after.length === 0 ? before : [...before, ...after]
  }
  return {
    languages: more<Language>('languages', known.languages),
    sources: more('sources', known.sources),
    authors: more('authors', known.authors),
    speakers: more('speakers', known.speakers),
  }
}

/** Of a kind, the names from a number on, in order. */
function nameReader(database: Database): (kind: string, first: number) => string[] {
  const select = database.prepare('SELECT name FROM names WHERE kind = ? AND number >= ? ORDER BY number')
  return (kind, first) => select.all([kind, first]).map(row => textAt(row, 'name'))
}

export type NameNumbers = {
  numberOf(kind: NameKind, name: string): number
  /** Reads what other processes have added since; at the beginning of a transaction. */
  refresh(): void
}

/**
 * Gives numbers to new names; only within a transaction. After one that was rolled back the object is of no more use, since
 * it knows names that were never given.
 */
export function createNameNumbers(database: Database): NameNumbers {
  const insert = database.prepare('INSERT INTO names VALUES (?, ?, ?)')
  const namesFrom = nameReader(database)
  const known: Readonly<Record<NameKind, Map<string, number>>> = {
    languages: new Map(),
    sources: new Map(),
    authors: new Map(),
    speakers: new Map(),
  }
  const refresh = (): void => {
    for (const [kind, numbers] of Object.entries(known)) {
      for (const name of namesFrom(kind, numbers.size)) numbers.set(name, numbers.size)
    }
  }
  refresh()
  return {
    refresh,
    numberOf(kind, name) {
      const numbers = known[kind]
      const number = numbers.get(name) ?? numbers.size
      if (number === numbers.size) {
        insert.run([kind, number, name])
        numbers.set(name, number)
      }
      return number
    },
  }
}
