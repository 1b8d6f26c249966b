import type { Language } from '../domain/language.ts'
import { candidateOf, newScores } from './candidates.ts'
import type { Scores } from './candidates.ts'
import { FUNCTION_WORDS } from './function-words.ts'
import { sampleOf } from './sample.ts'

/** For each word, a candidate and what the word says for it, and so on for the next candidate. */
type WordTable = ReadonlyMap<string, Float64Array>

/** Chance of a word that is among another language's function words, and not among one's own. */
const CHANCE = 0.0002
/** A word written without its accents says a little less. */
const UNACCENTED = 0.7
/** More words than these would not change the answer, and their cost has a bound. */
const MOST_WORDS = 300

const TABLE: WordTable = buildTable()

function buildTable(): WordTable {
  const table = new Map<string, Map<number, number>>()
  const add = (word: string, candidate: number, gain: number) => {
    const gains = table.get(word) ?? new Map<number, number>()
    gains.set(candidate, Math.max(gain, gains.get(candidate) ?? 0))
    table.set(word, gains)
  }
  for (const [language, list] of Object.entries(FUNCTION_WORDS)) {
    const candidate = candidateOf(language as Language)
    for (const [rank, word] of sampleOf(list).words.entries()) {
      // Zipf's law: the word of rank r makes up about 0.08 / (r + 1.5) of a text.
      const gain = Math.log(0.08 / (rank + 1.5) / CHANCE)
      add(word, candidate, gain)
      const folded = withoutAccents(word)
      if (folded !== word) add(folded, candidate, gain * UNACCENTED)
    }
  }
  return new Map([...table].map(([word, gains]) => [word, Float64Array.from([...gains].flat())]))
}

function withoutAccents(word: string): string {
  return word
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036F]/gu, '')
    .normalize('NFC')
}

export type WordEvidence = {
  readonly scores: Scores
  /** Number of different words that were looked up. */
  readonly words: number
}

/** How many of the commonest words of each language stand in a text, rarer ones counting less. */
export function scoreFunctionWords(words: readonly string[]): WordEvidence {
  const scores = newScores()
  const seen = new Set<string>()
  for (const word of words) {
    if (seen.size >= MOST_WORDS) break
    if (seen.has(word)) continue
    seen.add(word)
    const gains = TABLE.get(word)
    if (gains === undefined) continue
    for (let entry = 0; entry < gains.length; entry += 2) {
      const candidate = gains[entry] ?? 0
      scores[candidate] = (scores[candidate] ?? 0) + (gains[entry + 1] ?? 0)
    }
  }
  return { scores, words: seen.size }
}
