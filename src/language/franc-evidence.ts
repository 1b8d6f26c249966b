import { data } from 'franc/data.js'
import { isLanguage, parseLanguage } from '../domain/language.ts'
import { candidateOf, CANDIDATES, newScores, UNDETERMINED } from './candidates.ts'
import type { Scores } from './candidates.ts'

/**
 * franc's models, turned round: for each trigram, the languages that have it and its rank there.
 *
 * `francAll` walks through every trigram of every language for each text, and counts the letters of
 * thirty scripts before it. The same distances come out of one walk through the trigrams of the text
 * (`test/language/franc-evidence.test.ts` compares the two), about ten times as fast, so that franc can
 * be asked about every paragraph and not only about the doubtful ones. `franc/data.js` is not in franc's
 * documentation: the same test fails if an update moves it.
 */
type TrigramIndex = {
  /** Candidate of each model. */
  readonly candidates: readonly number[]
  /** For each trigram, a model and the trigram's rank in it, and so on for the next model. */
  readonly ranks: ReadonlyMap<string, Int32Array>
}

/** franc's distance of a trigram that a language's model does not hold. */
const MISSING = 300
/** As franc does, read no more than this. */
const LONGEST_TEXT = 2048

/**
 * Models of languages that are not in the closed list speak for `und`. Near relatives of one that is in
 * it (Scots, Low German, Rundi, Swati…) are left out: they would speak against that one.
 */
const OUTSIDE_THE_LIST: ReadonlySet<string> = new Set(
  (
    'ayr bam bem bin ceb dyu epo ewe fon fuf gaa hat hil ilo jav kbp kmb kng lin lua lug mad men mos nso nya ' +
    'qug quy quz sna snk sot src sun tat tem tiv toi tpi tsn tso umb ven war wol'
  ).split(' '),
)

const INDEX: TrigramIndex = indexModels()

/** `false` for candidates that franc has no model of: it can't speak for or against them. */
export const KNOWN_TO_FRANC: readonly boolean[] = CANDIDATES.map((_, candidate) =>
  INDEX.candidates.includes(candidate),
)

function indexModels(): TrigramIndex {
  const candidates: number[] = []
  const ranks = new Map<string, number[]>()
  for (const [code, trigrams] of Object.values(data).flatMap(models => Object.entries(models))) {
    const candidate = candidateOfFranc(code)
    if (candidate === undefined) continue
    const model = candidates.push(candidate) - 1
    for (const [rank, trigram] of trigrams.split('|').entries()) {
      const entries = ranks.get(trigram) ?? []
      entries.push(model, rank)
      ranks.set(trigram, entries)
    }
  }
  return {
    candidates,
    ranks: new Map([...ranks].map(([trigram, entries]) => [trigram, Int32Array.from(entries)])),
  }
}

function candidateOfFranc(code: string): number | undefined {
  if (OUTSIDE_THE_LIST.has(code)) return UNDETERMINED
  const parsed = parseLanguage(code)
  const language = parsed.ok ? parsed.languages[0] : undefined
  return language === undefined || !isLanguage(language) ? undefined : candidateOf(language)
}

/**
 * franc's distances, less the smallest of them, in units of a missing trigram: 0 for the nearest
 * language, and 1 for each trigram by which another is farther away. Infinity where franc has no model.
 * `undefined` when the text has no trigram that franc knows.
 */
export function measureFranc(text: string): Scores | undefined {
  const counts = countKnownTrigrams(text.slice(0, LONGEST_TEXT))
  if (counts.size === 0) return undefined
  // A trigram that no model holds is as far from all; so each distance is taken from that of no trigram.
  const distances = new Int32Array(INDEX.candidates.length)
  for (const [ranks, count] of counts) {
    for (let entry = 0; entry < ranks.length; entry += 2) {
      const model = ranks[entry] ?? 0
      const rank = ranks[entry + 1] ?? 0
      distances[model] = (distances[model] ?? 0) + Math.abs(count - rank - 1) - MISSING
    }
  }
  const gaps = newScores(Infinity)
  let nearest = Infinity
  for (let model = 0; model < distances.length; model++) {
    const distance = distances[model] ?? 0
    const candidate = INDEX.candidates[model] ?? 0
    if (distance < (gaps[candidate] ?? 0)) gaps[candidate] = distance
    if (distance < nearest) nearest = distance
  }
  return gaps.map(distance => (distance - nearest) / MISSING)
}

/** The trigrams of a lower-case text, made as `trigram-utils` makes them for franc, by their ranks. */
function countKnownTrigrams(text: string): Map<Int32Array, number> {
  const padded = ` ${text.replaceAll(/[\u0021-\u0040\s]+/g, ' ').trim()} `
  const counts = new Map<Int32Array, number>()
  for (let start = 0; start + 3 <= padded.length; start++) {
    const ranks = INDEX.ranks.get(padded.slice(start, start + 3))
    if (ranks !== undefined) counts.set(ranks, (counts.get(ranks) ?? 0) + 1)
  }
  return counts
}
