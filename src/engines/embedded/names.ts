import type { Language } from '../../domain/language.ts'
import { textAt, type Database } from './database.ts'

/** Names that segments hold as numbers, in order of their numbers. Numbers are given once and never change. */
export type Names = {
  readonly languages: readonly Language[]
  readonly sources: readonly string[]
  readonly authors: readonly string[]
}
type NameKind = keyof Names

export function readNames(database: Database): Names {
  const select = database.prepare('SELECT name FROM names WHERE kind = ? ORDER BY number')
  const list = (kind: NameKind): string[] => select.all([kind]).map(row => textAt(row, 'name'))
  return { languages: list('languages') as Language[], sources: list('sources'), authors: list('authors') }
}

export type NameNumbers = { numberOf(kind: NameKind, name: string): number }

/** Gives numbers to new names; only within a transaction, after which the object is of no more use. */
export function createNameNumbers(database: Database): NameNumbers {
  const insert = database.prepare('INSERT INTO names VALUES (?, ?, ?)')
  const names = readNames(database)
  const known = {
    languages: numbered(names.languages),
    sources: numbered(names.sources),
    authors: numbered(names.authors),
  }
  return {
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

const numbered = (names: readonly string[]): Map<string, number> => new Map(names.map((name, i) => [name, i]))
