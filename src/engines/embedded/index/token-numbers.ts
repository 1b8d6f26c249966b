import type { AnalyzedToken } from '../../../domain/analyzed.ts'
import type { Language } from '../../../domain/language.ts'
import { commonWordNumber } from './common-words.ts'
import type { KeyEntries, KeyField } from './key-entries.ts'
import { accentKey, stemKey } from './keys.ts'
import { NumberList } from './number-list.ts'

/** The entry of a place that holds no token. */
export const NO_ENTRY = 0xffffffff
/** The number of a place that holds no token: what is quoted, where only the rest is meant. */
export const HOLE = 0

/** The distinct tokens of a segment by numbers, and by these numbers what is indexed of them. */
export type TokenNumbers = {
  /** The numbers of these tokens; overwritten by the next call. */
  numbersOf(tokens: readonly AnalyzedToken[], language: Language): Uint32Array
  readonly term: readonly string[]
  /** The entry of the term, and those of its other keys. */
  readonly termEntry: readonly number[]
  readonly extraEntries: readonly (readonly number[])[]
  /** The longest of these lists so far. */
  mostExtras(): number
  /** Number of the common word, or -1. */
  readonly common: readonly number[]
}

/** What is known of the tokens and stems of one language. */
type LanguageKeys = { readonly numbers: Map<AnalyzedToken, number>; readonly stems: KeyField }

const NO_EXTRAS: readonly number[] = []

export function createTokenNumbers(entries: KeyEntries): TokenNumbers {
  const termField = entries.field('')
  const accentField = entries.field(accentKey(''))
  const languages = new Map<Language, LanguageKeys>()
  const term: string[] = ['']
  const termEntry: number[] = [NO_ENTRY]
  const extraEntries: (readonly number[])[] = [NO_EXTRAS]
  const common: number[] = [-1]
  const numbers = new NumberList()
  let mostExtras = 0

  function keysOf(language: Language): LanguageKeys {
    const known = languages.get(language)
    if (known !== undefined) return known
    const created = {
      numbers: new Map<AnalyzedToken, number>(),
      stems: entries.field(stemKey(language, '')),
    }
    languages.set(language, created)
    return created
  }

  function add(token: AnalyzedToken, stemField: KeyField): number {
    const extras: number[] = []
    for (const stem of token.stems) if (!isOwnStem(stem, token)) extras.push(stemField.add(stem))
    if (token.accented !== undefined)
      extras.push(accentField.add(token.accented), accentField.add(token.term))
    extraEntries.push(extras.length === 0 ? NO_EXTRAS : extras)
    mostExtras = Math.max(mostExtras, extras.length)
    common.push(commonWordNumber(token.term))
    term.push(token.term)
    return termEntry.push(termField.add(token.term)) - 1
  }

  return {
    term,
    termEntry,
    extraEntries,
    mostExtras: () => mostExtras,
    common,
    numbersOf(tokens, language) {
      const { numbers: known, stems } = keysOf(language)
      numbers.length = 0
      const array = numbers.reserve(tokens.length)
      let at = 0
      for (const token of tokens) {
        // tokens are shared between paragraphs, so that most are known by identity
        let number = known.get(token)
        if (number === undefined) known.set(token, (number = add(token, stems)))
        array[at++] = number
      }
      return array
    },
  }
}

/**
 * Halves the postings of stems and loses nothing: the last stem is that of the folded form, and so the same for every
 * token with this term in this language; a query asks `stemsOf(term, language)` whether the term's list will do.
 */
const isOwnStem = (stem: string, { term, stems }: AnalyzedToken): boolean =>
  stem === term && stems.at(-1) === stem
