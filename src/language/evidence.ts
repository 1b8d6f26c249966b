import { scoreAlphabets } from './alphabets.ts'
import { newScores, UNDETERMINED } from './candidates.ts'
import type { Scores } from './candidates.ts'
import { KNOWN_TO_ELD, measureEld } from './eld-evidence.ts'
import { KNOWN_TO_FRANC, measureFranc } from './franc-evidence.ts'
import { scoreFunctionWords } from './function-word-evidence.ts'
import { countLetters } from './sample.ts'
import type { Sample } from './sample.ts'
import { countScripts, IS_IN_LATIN, isMostlyLatin, scoreScripts } from './scripts.ts'
import type { Weights } from './weights.ts'

/** More words than these make `und` no more likely: some language's common words would be among them. */
const UNDETERMINED_MOST_WORDS = 30

/**
 * The quick evidence added up: scripts, letters, common words and franc's trigrams. Logarithms of how
 * likely the text is in each language, up to a constant. A text without words, such as an address, is in
 * the language of its article, or undetermined.
 */
export function scoreQuickly(sample: Sample, weights: Weights): Scores {
  const scores = newScores()
  if (sample.words.length === 0) {
    scores[UNDETERMINED] = 1
    return scores
  }
  const counts = countScripts(sample.words)
  const scripts = scoreScripts(counts)
  const alphabets = scoreAlphabets(sample.words)
  const common = scoreFunctionWords(sample.words)
  const isLatin = isMostlyLatin(counts)
  // Names in Latin letters stand in the headings of every script.
  const mostForeign = isLatin
    ? weights.leastAgainst + weights.againstPerLetter * countLetters(sample)
    : Infinity
  for (let candidate = 0; candidate < scores.length; candidate++) {
    scores[candidate] =
      Math.max(-mostForeign, weights.scripts * (scripts[candidate] ?? 0)) +
      weights.alphabets * (alphabets[candidate] ?? 0) +
      weights.functionWords * (common.scores[candidate] ?? 0)
  }
  const words = Math.min(UNDETERMINED_MOST_WORDS, common.words)
  scores[UNDETERMINED] = (scores[UNDETERMINED] ?? 0) + weights.undetermined + weights.undeterminedWord * words
  const franc = { weight: weights.franc, known: KNOWN_TO_FRANC, noModel: weights.francNoModel }
  return subtractGaps(scores, measureFranc(sample.text), {
    ...franc,
    most: limitFor(sample, weights),
    isLatin,
  })
}

/** What eld, the slowest witness, adds to the quick evidence. */
export function scoreEld(sample: Sample, weights: Weights): Scores {
  const eld = { weight: weights.eld, known: KNOWN_TO_ELD, noModel: weights.eldNoModel }
  const isLatin = isMostlyLatin(countScripts(sample.words))
  return subtractGaps(newScores(), measureEld(sample.text), {
    ...eld,
    most: limitFor(sample, weights),
    isLatin,
  })
}

function limitFor(sample: Sample, { mostAgainst, leastAgainst, againstPerLetter }: Weights): number {
  return Math.min(mostAgainst, leastAgainst + againstPerLetter * countLetters(sample))
}

type Detector = {
  readonly weight: number
  readonly known: readonly boolean[]
  /** Against a language that the detector has no model of. */
  readonly noModel: number
  readonly most: number
  readonly isLatin: boolean
}

function subtractGaps(scores: Scores, gaps: Scores | undefined, detector: Detector): Scores {
  if (gaps === undefined) return scores
  const noModel = Math.min(detector.most, detector.noModel)
  const rest = scores.slice()
  for (let candidate = 0; candidate < rest.length; candidate++) {
    // Of a language in another script the detectors only repeat what the script says.
    if (detector.isLatin && IS_IN_LATIN[candidate] !== true) continue
    const isKnown = detector.known[candidate] === true
    const gap = isKnown ? Math.min(detector.most, detector.weight * (gaps[candidate] ?? 0)) : noModel
    // The models of languages outside the list are a few of thousands: none of them near says little.
    const against = candidate === UNDETERMINED ? Math.min(noModel, gap) : gap
    rest[candidate] = (rest[candidate] ?? 0) - against
  }
  return rest
}
