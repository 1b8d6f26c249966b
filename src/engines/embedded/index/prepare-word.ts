import type { Language } from '../../../domain/language.ts'
import type { WordClause } from '../../../domain/query.ts'
import { stemsOf } from '../../../text/stem.ts'
import { findKey } from './dictionary.ts'
import { stemKey } from './keys.ts'
import { addLanguageFrequencies } from './postings.ts'
import type { Alternative, PreparedWord } from './prepared-clause.ts'
import { LANGUAGE_NUMBERS, type Segment } from './segment.ts'

/** What clauses are looked up in. */
export type Dictionaries = {
  readonly segments: readonly Segment[]
  /** Of each language that occurs. */
  readonly languageNumbers: ReadonlyMap<Language, number>
}

/** A key of the index and the languages in which it stands for the word. */
type WordKey = { readonly key: string; readonly only?: Set<Language>; readonly except: Set<Language> }

/**
 * The keys under which a word is found: its terms, its stems and, since a stem is not indexed where it is its own term
 * (see segment-builder.ts), those stems as terms of their language. `except` keeps occurrences out of a term's list that
 * stand under a stem as well: nothing counts twice.
 */
export function prepareWord(clause: WordClause, dictionaries: Dictionaries): PreparedWord {
  const { segments, languageNumbers } = dictionaries
  const wordKeys = new Map<string, WordKey>()
  for (const term of clause.terms) wordKeys.set(term, { key: term, except: new Set() })
  for (const { language, stem } of clause.stems) {
    if (!languageNumbers.has(language)) continue
    const key = stemKey(language, stem)
    if (isKey(segments, key)) {
      wordKeys.set(key, { key, except: new Set() })
      for (const term of clause.terms) {
        if (term !== stem && lastStem(term, language) === stem) wordKeys.get(term)?.except.add(language)
      }
    }
    const sameTerm = wordKeys.get(stem)
    if (sameTerm !== undefined && sameTerm.only === undefined) continue
    if (!isKey(segments, stem) || lastStem(stem, language) !== stem) continue
    if (sameTerm === undefined)
      wordKeys.set(stem, { key: stem, only: new Set([language]), except: new Set() })
    else sameTerm.only?.add(language)
  }
  const alternatives = [...wordKeys.values()].map(wordKey => prepareKey(wordKey, dictionaries))
  return wordOf(alternatives.filter(found => found !== undefined))
}

/** A word that is found under these very keys. */
export function prepareKeys(keys: readonly string[], dictionaries: Dictionaries): PreparedWord {
  const alternatives = keys.map(key => prepareKey({ key, except: new Set() }, dictionaries))
  return wordOf(alternatives.filter(found => found !== undefined))
}

const isKey = (segments: readonly Segment[], key: string): boolean =>
  segments.some(segment => findKey(segment, key) >= 0)

/** The stem of the folded form, which all tokens with this term share. */
const lastStem = (term: string, language: Language): string | undefined => stemsOf(term, language).at(-1)

type CountedAlternative = Alternative & { readonly df: Float64Array }

function prepareKey(
  wordKey: WordKey,
  { segments, languageNumbers }: Dictionaries,
): CountedAlternative | undefined {
  const keys = Int32Array.from(segments, segment => findKey(segment, wordKey.key))
  if (keys.every(t => t < 0)) return undefined
  const df = new Float64Array(LANGUAGE_NUMBERS)
  segments.forEach((segment, i) => {
    const t = keys[i] as number
    if (t >= 0) addLanguageFrequencies(segment, t, df)
  })
  const mask = maskOf(wordKey, languageNumbers)
  if (mask === undefined) return { keys, df, total: sum(df) }
  const isMasking = df.some((count, number) => count > 0 && mask[number] === 0)
  for (let number = 0; number < LANGUAGE_NUMBERS; number++) if (mask[number] === 0) df[number] = 0
  const total = sum(df)
  if (total === 0) return undefined
  return { keys, df, total, ...(isMasking && { mask }) }
}

function maskOf(
  { only, except }: WordKey,
  languageNumbers: ReadonlyMap<Language, number>,
): Uint8Array | undefined {
  if (only === undefined && except.size === 0) return undefined
  const mask = new Uint8Array(LANGUAGE_NUMBERS).fill(only ? 0 : 1)
  for (const language of only ?? except) {
    const number = languageNumbers.get(language)
    if (number !== undefined) mask[number] = only ? 1 : 0
  }
  return mask
}

/** Pooled as one word: in each language the most frequent form stands for all, which is what idf wants to know. */
function wordOf(alternatives: CountedAlternative[]): PreparedWord {
  const df = new Float64Array(LANGUAGE_NUMBERS)
  for (const alternative of alternatives) {
    for (let number = 0; number < LANGUAGE_NUMBERS; number++) {
      df[number] = Math.max(df[number] as number, alternative.df[number] as number)
    }
  }
  alternatives.sort((a, b) => a.total - b.total)
  return { kind: 'word', alternatives, df, total: sum(df) }
}

export const sum = (numbers: Float64Array): number => numbers.reduce((total, number) => total + number, 0)
