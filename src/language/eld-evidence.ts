import { eld } from 'eld/extrasmall'
import { parseLanguage } from '../domain/language.ts'
import { candidateOf, newScores } from './candidates.ts'
import type { Scores } from './candidates.ts'

/** eld reads this many bytes of a text. */
const MOST_BYTES = 350
/** It takes n-grams of four bytes, every third byte. */
const BYTES_PER_NGRAM = 4

const CANDIDATE_OF_CODE: ReadonlyMap<string, number> = new Map(
  Object.values(eld.info().Languages).map(code => {
    const parsed = parseLanguage(code)
    const language = parsed.ok ? parsed.languages[0] : undefined
    return [code, candidateOf(language ?? 'und')] as const
  }),
)

/** `false` for candidates that eld has no model of. */
export const KNOWN_TO_ELD: readonly boolean[] = collectKnown()

function collectKnown(): boolean[] {
  const known = Array.from(newScores(), () => false)
  for (const candidate of CANDIDATE_OF_CODE.values()) known[candidate] = true
  return known
}

/**
 * By how much each language's n-grams fit a text worse than those of the best one, summed over the
 * n-grams of the text: 0 for the best, growing with the length of the text. Infinity for a language
 * without a common n-gram. `undefined` when no language has one.
 */
export function measureEld(text: string): Scores | undefined {
  const result = eld.detect(text)
  if (result.language === '') return undefined
  const sums = newScores(-Infinity)
  let best = -Infinity
  const ngrams = Math.max(1, Math.min(byteLength(text), MOST_BYTES) / BYTES_PER_NGRAM)
  for (const [code, score] of Object.entries(result.getScores())) {
    const candidate = CANDIDATE_OF_CODE.get(code)
    if (candidate === undefined) continue
    // eld gives x / (x + 25) for an average n-gram score x; the weights do not mind the 25.
    const sum = (score / (1 - score + 1e-9)) * ngrams
    if (sum > (sums[candidate] ?? 0)) sums[candidate] = sum
    if (sum > best) best = sum
  }
  return sums.map(sum => best - sum)
}

function byteLength(text: string): number {
  let bytes = 0
  for (let index = 0; index < text.length && bytes < MOST_BYTES; index++) {
    const unit = text.charCodeAt(index)
    bytes += unit < 0x80 ? 1 : unit < 0x800 ? 2 : 3
  }
  return bytes
}
