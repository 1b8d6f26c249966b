import type { Language } from '../../../domain/language.ts'
import type { WordClause } from '../../../domain/query.ts'
import type { WordStemmer } from '../../../text/stem.ts'
import { hashKey } from './dictionary.ts'
import { findPostings } from './held-keys.ts'
import { stemKey } from './keys.ts'
import { addLanguageFrequencies } from './postings.ts'
import type { Alternative, PreparedWord } from './prepared-clause.ts'
import type { DocumentSpace } from './segment.ts'

/** What clauses are looked up in. */
export type Dictionaries = {
  readonly spaces: readonly DocumentSpace[]
  /** Of each language that occurs: 0, 1, 2 … */
  readonly languageNumbers: ReadonlyMap<Language, number>
  /** Words that were looked up before: readers type `the` and `de` all day. */
  readonly known: Map<string, PreparedWord>
  /** With a memory: a stemmer takes up to 40 µs a word. */
  readonly stemmer: WordStemmer
}

/** Words that are remembered, the last ones: about 2 kB each. */
const MOST_KNOWN = 4000

/** Room for a number of each language that occurs. */
export const perLanguage = ({ languageNumbers }: Pick<Dictionaries, 'languageNumbers'>): number[] =>
  Array<number>(languageNumbers.size).fill(0)

/** A key of the index and the languages in which it stands for the word. */
type WordKey = { readonly keys: Int32Array; readonly only?: Set<Language>; readonly except: Set<Language> }

/**
 * The keys under which a word is found: its terms, its stems and, since a stem is not indexed where it is its own term
 * (see segment-builder.ts), those stems as terms of their language. `except` keeps occurrences out of a term's list that
 * stand under a stem as well: nothing counts twice.
 */
export function prepareWord(clause: WordClause, dictionaries: Dictionaries): PreparedWord {
  const { known } = dictionaries
  const name = JSON.stringify([clause.terms, clause.stems])
  const before = known.get(name)
  if (before !== undefined) return before
  const word = lookUpWord(clause, dictionaries)
  const [oldest] = known.keys()
  if (known.size >= MOST_KNOWN && oldest !== undefined) known.delete(oldest)
  known.set(name, word)
  return word
}

function lookUpWord(clause: WordClause, dictionaries: Dictionaries): PreparedWord {
  const { spaces, languageNumbers, stemmer } = dictionaries
  /** The stem of the folded form, which all tokens with this term share. */
  const lastStem = (term: string, language: Language): string | undefined => stemmer(term, language).at(-1)
  const wordKeys = new Map<string, WordKey | undefined>()
  const wordKey = (key: string, only?: Language): WordKey | undefined => {
    if (wordKeys.has(key)) return wordKeys.get(key)
    const keys = findInAll(spaces, key)
    const found = keys && { keys, except: new Set<Language>(), ...(only && { only: new Set([only]) }) }
    wordKeys.set(key, found)
    return found
  }
  for (const term of clause.terms) wordKey(term)
  for (const { language, stem } of clause.stems) {
    if (!languageNumbers.has(language)) continue
    if (wordKey(stemKey(language, stem))) {
      for (const term of clause.terms) {
        if (term !== stem && lastStem(term, language) === stem) wordKeys.get(term)?.except.add(language)
      }
    }
    if (clause.terms.includes(stem)) continue
    const ownTerm = wordKey(stem, language)
    if (ownTerm && lastStem(stem, language) === stem) ownTerm.only?.add(language)
    else ownTerm?.only?.delete(language)
  }
  return wordOf([...wordKeys.values()], dictionaries)
}

/** A word that is found under these very keys. */
export function prepareKeys(keys: readonly string[], dictionaries: Dictionaries): PreparedWord {
  const found = keys.map(key => findInAll(dictionaries.spaces, key))
  return wordOf(
    found.map(keys => keys && { keys, except: new Set<Language>() }),
    dictionaries,
  )
}

/** The numbers of a key by segment; undefined when it is nowhere. */
function findInAll(spaces: readonly DocumentSpace[], key: string): Int32Array | undefined {
  const keys = new Int32Array(spaces.length)
  const hash = hashKey(key)
  let isFound = false
  for (let i = 0; i < keys.length; i++) {
    const t = findPostings(spaces[i] as DocumentSpace, key, hash)
    keys[i] = t
    if (t >= 0) isFound = true
  }
  return isFound ? keys : undefined
}

type CountedAlternative = Alternative & { readonly df: readonly number[] }

function countKey(
  { keys, only, except }: WordKey,
  dictionaries: Dictionaries,
): CountedAlternative | undefined {
  const df = perLanguage(dictionaries)
  dictionaries.spaces.forEach((space, i) => {
    const t = keys[i] as number
    if (t >= 0) addLanguageFrequencies(space, t, df)
  })
  if (only === undefined && except.size === 0) return { keys, df, total: sum(df) }
  const mask = new Uint8Array(dictionaries.languageNumbers.size)
  let masked = 0
  for (const [language, number] of dictionaries.languageNumbers) {
    if (only ? only.has(language) : !except.has(language)) {
      mask[number] = 1
      continue
    }
    masked += df[number] as number
    df[number] = 0
  }
  const total = sum(df)
  if (total === 0) return undefined
  return { keys, df, total, ...(masked > 0 && { mask }) }
}

/** Pooled as one word: in each language the most frequent form stands for all, which is what idf wants to know. */
function wordOf(wordKeys: readonly (WordKey | undefined)[], dictionaries: Dictionaries): PreparedWord {
  const df = perLanguage(dictionaries)
  const alternatives: Alternative[] = []
  for (const wordKey of wordKeys) {
    const counted = wordKey && countKey(wordKey, dictionaries)
    if (counted === undefined) continue
    alternatives.push(counted)
    for (let number = 0; number < df.length; number++) {
      df[number] = Math.max(df[number] as number, counted.df[number] as number)
    }
  }
  alternatives.sort((a, b) => a.total - b.total)
  return { kind: 'word', alternatives, df, total: sum(df) }
}

export function sum(numbers: readonly number[]): number {
  let total = 0
  for (const number of numbers) total += number
  return total
}
