import type { Language } from '../domain/language.ts'

/** Longer ones are not kept: runs of Han, kana or Thai are whole sentences and never come again. UTF-16 code units. */
const LONGEST = 24

/**
 * The same function with a memory: the words of a language come again and again. Beyond `most` words it starts anew, since
 * to know which of them came last costs more than to ask again.
 */
export function rememberWords<T extends object>(of: (word: string) => T, most: number): (word: string) => T {
  const known = new Map<string, T>()
  return word => {
    const before = known.get(word)
    if (before) return before
    if (word.length > LONGEST) return of(word)
    const own = detached(word)
    const result = of(own)
    if (known.size >= most) known.clear()
    known.set(own, result)
    return result
  }
}

/** A memory for each language. */
export function rememberByLanguage<T extends object>(
  of: (word: string, language: Language) => T,
  most: number,
): (language: Language) => (word: string) => T {
  const ofLanguage = new Map<Language, (word: string) => T>()
  return language => {
    const known = ofLanguage.get(language)
    if (known) return known
    const remembering = rememberWords(word => of(word, language), most)
    ofLanguage.set(language, remembering)
    return remembering
  }
}

/** From 13 units on V8 cuts a word out of its text without copying it, and whoever keeps the word keeps the whole text. */
const detached = (word: string): string => word.split('').join('')
